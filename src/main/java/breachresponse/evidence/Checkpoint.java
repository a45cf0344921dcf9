package breachresponse.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import breachresponse.incident.CaseNumber;
import java.time.Instant;

/**
 * How far the timeline of a case had come, signed by the key of the installation: what is cut off
 * or changed before it shows.
 *
 * @param entries how many there were
 * @param hash of the last of them
 * @param at to the second
 * @param key the id of it, SHA-256 in hex of the public key in DER
 * @param signature Ed25519 over {@link #text()} in UTF-8
 */
public record Checkpoint(
    CaseNumber caseNumber, int entries, String hash, Instant at, String key, byte[] signature) {

  /** What is signed, a line for each field. */
  String text() {
    return """
    case: %s
    entries: %d
    hash: %s
    at: %s
    key: %s
    """
        .formatted(caseNumber, entries, hash, at, key);
  }

  /** Its name in the evidence: {@code 00042-3f2a9c0b}. */
  String fileName() {
    return "%05d-%s".formatted(entries, key.substring(0, 8));
  }

  Checkpoint signedBy(EvidenceKey signer) {
    return new Checkpoint(caseNumber, entries, hash, at, key, signer.sign(text().getBytes(UTF_8)));
  }

  boolean isSignedBy(String publicPem) {
    return EvidenceKey.hasSigned(publicPem, text().getBytes(UTF_8), signature);
  }

  boolean isOf(Timeline.Entry entry) {
    return entries == entry.number() && hash.equals(entry.hash());
  }
}
