package breachresponse.obligation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One time that the recipient of an obligation was told.
 *
 * @param at when it was told
 * @param reference under which the recipient keeps it
 * @param note what was added, or why it was withdrawn
 * @param documentId the signed text, if it was one
 */
public record Filing(
    UUID obligationId,
    Kind kind,
    Instant at,
    Optional<String> reference,
    Optional<String> note,
    Optional<UUID> documentId,
    String by) {

  /** What a filing says of itself. */
  public enum Kind {
    /** All that the law lists. */
    COMPLETE,
    /** Some of it is to follow (GDPR Art 33(4)). */
    INCOMPLETE,
    /** More of it, and still not all. */
    FOLLOW_UP,
    /** It turned out not to be owed. */
    WITHDRAWN
  }
}
