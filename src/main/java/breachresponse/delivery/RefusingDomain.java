package breachresponse.delivery;

import java.time.Instant;

/**
 * A recipient domain that takes no mail from us.
 *
 * @param reason its mail server's words
 * @param refusals how often it has refused a letter, one after the other
 * @param pausedUntil when one more is tried
 */
public record RefusingDomain(String domain, String reason, int refusals, Instant pausedUntil) {}
