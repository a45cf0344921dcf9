package breachresponse.bounce;

import java.util.Locale;
import java.util.Optional;

/**
 * A delivery status notification: what a mail system says became of one of our mails.
 *
 * @param mail nothing if it does not say which
 * @param failure nothing if the mail is late, on its way, or there
 * @param text the whole of it, in lower case
 */
record Dsn(Optional<MailKey> mail, Optional<Failure> failure, String text) {

  /** Whether it speaks of this address: who knows a notice's id from their own mail does not. */
  boolean names(String address) {
    return text.contains(address.toLowerCase(Locale.ROOT));
  }
}
