package breachresponse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import breachresponse.evidence.Sha256;
import java.security.MessageDigest;
import java.util.List;

/** SHA-256 over the lines of a list of recipients, in the order of their numbers. */
final class ListDigest {

  private final MessageDigest sha256 = Sha256.digest();
  private int people;

  void add(long number, RecipientRow row) {
    sha256.update(row.line(number).getBytes(UTF_8));
    sha256.update((byte) '\n');
    people++;
  }

  /** Numbered from that number on. */
  void add(long firstNumber, List<RecipientRow> rows) {
    var number = firstNumber;
    for (var row : rows) {
      add(number++, row);
    }
  }

  int people() {
    return people;
  }

  /** Ends it: it begins anew after that. */
  String hex() {
    return Sha256.hex(sha256);
  }
}
