package breachresponse.support;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The texts that stand in our Java. */
public final class JavaTexts {

  private static final String TEXT =
      "(?:\"\"\"\\n(?<block>(?s:.*?))\"\"\"|(?<line>\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*))";
  private static final Pattern ANY = Pattern.compile(TEXT);
  private static final Pattern TRANSLATED = Pattern.compile("atalogue\\s*\\.of\\(\\s*" + TEXT);

  private JavaTexts() {}

  /** Each of them. */
  public static Set<String> all() {
    return found(ANY);
  }

  /** Those that are handed to the catalogue where they are written. */
  public static Set<String> translated() {
    return found(TRANSLATED);
  }

  private static Set<String> found(Pattern pattern) {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .flatMap(file -> pattern.matcher(read(file)).results())
          .map(JavaTexts::text)
          .collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(MatchResult literal) {
    var text =
        literal.group(1) == null
            ? literal.group(2).replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("^\"|\"$", "")
            : literal.group(1).stripIndent();
    return text.replaceAll("(?<!\\\\)\\\\u[0-9a-fA-F]{4}", "?").translateEscapes();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
