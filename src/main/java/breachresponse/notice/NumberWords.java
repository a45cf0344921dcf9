package breachresponse.notice;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads large numbers that are written out in English: {@code two hundred and fifty thousand}. */
final class NumberWords {

  private static final int HUNDRED = 100;
  private static final int LONGEST = 12;

  private final Map<String, Integer> values;
  private final Pattern number;

  /**
   * @param values from {@code a} to {@code million}; from a hundred on they multiply
   */
  NumberWords(Map<String, Integer> values) {
    this.values = values;
    var small = either(false);
    var large = either(true);
    // smaller ones are left alone, which count many other things
    this.number =
        Pattern.compile(
            "(?<!\\bhalf |\\bquarter of |\\bin |[\\w-])(?:%1$s)(?:[ -](?:%1$s))?[ -](?:%2$s)(?:(?: |-| and )(?:%1$s|%2$s)(?![\\w])){0,%3$d}(?![\\w])"
                .formatted(small, large, LONGEST),
            Pattern.CASE_INSENSITIVE);
  }

  /** The text with these numbers in digits. */
  String inDigits(String text) {
    return number.matcher(text).replaceAll(found -> String.valueOf(value(found.group())));
  }

  private long value(String written) {
    var total = 0L;
    var group = 0L;
    for (var word : written.toLowerCase(Locale.ROOT).split("[ -]")) {
      long value = values.getOrDefault(word, 0);
      if (value < HUNDRED) {
        group += value;
      } else if (value == HUNDRED) {
        group *= value;
      } else {
        total += group * value;
        group = 0;
      }
    }
    return total + group;
  }

  private String either(boolean isLarge) {
    return values.entrySet().stream()
        .filter(word -> word.getValue() >= HUNDRED == isLarge)
        .map(Map.Entry::getKey)
        .collect(joining("|"));
  }
}
