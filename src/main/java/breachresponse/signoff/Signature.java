package breachresponse.signoff;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One signatory's answer to one document.
 *
 * @param role the group that the person signed for: {@code legal}
 * @param sha256 of the content that the person saw
 * @param signed false if it was refused
 * @param comment why it was refused; null if nothing was said
 */
public record Signature(
    UUID documentId,
    String role,
    String person,
    boolean signed,
    String comment,
    String sha256,
    Instant at) {

  boolean repeats(Signature other) {
    return role.equals(other.role)
        && person.equals(other.person)
        && signed == other.signed
        && Objects.equals(comment, other.comment);
  }
}
