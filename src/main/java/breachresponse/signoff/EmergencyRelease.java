package breachresponse.signoff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person let a text go although signatures were missing.
 *
 * @param reason why it could not wait
 * @param sha256 of the content that was released
 * @param looks the second look of each who was missing
 */
public record EmergencyRelease(
    UUID documentId, String person, String reason, String sha256, Instant at, List<Look> looks) {

  /**
   * @param role the group whose signature was missing: {@code ceo}
   * @param done empty until somebody has looked
   */
  public record Look(String role, Optional<Done> done) {}

  /**
   * @param right whether they would have signed it
   * @param comment what is wrong; null if nothing is
   */
  public record Done(String person, boolean right, String comment, Instant at) {}

  /** The groups that have not looked at it yet. */
  public List<String> unseenBy() {
    return looks.stream().filter(look -> look.done().isEmpty()).map(Look::role).toList();
  }
}
