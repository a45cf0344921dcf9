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
import java.util.stream.Stream;

/** The texts that stand in our Java. */
public final class JavaTexts {

  private static final String TEXT =
      "(?:\"\"\"\\n(?<block>(?s:.*?))\"\"\"|(?<line>\"(?:[^\"\\\\\\n]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\\\n]|\\\\.)*\")*))";
  private static final Pattern ANY = Pattern.compile(TEXT);
  private static final Pattern TRANSLATED = Pattern.compile("atalogue\\s*\\.of\\(\\s*" + TEXT);

  private static final Pattern THROWN =
      Pattern.compile("(?:new \\w*(?<what>Exception|Problem)|super)\\((?:[^;\"]|" + TEXT + ")*+");
  private static final Pattern OF_A_FIELD = Pattern.compile("^(?:[a-z%][-\\w.%\\[\\]]*)?: (?=.)");
  private static final Pattern OF_A_SETTING =
      Pattern.compile("^(?:breach|management|server|spring)\\.");

  private JavaTexts() {}

  /** Each of them. */
  public static Set<String> all() {
    return found(ANY);
  }

  /** Those that are handed to the catalogue where they are written. */
  public static Set<String> translated() {
    return found(TRANSLATED);
  }

  /**
   * What people are told when something of theirs is refused, without the name of the field before
   * it. What is wrong with a setting is none of it: that is told to who starts the software.
   */
  public static Set<String> refusals() {
    var ofFields =
        files()
            .filter(file -> !file.getParent().endsWith("breachresponse"))
            .flatMap(file -> THROWN.matcher(read(file)).results())
            .flatMap(
                thrown ->
                    ANY.matcher(thrown.group())
                        .results()
                        .map(JavaTexts::text)
                        .filter(text -> isOfAField(text, thrown.group(1))));
    return Stream.concat(ofFields, all().stream().filter(text -> text.contains("please ")))
        .filter(text -> !OF_A_SETTING.matcher(text).find())
        .map(text -> OF_A_FIELD.matcher(text).replaceFirst(""))
        .filter(text -> text.matches("(?s)[^\\[].* .*"))
        .collect(toCollection(TreeSet::new));
  }

  /** A problem has its field apart. */
  private static boolean isOfAField(String text, String thrown) {
    return "Problem".equals(thrown)
        ? text.matches("(?s).* .* .*")
        : OF_A_FIELD.matcher(text).find();
  }

  private static Set<String> found(Pattern pattern) {
    return files()
        .flatMap(file -> pattern.matcher(read(file)).results())
        .map(JavaTexts::text)
        .collect(toCollection(TreeSet::new));
  }

  private static Stream<Path> files() {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
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
