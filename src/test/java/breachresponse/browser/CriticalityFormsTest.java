package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.Incidents;
import breachresponse.plan.ResponsePlan;
import com.microsoft.playwright.Browser;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The CIO at the level of a case, in a browser. */
@BrowserTest
class CriticalityFormsTest {

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ResponsePlan plan;
  @Autowired RuntimeService processes;

  @Test
  void the_level_is_confirmed_in_sight_of_the_scale_and_changed_while_the_case_is_open(
      Browser browser) {
    var caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(caseNumber, patients(), "ian");
    processes
        .createProcessInstanceByKey("respond-to-breach")
        .businessKey(caseNumber.value())
        .setVariable("caseNumber", caseNumber.value())
        .startBeforeActivity("assessCriticality")
        .execute();

    try (var chris = Tasklist.logIn(browser, port, "chris")) {
      chris.filter("CIO").open("Confirm criticality", caseNumber.value());
      assertThat(chris.text())
          .contains("The table proposes, by the facts as they are known: 4: The risk to people is")
          .contains("very high, 4.5")
          .contains("Unauthorised access to publicly available information")
          .contains("National security, life, or otherwise catastrophic")
          .contains("What hangs on the level");
      chris.screenshot("confirm-criticality").withoutMouse().choose("Level", "5: Harm to people");
      assertThat(chris.refusal()).contains("“Reason”: please say why the level differs");
      chris
          .fill("Reason", "Surgery is put off.")
          .screenshot("confirm-criticality-again")
          .complete();
      assertThat(incidents.get(caseNumber).criticality()).contains(5);

      chris
          .startProcess("Change the criticality")
          .withoutMouse()
          .fill("Case number", caseNumber.value())
          .start();
      chris
          .open("Set the level", caseNumber.value())
          .withoutMouse()
          .choose("Level", "3: Risk to people")
          .fill("Reason", "The records are back.")
          .screenshot("set-the-level")
          .complete();
      assertThat(incidents.get(caseNumber).criticality()).contains(3);
    }
  }

  private Facts patients() {
    return new Facts(
        OffsetDateTime.now(),
        Map.of(),
        plan.facts(),
        List.of(new Affected("DE", 300L, null)),
        Set.of(Facts.Aspect.CONFIDENTIALITY),
        Set.of("name", "health"),
        null,
        Facts.Risk.HIGH,
        Facts.Consequence.INCONVENIENCE,
        null,
        null);
  }
}
