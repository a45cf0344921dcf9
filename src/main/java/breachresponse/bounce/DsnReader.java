package breachresponse.bounce;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads one mail as a DSN: of RFC 3464, or of qmail and old Exim, which have no part for machines.
 */
final class DsnReader {

  private static final Session NO_SERVER = Session.getInstance(new Properties());
  // Some systems wrap a report into another multipart to add a footer, none does so often.
  private static final int DEEPEST = 5;

  // https://cr.yp.to/proto/qsbmf.txt
  private static final String QMAIL = "Hi. This is the ";
  private static final Pattern QMAIL_RECIPIENT =
      Pattern.compile("(?ms)^<[^>\\n]+>:\\r?\\n(.+?)(?:\\r?\\n\\r?\\n|\\z)");
  private static final String EXIM = "X-Failed-Recipients";
  private static final Pattern EXIM_RECIPIENT =
      Pattern.compile("(?ms)^ {2}[^\\s@]+@\\S+\\r?\\n(.+?)(?:\\r?\\n\\r?\\n|\\z)");

  private static final Pattern TYPE_OF_WORDS = Pattern.compile("^[\\w-]+\\s*;\\s*");

  private final MimeMessage message;
  private final String text;
  private final List<Part> parts = new ArrayList<>();

  private DsnReader(byte[] mail) throws MessagingException, IOException {
    message = new MimeMessage(NO_SERVER, new ByteArrayInputStream(mail));
    text = new String(mail, StandardCharsets.ISO_8859_1);
    collect(message, 0);
  }

  /**
   * @return nothing if it is another kind of mail
   * @throws MessagingException or IOException if it is broken
   */
  static Optional<Dsn> read(byte[] mail) throws MessagingException, IOException {
    return new DsnReader(mail).read();
  }

  private Optional<Dsn> read() throws MessagingException, IOException {
    var report = first("message/delivery-status", "message/global-delivery-status");
    if (report.isPresent()) {
      var fields = blocks(report.get());
      return reported(fields) ? Optional.of(dsn(fields, failure(fields))) : Optional.empty();
    }
    var failure = failureInWords();
    return failure.isPresent() ? Optional.of(dsn(List.of(), failure)) : Optional.empty();
  }

  private Dsn dsn(List<InternetHeaders> fields, Optional<Failure> failure)
      throws MessagingException, IOException {
    return new Dsn(mail(fields), failure, text.toLowerCase(Locale.ROOT));
  }

  /** What is inside a mail that is attached is of another mail. */
  private void collect(Part part, int depth) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && depth < DEEPEST) {
      if (part.getContent() instanceof Multipart several) {
        for (var n = 0; n < several.getCount(); n++) {
          collect(several.getBodyPart(n), depth + 1);
        }
      }
    } else {
      parts.add(part);
    }
  }

  private Optional<Part> first(String... types) throws MessagingException {
    for (var part : parts) {
      for (var type : types) {
        if (part.isMimeType(type)) {
          return Optional.of(part);
        }
      }
    }
    return Optional.empty();
  }

  /** The fields of the report: a block for the mail, then one for each recipient. */
  private static List<InternetHeaders> blocks(Part report) throws MessagingException, IOException {
    var rest = new ByteArrayInputStream(report.getInputStream().readAllBytes());
    var blocks = new ArrayList<InternetHeaders>();
    while (rest.available() > 0) {
      blocks.add(new InternetHeaders(rest, true));
    }
    return blocks;
  }

  private static boolean reported(List<InternetHeaders> blocks) {
    return blocks.stream().anyMatch(block -> !field(block, "Action").isEmpty());
  }

  /** An address that stands for several people has reached one of them, or will. */
  private static Optional<Failure> failure(List<InternetHeaders> blocks) {
    var recipients = blocks.stream().filter(block -> !field(block, "Action").isEmpty()).toList();
    return recipients.stream().allMatch(DsnReader::hasFailed)
        ? recipients.stream().map(DsnReader::failure).findFirst()
        : Optional.empty();
  }

  private static boolean hasFailed(InternetHeaders recipient) {
    return field(recipient, "Action").toLowerCase(Locale.ROOT).startsWith("failed");
  }

  private static Failure failure(InternetHeaders recipient) {
    var words = TYPE_OF_WORDS.matcher(field(recipient, "Diagnostic-Code")).replaceFirst("");
    var status = field(recipient, "Status");
    return Failure.of(status, words.isEmpty() ? status : words);
  }

  private Optional<Failure> failureInWords() throws MessagingException, IOException {
    var plain = first("text/plain");
    if (plain.isEmpty() || !(plain.get().getContent() instanceof String words)) {
      return Optional.empty();
    }
    if (words.stripLeading().startsWith(QMAIL)) {
      return said(QMAIL_RECIPIENT, words);
    }
    return message.getHeader(EXIM) != null ? said(EXIM_RECIPIENT, words) : Optional.empty();
  }

  private static Optional<Failure> said(Pattern recipient, String words) {
    return recipient
        .matcher(words)
        .results()
        .map(found -> Failure.of("", found.group(1)))
        .findFirst();
  }

  /** By the address that it was sent to, or else by the mail that it brings back. */
  private Optional<MailKey> mail(List<InternetHeaders> fields)
      throws MessagingException, IOException {
    var sentTo =
        Collections.list(message.getAllHeaders()).stream()
            .map(Header::getValue)
            .flatMap(value -> MailKey.inReturnPath(value).stream())
            .findFirst();
    if (sentTo.isPresent()) {
      return sentTo;
    }
    var returned = returned();
    return Stream.concat(fields.stream(), returned.stream())
        .flatMap(
            headers ->
                Stream.of("Original-Message-ID", "X-Original-Message-ID", "Message-ID")
                    .map(name -> field(headers, name)))
        .flatMap(value -> MailKey.inMessageId(value).stream())
        .findFirst();
  }

  private Optional<InternetHeaders> returned() throws MessagingException, IOException {
    var part =
        first(
            "message/rfc822",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers");
    return part.isPresent()
        ? Optional.of(new InternetHeaders(part.get().getInputStream(), true))
        : Optional.empty();
  }

  private static String field(InternetHeaders headers, String name) {
    var value = headers.getHeader(name, null);
    return value == null ? "" : MimeUtility.unfold(value).strip();
  }
}
