package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import com.microsoft.playwright.Browser;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A filing that nobody has signed while two of its 72 hours are left. */
@BrowserTest
class EmergencyFormsTest {

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired ResponsePlan plan;
  @Autowired RuntimeService processes;

  /** Other tests in this JVM stop the engine's clock, and the emergency waits for it. */
  @BeforeEach
  void time_runs() {
    ClockUtil.reset();
  }

  @Test
  void one_releases_the_text_and_who_was_missing_looks_at_it(Browser browser) {
    var caseNumber = aFilingDueInTwoHours();
    try (var petra = Tasklist.logIn(browser, port, "petra")) {
      petra
          .open("Prepare filing", caseNumber.value())
          .choose("Is the recipient told?", "Yes, with this text")
          .complete();
    }
    try (var sam = Tasklist.logIn(browser, port, "sam")) {
      sam.open("Release in an emergency", caseNumber.value());
      assertThat(sam.text())
          .contains("in 1 h 59 min", "Written by Petra Privacy", "Legal: not yet")
          .contains("What happened: It was copied at night.");
      sam.withoutMouse()
          .fill("Why can it not wait for the signatures?", "Legal is on a plane.")
          .screenshot("release-in-an-emergency")
          .complete();
    }
    try (var leo = Tasklist.logIn(browser, port, "leo")) {
      leo.open("Look again", caseNumber.value());
      assertThat(leo.text())
          .contains("Released by Sam Leadership", "Legal is on a plane.")
          .contains("You look at it for Legal", "What happened: It was copied at night.");
      leo.choose("Is it right as it was released?", "No, it must be corrected")
          .withoutMouse()
          .fill("What is wrong?", "It was in the morning.")
          .screenshot("look-again")
          .complete();
    }
  }

  private CaseNumber aFilingDueInTwoHours() {
    var caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    var aware = OffsetDateTime.now().minusHours(70);
    incidents.record(caseNumber, Facts.first(aware, plan.facts()), "ian");
    register.determine(caseNumber);
    var gdpr =
        register.of(caseNumber).stream()
            .filter(obligation -> obligation.duty().id().equals("eu-gdpr-33-sa"))
            .findFirst()
            .orElseThrow();
    processes
        .createProcessInstanceByKey("fulfil-obligation")
        .businessKey(caseNumber.value())
        .setVariable("caseNumber", caseNumber.value())
        .setVariable("obligationId", gdpr.id().toString())
        .startBeforeActivity("tellTheRecipient")
        .execute();
    return caseNumber;
  }
}
