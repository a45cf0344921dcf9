package breachresponse.workflow;

import breachresponse.evidence.Timeline;
import breachresponse.identity.Names;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.ShownTime;
import breachresponse.workflow.desk.CaseClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What law enforcement asked us not to tell yet, as the latest facts of a case have it. It ends by
 * itself at its time. That it ends sooner, or has ended, two people say.
 */
@Component
class Holds {

  /**
   * One person says that the hold ends sooner: another one confirms it.
   *
   * @param endsAt empty if it has ended already
   */
  record EndAsked(String askedBy, String reason, Optional<OffsetDateTime> endsAt) {

    private boolean isOf(Optional<OffsetDateTime> end) {
      return endsAt.map(OffsetDateTime::toInstant).equals(end.map(OffsetDateTime::toInstant));
    }
  }

  private static final String FOUND = "recorded with other findings";

  private final Incidents incidents;
  private final Timeline timeline;
  private final Names names;
  private final ResponsePlan plan;
  private final JdbcClient db;
  private final CaseClock caseClock;
  private final Clock clock;

  Holds(
      Incidents incidents,
      Timeline timeline,
      Names names,
      ResponsePlan plan,
      JdbcClient db,
      CaseClock caseClock,
      Clock clock) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.names = names;
    this.plan = plan;
    this.db = db;
    this.caseClock = caseClock;
    this.clock = clock;
  }

  Optional<Facts.Hold> inForce(CaseNumber caseNumber) {
    return known(caseNumber).filter(hold -> hold.inForceAt(clock.instant()));
  }

  /**
   * @param field where the person is who would tell the public
   * @throws IllegalArgumentException while one is in force
   */
  void refuse(String field, CaseNumber caseNumber) {
    if (inForce(caseNumber).isPresent()) {
      throw new IllegalArgumentException(
          field
              + ": law enforcement has asked not to tell the public yet; please wait until legal has ended the hold");
    }
  }

  /** Whether two people have taken it back; one whose time has come is still on record. */
  boolean isTakenBack(CaseNumber caseNumber) {
    return known(caseNumber).isEmpty();
  }

  private Optional<Facts.Hold> known(CaseNumber caseNumber) {
    return incidents.facts(caseNumber).map(FactsVersion::facts).map(Facts::hold);
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

  /**
   * Records facts. If they end a hold in force, or end it sooner, it stays in them as it is until a
   * second person records the same.
   */
  void record(CaseNumber caseNumber, Facts facts, String by) {
    incidents.lock(caseNumber);
    var cutShort = inForce(caseNumber).filter(hold -> isCutShort(hold, facts.hold()));
    if (cutShort.isPresent()) {
      incidents.record(caseNumber, facts.under(cutShort.get()), by);
      found(caseNumber, endIn(facts), by);
      return;
    }
    if (!known(caseNumber).equals(Optional.ofNullable(facts.hold()))) {
      forgetEnd(caseNumber);
    }
    // one whose time has come stays on record: only two people take one back
    var over = known(caseNumber).filter(hold -> facts.hold() == null);
    incidents.record(caseNumber, over.map(facts::under).orElse(facts), by);
  }

  private static boolean isCutShort(Facts.Hold hold, Facts.Hold found) {
    return found == null || found.endsBefore(hold);
  }

  private Optional<OffsetDateTime> endIn(Facts facts) {
    return Optional.ofNullable(facts.hold())
        .filter(hold -> hold.inForceAt(clock.instant()))
        .map(Facts.Hold::until);
  }

  private void found(CaseNumber caseNumber, Optional<OffsetDateTime> end, String by) {
    var first = endAsked(caseNumber).filter(asked -> asked.isOf(end));
    if (first.isEmpty()) {
      ask(caseNumber, end, FOUND, by);
    } else if (!first.get().askedBy().equals(by)) {
      confirm(caseNumber, first.get(), FOUND, by);
    }
  }

  /** Nothing if nobody has asked since the hold was recorded as it is. */
  Optional<EndAsked> endAsked(CaseNumber caseNumber) {
    return db.sql("select asked_by, reason, ends_at from end_of_hold where case_number = :case")
        .param("case", caseNumber.value())
        .query(Holds::endAsked)
        .optional();
  }

  /**
   * Has the hold end if somebody else has asked for it before; else this is the first to ask.
   *
   * @param endsAt says the first; empty if it has ended already
   * @return whether it is confirmed
   * @throws IllegalArgumentException if the same person asks twice, or the hold does not end sooner
   */
  boolean end(CaseNumber caseNumber, Optional<OffsetDateTime> endsAt, String reason, String by) {
    incidents.lock(caseNumber);
    var first = endAsked(caseNumber);
    if (first.filter(asked -> asked.askedBy().equals(by)).isPresent()) {
      throw new IllegalArgumentException(
          "decision: you have said so already; please leave it to somebody else to confirm");
    }
    if (first.isEmpty()) {
      endsAt.ifPresent(end -> refuseUnlessSooner(caseNumber, end));
      ask(caseNumber, endsAt, reason, by);
      return false;
    }
    confirm(caseNumber, first.get(), reason, by);
    return true;
  }

  private void refuseUnlessSooner(CaseNumber caseNumber, OffsetDateTime end) {
    if (!end.toInstant().isAfter(clock.instant())) {
      throw new IllegalArgumentException(
          "endsAt: this is over; please leave it empty if the hold has ended already");
    }
    if (inForce(caseNumber).filter(hold -> hold.until(end).endsBefore(hold)).isEmpty()) {
      throw new IllegalArgumentException(
          "endsAt: this is no sooner than the hold ends anyway; please report a later end as new findings");
    }
  }

  private void ask(
      CaseNumber caseNumber, Optional<OffsetDateTime> endsAt, String reason, String by) {
    forgetEnd(caseNumber);
    db.sql(
            """
            insert into end_of_hold (case_number, asked_by, reason, ends_at)
            values (:case, :by, :reason, :end)
            """)
        .param("case", caseNumber.value())
        .param("by", by)
        .param("reason", reason)
        .param("end", endsAt.orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    timeline.record(caseNumber, by, "end of the hold asked for", ends(endsAt) + reason, null);
  }

  private void confirm(CaseNumber caseNumber, EndAsked first, String reason, String by) {
    forgetEnd(caseNumber);
    incidents
        .facts(caseNumber)
        .map(FactsVersion::facts)
        .ifPresent(facts -> incidents.record(caseNumber, ended(facts, first.endsAt()), by));
    timeline.record(
        caseNumber,
        by,
        first.endsAt().isPresent()
            ? "end of the hold of law enforcement moved"
            : "hold of law enforcement ended",
        ends(first.endsAt())
            + "%s; first said by %s: %s"
                .formatted(reason, names.inFull(first.askedBy()), first.reason()),
        null);
  }

  private static Facts ended(Facts facts, Optional<OffsetDateTime> endsAt) {
    return endsAt.map(end -> facts.under(facts.hold().until(end))).orElseGet(facts::withoutHold);
  }

  private String ends(Optional<OffsetDateTime> endsAt) {
    return endsAt
        .map(end -> "ends %s: ".formatted(new ShownTime(plan.zone()).inFull(end.toInstant())))
        .orElse("");
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

  private static EndAsked endAsked(ResultSet row, int number) throws SQLException {
    return new EndAsked(
        row.getString("asked_by"),
        row.getString("reason"),
        Optional.ofNullable(row.getObject("ends_at", OffsetDateTime.class)));
  }
}
