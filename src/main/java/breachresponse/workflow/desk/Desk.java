package breachresponse.workflow.desk;

import breachresponse.incident.CaseNumber;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What every process class asks of the engine: whose case this is, and who acts. */
@Component
public class Desk {

  private final IdentityService identities;

  Desk(IdentityService identities) {
    this.identities = identities;
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
