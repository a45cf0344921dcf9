package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens cases and brings findings to them, for callers that are no diagram. */
@Service
@Transactional
public class Cases {

  /**
   * Opens a case and starts its response.
   *
   * @param facts what is known already, or null
   */
  public CaseNumber report(String title, String description, Facts facts, String by) {
    throw new UnsupportedOperationException();
  }

  /**
   * Records new facts; the case's obligations are determined again.
   *
   * @throws IllegalStateException if the case is over
   */
  public void find(CaseNumber caseNumber, Facts facts, String by) {
    throw new UnsupportedOperationException();
  }
}
