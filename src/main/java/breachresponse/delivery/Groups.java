package breachresponse.delivery;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The groups that a recipient belongs to, such as {@code cards} or {@code minors}. */
final class Groups {

  private static final int MOST = 10;
  private static final Pattern SEPARATOR = Pattern.compile("[\\s;]+");
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,40}");

  private Groups() {}

  /**
   * Reads a cell of the file.
   *
   * @return the form in which they are stored: sorted, with a blank between them
   * @throws IllegalArgumentException if it can't be read so
   */
  static String of(String cell) {
    if (cell.isBlank()) {
      return "";
    }
    var ids =
        SEPARATOR
            .splitAsStream(cell.strip().toLowerCase(Locale.ROOT))
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    if (ids.size() > MOST) {
      throw new IllegalArgumentException(
          "groups: there are more than %d, please leave some out".formatted(MOST));
    }
    if (!ids.stream().allMatch(id -> ID.matcher(id).matches())) {
      throw new IllegalArgumentException(
          "groups: an id may have 40 letters a to z, digits and hyphens; please write them like cards minors");
    }
    return String.join(" ", ids);
  }

  /** Of somebody who has two rows. */
  static String ofBoth(String some, String others) {
    return some.equals(others)
        ? some
        : Stream.of(some, others)
            .flatMap(groups -> in(groups).stream())
            .distinct()
            .sorted()
            .collect(joining(" "));
  }

  static boolean areTooMany(String stored) {
    return in(stored).size() > MOST;
  }

  static Set<String> in(String stored) {
    return stored.isEmpty() ? Set.of() : Set.copyOf(List.of(stored.split(" ")));
  }
}
