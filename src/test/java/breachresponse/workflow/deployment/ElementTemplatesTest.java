package breachresponse.workflow.deployment;

import static breachresponse.support.Breach.report;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Diagram;
import breachresponse.support.Modeler;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What Modeler makes of each element template works here. */
@ApplicationTest
class ElementTemplatesTest {

  @Autowired private TestRestTemplate web;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService processes;
  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private PlanAtRest atRest;
  @Autowired private Timeline timeline;

  private Modeler modeler;

  @BeforeEach
  void a_process_owner_opens_modeler() {
    time.is("2026-03-03T15:00:00Z");
    atRest.restore();
    modeler = new Modeler(web, "omar");
  }

  @AfterEach
  void what_was_deployed_is_taken_back() {
    modeler.takeBack(repository);
  }

  /** One for each kind, by its id and name. */
  private record Template(String id, JsonNode json) {
    @Override
    public String toString() {
      return json.get("name").asText();
    }
  }

  static Stream<Template> templates() {
    return Diagram.files(".camunda/element-templates", ".json")
        .flatMap(file -> StreamSupport.stream(read(file).spliterator(), false))
        .map(json -> new Template(json.get("id").asText(), json));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void a_diagram_with_it_is_deployed(Template template) {
    var answer = modeler.deploys(Map.of("added.bpmn", drawn(template)));

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
  }

  @Test
  void the_steps_record_mail_and_ask_with_what_the_diagram_says() {
    var caseNumber = reported();
    var all =
        templates()
            .filter(it -> it.id().matches("breachresponse\\.(record|mail-team|ask-decision)"))
            .map(it -> step(it.json(), "step" + it.id().replaceAll("\\W", "")))
            .toList();
    var flows = new StringBuilder();
    var ids = Stream.of("begun", "record", "mailteam", "askdecision", "over").toList();
    for (var n = 1; n < ids.size(); n++) {
      flows.append(flow(id(ids.get(n - 1)), id(ids.get(n))));
    }
    modeler.deploys(Map.of("added.bpmn", process(String.join("", all) + flows)));

    var instance = processes.startProcessInstanceByKey("added", caseNumber.value());
    staff.runDueJobs(caseNumber.value());
    staff.does(
        "lena", caseNumber.value(), id("askdecision"), Map.of("decision", "yes", "reason", "So."));

    assertThat(timeline.of(caseNumber))
        .extracting(entry -> entry.act() + ": " + entry.detail().orElse(""))
        .contains("step recorded: Filled in", "decided: Filled in Yes: So.")
        .anyMatch(line -> line.startsWith("team mailed: Legal: Filled in, "));
    assertThat(staff.passed(caseNumber.value())).contains("over");
    assertThat(instance).isNotNull();
  }

  private CaseNumber reported() {
    var response = staff.starts("ian", "respond-to-breach", report());
    return new CaseNumber(
        processes
            .createProcessInstanceQuery()
            .processInstanceId(response)
            .singleResult()
            .getBusinessKey());
  }

  private static String id(String name) {
    return name.equals("begun") || name.equals("over") ? name : "stepbreachresponse" + name;
  }

  /** A process that only others start, with the step, or with the condition on its way out. */
  private static String drawn(Template template) {
    var type = template.json().at("/elementType/value").asText();
    return type.equals("bpmn:SequenceFlow")
        ? process(
            """
            <bpmn:exclusiveGateway id="isItSo" default="no" />
            <bpmn:endEvent id="other" />
            <bpmn:sequenceFlow id="yes" sourceRef="isItSo" targetRef="over">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">%s</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="no" sourceRef="isItSo" targetRef="other" />
            """
                    .formatted(template.json().at("/properties/0/value").asText())
                + flow("begun", "isItSo"))
        : process(step(template.json(), "step") + flow("begun", "step") + flow("step", "over"));
  }

  private static String process(String inner) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="added">
      <bpmn:process id="added" isExecutable="true" camunda:historyTimeToLive="1"
          camunda:isStartableInTasklist="false">
        <bpmn:startEvent id="begun" />
        %s
        <bpmn:endEvent id="over" />
      </bpmn:process>
    </bpmn:definitions>
    """
        .formatted(inner);
  }

  private static String flow(String from, String to) {
    return "<bpmn:sequenceFlow id=\"%s-%s\" sourceRef=\"%1$s\" targetRef=\"%2$s\" />"
        .formatted(from, to);
  }

  /** As Modeler applies a template; what people fill in is filled in. */
  private static String step(JsonNode template, String id) {
    var attributes = new StringBuilder();
    var inputs = new StringBuilder();
    var others = new StringBuilder();
    for (var property : template.get("properties")) {
      var binding = property.get("binding");
      var name = binding.path("name").asText();
      var value = value(property);
      switch (binding.get("type").asText()) {
        case "property" -> {
          if (!value.isEmpty()) {
            attributes.append(" %s=\"%s\"".formatted(name, value));
          }
        }
        case "camunda:inputParameter" ->
            inputs.append(
                "<camunda:inputParameter name=\"%s\">%s</camunda:inputParameter>"
                    .formatted(name, value));
        case "camunda:in" ->
            others.append(
                "<camunda:in source=\"%s\" target=\"%s\" />"
                    .formatted(value, binding.get("target").asText()));
        case "camunda:in:businessKey" ->
            others.append("<camunda:in businessKey=\"%s\" />".formatted(value));
        default -> throw new AssertionError("a binding that nobody applies: " + binding);
      }
    }
    var type = template.at("/elementType/value").asText().replace("bpmn:", "");
    var element = Character.toLowerCase(type.charAt(0)) + type.substring(1);
    return "<bpmn:%s id=\"%s\" name=\"Added\"%s><bpmn:extensionElements>%s%s</bpmn:extensionElements></bpmn:%1$s>"
        .formatted(
            element,
            id,
            attributes,
            inputs.isEmpty() ? "" : "<camunda:inputOutput>" + inputs + "</camunda:inputOutput>",
            others);
  }

  private static String value(JsonNode property) {
    return property.has("value")
        ? property.get("value").asText()
        : property.at("/binding/name").asText().equals("groups")
            ? "legal"
            : property.at("/constraints/notEmpty").asBoolean() ? "Filled in" : "";
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
