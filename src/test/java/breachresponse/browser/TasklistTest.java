package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.Timeline;
import breachresponse.incident.Incidents;
import com.microsoft.playwright.Browser;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class TasklistTest {

  @LocalServerPort int port;

  @Test
  void everybody_finds_the_filters_of_their_role(Browser browser) {
    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      assertThat(lena.filters()).containsExactly("All my tasks", "Overdue", "Legal");
    }
    try (var chris = Tasklist.logIn(browser, port, "chris")) {
      assertThat(chris.filters()).containsExactly("All my tasks", "Overdue", "CIO");
    }
  }

  @Test
  void a_decision_that_a_process_owner_has_asked_for_is_made_in_sight_of_the_case(
      Browser browser,
      @Autowired RepositoryService repository,
      @Autowired RuntimeService processes,
      @Autowired Incidents incidents,
      @Autowired Timeline timeline) {
    // as the template "Ask for a decision" fills it in
    var added =
        Bpmn.createExecutableProcess("added")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .userTask("askInsurer")
            .name("Ask the insurer?")
            .camundaFormRef("decide")
            .camundaFormRefBinding("latest")
            .camundaCandidateGroups("legal")
            .camundaAsyncAfter()
            .camundaInputParameter("question", "Does the insurer pay for a hotline?")
            .endEvent()
            .done();
    repository.createDeployment().addModelInstance("added.bpmn", added).deploy();
    var caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    processes.startProcessInstanceByKey("added", caseNumber.value());

    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      lena.filter("Legal").open("Ask the insurer?", caseNumber.value());
      assertThat(lena.text())
          .contains("Does the insurer pay for a hotline?", "Customer table copied");
      lena.withoutMouse()
          .choose("What do you decide?", "Yes")
          .fill("Reason", "The policy covers it.")
          .screenshot("decide")
          .complete();
    }

    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("decided"))
        .singleElement()
        .satisfies(
            decided -> {
              assertThat(decided.by()).isEqualTo("lena");
              assertThat(decided.detail())
                  .contains("Does the insurer pay for a hotline? Yes: The policy covers it.");
            });
  }
}
