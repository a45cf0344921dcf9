package breachresponse.delivery;

import static breachresponse.delivery.FormLetter.GAP;

import breachresponse.delivery.Batches.Waiting;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.springframework.web.util.HtmlUtils;

/** Fills a notice in for each recipient. */
class MailMerge {

  private static final String NAME = "{{name}}";
  private static final Properties SALUTATIONS = salutations();

  private final Mailing mailing;
  private final Instant date;
  // Asked for with each mail, and slow to work out.
  private final String sender;
  private final Map<Mailing.Text, FormLetter> forms = new HashMap<>();

  /**
   * @param date that the mails bear
   */
  MailMerge(Mailing mailing, Instant date) {
    this.mailing = mailing;
    this.date = date;
    this.sender = MailAddress.onTheWire(mailing.from());
  }

  /**
   * Makes sure that the notice can be sent as it is, in each of its texts.
   *
   * @throws IllegalArgumentException naming what can't
   */
  void check() {
    for (var segment : mailing.segments()) {
      if (segment.in(mailing.fallbackLanguage()).isEmpty()) {
        throw new IllegalArgumentException(
            "texts: %s have none in the fallback language %s, write one"
                .formatted(segment.name(), mailing.fallbackLanguage()));
      }
      segment.texts().forEach(text -> mail("check", mailing.from(), mailing.from(), "", text));
    }
  }

  /**
   * @return nothing for whom no segment of the notice includes
   */
  Optional<Mailing.Text> textFor(Waiting to) {
    return mailing.textFor(to.language(), to.residence(), to.groups());
  }

  /**
   * The mail to one of many.
   *
   * @param name may be empty
   */
  Mail mail(String id, String returnPath, String to, String name, Mailing.Text text) {
    return forms.computeIfAbsent(text, this::form).to(to, called(name, to, text), id, returnPath);
  }

  private FormLetter form(Mailing.Text text) {
    return new FormLetter(filledIn("form", mailing.from(), GAP, text), date);
  }

  String sender() {
    return sender;
  }

  /** The same to one person alone. */
  Letter letter(String id, String to, String name, Mailing.Text text) {
    return filledIn(id, to, called(name, to, text), text);
  }

  private Letter filledIn(String id, String to, String called, Mailing.Text text) {
    return new Letter(
        id,
        mailing.fromName(),
        mailing.from(),
        mailing.replyTo(),
        to,
        text.language(),
        text.subject().replace(NAME, called),
        text.plain().replace(NAME, called),
        Optional.of(text.html().replace(NAME, HtmlUtils.htmlEscape(called, "UTF-8"))));
  }

  /** Where nobody gave us a word, the address is right in every language. */
  private static String called(String name, String to, Mailing.Text text) {
    return name.isEmpty() ? SALUTATIONS.getProperty(text.language(), to) : name;
  }

  private static Properties salutations() {
    var words = new Properties();
    try (var file = MailMerge.class.getResourceAsStream("/salutations.properties")) {
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
