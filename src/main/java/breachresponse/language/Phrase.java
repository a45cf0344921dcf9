package breachresponse.language;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
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
  private static final String ANYTHING = "(.+?)";
  private static final String NUMBER = "(-?[\\d.,]+)";

  /**
   * Whether it says enough beside its gaps that no other text is taken for it; where numbers alone
   * are filled in, one word does.
   */
  static boolean isOne(String text) {
    var letters = GAP.matcher(text).replaceAll("").chars().filter(Character::isLetter).count();
    return GAP.matcher(text).find() && letters >= (text.contains("%s") ? TELLING : 1);
  }

  static Phrase of(String source, String target) {
    var quoted =
        GAP.matcher(source)
            .replaceAll(
                gap ->
                    Matcher.quoteReplacement(
                        "\\E" + (gap.group().equals("%d") ? NUMBER : ANYTHING) + "\\Q"));
    return new Phrase(
        Pattern.compile("\\Q" + quoted + "\\E", Pattern.DOTALL), target.replace("%d", "%s"));
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
