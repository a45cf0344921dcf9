package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures that docs/take-pictures.sh takes. */
class PicturesTest {

  private static final Pattern PICTURE =
      Pattern.compile("!\\[[^\\]]+]\\((?:docs/)?pictures/([^)]+)\\)");

  @Test
  void each_is_on_a_page_and_no_page_lacks_one() throws IOException {
    assertThat(names(Path.of("docs/pictures"))).containsExactlyInAnyOrderElementsOf(onPages());
  }

  private static List<String> onPages() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), pages)
          .filter(page -> page.toString().endsWith(".md"))
          .flatMap(page -> PICTURE.matcher(read(page)).results().map(found -> found.group(1)))
          .toList();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
