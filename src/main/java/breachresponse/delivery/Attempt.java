package breachresponse.delivery;

import breachresponse.delivery.Carrier.Deferred;
import breachresponse.delivery.Carrier.Outcome;
import breachresponse.delivery.Carrier.Refused;
import breachresponse.delivery.Carrier.Rejected;
import breachresponse.delivery.Carrier.Taken;
import breachresponse.delivery.Carrier.Undeliverable;
import breachresponse.delivery.Carrier.Unknown;
import breachresponse.delivery.Carrier.Unreachable;
import java.time.Instant;
import java.util.Optional;

/**
 * What an attempt to send means for the queue.
 *
 * @param number how many attempts there were, this one counted
 * @param retryAt when to try again; null if it is over
 * @param reason the mail server's words; null if it went well
 */
record Attempt(
    Status status, int number, Instant firstTriedAt, Instant at, Instant retryAt, String reason) {

  enum Status {
    SENT,
    UNDELIVERABLE,
    /** It may have arrived or not; a person decides. */
    UNKNOWN,
    WAITING,
    /** Nobody tried: no segment of the notice includes them, and who released it knew that. */
    LEFT_OUT
  }

  /**
   * @param before how many attempts there were before
   * @param firstTriedAt of them; null if there was none
   * @param legalLimit until when it is tried at the least; null: see {@link Retry}
   * @return nothing if the letter never got as far as the mail server
   */
  static Optional<Attempt> of(
      Outcome outcome, int before, Instant firstTriedAt, Instant legalLimit, Instant now) {
    var first = firstTriedAt == null ? now : firstTriedAt;
    var number = before + 1;
    if (outcome instanceof Taken) {
      return Optional.of(new Attempt(Status.SENT, number, first, now, null, null));
    } else if (outcome instanceof Undeliverable never) {
      return Optional.of(over(Status.UNDELIVERABLE, number, first, now, never.reason()));
    } else if (outcome instanceof Unknown unknown) {
      return Optional.of(over(Status.UNKNOWN, number, first, now, unknown.reason()));
    } else if (outcome instanceof Deferred later) {
      return Optional.of(waitingOrGivenUp(number, first, legalLimit, now, later.reason()));
    } else if (outcome instanceof Rejected rejected) {
      return Optional.of(waitingOrGivenUp(number, first, legalLimit, now, rejected.reason()));
    } else if (outcome instanceof Refused policy) {
      return Optional.of(waitingOrGivenUp(number, first, legalLimit, now, policy.reason()));
    } else if (outcome instanceof Unreachable broken && broken.begun()) {
      return Optional.of(waitingOrGivenUp(number, first, legalLimit, now, broken.reason()));
    }
    return Optional.empty();
  }

  static Attempt leftOut(int before, Instant firstTriedAt, Instant now) {
    var first = firstTriedAt == null ? now : firstTriedAt;
    return over(Status.LEFT_OUT, before + 1, first, now, "no segment of the notice includes them");
  }

  private static Attempt waitingOrGivenUp(
      int number, Instant first, Instant legalLimit, Instant now, String reason) {
    var givenUpAt = Retry.givenUpAt(first, legalLimit);
    if (!now.isBefore(givenUpAt)) {
      return over(
          Status.UNDELIVERABLE, number, first, now, Retry.givenUp(legalLimit) + ": " + reason);
    }
    var next = now.plus(Retry.after(number));
    // The last attempt is at the end, not up to an hour after it.
    var retryAt = next.isAfter(givenUpAt) ? givenUpAt : next;
    return new Attempt(Status.WAITING, number, first, now, retryAt, shortened(reason));
  }

  private static Attempt over(
      Status status, int number, Instant first, Instant now, String reason) {
    return new Attempt(status, number, first, now, null, shortened(reason));
  }

  private static String shortened(String reason) {
    return reason.substring(0, Math.min(reason.length(), 500));
  }
}
