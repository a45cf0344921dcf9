package breachresponse.workflow.forms;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * The Java side of a diagram. Expressions in diagrams reach these beans and no others, each under
 * its diagram's name: {@code respond-to-breach.bpmn} calls {@code respondToBreach}.
 */
public interface ProcessSide {

  /**
   * What the task's form shows and proposes, asked anew each time the form is opened. Nothing of it
   * is stored.
   *
   * @return values by the keys that the form uses; lists and maps reach it as JSON
   */
  Map<String, Object> prefill(DelegateTask task);

  /** What tells the task from others of its name in the same case, in a few words. */
  default Optional<String> about(DelegateTask task) {
    return Optional.empty();
  }
}
