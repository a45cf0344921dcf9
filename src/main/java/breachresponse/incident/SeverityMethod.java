package breachresponse.incident;

import java.util.Optional;

/** A second opinion on how bad a breach is. The domain asks; decision tables answer. */
public interface SeverityMethod {

  /**
   * @return empty where no personal data are affected, or nobody knows yet which
   */
  Optional<Severity> severityOf(Facts facts);
}
