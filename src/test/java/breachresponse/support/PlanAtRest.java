package breachresponse.support;

import breachresponse.plan.Plans;
import org.springframework.boot.test.context.TestComponent;

/** Lets tests that put a plan in force leave the one that all others expect. */
@TestComponent
public class PlanAtRest {

  private final Plans plans;

  PlanAtRest(Plans plans) {
    this.plans = plans;
  }

  /** From now on the plan says what the settings say. */
  public void restore() {
    var version = plans.openNext("as the settings have it", "test").number();
    plans.settle(version, content -> plans.settings().content());
    plans.putInForce(version);
  }
}
