package breachresponse.support;

import breachresponse.plan.Plans;
import breachresponse.plan.Role;
import breachresponse.workflow.staff.DemoStaff;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.boot.test.context.TestComponent;

/**
 * Lets tests that prepare a plan or put one in force leave the one that all others expect, and the
 * sample staff in the groups that they began in.
 */
@TestComponent
public class PlanAtRest {

  private final Plans plans;
  private final RuntimeService processes;
  private final IdentityService identities;

  PlanAtRest(Plans plans, RuntimeService processes, IdentityService identities) {
    this.plans = plans;
    this.processes = processes;
    this.identities = identities;
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
    giveSampleStaffTheirGroups();
  }

  private void giveSampleStaffTheirGroups() {
    identities.createUserQuery().unlimitedList().stream()
        .map(User::getId)
        .filter(id -> identities.getUserInfo(id, "responsePlan") != null)
        .forEach(identities::deleteUser);
    for (var person : DemoStaff.PEOPLE) {
      for (var role : Role.values()) {
        identities.deleteMembership(person.id(), role.group());
        if (person.roles().contains(role)) {
          identities.createMembership(person.id(), role.group());
        }
      }
    }
  }
}
