package breachresponse.workflow.deployment;

import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** No scripts, classes, delegates, connectors or workers: whoever deploys may not run code. */
@Component
class RunsNoCodeOfItsOwn implements DiagramRule {

  private static final Set<String> CODE =
      Set.of(
          "class",
          "delegateExpression",
          "variableMappingClass",
          "variableMappingDelegateExpression",
          "formHandlerClass",
          "taskListenerClass",
          "type",
          "topic",
          "resource");
  private static final Set<String> CODE_WITHIN = Set.of("script", "connector", "formData");

  @Override
  public Stream<Finding> findings(Drawn diagram, Delivery delivery) {
    return diagram
        .elements()
        .flatMap(element -> code(element).map(what -> diagram.finding(element, refused(what))));
  }

  private static String refused(String what) {
    return "has %s, and diagrams run no code of their own; please call a method of a process class by an expression"
        .formatted(what);
  }

  private static Stream<String> code(Element element) {
    var attributes =
        CODE.stream()
            .filter(name -> Drawn.camunda(element, name).isPresent())
            .sorted()
            .map(name -> "camunda:" + name);
    var elements =
        CODE_WITHIN.stream()
            .filter(name -> Drawn.isCamunda(element, name))
            .map(name -> "camunda:" + name);
    var script = Drawn.isBpmn(element, "scriptTask") ? Stream.of("a script") : Stream.<String>of();
    return Stream.of(attributes, elements, script, language(element)).flatMap(found -> found);
  }

  /** Of a condition that is no expression of the engine. */
  private static Stream<String> language(Element element) {
    var language = element.getAttribute("language");
    return Drawn.isBpmn(element, "conditionExpression") && !language.isBlank()
        ? Stream.of("a condition in %s".formatted(language))
        : Stream.of();
  }
}
