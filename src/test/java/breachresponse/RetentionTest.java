package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RetentionTest {

  private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");

  @Test
  void each_table_is_in_the_list_of_what_is_kept_until_when() throws IOException {
    var tables = new TreeSet<String>();
    try (var scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
      for (var script : scripts.toList()) {
        TABLE
            .matcher(Files.readString(script))
            .results()
            .forEach(found -> tables.add("`%s`".formatted(found.group(1))));
      }
    }
    var list =
        Files.readString(Path.of("docs/operators.md"))
            .replaceAll("(?s).*### What is kept(.*?)\n###.*", "$1");

    assertThat(tables).hasSizeGreaterThan(40).allSatisfy(table -> assertThat(list).contains(table));
  }
}
