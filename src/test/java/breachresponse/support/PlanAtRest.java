package breachresponse.support;

import breachresponse.plan.Plans;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.test.context.TestComponent;

/** Lets tests that prepare a plan or put one in force leave the one that all others expect. */
@TestComponent
public class PlanAtRest {

  private final Plans plans;
  private final RuntimeService processes;

  PlanAtRest(Plans plans, RuntimeService processes) {
    this.plans = plans;
    this.processes = processes;
  }

  /** From now on the plan says what the settings say, and nobody prepares another. */
  public void restore() {
    processes
        .createProcessInstanceQuery()
        .processDefinitionKey("prepare-response-plan")
        .list()
        .forEach(open -> processes.deleteProcessInstance(open.getId(), "the test is over"));
    var version = plans.openNext("as the settings have it", "test").number();
    plans.settle(version, content -> plans.settings().content());
    plans.putInForce(version);
  }
}
