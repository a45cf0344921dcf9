package breachresponse.workflow.deployment;

import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Called processes and tables exist, and each process says how long its history is kept. */
@Component
class CallsWhatIsThere implements DiagramRule {

  static final String TIMELESS =
      "does not say how long its history is kept; please fill in its Time to live, such as 3650 (days)";

  @Override
  public Stream<Finding> findings(Drawn diagram, Delivery delivery) {
    var endless =
        diagram
            .processes()
            .filter(CallsWhatIsThere::saysNotHowLongItIsKept)
            .map(process -> diagram.finding(process, TIMELESS));
    var called =
        diagram.model().getModelElementsByType(CallActivity.class).stream()
            .flatMap(
                call -> problem(call, delivery).stream().map(text -> diagram.finding(call, text)));
    var asked =
        diagram
            .elements()
            .flatMap(
                element ->
                    table(element, delivery).stream().map(text -> diagram.finding(element, text)));
    return Stream.of(endless, called, asked).flatMap(found -> found);
  }

  private static boolean saysNotHowLongItIsKept(Process process) {
    var days = process.getCamundaHistoryTimeToLiveString();
    return process.isExecutable() && (days == null || days.isBlank());
  }

  private static Optional<String> problem(CallActivity call, Delivery delivery) {
    var called = call.getCalledElement();
    if (called == null || called.isBlank() || Expression.isIn(called)) {
      return Optional.of(
          "does not name the process that it calls; please name it in Called element");
    }
    var binding = Optional.ofNullable(call.getCamundaCalledElementBinding()).orElse("latest");
    if (!binding.equals("latest")) {
      return Optional.of(
          "calls %s in its %s, which cannot be checked; please call the latest version"
              .formatted(called, binding));
    }
    return delivery.process(called).isPresent()
        ? Optional.empty()
        : Optional.of(
            "calls the process %s, which does not exist; please deploy it before or together with this one"
                .formatted(called));
  }

  private static Optional<String> table(Element element, Delivery delivery) {
    return Drawn.camunda(element, "decisionRef")
        .filter(table -> !delivery.knowsTable(table))
        .map(
            table ->
                "asks the table %s, which does not exist; please deploy it before or together with this diagram"
                    .formatted(table));
  }
}
