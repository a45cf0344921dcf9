package breachresponse.workflow.desk;

import breachresponse.incident.CaseNumber;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.ShownTime;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What every process class asks of the engine: whose case this is, and who acts. */
@Component
public class Desk {

  private final IdentityService identities;
  private final Words words;
  private final ResponsePlan plan;
  private final Clock clock;

  Desk(IdentityService identities, Words words, ResponsePlan plan, Clock clock) {
    this.identities = identities;
    this.words = words;
    this.plan = plan;
    this.clock = clock;
  }

  public static CaseNumber caseOf(DelegateTask task) {
    return caseOf(task.getExecution());
  }

  public static CaseNumber caseOf(DelegateExecution execution) {
    return new CaseNumber(execution.getProcessBusinessKey());
  }

  /** The engine keeps dates as {@link Date}. */
  public static Date date(Instant instant) {
    return Date.from(instant);
  }

  /**
   * Things that happened can't lie in the future.
   *
   * @throws IllegalArgumentException naming the field if this does
   */
  public OffsetDateTime past(String field, OffsetDateTime at) {
    if (at.toInstant().isAfter(clock.instant())) {
      throw new IllegalArgumentException(
          "%s: %s is in the future, please check the date and the zone"
              .formatted(field, words.at(at.toInstant(), plan.zone())));
    }
    return at;
  }

  /** The time as the timeline has it, which speaks one language. */
  public String onTheTimeline(Instant at) {
    return new ShownTime(plan.zone()).inFull(at);
  }

  /**
   * @return the user id of who completes the task now
   * @throws IllegalStateException if nobody is signed in
   */
  public String whoActs() {
    var who = identities.getCurrentAuthentication();
    if (who == null) {
      throw new IllegalStateException("user: nobody is signed in; please log in again");
    }
    return who.getUserId();
  }
}
