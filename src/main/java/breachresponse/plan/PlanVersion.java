package breachresponse.plan;

import breachresponse.evidence.Sha256;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The plan at one time.
 *
 * @param number 1 is the first; 0 is the default of the settings, which nobody signed
 * @param reason why it was made
 * @param json its content, as it is stored
 * @param openedBy who began it
 * @param documentId what was signed, once it was submitted
 * @param inForceFrom empty while it is prepared
 */
public record PlanVersion(
    int number,
    String reason,
    PlanContent content,
    String json,
    String openedBy,
    Instant openedAt,
    Optional<UUID> documentId,
    Optional<Instant> inForceFrom) {

  /** Stands for who began a version that a day or a lesson asked for, and nobody in person. */
  public static final String ITSELF = "breach-response";

  /** Of its content as stored, in UTF-8, in hex. */
  public String sha256() {
    return Sha256.of(json);
  }

  public boolean isOpenedByItself() {
    return openedBy.equals(ITSELF);
  }

  public boolean isDefault() {
    return number == 0;
  }
}
