package breachresponse.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The Spanish of our pages in Cockpit, whose texts are written in English and said by say(…). */
class CockpitTextsTest {

  private static final Path PAGES = Path.of("src/main/resources/plugin-webapp");

  /** Its argument, where it is a text that stands there. */
  private static final Pattern SAY = Pattern.compile("(?<!function )\\bsay\\(\\s*('([^']*)')?");

  @Test
  void every_text_that_is_said_has_its_spanish_and_none_is_stale() throws IOException {
    assertThat(spanish().keySet()).containsExactlyInAnyOrderElementsOf(said());
  }

  @Test
  void what_is_filled_in_is_filled_in_in_spanish_too() throws IOException {
    assertThat(spanish())
        .allSatisfy(
            (text, spanish) ->
                assertThat(spanish.split("%s", -1)).as(text).hasSameSizeAs(text.split("%s", -1)));
  }

  private static Map<String, String> spanish() throws IOException {
    return new JsonMapper()
        .readValue(PAGES.resolve("cases/app/es.json").toFile(), new TypeReference<>() {});
  }

  private static List<String> said() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .flatMap(file -> SAY.matcher(read(file)).results().map(CockpitTextsTest::text))
          .distinct()
          .toList();
    }
  }

  private static String text(MatchResult call) {
    assertThat(call.group(2)).as("what is said is a text, or the test can't see it").isNotNull();
    return call.group(2);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
