package breachresponse.workflow;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.plan.ResponsePlan;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What law enforcement asked us not to tell yet, as the latest facts of a case have it. */
@Component
class Holds {

  private final Incidents incidents;
  private final Timeline timeline;
  private final ResponsePlan plan;
  private final Clock clock;

  Holds(Incidents incidents, Timeline timeline, ResponsePlan plan, Clock clock) {
    this.incidents = incidents;
    this.timeline = timeline;
    this.plan = plan;
    this.clock = clock;
  }

  Optional<Facts.Hold> inForce(CaseNumber caseNumber) {
    return incidents
        .facts(caseNumber)
        .map(FactsVersion::facts)
        .map(Facts::hold)
        .filter(hold -> hold.inForceAt(clock.instant()));
  }

  /** When the hold ends, or is asked about again where nobody said when. */
  Instant ends(Facts.Hold hold) {
    return until(hold).orElseGet(() -> clock.instant().plus(plan.targets().holdReview()));
  }

  static Optional<Instant> until(Facts.Hold hold) {
    return Optional.ofNullable(hold.until()).map(OffsetDateTime::toInstant);
  }

  void end(CaseNumber caseNumber, String reason, String by) {
    incidents
        .facts(caseNumber)
        .ifPresent(latest -> incidents.record(caseNumber, latest.facts().withoutHold(), by));
    timeline.record(caseNumber, by, "hold of law enforcement ended", reason, null);
  }
}
