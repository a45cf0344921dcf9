package breachresponse.channel;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts a text that is too long for one post into a thread: at sentences, or else between words. */
final class Parts {

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private Parts() {}

  /**
   * @return the text, or its parts in their order, each with its number: {@code (1/3)}
   */
  static List<String> of(String text, Limit limit) {
    if (limit.fits(text)) {
      return List.of(text);
    }
    for (var digits = 1; ; digits++) {
      var nines = "9".repeat(digits);
      var parts = cut(text, limit, counter(nines, nines));
      if (String.valueOf(parts.size()).length() == digits) {
        return numbered(parts);
      }
    }
  }

  private static List<String> numbered(List<String> parts) {
    return IntStream.range(0, parts.size())
        .mapToObj(i -> parts.get(i) + counter(i + 1, parts.size()))
        .toList();
  }

  private static String counter(Object number, Object total) {
    return " (%s/%s)".formatted(number, total);
  }

  private static List<String> cut(String text, Limit limit, String counter) {
    var parts = new ArrayList<String>();
    var rest = text.strip();
    while (!limit.fits(rest + counter)) {
      var end = end(rest, part -> limit.fits(part.strip() + counter));
      parts.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    parts.add(rest);
    return parts;
  }

  /** A sentence's end counts unless it would leave most of the post empty. */
  private static int end(String rest, Predicate<String> fits) {
    var word = last(ends(BLANKS, rest), rest, fits);
    var sentence = last(sentences(rest), rest, fits);
    if (word == 0) {
      return Math.max(1, last(ends(GRAPHEME, rest), rest, fits));
    }
    return sentence * 2 >= word ? sentence : word;
  }

  private static int last(Stream<Integer> ends, String rest, Predicate<String> fits) {
    return ends.takeWhile(end -> fits.test(rest.substring(0, end)))
        .reduce(0, (earlier, later) -> later);
  }

  private static Stream<Integer> ends(Pattern what, String text) {
    return what.matcher(text).results().map(MatchResult::end);
  }

  private static Stream<Integer> sentences(String text) {
    var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(text);
    return Stream.iterate(
        sentences.next(), end -> end != BreakIterator.DONE, end -> sentences.next());
  }
}
