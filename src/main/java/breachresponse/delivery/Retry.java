package breachresponse.delivery;

import java.time.Duration;
import java.time.Instant;

/** When what was not taken is tried again, and when no more. */
class Retry {

  private static final int[] MINUTES = {1, 5, 15, 30};
  private static final Duration THEN = Duration.ofHours(1);
  // RFC 5321 section 4.5.4.1: at least 4 to 5 days.
  private static final Duration GIVE_UP = Duration.ofDays(5);

  private Retry() {}

  /**
   * @param attempts how many have failed
   */
  static Duration after(int attempts) {
    return attempts <= MINUTES.length ? Duration.ofMinutes(MINUTES[attempts - 1]) : THEN;
  }

  static boolean isOver(Instant firstTriedAt, Instant now) {
    return !now.isBefore(firstTriedAt.plus(GIVE_UP));
  }
}
