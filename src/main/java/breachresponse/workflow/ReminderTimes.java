package breachresponse.workflow;

import breachresponse.incident.Incidents;
import breachresponse.obligation.Obligation;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.Desk;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When the team is reminded of an obligation, as the plan says. */
@Component
class ReminderTimes {

  private final ResponsePlan plan;
  private final Incidents incidents;
  private final Clock clock;

  ReminderTimes(ResponsePlan plan, Incidents incidents, Clock clock) {
    this.plan = plan;
    this.incidents = incidents;
    this.clock = clock;
  }

  /**
   * @return the next reminder, or the deadline where none is left before it
   */
  Date next(Obligation obligation) {
    return Desk.date(left(obligation).orElseGet(() -> deadline(obligation)));
  }

  /** The next reminder before the deadline. */
  Optional<Instant> left(Obligation obligation) {
    var deadline = deadline(obligation);
    return plan.targets()
        .reminders()
        .in(incidents.get(obligation.caseNumber()).timeScale())
        .next(obligation.clock().start().orElse(deadline), deadline, clock.instant());
  }

  boolean isTooLate(Obligation obligation) {
    return !clock.instant().isBefore(deadline(obligation));
  }

  private static Instant deadline(Obligation obligation) {
    return obligation.clock().actBy().orElseThrow();
  }
}
