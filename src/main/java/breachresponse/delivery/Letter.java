package breachresponse.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * What one person is written. Nothing in it can add a header of its own.
 *
 * @param id the same each time that this mail is tried, so that who gets it twice can tell
 * @param html a whole HTML document
 */
record Letter(
    String id,
    String fromName,
    String from,
    String replyTo,
    String to,
    String language,
    String subject,
    String plain,
    Optional<String> html) {

  private static final Pattern LINE_END = Pattern.compile("\\R");

  // Otherwise of each letter of an address the lower byte is written: č is then a line end.
  private static final Session SESSION = Session.getInstance(utf8());

  static {
    // Otherwise jakarta.mail searches the class path for it, several times per message.
    System.getProperties()
        .putIfAbsent(
            "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
  }

  /**
   * @throws IllegalArgumentException naming what can't stand in a header
   */
  Letter {
    refuseControls("id", id);
    refuseControls("sender's name", fromName);
    refuseControls("sender", from);
    refuseControls("reply-to", replyTo);
    refuseControls("recipient", to);
    refuseControls("language", language);
    refuseControls("subject", subject);
    from = MailAddress.onTheWire(from);
    replyTo = MailAddress.onTheWire(replyTo);
    to = MailAddress.onTheWire(to);
  }

  private static Properties utf8() {
    var properties = new Properties();
    properties.setProperty("mail.mime.allowutf8", "true");
    return properties;
  }

  static boolean hasControls(String text) {
    return text.chars().anyMatch(Letter::isControl);
  }

  /** C0, DEL, C1, and the separators that some software takes for line ends. */
  private static boolean isControl(int character) {
    return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
  }

  /** The Message-ID of RFC 5322: a letter's id at the sender's domain. */
  String messageId(String id) {
    return "<" + id + from.substring(from.lastIndexOf('@')) + ">";
  }

  /** The mail that comes back to the sender if it can't be delivered. */
  Mail mail(Instant date) {
    return new Mail(id, from, to, bytes(date));
  }

  /**
   * The letter in the form in which it is mailed (RFC 5322): of the same letter the same.
   *
   * @param without headers that are left out
   * @throws IllegalArgumentException if it can't be made into a mail
   */
  byte[] bytes(Instant date, String... without) {
    try {
      var message = new Addressed();
      // setFrom would leave the name as it is now
      message.setHeader(
          "From", new InternetAddress(from, fromName, StandardCharsets.UTF_8.name()).toString());
      message.setReplyTo(new InternetAddress[] {new InternetAddress(replyTo)});
      message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
      message.setSubject(subject, StandardCharsets.UTF_8.name());
      message.setSentDate(Date.from(date));
      message.setHeader("Content-Language", language);
      // RFC 3834: people wrote it, but a machine mails it to each. Without this the out-of-office
      // replies of a million bury the mailbox in which those with questions write.
      message.setHeader("Auto-Submitted", "auto-generated");
      if (html.isPresent()) {
        message.setContent(new Alternatives(part(plain, "plain"), part(html.get(), "html")));
      } else {
        message.setText(lines(plain), StandardCharsets.UTF_8.name());
      }
      message.saveChanges();
      var bytes = new ByteArrayOutputStream();
      message.writeTo(bytes, without);
      return bytes.toByteArray();
    } catch (MessagingException | IOException unsendable) {
      throw new IllegalArgumentException(
          "letter: it can't be made into a mail: %s".formatted(unsendable.getMessage()),
          unsendable);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(lines(text), StandardCharsets.UTF_8.name(), subtype);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static String lines(String text) {
    return LINE_END.matcher(text).replaceAll("\r\n");
  }

  static void refuseControls(String field, String value) {
    if (hasControls(value)) {
      throw new IllegalArgumentException(
          field + ": it contains a line break or control character, remove it");
    }
  }

  /** Keeps its Message-ID, which jakarta.mail otherwise makes anew. */
  private final class Addressed extends MimeMessage {

    Addressed() {
      super(SESSION);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId(id));
    }
  }

  /** Has the same boundary each time, which jakarta.mail otherwise makes anew. */
  private static final class Alternatives extends MimeMultipart {

    Alternatives(MimeBodyPart... parts) throws MessagingException {
      super("alternative", parts);
      var type = new ContentType(contentType);
      // Quoted-printable text never contains it (RFC 2045 section 6.7).
      type.setParameter("boundary", "=_alternative");
      contentType = type.toString();
    }
  }
}
