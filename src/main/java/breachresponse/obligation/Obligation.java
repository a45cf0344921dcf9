package breachresponse.obligation;

import breachresponse.incident.CaseNumber;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * A duty of a law that concerns a case, with its clock and what became of it.
 *
 * @param clock what the clock says now; recomputed when facts change
 * @param finding whether the facts trigger it, when they were last looked at
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
    Finding finding,
    Status status,
    Optional<Instant> filedAt,
    Optional<String> reference,
    Optional<String> reasonForDelay,
    Optional<String> releaseReason) {

  /** How far it has come. */
  public enum Status {
    OPEN,
    /** The facts have never triggered it: nobody is told, and the record shows why. */
    NOT_TRIGGERED,
    FULFILLED,
    /** The facts no longer trigger it; it stays open until legal releases it. */
    NO_LONGER_TRIGGERED,
    RELEASED;

    public boolean isOver() {
      return this == FULFILLED || this == RELEASED || this == NOT_TRIGGERED;
    }
  }

  public boolean tellsPeople() {
    return duty.recipient() == Duty.Recipient.PEOPLE;
  }

  /**
   * @return whether telling the recipient at that time is after the due instant, to the second
   */
  public boolean isLateAt(Instant at) {
    return clock.due().filter(at.truncatedTo(ChronoUnit.SECONDS)::isAfter).isPresent();
  }

  /** How it stands at that time, for who looks at many of them. */
  public Standing standingAt(Instant now) {
    return switch (status) {
      case FULFILLED ->
          filedAt.filter(this::isLateAt).isPresent() ? Standing.TOLD_LATE : Standing.TOLD;
      case RELEASED -> Standing.RULED_OUT;
      case NOT_TRIGGERED -> Standing.NOT_OWED;
      case NO_LONGER_TRIGGERED -> Standing.NO_LONGER_TRIGGERED;
      case OPEN -> finding.verdict() == Verdict.UNDECIDED ? Standing.UNDECIDED : openAt(now);
    };
  }

  private Standing openAt(Instant now) {
    if (clock.due().isPresent()) {
      return isLateAt(now) ? Standing.OVERDUE : Standing.RUNNING;
    }
    return clock.target().isPresent() ? Standing.OWN_TARGET : Standing.WAITING;
  }

  static Obligation arising(
      CaseNumber caseNumber, Duty duty, StatutoryClock clock, Finding finding) {
    return new Obligation(
        UUID.randomUUID(),
        caseNumber,
        duty,
        clock,
        finding,
        finding.isOwed() ? Status.OPEN : Status.NOT_TRIGGERED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  Obligation asOf(Duty duty, StatutoryClock clock, Finding finding) {
    return new Obligation(
        id,
        caseNumber,
        duty,
        clock,
        finding,
        status,
        filedAt,
        reference,
        reasonForDelay,
        releaseReason);
  }

  /** An obligation that is open again has been released no longer. */
  Obligation with(Status status) {
    return new Obligation(
        id,
        caseNumber,
        duty,
        clock,
        finding,
        status,
        filedAt,
        reference,
        reasonForDelay,
        status == Status.OPEN ? Optional.empty() : releaseReason);
  }

  Obligation filed(Instant at, Optional<String> reference, Optional<String> reasonForDelay) {
    return new Obligation(
        id,
        caseNumber,
        duty,
        clock,
        finding,
        Status.FULFILLED,
        Optional.of(at),
        reference,
        reasonForDelay,
        releaseReason);
  }

  Obligation delayed(String reason) {
    return new Obligation(
        id,
        caseNumber,
        duty,
        clock,
        finding,
        status,
        filedAt,
        reference,
        Optional.of(reason),
        releaseReason);
  }

  Obligation released(String reason) {
    return new Obligation(
        id,
        caseNumber,
        duty,
        clock,
        finding,
        Status.RELEASED,
        filedAt,
        reference,
        reasonForDelay,
        Optional.of(reason));
  }
}
