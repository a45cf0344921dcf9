package breachresponse.workflow.deployment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * No way leads from a start to a step that tells somebody outside without a sign-off, and without a
 * question what came of it. The ways are followed through calls, whether what is called is brought
 * along or deployed already.
 *
 * <p>A way begins where people, a message or the time start a process. What only the software and
 * other diagrams start, such as the substitute notice of a signed one, is looked at where it is
 * called.
 */
@Component
class SignOffBeforeSending {

  private static final String SIGN_OFF = "sign-off";

  private final ProcessMethods methods;

  SignOffBeforeSending(ProcessMethods methods) {
    this.methods = methods;
  }

  /**
   * One for each step that sends, wherever it is, if what is deployed has part in the way to it.
   */
  Stream<Finding> findings(Delivery delivery) {
    var shortest = new LinkedHashMap<FlowNode, Way>();
    delivery.all().stream()
        .flatMap(found -> begun(found.process(), delivery))
        .filter(way -> way.processes().anyMatch(delivery::brings))
        .forEach(
            way ->
                shortest.merge(
                    way.last(), way, (a, b) -> a.steps().size() <= b.steps().size() ? a : b));
    return shortest.values().stream().map(way -> finding(way, delivery));
  }

  private Stream<Way> begun(Process process, Delivery delivery) {
    var starts = process.getChildElementsByType(StartEvent.class);
    return isBegun(process, starts, delivery)
        ? new Walk(this, delivery, process, starts, false).sending().stream()
        : Stream.of();
  }

  private static boolean isBegun(
      Process process, Collection<StartEvent> starts, Delivery delivery) {
    return process.isCamundaStartableInTasklist()
        || starts.stream().anyMatch(SignOffBeforeSending::comesFromOutside)
        || delivery.isStartedByPeople(process.getId());
  }

  private static boolean comesFromOutside(StartEvent start) {
    return !start.getEventDefinitions().isEmpty()
        || start.getCamundaFormRef() != null
        || start.getCamundaFormKey() != null;
  }

  /** The ways through a process that is called; empty where there is none, or it calls itself. */
  Optional<Walk> walk(String called, boolean asked, Delivery delivery) {
    return delivery.walkOnce(
        called,
        asked,
        process ->
            new Walk(
                this,
                delivery,
                process,
                process.getChildElementsByType(StartEvent.class).stream()
                    .filter(start -> start.getEventDefinitions().isEmpty())
                    .toList(),
                asked));
  }

  /** What the step tells somebody outside; empty if it does not. */
  Optional<String> whatItTells(FlowNode node, Delivery delivery) {
    var conditions = Walk.outOf(node).flatMap(SignOffBeforeSending::condition);
    return Stream.concat(expressions(node, delivery).map(Drawn.Written::text), conditions)
        .flatMap(text -> read(text).calls().stream())
        .flatMap(call -> methods.marked(call, TellsOutsiders.class).stream())
        .map(TellsOutsiders::value)
        .findFirst();
  }

  boolean isSignOff(FlowNode node, Delivery delivery) {
    return node instanceof CallActivity call && SIGN_OFF.equals(call.getCalledElement())
        || node instanceof UserTask && releases(node, delivery).findAny().isPresent();
  }

  private Stream<Releases> releases(FlowNode node, Delivery delivery) {
    return expressions(node, delivery)
        .filter(written -> "complete".equals(written.at().getAttribute("event")))
        .flatMap(written -> read(written.text()).calls().stream())
        .flatMap(call -> methods.marked(call, Releases.class).stream());
  }

  boolean isForSignedOnly(SequenceFlow flow) {
    return condition(flow).map(this::read).anyMatch(this::saysItIsSigned);
  }

  private boolean saysItIsSigned(Expression condition) {
    return condition.isOneCall()
            && methods.marked(condition.calls().get(0), SaysItIsSigned.class).isPresent()
        || methods.releaseVariables().anyMatch(condition::isVariable);
  }

  private Expression read(String text) {
    return Expression.read(text, methods::isProcessClass);
  }

  private static Stream<String> condition(SequenceFlow flow) {
    return Stream.ofNullable(flow.getConditionExpression())
        .map(condition -> condition.getTextContent().strip())
        .filter(Expression::isIn);
  }

  private static Finding finding(Way way, Delivery delivery) {
    var remedy =
        way.asked()
            ? "nothing asks whether it was signed; please let only a flow with the condition ${….isSigned(documentId)} lead on from the sign-off"
            : "no sign-off is on the way; please call the process sign-off before, and let only a flow with the condition ${….isSigned(documentId)} lead on";
    return diagramOf(way.last(), delivery)
        .finding(
            way.last(),
            "%s, and %s. The way to it: %s".formatted(way.does(), remedy, way.inWords()));
  }

  private static Stream<Drawn.Written> expressions(FlowNode node, Delivery delivery) {
    return diagramOf(node, delivery).expressions(node);
  }

  private static Drawn diagramOf(FlowNode node, Delivery delivery) {
    return delivery.process(Way.process(node).getId()).orElseThrow().diagram();
  }
}
