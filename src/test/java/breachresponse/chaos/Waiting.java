package breachresponse.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.awaitility.core.ConditionTimeoutException;

/** Looks every tenth of a second. */
final class Waiting {

  private Waiting() {}

  static void atMost(Duration limit, Supplier<String> complaint, Callable<Boolean> condition) {
    try {
      await()
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(100))
          .atMost(limit)
          .until(condition);
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(complaint.get(), late);
    }
  }

  /** What the scenario is about takes this long. */
  static void forThe(Duration time) {
    await().pollInSameThread().pollDelay(time).forever().until(() -> true);
  }
}
