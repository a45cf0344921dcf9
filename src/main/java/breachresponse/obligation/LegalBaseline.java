package breachresponse.obligation;

import breachresponse.incident.Facts;
import java.util.List;

/** The law as the lawyers wrote it down. The domain asks; decision tables answer. */
public interface LegalBaseline {

  /**
   * The duties of all laws that concern the case by the latest tables, triggered or not, in force
   * or not; none is a valid answer.
   */
  List<Requirement> requirementsOf(Facts facts);
}
