package breachresponse.workflow.deployment;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Process;

/**
 * How a process comes to a step that sends.
 *
 * @param does what the last step does
 * @param asked whether it passed a sign-off, and nothing asked what came of it
 */
record Way(List<FlowNode> steps, String does, boolean asked) {

  Way after(List<FlowNode> earlier) {
    return new Way(Stream.concat(earlier.stream(), steps.stream()).toList(), does, asked);
  }

  FlowNode last() {
    return steps.get(steps.size() - 1);
  }

  Stream<String> processes() {
    return steps.stream().map(Way::process).map(Process::getId).distinct();
  }

  static Process process(FlowNode step) {
    var scope = step.getParentElement();
    while (!(scope instanceof Process)) {
      scope = scope.getParentElement();
    }
    return (Process) scope;
  }

  /** By the names that people see. Gateways without one say nothing. */
  String inWords() {
    return steps.stream()
        .filter(step -> step.getName() != null || !(step instanceof Gateway))
        .map(step -> step.getName() == null ? step.getId() : step.getName())
        .collect(joining(" → "));
  }
}
