package breachresponse.obligation;

import breachresponse.incident.Facts;
import java.util.List;

/** The law as the lawyers wrote it down. The domain asks; decision tables answer. */
public interface LegalBaseline {

  /**
   * All duties that the facts trigger by the latest tables, each once for a jurisdiction; none is a
   * valid answer.
   */
  List<Requirement> requirementsOf(Facts facts);
}
