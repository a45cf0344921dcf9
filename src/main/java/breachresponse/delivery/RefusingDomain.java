package breachresponse.delivery;

import java.time.Instant;

/**
 * A recipient domain that takes no mail from us.
 *
 * @param reason its mail server's words
 * @param refusals how often it has refused a letter, one after the other
 * @param since its first refusal
 * @param pausedUntil when one more is tried
 */
public record RefusingDomain(
    String domain, String reason, int refusals, Instant since, Instant pausedUntil) {

  /** From then on none of its recipients in the dispatch is tried any more. */
  Instant givenUpAt(Instant dispatchStartedAt, Instant legalLimit) {
    return Retry.givenUpAt(
        since.isAfter(dispatchStartedAt) ? since : dispatchStartedAt, legalLimit);
  }
}
