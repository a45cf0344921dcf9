package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the running {@code fulfil-obligation} processes in step with the register. */
@Component
public class RunningObligations {

  /** Open obligations of the case that no process takes care of yet, by their ids. */
  public List<String> without(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }

  /**
   * Brings the case's running processes in line with the register after any change of it: timers
   * and due dates follow moved clocks, started clocks start, released and fulfilled ones end. Done
   * twice it changes nothing.
   */
  public void follow(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }
}
