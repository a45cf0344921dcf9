package breachresponse.workflow.cockpit;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Where in Cockpit the responses to breaches run that who asks may see. */
@Component
class Responses {

  private final RuntimeService processes;

  Responses(RuntimeService processes) {
    this.processes = processes;
  }

  /** Their ids by case number; a case whose process has ended, or was never started, has none. */
  Map<String, String> byCase() {
    return processes
        .createProcessInstanceQuery()
        .processDefinitionKey("respond-to-breach")
        .unlimitedList()
        .stream()
        .filter(instance -> instance.getBusinessKey() != null)
        .collect(
            toMap(
                ProcessInstance::getBusinessKey, ProcessInstance::getId, (first, other) -> first));
  }
}
