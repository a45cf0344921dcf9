package breachresponse.language;

import static java.util.stream.Collectors.joining;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text with gaps, such as {@code please write at least %d characters}. It knows itself again once
 * the gaps are filled in: much of what people read is put together where nobody knows languages.
 */
record Phrase(Pattern source, String target) {

  /** Letters; "in %s" would be known again in what people write. */
  private static final int TELLING = 9;

  private static final Pattern GAP = Pattern.compile("%[sd]");

  /** Whether it says enough beside its gaps that no other text is taken for it. */
  static boolean isOne(String text) {
    var letters = GAP.matcher(text).replaceAll("").chars().filter(Character::isLetter).count();
    return letters >= TELLING && GAP.matcher(text).find();
  }

  static Phrase of(String source, String target) {
    var between =
        GAP.splitAsStream(source).map(Pattern::quote).collect(joining("(.+?)"))
            + (source.matches("(?s).*%[sd]") ? "(.+?)" : "");
    return new Phrase(Pattern.compile(between, Pattern.DOTALL), target.replace("%d", "%s"));
  }

  /** The filled-in text in the other language; what fills the gaps may be a text as well. */
  Optional<String> translated(String text, UnaryOperator<String> filling) {
    var found = source.matcher(text);
    return found.matches()
        ? Optional.of(
            target.formatted(
                IntStream.rangeClosed(1, found.groupCount())
                    .mapToObj(found::group)
                    .map(filling)
                    .toArray()))
        : Optional.empty();
  }
}
