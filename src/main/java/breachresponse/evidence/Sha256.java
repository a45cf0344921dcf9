package breachresponse.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as {@code sha256sum} prints it. */
public final class Sha256 {

  private Sha256() {}

  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String of(String text) {
    return of(text.getBytes(UTF_8));
  }

  public static String of(byte[] content) {
    var digest = digest();
    digest.update(content);
    return hex(digest);
  }

  /** As {@code sha256sum -c} reads it. */
  static String line(String hash, String file) {
    return hash + "  " + file + "\n";
  }
}
