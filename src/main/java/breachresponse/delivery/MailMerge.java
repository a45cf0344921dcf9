package breachresponse.delivery;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.springframework.web.util.HtmlUtils;

/** Fills a notice in for each recipient. */
class MailMerge {

  private static final String NAME = "{{name}}";
  private static final Properties SALUTATIONS = salutations();

  private final Mailing mailing;

  MailMerge(Mailing mailing) {
    this.mailing = mailing;
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
    mailing.texts().keySet().forEach(language -> letter("check", mailing.from(), "", language));
  }

  /**
   * @param name may be empty
   * @param language one that has no text gets the fallback
   */
  Letter letter(String id, String to, String name, String language) {
    var written = mailing.texts().containsKey(language) ? language : mailing.fallbackLanguage();
    var text = mailing.in(written);
    // Where nobody gave us a word, the address is right in every language.
    var called = name.isEmpty() ? SALUTATIONS.getProperty(written, to) : name;
    return new Letter(
        id,
        mailing.fromName(),
        mailing.from(),
        mailing.replyTo(),
        to,
        written,
        text.subject().replace(NAME, called),
        text.plain().replace(NAME, called),
        Optional.of(text.html().replace(NAME, HtmlUtils.htmlEscape(called, "UTF-8"))));
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
