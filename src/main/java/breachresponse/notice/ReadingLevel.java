package breachresponse.notice;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How hard a text is to read.
 *
 * <p>English: the school grade of the United States that it takes (Kincaid, Fishburne, Rogers,
 * Chissom: Derivation of New Readability Formulas, Naval Technical Training Command, Research
 * Branch Report 8-75, 1975). Spanish: the perspicuity of F. Szigriszt Pazos (Sistemas predictivos
 * de legibilidad del mensaje escrito, Universidad Complutense de Madrid, 1993), 100 being the
 * easiest, on the scale INFLESZ of I. Barrio-Cantalejo and others (Anales del Sistema Sanitario de
 * Navarra 31(2), 2008, 135-152).
 *
 * @param measure with its number: {@code grade 7}
 * @param word whether that is good enough for people who did not ask to read it
 */
public record ReadingLevel(String measure, String word) {

  private static final String EASY = "easy";
  private static final String FAIR = "fair";
  private static final String HARD = "hard: shorten sentences";

  // addresses and numbers are not read out word by word
  private static final Pattern SKIPPED =
      Pattern.compile("\\(?https?://\\S+|\\S+@\\S+|\\b[\\w-]+(\\.[\\w-]+)+\\b|\\{\\{|}}");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;…]+(?=\\s|$)|\\R");
  private static final Pattern NOT_IN_WORDS = Pattern.compile("[^\\p{L}'’]+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private static final Pattern ENGLISH_VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern ENGLISH_SILENT =
      Pattern.compile("(?<=[^aeiouy])e(?=(ments?)?$)|(?<=[^aeiouydt])ed$|(?<=[^aeiouyscxz])es$");
  private static final Pattern ENGLISH_SYLLABIC_LE = Pattern.compile("[^aeiouy]les?$");

  // two strong vowels, or a weak one with an accent, make two syllables
  private static final Pattern SPANISH_NUCLEUS =
      Pattern.compile("[iuü]?[aeoáéó](?:[iuü](?![aeoáéóíú]))?|[íú]|[iuü]+");

  /**
   * @param markdown the text without its title
   * @return nothing for a language without a measure, or a text without words
   */
  static Optional<ReadingLevel> of(String markdown, String language) {
    var text = SKIPPED.matcher(Markdown.plain(markdown)).replaceAll(" ");
    var sentences =
        Arrays.stream(SENTENCE_END.split(text)).map(ReadingLevel::words).filter(w -> !w.isEmpty());
    var counted = sentences.toList();
    var words = counted.stream().flatMap(List::stream).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    var wordsInSentence = (double) words.size() / counted.size();
    return switch (language) {
      case "en" -> Optional.of(english(wordsInSentence, words));
      case "es" -> Optional.of(spanish(wordsInSentence, words));
      default -> Optional.empty();
    };
  }

  public String inWords() {
    return measure + ", " + word;
  }

  private static ReadingLevel english(double wordsInSentence, List<String> words) {
    var syllables = words.stream().mapToInt(ReadingLevel::englishSyllables).average().orElse(0);
    var grade = Math.max(1, Math.round(0.39 * wordsInSentence + 11.8 * syllables - 15.59));
    return new ReadingLevel("grade " + grade, grade <= 8 ? EASY : grade <= 10 ? FAIR : HARD);
  }

  private static ReadingLevel spanish(double wordsInSentence, List<String> words) {
    var syllables = words.stream().mapToInt(ReadingLevel::spanishSyllables).average().orElse(0);
    var score = Math.round(206.835 - 62.3 * syllables - wordsInSentence);
    return new ReadingLevel(
        "INFLESZ %d of 100".formatted(Math.max(0, Math.min(100, score))),
        score > 65 ? EASY : score >= 55 ? FAIR : HARD);
  }

  private static List<String> words(String sentence) {
    return Arrays.stream(NOT_IN_WORDS.split(sentence.toLowerCase(Locale.ROOT)))
        .filter(word -> LETTER.matcher(word).find())
        .toList();
  }

  /** By its groups of vowels, but for endings that are not heard. */
  static int englishSyllables(String word) {
    var heard =
        ENGLISH_SYLLABIC_LE.matcher(word).find()
            ? word
            : ENGLISH_SILENT.matcher(word).replaceFirst("");
    return Math.max(1, (int) ENGLISH_VOWELS.matcher(heard).results().count());
  }

  /** By its nuclei: Spanish is written as it is spoken. */
  static int spanishSyllables(String word) {
    var letters =
        Normalizer.normalize(word, Normalizer.Form.NFC)
            .replaceAll("[gq]u(?=[eiéí])", "g")
            .replaceAll("y$", "i");
    return Math.max(1, (int) SPANISH_NUCLEUS.matcher(letters).results().count());
  }
}
