package breachresponse.delivery;

import breachresponse.delivery.Carrier.Deferred;
import breachresponse.delivery.Carrier.Outcome;
import breachresponse.delivery.Carrier.Refused;
import breachresponse.delivery.Carrier.Rejected;
import breachresponse.delivery.Carrier.Taken;
import breachresponse.delivery.Carrier.Undeliverable;
import breachresponse.delivery.Carrier.Unknown;
import breachresponse.delivery.Carrier.Unreachable;
import java.util.regex.Pattern;

/**
 * What a mail server answered to a command.
 *
 * @param code RFC 5321; -1 if the connection broke
 * @param command what it answered: {@code RCPT TO:<…>}, {@code DATA}, {@code .}
 */
record SmtpReply(int code, String command, String text) {

  private static final Pattern ENHANCED =
      Pattern.compile("\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");
  // RFC 3463: the mailbox, its domain or its host, 5.1.7 and 5.1.8 are the sender's; RFC 6531: the
  // letters of the address.
  private static final Pattern RECIPIENTS_FAULT =
      Pattern.compile("5\\.1\\.([0-46]|10)|5\\.2\\.[0-2]|5\\.4\\.[14]|5\\.6\\.7");

  /** The connection broke before the answer. */
  static SmtpReply none(String command, Exception broken) {
    return new SmtpReply(-1, command, String.valueOf(broken.getMessage()));
  }

  boolean isPositive() {
    return code >= 200 && code < 400;
  }

  /** True as well where the server said so itself. */
  boolean endsConnection() {
    return code < 200 || code == 421;
  }

  /**
   * Only what is plainly about the recipient is held against the recipient: a refusal of our
   * address, account, content or conduct would be repeated for each of a million.
   */
  Outcome outcome() {
    var words = text.strip().replaceAll("\\s+", " ");
    if (command.equals(".") && code >= 200 && code < 300) {
      return new Taken();
    }
    if (command.equals(".") && code < 400) {
      return new Unknown("mail server, after the whole letter: " + words);
    }
    if (code < 400 || code == 421) {
      return new Unreachable("mail server: " + words, true);
    }
    if (command.startsWith("MAIL")) {
      return new Rejected(words);
    }
    if (code < 500) {
      return new Deferred(words);
    }
    if (isPolicy()) {
      return new Refused(words);
    }
    return isRecipientsFault() ? new Undeliverable(words) : new Rejected(words);
  }

  private boolean isPolicy() {
    var enhanced = ENHANCED.matcher(text);
    return enhanced.find() && enhanced.group(1).startsWith("5.7.");
  }

  private boolean isRecipientsFault() {
    var enhanced = ENHANCED.matcher(text);
    if (enhanced.find()) {
      return RECIPIENTS_FAULT.matcher(enhanced.group(1)).matches();
    }
    return command.startsWith("RCPT") && (code == 550 || code == 551 || code == 553);
  }
}
