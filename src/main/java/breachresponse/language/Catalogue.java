package breachresponse.language;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import breachresponse.print.ShownTime;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * What staff read, in the language of the installation. Texts are written in English, and that is
 * their key: {@code language/es.csv} has the Spanish of each, as translators' tools exchange it.
 */
@Component
public class Catalogue {

  private static final String SOURCE = "en";
  private static final String FIELD = "[a-zA-Z][\\w.\\[\\]]*: ";

  /** Of several reasons each begins with its field. */
  private static final Pattern NEXT_REASON = Pattern.compile("; (?=" + FIELD + ")");

  private static final Pattern REASON = Pattern.compile("(" + FIELD + ")(.+)", Pattern.DOTALL);

  private final Map<String, Map<String, String>> languages;
  private final Map<String, String> texts;
  private final List<Phrase> phrases;
  private final Locale locale;

  public Catalogue(@Value("${breach.language}") String language) {
    languages = read();
    if (!languages.containsKey(language)) {
      throw new IllegalArgumentException(
          "breach.language: there is no language '%s', set BREACH_LANGUAGE to one of %s"
              .formatted(language, String.join(", ", languages.keySet())));
    }
    texts = languages.get(language);
    locale = Locale.forLanguageTag(language);
    // the one that says most knows the text best
    phrases =
        texts.entrySet().stream()
            .filter(text -> Phrase.isOne(text.getKey()))
            .sorted(comparing(text -> -text.getKey().length()))
            .map(text -> Phrase.of(text.getKey(), text.getValue()))
            .toList();
  }

  /** Whether the language is another than that in which texts are written. */
  public boolean translates() {
    return !texts.isEmpty();
  }

  /** That of dates and numbers. */
  public Locale locale() {
    return locale;
  }

  /** What people call a language, such as {@code en}, where all is English. */
  public static String inEnglish(String language) {
    return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
  }

  /** What people call a language. */
  public String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(locale);
  }

  /** Several texts, each as people read it. */
  public String ofEach(String joined, String separator) {
    return Stream.of(joined.split(Pattern.quote(separator)))
        .map(this::of)
        .collect(joining(separator));
  }

  /**
   * The text as people read it, also if its gaps are filled in already; one that the language does
   * not know stays as it is, but for the days in it.
   */
  public String of(String text) {
    var known = texts.get(text);
    return known != null
        ? known
        : phrases.stream()
            .map(phrase -> phrase.translated(text, this::of))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> ShownTime.translated(text, locale));
  }

  /**
   * A refusal as people read it. The names of fields, which stand before what is wrong with them,
   * stay as they are.
   *
   * @param refusal such as {@code people: is missing, give 0 or more; place: is not known}
   */
  public String ofRefusal(String refusal) {
    var known = of(refusal);
    return known.equals(refusal)
        ? NEXT_REASON.splitAsStream(refusal).map(this::ofReason).collect(Collectors.joining("; "))
        : known;
  }

  private String ofReason(String reason) {
    var known = of(reason);
    var parts = REASON.matcher(reason);
    return known.equals(reason) && parts.matches() ? parts.group(1) + of(parts.group(2)) : known;
  }

  /** The text in all languages: what was set up before the language was changed has one of them. */
  public Set<String> inAnyLanguage(String text) {
    return languages.values().stream()
        .map(language -> language.getOrDefault(text, text))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, Map<String, String>> read() {
    try {
      var found = new TreeMap<String, Map<String, String>>();
      found.put(SOURCE, Map.of());
      Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath*:language/*.csv"))
          .forEach(file -> found.put(file.getFilename().replace(".csv", ""), texts(file)));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text that is there twice stops the start: nobody could say which of the two counts. */
  private static Map<String, String> texts(Resource file) {
    try (var rows =
        CsvReader.builder()
            .ofNamedCsvRecord(
                new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
      return rows.stream()
          .collect(toMap(row -> row.getField("source"), row -> row.getField("target")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
