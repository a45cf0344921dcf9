package breachresponse.evidence;

import breachresponse.incident.CaseNumber;
import java.util.List;
import java.util.Optional;

/** Which diagrams governed a case, and what rules say. The domain asks; the engine answers. */
public interface GoverningRules {

  /** Each version by which a process of the case ran, the first first. */
  List<Governing> diagrams(CaseNumber caseNumber);

  /** The file as it was deployed; empty if its deployment was deleted since. */
  Optional<byte[]> source(RuleVersion rule);
}
