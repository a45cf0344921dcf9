package breachresponse.workflow.planning;

import breachresponse.workflow.forms.Answers;
import java.util.Arrays;
import java.util.List;

/** Lists that people type into one field: an entry each line, parts between semicolons. */
final class Lines {

  /**
   * @param number counted from 1, as people count lines
   */
  record Line(int number, List<String> parts) {

    /** The part at that position; empty where the line ends before. */
    String part(int position) {
      return position < parts.size() ? parts.get(position) : "";
    }
  }

  private Lines() {}

  /** The lines of the field that are not blank. */
  static List<Line> of(Answers answers, String field) {
    var lines = answers.text(field).orElse("").lines().toList();
    return java.util.stream.IntStream.range(0, lines.size())
        .filter(index -> !lines.get(index).isBlank())
        .mapToObj(index -> new Line(index + 1, parts(lines.get(index))))
        .toList();
  }

  /** The whole lines of the field that are not blank. */
  static List<String> plain(Answers answers, String field) {
    return answers
        .text(field)
        .orElse("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  static String line(String... parts) {
    return String.join("; ", parts).replaceAll("(; )+$", "");
  }

  private static List<String> parts(String line) {
    return Arrays.stream(line.split(";", -1)).map(String::strip).toList();
  }
}
