package breachresponse.workflow.desk;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** When what the plan gives a case some time for is due: an exercise may run faster. */
@Component
public class CaseClock {

  private final Incidents incidents;
  private final Clock clock;

  CaseClock(Incidents incidents, Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
  }

  /** So long after now. */
  public Instant within(CaseNumber caseNumber, Duration target) {
    return after(clock.instant(), caseNumber, target);
  }

  /** So long after that time. */
  public Instant after(Instant start, CaseNumber caseNumber, Duration target) {
    return start.plus(incidents.get(caseNumber).timeScale().onTheWall(target));
  }

  /** So long after the case was reported. */
  public Date afterTheReport(String caseNumber, Duration target) {
    var number = new CaseNumber(caseNumber);
    return Desk.date(after(incidents.get(number).reportedAt(), number, target));
  }
}
