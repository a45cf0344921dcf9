package breachresponse.delivery;

import breachresponse.delivery.Mailing.Segment;
import breachresponse.delivery.Mailing.Text;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A mail as a recipient who was made up gets it: read again from the bytes that would leave.
 *
 * @param name empty where nobody knows it
 * @param from as a mail program shows the sender
 */
public record Sample(Segment segment, String name, String from, String to, Text mail) {

  private static final String ADDRESS = "alex@example.com";
  private static final String NAME = "Alex Example";

  /** In each text of each segment: with the recipient's name, and where nobody knows it. */
  public static List<Sample> of(Mailing mailing) {
    return of(mailing, List.of(NAME, ""));
  }

  /** In each text of each segment, with the recipient's name. */
  public static List<Sample> withName(Mailing mailing) {
    return of(mailing, List.of(NAME));
  }

  private static List<Sample> of(Mailing mailing, List<String> names) {
    var merge = new MailMerge(mailing, Instant.EPOCH);
    return mailing.segments().stream()
        .flatMap(
            segment ->
                segment.texts().stream().flatMap(text -> samples(merge, segment, text, names)))
        .toList();
  }

  private static Stream<Sample> samples(
      MailMerge merge, Segment segment, Text text, List<String> names) {
    return names.stream()
        .map(
            name ->
                read(
                    segment,
                    name,
                    text.language(),
                    merge.mail("sample", merge.sender(), ADDRESS, name, text)));
  }

  private static Sample read(Segment segment, String name, String language, Mail mail) {
    try {
      var read = new MimeMessage(null, new ByteArrayInputStream(mail.content()));
      var parts = (MimeMultipart) read.getContent();
      return new Sample(
          segment,
          name,
          ((InternetAddress) read.getFrom()[0]).toUnicodeString(),
          mail.to(),
          new Text(language, read.getSubject(), part(parts, 0), part(parts, 1)));
    } catch (MessagingException impossible) {
      throw new IllegalStateException(impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String part(MimeMultipart parts, int number)
      throws MessagingException, IOException {
    return parts.getBodyPart(number).getContent().toString().replace("\r\n", "\n");
  }
}
