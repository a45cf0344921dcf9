package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import com.microsoft.playwright.Browser;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the form of a filing does in a browser alone. */
@BrowserTest
class FilingFormsTest {

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired ResponsePlan plan;
  @Autowired RuntimeService processes;

  @Test
  void a_filing_that_is_refused_keeps_what_was_typed(Browser browser) {
    var caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(
        caseNumber,
        Facts.first(OffsetDateTime.parse("2026-03-03T15:30+01:00"), plan.facts()),
        "ian");
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

    try (var petra = Tasklist.logIn(browser, port, "petra")) {
      petra.open("Prepare filing", caseNumber.value());
      assertThat(petra.text()).contains("Asked for at once, and not in the case");
      var proposed = petra.value("Text of the filing");
      assertThat(proposed).contains("- What happened: It was copied at night.");
      petra.screenshot("prepare-filing");

      petra.fill("Text of the filing", proposed + "\nIt affects 12,000 people.");

      assertThat(petra.refusal()).contains("the filing says 12,000, the facts say no number");
      assertThat(petra.value("Text of the filing")).endsWith("It affects 12,000 people.");
      petra.screenshot("prepare-filing-refused");

      petra
          .choose("Is the recipient told?", "No, the duty is not owed (for legal to decide)")
          .isAskedForMore()
          .choose("Is the recipient told?", "Yes, with this text");
      assertThat(petra.refusal()).contains("“Text of the filing”: ");
    }
  }
}
