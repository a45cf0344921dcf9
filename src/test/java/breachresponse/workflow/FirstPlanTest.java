package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.plan.Plans;
import breachresponse.plan.Readiness;
import breachresponse.plan.Readiness.State;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The first start of an organisation that has no plan. */
@ApplicationTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:first-plan;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.process-engine-name=firstPlan",
      "breach.plan.readiness.first-version=true"
    })
class FirstPlanTest {

  @Autowired private NextVersion next;
  @Autowired private Plans plans;
  @Autowired private Readiness readiness;
  @Autowired private Staff staff;
  @Autowired private TaskService tasks;

  @Test
  void it_is_asked_for_its_first_plan_once_also_by_another_node_or_start() {
    next.beginWithTheFirst();
    staff.runDueJobs();

    var choice =
        tasks
            .createTaskQuery()
            .processDefinitionKey("prepare-response-plan")
            .initializeFormKeys()
            .singleResult();
    assertThat(staff.groups(choice)).containsExactly("senior-leadership");
    assertThat(staff.form(choice).get("state").toString())
        .contains("Version 1", "there is no response plan yet");
    assertThat(plans.versions()).hasSize(1);
    assertThat(readiness.report().state()).isEqualTo(State.NONE);
  }
}
