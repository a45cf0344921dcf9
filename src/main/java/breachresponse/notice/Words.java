package breachresponse.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** What notices say that no template says: names of categories, dates, numbers, in one language. */
final class Words {

  private final Locale locale;
  private final Properties words = new Properties();

  private Words(String language) {
    locale = Locale.forLanguageTag(language);
    var file = new ClassPathResource("notices/words.%s.properties".formatted(language));
    try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      words.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param language one that there are texts for; any other gets English
   */
  static Words in(String language) {
    return new Words(Templates.LANGUAGES.contains(language) ? language : "en");
  }

  String language() {
    return locale.getLanguage();
  }

  /** A category that the language has no word for is called other information. */
  String category(String id) {
    return find("category." + id).orElseGet(() -> get("category.other"));
  }

  /** A kind that the language has no word for is called confidential information. */
  String kind(String name) {
    return find("kind." + name).orElseGet(() -> get("kind.confidential"));
  }

  String get(String key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no word for " + key));
  }

  String get(String key, String value) {
    return get(key).formatted(value);
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(words.getProperty(key));
  }

  String date(LocalDate date) {
    return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
  }

  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }
}
