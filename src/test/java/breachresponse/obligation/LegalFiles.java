package breachresponse.obligation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The legal tables as they lie in their files. */
public final class LegalFiles {

  /**
   * A row as the lawyer wrote it.
   *
   * @param conditions the input entries, as text
   * @param outputs the output entries by name, as text: a word stands in quotes
   */
  public record Row(
      String table, List<String> conditions, Map<String, String> outputs, String annotation) {

    /** The word in that output, without its quotes; empty where the output is. */
    public String word(String output) {
      return unquoted(outputs.get(output));
    }

    /** The word in that input, without its quotes. */
    public String condition(int input) {
      return unquoted(conditions.get(input));
    }

    private static String unquoted(String text) {
      return text.replaceAll("^\"|\"$", "");
    }
  }

  private LegalFiles() {}

  /**
   * The rows of all regional tables by the id of the duty: of an amended law the last. An id twice
   * is an error, unless the first has its last day.
   */
  public static Map<String, Row> rows() {
    var rows = new LinkedHashMap<String, Row>();
    regional()
        .flatMap(LegalFiles::rows)
        .forEach(
            row -> {
              var before = rows.put(row.word("id"), row);
              if (before != null && before.word("inForceUntil").isEmpty()) {
                throw new AssertionError("two rows have the id " + row.word("id"));
              }
            });
    return rows;
  }

  /** The text of a table. */
  static String text(String name) {
    try {
      return new ClassPathResource("processes/" + name).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Row> rows(Resource file) {
    return rows(file, parse(file).getDocumentElement());
  }

  /** The rows of one table of a file that has several. */
  static Stream<Row> rows(Resource file, String table) {
    return elements(parse(file).getDocumentElement(), "decision")
        .filter(decision -> decision.getAttribute("id").equals(table))
        .flatMap(decision -> rows(file, decision));
  }

  private static Stream<Row> rows(Resource file, Element tables) {
    var names = elements(tables, "output").map(output -> output.getAttribute("name")).toList();
    return elements(tables, "rule").map(rule -> row(file.getFilename(), rule, names));
  }

  private static Stream<Resource> regional() {
    try {
      return Arrays.stream(
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:processes/obligations-*.dmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String table, Element rule, List<String> names) {
    var outputs = new LinkedHashMap<String, String>();
    var entries = texts(rule, "outputEntry");
    for (var n = 0; n < names.size(); n++) {
      outputs.put(names.get(n), entries.get(n));
    }
    var annotation = elements(rule, "description").findFirst().map(Element::getTextContent);
    return new Row(table, texts(rule, "inputEntry"), outputs, annotation.orElse(""));
  }

  private static List<String> texts(Element rule, String entry) {
    return elements(rule, entry).map(element -> element.getTextContent().strip()).toList();
  }

  private static Document parse(Resource file) {
    try (var content = file.getInputStream()) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(content);
    } catch (Exception unreadable) {
      throw new AssertionError(file.getFilename() + " cannot be read", unreadable);
    }
  }

  private static Stream<Element> elements(Element parent, String name) {
    return elements(parent.getElementsByTagName(name));
  }

  private static Stream<Element> elements(NodeList nodes) {
    return Stream.iterate(0, n -> n < nodes.getLength(), n -> n + 1)
        .map(n -> (Element) nodes.item(n));
  }
}
