package breachresponse.workflow.deployment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column of a decision table, as far as its cells are literals: words, true and false, numbers,
 * comparisons and ranges of numbers, several of them with commas between, and {@code not(...)} of
 * these. Its values are cut into pieces so that each cell holds for a piece as a whole or not at
 * all; what is true of one value of each piece is then true of all values.
 */
final class Cells {

  private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
  private static final Pattern WORD = Pattern.compile("\"[^\"\\\\]*\"");
  private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>)?\\s*(" + NUMBER + ")");
  private static final Pattern RANGE =
      Pattern.compile("([\\[\\](])\\s*(%s)\\s*\\.\\.\\s*(%<s)\\s*([\\[\\])])".formatted(NUMBER));
  private static final Pattern ITEM = Pattern.compile("\\s*(\"[^\"\\\\]*\"|[^,\"]+?)\\s*(?:,|$)");
  private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");

  private final List<Object> pieces;

  /**
   * For each row, the numbers of the pieces that it holds for; of a cell that is no literal, none.
   */
  private final List<BitSet> held;

  private Cells(List<Optional<Predicate<Object>>> cells, List<Object> pieces) {
    this.pieces = pieces;
    this.held = cells.stream().map(cell -> cell.map(this::held).orElseGet(BitSet::new)).toList();
  }

  /**
   * @param texts of the cells, from the first row on
   * @param only the values that the column can have; empty if it can have any
   */
  static Cells of(List<String> texts, List<Object> only) {
    var read = texts.stream().map(Cells::cell).toList();
    return new Cells(read, only.isEmpty() ? pieces(texts) : only);
  }

  /** One value of each piece. */
  List<Object> pieces() {
    return pieces;
  }

  /**
   * @param piece its number in {@link #pieces()}
   */
  boolean holds(int row, int piece) {
    return held.get(row).get(piece);
  }

  /** Whether there is a value that both rows hold for. */
  boolean meet(int first, int second) {
    return held.get(first).intersects(held.get(second));
  }

  private BitSet held(Predicate<Object> cell) {
    return IntStream.range(0, pieces.size())
        .filter(piece -> cell.test(pieces.get(piece)))
        .collect(BitSet::new, BitSet::set, BitSet::or);
  }

  private static Optional<Predicate<Object>> cell(String text) {
    if (isAny(text)) {
      return Optional.of(value -> true);
    }
    var not = NOT.matcher(text.strip());
    if (not.matches()) {
      return cell(not.group(1)).map(Predicate::not);
    }
    var items = items(text).stream().map(Cells::item).toList();
    return items.isEmpty() || items.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : Optional.of(value -> items.stream().anyMatch(item -> item.get().test(value)));
  }

  private static Optional<Predicate<Object>> item(String text) {
    if (WORD.matcher(text).matches()) {
      return Optional.of(text.substring(1, text.length() - 1)::equals);
    }
    if (text.equals("true") || text.equals("false")) {
      return Optional.of(Boolean.valueOf(text)::equals);
    }
    var compared = COMPARED.matcher(text);
    if (compared.matches()) {
      return Optional.of(compared(compared.group(1), new BigDecimal(compared.group(2))));
    }
    var range = RANGE.matcher(text);
    if (range.matches()) {
      var from = compared(range.group(1).equals("[") ? ">=" : ">", new BigDecimal(range.group(2)));
      var to = compared(range.group(4).equals("]") ? "<=" : "<", new BigDecimal(range.group(3)));
      return Optional.of(from.and(to));
    }
    return Optional.empty();
  }

  private static Predicate<Object> compared(String how, BigDecimal with) {
    return value -> {
      if (!(value instanceof BigDecimal number)) {
        return false;
      }
      var order = number.compareTo(with);
      return switch (how == null ? "=" : how) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        default -> order == 0;
      };
    };
  }

  /** Each value that a cell names, and one of those between, before and after them. */
  private static List<Object> pieces(List<String> texts) {
    var words = named(texts, WORD).map(word -> word.substring(1, word.length() - 1));
    var numbers =
        named(
                texts.stream().map(text -> WORD.matcher(text).replaceAll("")).toList(),
                Pattern.compile(NUMBER))
            .map(BigDecimal::new)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!numbers.isEmpty()) {
      return new ArrayList<>(withBetween(numbers));
    }
    var booleans = Set.of("true", "false");
    return texts.stream().anyMatch(text -> booleans.contains(text.strip()))
        ? List.of(true, false)
        : Stream.concat(words.distinct().map(Object.class::cast), Stream.of(new Other())).toList();
  }

  private static Stream<String> named(List<String> texts, Pattern what) {
    return texts.stream().flatMap(text -> what.matcher(text).results().map(found -> found.group()));
  }

  private static TreeSet<BigDecimal> withBetween(TreeSet<BigDecimal> numbers) {
    var all = new TreeSet<>(numbers);
    all.add(numbers.first().subtract(BigDecimal.ONE));
    all.add(numbers.last().add(BigDecimal.ONE));
    for (var number : numbers) {
      var next = numbers.higher(number);
      if (next != null) {
        all.add(number.add(next).divide(BigDecimal.valueOf(2)));
      }
    }
    return all;
  }

  private static List<String> items(String text) {
    var items = ITEM.matcher(text);
    var found = new ArrayList<String>();
    var end = 0;
    while (end < text.length() && items.find(end) && items.start() == end) {
      found.add(items.group(1).strip());
      end = items.end();
    }
    return end == text.length() ? found : List.of();
  }

  private static boolean isAny(String text) {
    return text == null || text.isBlank() || text.strip().equals("-");
  }

  /** A word that no cell names. */
  private record Other() {
    @Override
    public String toString() {
      return "anything else";
    }
  }
}
