package breachresponse.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The circuit breaker of a dispatch, from when it was started or resumed until it trips. */
final class Failures {

  /**
   * Too many failures: rather something of ours than that many bad addresses.
   *
   * @param since its first failure
   */
  record Storm(Instant since, String inWords) {}

  private record Heard(Instant at, boolean failed) {}

  private final TrafficSettings.Breaker settings;
  private final boolean shareMatters;
  private final int run;
  private final Deque<Heard> last = new ArrayDeque<>();
  private int failed;
  private int inARow;
  private Instant rowSince;
  private boolean tripped;

  /**
   * @param failuresExpected where many addresses are known to be bad: then only failures in a row
   *     are a storm
   */
  Failures(TrafficSettings.Breaker settings, int run, boolean failuresExpected) {
    this.settings = settings;
    this.run = run;
    this.shareMatters = !failuresExpected;
  }

  boolean areOf(int run) {
    return this.run == run;
  }

  boolean haveTripped() {
    return tripped;
  }

  void succeeded(Instant at) {
    inARow = 0;
    remember(new Heard(at, false));
  }

  /**
   * @return the storm that this one makes of them, until it has tripped
   */
  Optional<Storm> failed(Instant at) {
    rowSince = inARow == 0 ? at : rowSince;
    inARow++;
    remember(new Heard(at, true));
    return tripped ? Optional.empty() : storm();
  }

  /** Once the pause is stored: otherwise nobody would ever hear of the storm. */
  void trip() {
    tripped = true;
  }

  private Optional<Storm> storm() {
    if (inARow >= settings.inARow()) {
      return Optional.of(
          new Storm(rowSince, "%d mails in a row were refused for good".formatted(inARow)));
    }
    if (shareMatters
        && last.size() == settings.ofLast()
        && failed > settings.share() * settings.ofLast()) {
      return Optional.of(
          new Storm(
              last.stream().filter(Heard::failed).findFirst().orElseThrow().at(),
              "%d of the last %d mails were refused for good".formatted(failed, last.size())));
    }
    return Optional.empty();
  }

  private void remember(Heard heard) {
    last.addLast(heard);
    failed += heard.failed() ? 1 : 0;
    if (last.size() > settings.ofLast()) {
      failed -= last.removeFirst().failed() ? 1 : 0;
    }
  }
}
