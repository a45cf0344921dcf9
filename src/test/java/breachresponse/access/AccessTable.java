package breachresponse.access;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code docs/access.md}: who may do what. */
class AccessTable {

  /**
   * @param path of one endpoint, or of a family that has no other row
   * @param got what each role gets, by the names of the columns
   */
  record Row(String method, String path, Map<String, String> got) {

    private static final String FAMILY = " and below";

    boolean isOf(String asked) {
      var family = path.replace(FAMILY, "");
      return asked.equals(path)
          || path.endsWith(FAMILY) && (asked.equals(family) || asked.startsWith(family + "/"));
    }
  }

  private final List<Row> rows;

  private AccessTable(List<Row> rows) {
    this.rows = rows;
  }

  static AccessTable read() throws IOException {
    var lines =
        Files.readAllLines(Path.of("docs/access.md")).stream()
            .filter(line -> line.startsWith("|"))
            .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
            .toList();
    var head = lines.get(0);
    return new AccessTable(
        lines.stream().skip(2).flatMap(cells -> rows(head, cells).stream()).toList());
  }

  private static List<Row> rows(List<String> head, List<String> cells) {
    var got = new LinkedHashMap<String, String>();
    IntStream.range(2, head.size()).forEach(i -> got.put(head.get(i), cells.get(i)));
    return Arrays.stream(cells.get(1).split("<br>"))
        .map(path -> new Row(cells.get(0), path.strip().replace("`", ""), got))
        .toList();
  }

  List<Row> rows() {
    return rows;
  }

  /** The row that says most exactly what is asked for. */
  Optional<Row> row(Endpoint endpoint) {
    return row(endpoint.method(), endpoint.path())
        .or(
            () ->
                endpoint.isBesides()
                    ? row(endpoint.method(), "/engine-rest" + endpoint.ofTheEngine())
                    : Optional.empty());
  }

  private Optional<Row> row(String method, String path) {
    return rows.stream()
        .filter(row -> row.method().equals(method) && row.isOf(path))
        .max(
            comparing((Row row) -> row.path().equals(path))
                .thenComparing(row -> row.path().length()));
  }
}
