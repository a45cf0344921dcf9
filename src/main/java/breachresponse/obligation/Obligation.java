package breachresponse.obligation;

import breachresponse.incident.CaseNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A duty that the facts of a case trigger, with its clock and what became of it.
 *
 * @param clock what the clock says now; recomputed when facts change
 * @param status how far it has come
 * @param filedAt when the recipient was told
 * @param reference under which the recipient keeps it
 * @param reasonForDelay why it was late (GDPR Art 33(1))
 * @param releaseReason why legal decided that nobody is told after all
 */
public record Obligation(
    UUID id,
    CaseNumber caseNumber,
    Duty duty,
    StatutoryClock clock,
    Status status,
    Optional<Instant> filedAt,
    Optional<String> reference,
    Optional<String> reasonForDelay,
    Optional<String> releaseReason) {

  /** How far it has come. */
  public enum Status {
    OPEN,
    FULFILLED,
    /** The facts no longer trigger it; it stays open until legal releases it. */
    NO_LONGER_TRIGGERED,
    RELEASED;

    public boolean isOver() {
      return this == FULFILLED || this == RELEASED;
    }
  }

  public boolean tellsPeople() {
    return duty.recipient() == Duty.Recipient.PEOPLE;
  }
}
