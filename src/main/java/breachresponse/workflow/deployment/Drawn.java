package breachresponse.workflow.deployment;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** A diagram, as its file says. */
final class Drawn {

  private static final String CAMUNDA = BpmnModelConstants.CAMUNDA_NS;
  private static final String BPMN = BpmnModelConstants.BPMN20_NS;
  private static final String STEP = ".*([tT]ask|Event|Gateway|Activity|[sS]ubProcess|transaction)";

  /** An expression, and the element that it stands in. */
  record Written(Element at, String text) {}

  private final String file;
  private final BpmnModelInstance model;
  private final List<Element> elements;

  Drawn(String file, BpmnModelInstance model) {
    this.file = file;
    this.model = model;
    var document = (Document) model.getDocument().getDomSource().getNode();
    this.elements =
        children(document.getDocumentElement())
            .filter(element -> !element.getLocalName().equals("BPMNDiagram"))
            .flatMap(Drawn::within)
            .toList();
  }

  String file() {
    return file;
  }

  BpmnModelInstance model() {
    return model;
  }

  Stream<Process> processes() {
    return model.getModelElementsByType(Process.class).stream();
  }

  /** Each element but those that only say how it is drawn. */
  Stream<Element> elements() {
    return elements.stream();
  }

  Stream<Written> expressions() {
    return elements().flatMap(Drawn::written);
  }

  /** The expressions of a step, without those of steps within it. */
  Stream<Written> expressions(FlowNode node) {
    return elements()
        .filter(element -> element.getAttribute("id").equals(node.getId()))
        .flatMap(Drawn::ofStep)
        .flatMap(Drawn::written);
  }

  Finding finding(Element at, String problem) {
    return new Finding(file, label(at), problem);
  }

  Finding finding(BaseElement at, String problem) {
    return new Finding(file, label(at.getId(), at.getAttributeValue("name")), problem);
  }

  static Optional<String> camunda(Element element, String attribute) {
    return Optional.of(
            CAMUNDA.equals(element.getNamespaceURI())
                ? element.getAttribute(attribute)
                : element.getAttributeNS(CAMUNDA, attribute))
        .filter(value -> !value.isEmpty());
  }

  static boolean isBpmn(Element element, String name) {
    return BPMN.equals(element.getNamespaceURI()) && element.getLocalName().equals(name);
  }

  static boolean isCamunda(Element element, String name) {
    return CAMUNDA.equals(element.getNamespaceURI()) && element.getLocalName().equals(name);
  }

  private static Stream<Element> within(Element element) {
    return Stream.concat(Stream.of(element), children(element).flatMap(Drawn::within));
  }

  private static Stream<Element> ofStep(Element element) {
    return Stream.concat(
        Stream.of(element),
        children(element).filter(inner -> !isStep(inner)).flatMap(Drawn::ofStep));
  }

  /** In attributes, and in the text of the element itself. */
  private static Stream<Written> written(Element element) {
    var attributes = element.getAttributes();
    var values =
        IntStream.range(0, attributes.getLength())
            .mapToObj(attributes::item)
            .map(Node::getNodeValue);
    var text =
        nodes(element.getChildNodes())
            .filter(Text.class::isInstance)
            .map(Node::getNodeValue)
            .collect(joining());
    return Stream.concat(values, Stream.of(text))
        .filter(Expression::isIn)
        .map(found -> new Written(element, found.strip()));
  }

  /** The name and id of the step, flow or process that the element belongs to. */
  private static String label(Element element) {
    var at = element;
    while (!(isStep(at) || isBpmn(at, "sequenceFlow") || isBpmn(at, "process"))
        && at.getParentNode() instanceof Element parent) {
      at = parent;
    }
    return label(at.getAttribute("id"), at.getAttribute("name"));
  }

  private static String label(String id, String name) {
    return name == null || name.isBlank() ? id : "\"%s\" (%s)".formatted(name, id);
  }

  private static boolean isStep(Element element) {
    return BPMN.equals(element.getNamespaceURI()) && element.getLocalName().matches(STEP);
  }

  private static Stream<Element> children(Element element) {
    return nodes(element.getChildNodes())
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }

  private static Stream<Node> nodes(NodeList list) {
    return IntStream.range(0, list.getLength()).mapToObj(list::item);
  }
}
