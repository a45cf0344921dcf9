package breachresponse.delivery;

import java.time.Duration;
import java.time.Instant;

/** When what was not taken is tried again, and when no more. */
class Retry {

  private static final int[] MINUTES = {1, 5, 15, 30};
  private static final Duration THEN = Duration.ofHours(1);
  // RFC 5321 section 4.5.4.1: at least 4 to 5 days.
  private static final Duration GIVE_UP = Duration.ofDays(5);
  // Most of what passes has passed by then: greylisting, a server that is away.
  private static final Duration AT_LEAST = Duration.ofHours(24);
  // Whom the last attempt reaches is told in time, and so are the others once that is recorded.
  private static final Duration BEFORE_THE_LIMIT = Duration.ofMinutes(10);

  /** How the words begin that stand for a recipient whose retries have ended. */
  static final String GIVEN_UP = "given up ";

  private Retry() {}

  /**
   * @param attempts how many have failed
   */
  static Duration after(int attempts) {
    return attempts <= MINUTES.length ? Duration.ofMinutes(MINUTES[attempts - 1]) : THEN;
  }

  /**
   * @param legalLimit by when the law wants the recipient told; null where it says nothing
   */
  static Instant givenUpAt(Instant firstTriedAt, Instant legalLimit) {
    if (legalLimit == null) {
      return firstTriedAt.plus(GIVE_UP);
    }
    var atLeast = firstTriedAt.plus(AT_LEAST);
    var last = legalLimit.minus(BEFORE_THE_LIMIT);
    return last.isAfter(atLeast) ? last : atLeast;
  }

  static String givenUp(Instant legalLimit) {
    return GIVEN_UP + (legalLimit == null ? "after 5 days" : "at the legal deadline");
  }
}
