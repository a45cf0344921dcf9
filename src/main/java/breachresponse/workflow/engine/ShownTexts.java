package breachresponse.workflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The texts of a diagram or form that people see, and no other: ids, variables, values and
 * conditions stay as they are, and so do names by which the engine finds something, such as those
 * of messages.
 */
final class ShownTexts {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OF_A_COMPONENT =
      List.of("label", "description", "text", "content", "dateLabel", "timeLabel");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}");

  /** An element that has no other within but code. */
  private static final Pattern HTML =
      Pattern.compile(
          "(<(p|h4|label|span|strong|th|button)\\b(?:[^>\"]|\"[^\"]*\")*>)"
              + "((?:[^<]|</?code>)*)(?=</\\2>)");

  private ShownTexts() {}

  /**
   * The resource with other texts. What shows people none stays as it is, and so does what cannot
   * be read: the engine says what is wrong with it.
   */
  static byte[] replaced(String resource, byte[] content, UnaryOperator<String> other) {
    try {
      return switch (resource.substring(resource.lastIndexOf('.') + 1)) {
        case "bpmn" -> diagram(content, other);
        case "form" -> form(content, other);
        case "html" -> html(content, other);
        default -> content;
      };
    } catch (IOException | SAXException unreadable) {
      return content;
    } catch (ParserConfigurationException | TransformerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By a plain parser: that of the engine's model writes down all defaults as well. */
  private static byte[] diagram(byte[] content, UnaryOperator<String> other)
      throws IOException, ParserConfigurationException, SAXException, TransformerException {
    var parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var diagram = parsers.newDocumentBuilder().parse(new ByteArrayInputStream(content));
    var elements = diagram.getElementsByTagNameNS(BPMN, "*");
    for (int i = 0; i < elements.getLength(); i++) {
      var element = (Element) elements.item(i);
      if (element.getLocalName().equals("documentation")) {
        if (isReadByStaff(element.getParentNode().getLocalName())) {
          element.setTextContent(replaced(element.getTextContent(), other));
        }
      } else if (element.hasAttribute("name") && isDrawn(element)) {
        element.setAttribute("name", replaced(element.getAttribute("name"), other));
      }
    }
    var bytes = new ByteArrayOutputStream();
    TransformerFactory.newInstance()
        .newTransformer()
        .transform(new DOMSource(diagram), new StreamResult(bytes));
    return bytes.toByteArray();
  }

  /** Staff read that of tasks and processes; that of other elements is for who changes diagrams. */
  private static boolean isReadByStaff(String element) {
    return element.equals("userTask") || element.equals("process");
  }

  /** Messages, errors and the like stand outside of processes, and have names for the engine. */
  private static boolean isDrawn(Element element) {
    return element.getLocalName().equals("process")
        || Set.of("process", "subProcess").contains(element.getParentNode().getLocalName());
  }

  private static byte[] form(byte[] content, UnaryOperator<String> other) throws IOException {
    var form = JSON.readTree(content);
    replace(form, other);
    return JSON.writeValueAsBytes(form);
  }

  private static void replace(JsonNode component, UnaryOperator<String> other) {
    for (var name : OF_A_COMPONENT) {
      if (component.path(name).isTextual()) {
        ((ObjectNode) component).put(name, replaced(component.get(name).asText(), other));
      }
    }
    component.path("components").forEach(inner -> replace(inner, other));
    component.path("values").forEach(choice -> replace(choice, other));
  }

  private static byte[] html(byte[] content, UnaryOperator<String> other) {
    return HTML.matcher(new String(content, StandardCharsets.UTF_8))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1)
                        + replaced(found.group(3).strip().replaceAll("\\s+", " "), other)))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String replaced(String text, UnaryOperator<String> other) {
    return isForPeople(text) ? other.apply(text) : text;
  }

  /** Neither an expression nor placeholders alone. */
  private static boolean isForPeople(String text) {
    return !text.startsWith("=")
        && PLACEHOLDER.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
  }
}
