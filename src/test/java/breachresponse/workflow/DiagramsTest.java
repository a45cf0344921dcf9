package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.plan.Role;
import breachresponse.support.Diagram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.junit.jupiter.api.Test;

/** Holds diagrams, forms and Java together. */
class DiagramsTest {

  /** What asks for the same as an earlier task, in its form. */
  private static final Map<String, String> ASKED_AGAIN =
      Map.of("provideAnotherList", "provide-recipients");

  private static final List<Diagram> DIAGRAMS = Diagram.all();
  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
  private static final Pattern CALL = Pattern.compile("(\\w+)\\.(\\w+)\\(([^()]*)\\)");
  private static final String LOWER_CAMEL = "[a-z][a-zA-Z0-9]*";
  private static final String SENTENCE_CASE = "[A-Z][^A-Z]*( ([^A-Z]\\S*|[A-Z]{2,}))*\\??";
  private static final String ID_OR_SCOPE = "task|execution|" + LOWER_CAMEL + "(Id|Number)";

  private record Call(Diagram diagram, String bean, String method, List<String> arguments) {

    boolean isAnswered() {
      return bean.equals(camel(diagram.name()))
          && Arrays.stream(processClass(bean).getMethods())
              .filter(found -> !Modifier.isStatic(found.getModifiers()))
              .filter(found -> found.getName().equals(method))
              .anyMatch(found -> found.getParameterCount() == arguments.size());
    }
  }

  @Test
  void there_are_diagrams() {
    assertThat(DIAGRAMS).extracting(Diagram::name).contains("respond-to-breach");
  }

  @Test
  void a_process_is_named_like_its_file_and_is_alone_in_it() {
    assertThat(DIAGRAMS)
        .allSatisfy(
            diagram ->
                assertThat(diagram.elements(Process.class))
                    .extracting(Process::getId)
                    .containsExactly(diagram.name()));
  }

  @Test
  void every_process_says_how_long_its_history_is_kept() {
    assertThat(DIAGRAMS)
        .allSatisfy(
            diagram ->
                assertThat(diagram.process().getCamundaHistoryTimeToLiveString()).isNotBlank());
  }

  @Test
  void ids_are_in_lower_camel_case() {
    assertThat(
            failing(
                BaseElement.class,
                element -> element instanceof FlowElement || element instanceof Message,
                element -> element.getId().matches(LOWER_CAMEL)))
        .isEmpty();
  }

  @Test
  void everything_that_people_read_has_a_name_in_sentence_case() {
    Predicate<FlowElement> unlabelled =
        element -> element instanceof Gateway gateway && !asks(gateway);
    assertThat(
            failing(
                FlowElement.class,
                element -> element instanceof FlowNode && !unlabelled.test(element),
                element -> element.getName() != null && element.getName().matches(SENTENCE_CASE)))
        .isEmpty();
    assertThat(failing(FlowElement.class, unlabelled, element -> element.getName() == null))
        .isEmpty();
  }

  @Test
  void a_gateway_that_asks_has_an_answer_on_each_way_out() {
    assertThat(
            failing(
                SequenceFlow.class,
                flow -> flow.getSource() instanceof Gateway gateway && asks(gateway),
                flow -> flow.getName() != null && flow.getName().matches("[A-Z].*")))
        .isEmpty();
    assertThat(
            failing(
                Gateway.class,
                DiagramsTest::asks,
                gateway -> gateway.getName() != null && gateway.getName().endsWith("?")))
        .isEmpty();
  }

  /** A gateway's question and its answers say what it does, and the label of a plain end all. */
  @Test
  void what_happens_is_documented_in_a_sentence_or_two() {
    assertThat(
            failing(
                FlowNode.class,
                DiagramsTest::meansSomething,
                node ->
                    node.getDocumentations().stream()
                        .map(documentation -> documentation.getTextContent())
                        .anyMatch(text -> text.matches("[A-Z].{15,300}[.]"))))
        .isEmpty();
    assertThat(
            failing(
                Process.class, process -> true, process -> process.getDocumentations().size() == 1))
        .isEmpty();
  }

  private static boolean meansSomething(FlowNode node) {
    var begins =
        node instanceof StartEvent
            && node.getParentElement() instanceof SubProcess within
            && !within.triggeredByEvent();
    var ends = node instanceof EndEvent event && event.getEventDefinitions().isEmpty();
    return !(node instanceof Gateway) && !begins && !ends;
  }

  @Test
  void every_element_is_drawn() {
    assertThat(
            failing(
                FlowElement.class,
                element -> element instanceof FlowNode || element instanceof SequenceFlow,
                element ->
                    element instanceof FlowNode node
                        ? node.getDiagramElement() != null
                        : ((SequenceFlow) element).getDiagramElement() != null))
        .isEmpty();
  }

  @Test
  void the_documentation_shows_every_element() {
    for (var diagram : DIAGRAMS) {
      var drawing = read(Path.of("docs/diagrams", diagram.name() + ".svg"));
      assertThat(diagram.elements(FlowNode.class))
          .as("docs/diagrams/%s.svg, drawn by docs/draw-diagrams.sh", diagram.name())
          .allSatisfy(
              node -> assertThat(drawing).contains("data-element-id=\"" + node.getId() + "\""));
    }
  }

  @Test
  void every_user_task_has_a_form_of_its_name() {
    assertThat(
            failing(
                UserTask.class,
                task -> true,
                task -> hasForm(task, ASKED_AGAIN.getOrDefault(task.getId(), kebab(task.getId())))))
        .isEmpty();
    assertThat(
            failing(
                StartEvent.class,
                start -> start.getCamundaFormRef() != null,
                start -> Files.exists(form(start.getCamundaFormRef()))))
        .isEmpty();
  }

