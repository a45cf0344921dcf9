package breachresponse.delivery;

import breachresponse.delivery.Carrier.Deferred;
import breachresponse.delivery.Carrier.Outcome;
import breachresponse.delivery.Carrier.Rejected;
import breachresponse.delivery.Carrier.Undeliverable;
import breachresponse.delivery.Carrier.Unreachable;
import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * How a mail server refused a letter.
 *
 * @param code RFC 5321; below 400 if the connection broke
 * @param command what it answered: {@code RCPT TO:<…>}, {@code DATA}, {@code .}
 */
record SmtpReply(int code, String command, String text) {

  private static final Pattern ENHANCED =
      Pattern.compile("\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");
  // RFC 3463: the mailbox, its domain or its host. 5.1.7 and 5.1.8 are the sender's.
  private static final Pattern RECIPIENTS_FAULT =
      Pattern.compile("5\\.1\\.([0-46]|10)|5\\.2\\.[0-2]|5\\.4\\.[14]");

  static SmtpReply in(MessagingException failure) {
    return chain(failure)
        .flatMap(SmtpReply::of)
        .findFirst()
        .orElse(new SmtpReply(-1, "", failure.getMessage()));
  }

  private static Stream<Exception> chain(MessagingException failure) {
    return Stream.iterate(
        (Exception) failure,
        exception -> exception != null,
        exception -> exception instanceof MessagingException mail ? mail.getNextException() : null);
  }

  private static Stream<SmtpReply> of(Exception exception) {
    if (exception instanceof SMTPAddressFailedException refused) {
      return Stream.of(
          new SmtpReply(refused.getReturnCode(), refused.getCommand(), refused.getMessage()));
    }
    if (exception instanceof SMTPSendFailedException refused) {
      return Stream.of(
          new SmtpReply(refused.getReturnCode(), refused.getCommand(), refused.getMessage()));
    }
    return Stream.empty();
  }

  /**
   * Only what is plainly about the recipient is held against the recipient: a refusal of our
   * address, account, content or conduct would be repeated for each of a million.
   */
  Outcome outcome() {
    var words = text.strip().replaceAll("\\s+", " ");
    if (code < 400 || code == 421) {
      return new Unreachable("mail server: " + words, true);
    }
    if (command.startsWith("MAIL")) {
      return new Rejected(words);
    }
    if (code < 500) {
      return new Deferred(words);
    }
    return isRecipientsFault() ? new Undeliverable(words) : new Rejected(words);
  }

  private boolean isRecipientsFault() {
    var enhanced = ENHANCED.matcher(text);
    if (enhanced.find()) {
      return RECIPIENTS_FAULT.matcher(enhanced.group(1)).matches();
    }
    return command.startsWith("RCPT") && (code == 550 || code == 551 || code == 553);
  }
}
