package breachresponse.notice;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of a text, line by line. */
public final class TextChanges {

  /** Stands where words that differ begin and end. */
  private static final String MARK = "\uE000";

  private static final DiffRowGenerator ROWS =
      DiffRowGenerator.create()
          .showInlineDiffs(true)
          .inlineDiffByWord(true)
          .lineNormalizer(line -> line)
          .oldTag(begins -> MARK)
          .newTag(begins -> MARK)
          .inlineDeltaMerger(DiffRowGenerator.WHITESPACE_EQUALITIES_MERGER)
          .build();

  private TextChanges() {}

  /**
   * @return a list in Markdown of the lines that differ, with the words that differ set as code;
   *     empty if none do
   */
  public static String between(String earlier, String later) {
    return ROWS.generateDiffRows(lines(earlier), lines(later)).stream()
        .filter(row -> row.getTag() != DiffRow.Tag.EQUAL)
        .map(TextChanges::inWords)
        .filter(change -> !change.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static String inWords(DiffRow row) {
    return Stream.of(line("before", row.getOldLine()), line("now", row.getNewLine()))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String line(String label, String line) {
    var shown = new StringBuilder();
    var differs = false;
    for (var part : line.split(MARK, -1)) {
      shown.append(differs ? code(part) : Markdown.escaped(part));
      differs = !differs;
    }
    return shown.toString().isBlank() ? "" : "- *%s:* %s".formatted(label, shown);
  }

  /** As code, since bold words could not end within a word, nor at a comma. */
  private static String code(String words) {
    var bare = words.strip();
    return bare.isEmpty() ? words : words.replace(bare, "`" + bare.replace('`', '\'') + "`");
  }
}
