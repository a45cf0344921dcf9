package breachresponse.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/**
 * Kills a node at random moments, and starts it anew each time as a supervisor does. A seed repeats
 * all that is chosen, not how fast the machine is.
 */
final class Deaths {

  private static final int STEPS = 16;
  private static final int MILLIS_AFTER_A_STEP = 1000;
  private static final int START_MILLIS = 9000;
  private static final Duration A_LIFE_IS_AT_MOST = Duration.ofSeconds(30);

  // Who keeps a pace rests for a quarter of a second between letters.
  private static final Duration ONE_LETTER_TO_THE_NEXT = Duration.ofSeconds(1);

  private final Node node;
  private final IntSupplier steps;
  private final Random random;
  private final List<Instant> deaths = Collections.synchronizedList(new ArrayList<>());
  private int whileItStarted;
  private int whileItChanged;
  private CompletableFuture<Void> all;

  /**
   * @param steps how far the cases have come, so that they come on in each life however slow the
   *     machine is
   */
  Deaths(Node node, IntSupplier steps, long seed) {
    this.node = node;
    this.steps = steps;
    this.random = new Random(seed);
  }

  void begin(int wanted) {
    all =
        CompletableFuture.runAsync(
            () -> {
              while (deaths.size() < wanted) {
                one();
              }
            });
  }

  /**
   * @throws java.util.concurrent.CompletionException if a start has failed
   */
  boolean areOver() {
    return all.isDone() && all.join() == null;
  }

  private void one() {
    if (random.nextInt(5) == 0) {
      Waiting.forThe(Duration.ofMillis(random.nextInt(START_MILLIS)));
    } else {
      node.awaitReady();
      live(steps.getAsInt() + random.nextInt(STEPS));
      Waiting.forThe(Duration.ofMillis(random.nextInt(MILLIS_AFTER_A_STEP)));
    }
    if (node.rest().isChanging()) {
      whileItChanged++;
    } else if (!node.rest().isReady()) {
      whileItStarted++;
    }
    node.kill();
    deaths.add(Instant.now());
    node.start();
  }

  private void live(int step) {
    var begun = System.nanoTime();
    Waiting.atMost(
        A_LIFE_IS_AT_MOST.multipliedBy(2),
        () -> "time stands still",
        () -> steps.getAsInt() >= step || System.nanoTime() - begun > A_LIFE_IS_AT_MOST.toNanos());
  }

  int count() {
    return deaths.size();
  }

  int whileItStarted() {
    return whileItStarted;
  }

  /** While it had a form or a file in hand. */
  int whileItChanged() {
    return whileItChanged;
  }

  /** How many came around the time of one of these mails. */
  int around(Mails mails) {
    return (int)
        deaths.stream().filter(death -> mails.anyAround(death, ONE_LETTER_TO_THE_NEXT)).count();
  }
}
