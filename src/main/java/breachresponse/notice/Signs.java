package breachresponse.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** By what words a program sees what a text of one language says: {@code signs.en.yaml}. */
final class Signs {

  /** Stands for each character of a day, once it has been read. */
  static final String READ = "\u0001";

  private static final int ANY_CASE = CASE_INSENSITIVE | UNICODE_CASE | UNICODE_CHARACTER_CLASS;
  private static final String NUMBER = "\\d{1,3}(?:[.,'\u00a0\u202f ]\\d{3})+|\\d+(?:[.,]\\d+)?";
  private static final String A_DAY_BETWEEN = "(?:,? ?(?:on |el |in )?" + READ + "+,?)? ?";

  /**
   * Data that a text can name.
   *
   * @param called our word for it
   * @param means any of these categories
   */
  record Category(String called, Pattern says, Set<String> means) {}

  private final Map<String, Object> words;
  final Pattern day;
  final List<Pattern> people;
  final Pattern affected;
  final Pattern otherPeople;
  final Pattern ofAll;
  final Pattern about;
  final Pattern atLeast;
  final Pattern atMost;
  final Optional<NumberWords> numberWords;
  final Pattern millions;
  final Pattern thousands;
  final Map<FactSheet.Event, Pattern> events = new EnumMap<>(FactSheet.Event.class);
  final Pattern during;
  final Pattern not;
  final Pattern advice;
  final Pattern involved;
  final Pattern list;
  final Pattern dataLabel;
  final List<Category> categories;
  private final List<Pattern> months;

  @SuppressWarnings("unchecked")
  Signs(String language) {
    words = read(language);
    months = ((List<String>) words.get("months")).stream().map(Signs::whole).toList();
    day = day();
    people = people();
    affected = word("affected");
    otherPeople = word("otherPeople");
    ofAll = before("ofAll");
    about = before("about");
    atLeast = before("atLeast");
    atMost = before("atMost");
    numberWords =
        Optional.ofNullable((Map<String, Integer>) words.get("numbers")).map(NumberWords::new);
    millions = word("millions");
    thousands = word("thousands");
    var byEvent = (Map<String, String>) words.get("events");
    for (var event : FactSheet.Event.values()) {
      events.put(event, withDay(byEvent.get(event.name().toLowerCase(Locale.ROOT))));
    }
    during = withDay((String) words.get("during"));
    not = word("not");
    advice = word("advice");
    involved = word("involved");
    list = word("list");
    dataLabel = any("\\b(?:%s)\\s*:".formatted(words.get("dataLabel")));
    categories =
        ((List<Map<String, Object>>) words.get("categories"))
            .stream()
                .map(
                    it ->
                        new Category(
                            (String) it.get("called"),
                            whole((String) it.get("says")),
                            Set.copyOf((List<String>) it.get("means"))))
                .toList();
  }

  /**
   * @return 1 for January
   */
  int month(String name) {
    return IntStream.range(0, months.size())
            .filter(n -> months.get(n).matcher(name).matches())
            .findFirst()
            .orElseThrow()
        + 1;
  }

  /** A whole word or phrase of ours, in any case. */
  static Pattern whole(String words) {
    return any("(?<![\\w])(?:%s)(?![\\w])".formatted(words));
  }

  private Pattern word(String name) {
    return whole((String) words.get(name));
  }

  /** At the end of what stands before a number. */
  private Pattern before(String name) {
    return any("(?<![\\w])(?:%s)\\s*$".formatted(words.get(name)));
  }

  private static Pattern withDay(String words) {
    return any("(?:%s)".formatted(words.replace(" ~", A_DAY_BETWEEN).replace("~", A_DAY_BETWEEN)));
  }

  private Pattern day() {
    var month = months.stream().map(Pattern::pattern).collect(joining("|"));
    return any(
        """
        (?<isoYear>\\d{4})(?<isoMark>[-/])(?<isoMonth>\\d{2})\\k<isoMark>(?<isoDay>\\d{2})(?!\\d)\
        |(?<![\\d.,])(?<dayFirst>\\d{1,2})(?:st|nd|rd|th|º|er)?[- ](?:of |de )?(?<monthAfter>%s)\\.?(?:(?:-|,? )(?:de |del )?(?<yearAfter>\\d{4})(?!\\d))?\
        |(?<monthFirst>%s)\\.? (?:the )?(?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?(?![\\d.,]\\d|\\d)(?:,? (?:de |del )?(?<yearLast>\\d{4})(?!\\d))?\
        |(?<![\\d./-])(?<one>\\d{1,2})(?<mark>[/.-])(?<two>\\d{1,2})\\k<mark>(?<year>\\d{4})(?!\\d)"""
            .formatted(month, month));
  }

  /** Each has the number and what may follow it as {@code scale}. */
  private List<Pattern> people() {
    var number =
        "(?<![\\w.,/-])(?<number>%s)(?<scale> (?:%s|%s)(?![\\w]))?"
            .formatted(NUMBER, words.get("millions"), words.get("thousands"));
    var people = words.get("people");
    return List.of(
        any(
            "%s(?: (?!(?:%s)(?![\\w]))[\\p{L}'’-]+){0,4}? (?:%s)(?![\\w])"
                .formatted(number, words.get("units"), people)),
        any(
            "(?<![\\w])(?:%s)(?: \\p{L}+){0,3}(?:, \\p{L}+){0,2}: ?(?:\\p{L}+ ){0,3}?%s"
                .formatted(people, number)),
        any("%s in (?-i:[A-Z]{2}(?:-[A-Z0-9]{1,3})?)(?![\\w])".formatted(number)),
        any(
            "%s (?:of them |de ell[oa]s )?(?:(?:are|were|have been|están|estaban|fueron|han sido|resultaron) )(?:affected|afectad[oa]s)"
                .formatted(number)));
  }

  private static Pattern any(String pattern) {
    return Pattern.compile(pattern, ANY_CASE);
  }

  private static Map<String, Object> read(String language) {
    var file = new ClassPathResource("notices/signs.%s.yaml".formatted(language));
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions()))
          .load(file.getContentAsString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
