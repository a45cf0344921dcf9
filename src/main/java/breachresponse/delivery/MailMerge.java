package breachresponse.delivery;

import static breachresponse.delivery.FormLetter.GAP;

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
  private final Map<Wording, FormLetter> forms = new HashMap<>();

  /** The text that somebody gets, in the language in which it is written. */
  private record Wording(String language, Mailing.Text text) {}

  /**
   * @param date that the mails bear
   */
  MailMerge(Mailing mailing, Instant date) {
    this.mailing = mailing;
    this.date = date;
  }

  /**
   * Makes sure that the notice can be sent as it is, in each of its languages.
   *
   * @throws IllegalArgumentException naming what can't
   */
  void check() {
    if (!mailing.texts().containsKey(mailing.fallbackLanguage())) {
      throw new IllegalArgumentException(
          "texts: there is none in the fallback language %s, write one"
              .formatted(mailing.fallbackLanguage()));
    }
    mailing
        .texts()
        .keySet()
        .forEach(language -> mail("check", mailing.from(), mailing.from(), "", language));
  }

  /**
   * The mail to one of many.
   *
   * @param name may be empty
   * @param language one that has no text gets the fallback
   */
  Mail mail(String id, String returnPath, String to, String name, String language) {
    var wording = wording(language);
    return forms
        .computeIfAbsent(wording, this::form)
        .to(to, called(name, to, wording), id, returnPath);
  }

  private FormLetter form(Wording wording) {
    return new FormLetter(letter("form", mailing.from(), GAP, wording), date);
  }

  String sender() {
    return mailing.from();
  }

  /** The same to one person alone. */
  Letter letter(String id, String to, String name, String language) {
    var wording = wording(language);
    return letter(id, to, called(name, to, wording), wording);
  }

  private Letter letter(String id, String to, String called, Wording wording) {
    var text = wording.text();
    return new Letter(
        id,
        mailing.fromName(),
        mailing.from(),
        mailing.replyTo(),
        to,
        wording.language(),
        text.subject().replace(NAME, called),
        text.plain().replace(NAME, called),
        Optional.of(text.html().replace(NAME, HtmlUtils.htmlEscape(called, "UTF-8"))));
  }

  private Wording wording(String language) {
    var written = mailing.texts().containsKey(language) ? language : mailing.fallbackLanguage();
    return new Wording(written, mailing.in(written));
  }

  /** Where nobody gave us a word, the address is right in every language. */
  private static String called(String name, String to, Wording wording) {
    return name.isEmpty() ? SALUTATIONS.getProperty(wording.language(), to) : name;
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
