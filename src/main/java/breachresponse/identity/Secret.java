package breachresponse.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that are told once, and known by their hash from then on. */
public final class Secret {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /**
   * @return 43 letters, digits, - and _, which nobody guesses
   */
  public static String next() {
    var secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }
}
