package breachresponse.workflow;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.CaseClock;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What law enforcement asked us not to tell yet, as the latest facts of a case have it. It ends by
 * itself at its time; before, it takes two people.
 */
@Component
class Holds {

  /** One person says that the hold has ended: another one confirms it. */
  record EndAsked(String askedBy, String reason) {}

  private final Incidents incidents;
  private final Timeline timeline;
  private final ResponsePlan plan;
  private final JdbcClient db;
  private final CaseClock caseClock;
  private final Clock clock;

  Holds(
      Incidents incidents,
      Timeline timeline,
      ResponsePlan plan,
      JdbcClient db,
      CaseClock caseClock,
      Clock clock) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.plan = plan;
    this.db = db;
    this.caseClock = caseClock;
    this.clock = clock;
  }

  Optional<Facts.Hold> inForce(CaseNumber caseNumber) {
    return incidents
        .facts(caseNumber)
        .map(FactsVersion::facts)
        .map(Facts::hold)
        .filter(hold -> hold.inForceAt(clock.instant()));
  }

  /** When the hold ends, or is asked about again where nobody said when: now if there is none. */
  Instant ends(CaseNumber caseNumber) {
    return inForce(caseNumber)
        .map(
            hold ->
                until(hold)
                    .orElseGet(() -> caseClock.within(caseNumber, plan.targets().holdReview())))
        .orElseGet(clock::instant);
  }

  static Optional<Instant> until(Facts.Hold hold) {
    return Optional.ofNullable(hold.until()).map(OffsetDateTime::toInstant);
  }

  /** Whether these facts would end a hold that is in force, or end it sooner. */
  boolean isCutShortBy(CaseNumber caseNumber, Facts facts) {
    return inForce(caseNumber)
        .filter(
            hold ->
                facts.hold() == null
                    || until(facts.hold())
                        .filter(
                            end ->
                                !end.isAfter(clock.instant())
                                    || until(hold).filter(end::isBefore).isPresent())
                        .isPresent())
        .isPresent();
  }

  /** Nothing if nobody has asked, or the facts have changed since. */
  Optional<EndAsked> endAsked(CaseNumber caseNumber) {
    return db.sql(
            """
            select asked_by, reason from end_of_hold
            where case_number = :case and facts_version = :version
            """)
        .param("case", caseNumber.value())
        .param("version", version(caseNumber))
        .query(EndAsked.class)
        .optional();
  }

  /**
   * Ends the hold if somebody else has asked for it before; else this is the first to ask.
   *
   * @return whether it has ended
   * @throws IllegalArgumentException if the same person asks twice
   */
  boolean end(CaseNumber caseNumber, String reason, String by) {
    incidents.lock(caseNumber);
    var first = endAsked(caseNumber);
    if (first.filter(asked -> asked.askedBy().equals(by)).isPresent()) {
      throw new IllegalArgumentException(
          "decision: you have said so already; please leave it to somebody else to confirm");
    }
    forgetEnd(caseNumber);
    if (first.isEmpty()) {
      ask(caseNumber, reason, by);
      return false;
    }
    incidents
        .facts(caseNumber)
        .ifPresent(latest -> incidents.record(caseNumber, latest.facts().withoutHold(), by));
    timeline.record(
        caseNumber,
        by,
        "hold of law enforcement ended",
        "%s; first said by %s: %s".formatted(reason, first.get().askedBy(), first.get().reason()),
        null);
    return true;
  }

  private void ask(CaseNumber caseNumber, String reason, String by) {
    db.sql(
            """
            insert into end_of_hold (case_number, facts_version, asked_by, reason)
            values (:case, :version, :by, :reason)
            """)
        .param("case", caseNumber.value())
        .param("version", version(caseNumber))
        .param("by", by)
        .param("reason", reason)
        .update();
    timeline.record(caseNumber, by, "end of the hold asked for", reason, null);
  }

  /** Who was asked to confirm does not: the hold stays. */
  void keep(CaseNumber caseNumber, String reason, String by) {
    forgetEnd(caseNumber);
    timeline.record(caseNumber, by, "end of the hold not confirmed", reason, null);
  }

  private void forgetEnd(CaseNumber caseNumber) {
    db.sql("delete from end_of_hold where case_number = :case")
        .param("case", caseNumber.value())
        .update();
  }

  private int version(CaseNumber caseNumber) {
    return incidents.facts(caseNumber).map(FactsVersion::version).orElse(0);
  }
}