  @Test
  void every_user_task_is_for_roles_that_exist_and_takes_its_answers_in() {
    var roles = Arrays.stream(Role.values()).map(Role::group).toList();
    assertThat(
            failing(
                UserTask.class,
                task -> true,
                task ->
                    task.getCamundaCandidateGroupsList().stream()
                        .allMatch(group -> group.startsWith("${") || roles.contains(group))))
        .isEmpty();
    assertThat(
            failing(
                UserTask.class,
                task -> true,
                task ->
                    !task.getCamundaCandidateGroupsList().isEmpty()
                        && listeners(task).anyMatch(calls(task, "task"))))
        .isEmpty();
  }

  @Test
  void a_service_task_calls_the_method_of_its_name() {
    assertThat(
            failing(
                Activity.class,
                activity -> expressionOf(activity) != null,
                activity -> calls(activity, ".*").test(expressionOf(activity))))
        .isEmpty();
    assertThat(failing(ServiceTask.class, task -> true, task -> expressionOf(task) != null))
        .isEmpty();
  }

  @Test
  void every_call_is_answered_by_the_class_of_the_diagram() {
    assertThat(calls()).isNotEmpty().allMatch(Call::isAnswered);
  }

  @Test
  void calls_pass_ids_and_nothing_else() {
    assertThat(calls())
        .allSatisfy(
            call ->
                assertThat(call.arguments())
                    .allMatch(argument -> argument.matches(ID_OR_SCOPE), call.toString()));
  }

  @Test
  void every_called_process_exists() {
    var names = DIAGRAMS.stream().map(Diagram::name).toList();
    assertThat(
            failing(
                CallActivity.class, call -> true, call -> names.contains(call.getCalledElement())))
        .isEmpty();
  }

  @Test
  void what_people_or_time_have_done_is_safe_before_anything_else_runs() {
    assertThat(
            failing(
                FlowNode.class,
                DiagramsTest::comesFromOutside,
                node -> node.isCamundaAsyncAfter() || isEachAsyncAfter(node)))
        .isEmpty();
  }

  @Test
  void there_are_no_scripts_classes_or_connectors() {
    assertThat(DIAGRAMS)
        .allSatisfy(
            diagram -> {
              assertThat(diagram.elements(ScriptTask.class)).isEmpty();
              assertThat(diagram.source())
                  .doesNotContain(
                      "camunda:class",
                      "camunda:script",
                      "camunda:connector",
                      "camunda:delegateExp");
            });
  }

  /** Those of the elements that are not as they should be, as {@code diagram/element}. */
  private static <T extends BaseElement> List<String> failing(
      Class<T> type, Predicate<? super T> which, Predicate<? super T> rule) {
    return DIAGRAMS.stream()
        .flatMap(
            diagram ->
                diagram
                    .elements(type)
                    .filter(which)
                    .filter(rule.negate())
                    .map(element -> diagram.name() + "/" + element.getId()))
        .toList();
  }

  private static boolean asks(Gateway gateway) {
    return (gateway instanceof ExclusiveGateway || gateway instanceof InclusiveGateway)
        && gateway.getOutgoing().size() > 1;
  }

  private static boolean comesFromOutside(FlowNode node) {
    return node instanceof UserTask
        || node instanceof BoundaryEvent event
            && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)
        || node instanceof StartEvent
            && !(node.getParentElement() instanceof SubProcess within
                && !within.triggeredByEvent());
  }

  private static boolean isEachAsyncAfter(FlowNode node) {
    return node instanceof Activity activity
        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics each
        && each.isCamundaAsyncAfter();
  }

  private static boolean hasForm(UserTask task, String name) {
    return task.getCamundaFormRef() != null
        ? task.getCamundaFormRef().equals(name) && Files.exists(form(name))
        : ("embedded:deployment:forms/%s.html".formatted(name).equals(task.getCamundaFormKey())
            && Files.exists(Path.of("forms", name + ".html")));
  }

  private static Path form(String name) {
    return Path.of("forms", name + ".form");
  }

  private static Stream<String> listeners(UserTask task) {
    return task
        .getExtensionElements()
        .getElementsQuery()
        .filterByType(CamundaTaskListener.class)
        .list()
        .stream()
        .filter(listener -> listener.getCamundaEvent().equals("complete"))
        .map(CamundaTaskListener::getCamundaExpression);
  }

  private static String expressionOf(Activity activity) {
    return activity.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "expression");
  }

  private static Predicate<String> calls(FlowNode node, String arguments) {
    return Pattern.compile("\\$\\{\\w+\\.%s\\(%s\\)}".formatted(node.getId(), arguments))
        .asMatchPredicate();
  }

  private static List<Call> calls() {
    var calls = new ArrayList<Call>();
    for (var diagram : DIAGRAMS) {
      for (var expression : found(EXPRESSION, diagram.source())) {
        for (var call : found(CALL, expression)) {
          var parts = CALL.matcher(call);
          parts.matches();
          calls.add(
              new Call(
                  diagram,
                  parts.group(1),
                  parts.group(2),
                  Arrays.stream(parts.group(3).split(",\\s*")).filter(a -> !a.isEmpty()).toList()));
        }
      }
    }
    return calls;
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(result -> result.group()).toList();
  }

  private static Class<?> processClass(String bean) {
    var name = Character.toUpperCase(bean.charAt(0)) + bean.substring(1);
    try {
      return Class.forName(DiagramsTest.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError("there is no class %s for its diagram".formatted(name), e);
    }
  }

  private static String camel(String kebab) {
    return Pattern.compile("-(.)").matcher(kebab).replaceAll(m -> m.group(1).toUpperCase());
  }

  private static String kebab(String camel) {
    return Pattern.compile("[A-Z]").matcher(camel).replaceAll(m -> "-" + m.group().toLowerCase());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
