package breachresponse.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter to many, made into a mail once: then only the name, the address and the Message-ID are
 * filled in. To make each mail anew takes longer than to send it.
 */
class FormLetter {

  /** Stands in the form for the name. No text of anybody's contains it. */
  static final String GAP = "gap-" + UUID.randomUUID();

  // On lines of their own, so that no encoding breaks them.
  private static final String IN_PLAIN = "\r\n" + GAP + "-plain\r\n";
  private static final String IN_HTML = "\r\n" + GAP + "-html\r\n";
  private static final Pattern GAPS = Pattern.compile("\r\n" + GAP + "-(plain|html)\r\n");
  // A line end that is none: the text goes on at once (RFC 2045 section 6.7).
  private static final byte[] SOFT_LINE_END = "=\r\n".getBytes(ISO_8859_1);
  private static final String[] FILLED_IN = {"To", "Message-ID", "Subject"};

  /** Bytes that all mails have, after the name. */
  private record Piece(boolean html, byte[] bytes) {}

  private final Letter form;
  private final byte[] beginning;
  private final List<Piece> pieces = new ArrayList<>();
  private final int size;

  /**
   * @param form with {@link #GAP} in the place of the name
   * @param date of all these mails
   * @throws IllegalArgumentException if it can't be made into a mail
   */
  FormLetter(Letter form, Instant date) {
    this.form = form;
    var text = new String(withGapsOnTheirOwn(form).bytes(date, FILLED_IN), ISO_8859_1);
    var gaps = GAPS.matcher(text).results().toList();
    size = text.length();
    beginning = text.substring(0, gaps.isEmpty() ? size : gaps.get(0).start()).getBytes(ISO_8859_1);
    for (var n = 0; n < gaps.size(); n++) {
      var end = n + 1 < gaps.size() ? gaps.get(n + 1).start() : size;
      var after = text.substring(gaps.get(n).end(), end).getBytes(ISO_8859_1);
      pieces.add(new Piece(gaps.get(n).group(1).equals("html"), after));
    }
  }

  private static Letter withGapsOnTheirOwn(Letter form) {
    return new Letter(
        form.id(),
        form.fromName(),
        form.from(),
        form.replyTo(),
        form.to(),
        form.language(),
        form.subject(),
        form.plain().replace(GAP, IN_PLAIN),
        form.html().map(html -> html.replace(GAP, IN_HTML)));
  }

  /**
   * The mail to one of them: the same bytes each time.
   *
   * @param called the name, or what stands for it
   * @throws IllegalArgumentException naming what can't stand in a header
   */
  Mail to(String address, String called, String id, String returnPath) {
    Letter.refuseControls("name", called);
    var plain = encoded(called);
    var html = encoded(HtmlUtils.htmlEscape(called, "UTF-8"));
    var mail = new ByteArrayOutputStream(size + 1024);
    mail.writeBytes(headers(address, called, id).getBytes(UTF_8));
    mail.writeBytes(beginning);
    for (var piece : pieces) {
      mail.writeBytes(SOFT_LINE_END);
      mail.writeBytes(piece.html() ? html : plain);
      mail.writeBytes(SOFT_LINE_END);
      mail.writeBytes(piece.bytes());
    }
    return new Mail(id, returnPath, address, mail.toByteArray());
  }

  /** An address with other than ASCII letters stands as it is (RFC 6532). */
  private String headers(String address, String called, String id) {
    // Made a million times: String.format takes as long as all the rest.
    return "To: "
        + address
        + "\r\nMessage-ID: "
        + form.messageId(id)
        + "\r\nSubject: "
        + subject(called)
        + "\r\n";
  }

  private String subject(String called) {
    try {
      var subject = form.subject().replace(GAP, called);
      return MimeUtility.fold("Subject: ".length(), MimeUtility.encodeText(subject, "UTF-8", null));
    } catch (UnsupportedEncodingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] encoded(String called) {
    var encoded = new ByteArrayOutputStream();
    try (var encoder = MimeUtility.encode(encoded, "quoted-printable")) {
      encoder.write(called.getBytes(UTF_8));
    } catch (IOException | MessagingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return encoded.toByteArray();
  }
}
