package breachresponse.bounce;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Why a mail can't be delivered.
 *
 * @param status RFC 3463
 * @param words of the mail server that refused it
 * @param at null if now
 */
public record Failure(String status, String words, Instant at) {

  private static final Pattern STATUS = Pattern.compile("\\b([45]\\.\\d{1,3}\\.\\d{1,3})\\b");
  private static final int LONGEST = 500;

  public Failure {
    words = words.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    words = words.substring(0, Math.min(words.length(), LONGEST));
  }

  /** What the server said is nearer to the cause than a general code put before it. */
  static Failure of(String status, String words) {
    var said = STATUS.matcher(words);
    var reported = STATUS.matcher(status);
    var code = reported.find() ? reported.group(1) : "5.0.0";
    return new Failure(code.endsWith(".0.0") && said.find() ? said.group(1) : code, words, null);
  }

  /** It is us whom the server does not trust, not the recipient who can't be reached. */
  boolean isPolicy() {
    return status.startsWith("5.7.");
  }
}
