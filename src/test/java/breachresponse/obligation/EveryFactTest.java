package breachresponse.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * Every duty that the research on notification law has found, and the row that implements it: the
 * list is in {@code target/legal-coverage.csv}.
 */
class EveryFactTest {

  private record Fact(String id, String jurisdiction, String row) {}

  @Test
  void every_fact_is_a_row_of_a_table() throws IOException {
    var rows = LegalFiles.rows();
    var report = new TreeMap<String, String>();
    for (var fact : facts().toList()) {
      var row = rows.get(fact.row());
      report.put(
          fact.id(),
          "%s,%s,%s,%s"
              .formatted(
                  fact.id(),
                  fact.jurisdiction(),
                  row == null ? "" : row.table(),
                  row == null ? "" : fact.row()));
    }
    var lines = Stream.concat(Stream.of("fact,jurisdiction,table,row"), report.values().stream());
    Files.write(Path.of("target/legal-coverage.csv"), (Iterable<String>) lines::iterator);

    assertThat(facts().filter(fact -> !rows.containsKey(fact.row()))).isEmpty();
    assertThat(report).hasSize(501);
  }

  private static Stream<Fact> facts() throws IOException {
    var file = new ClassPathResource("legal/facts.csv");
    return file.getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(line -> List.of(line.split(",")))
        .map(cells -> new Fact(cells.get(0), cells.get(1), cells.get(2)));
  }
}
