package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.plan.ResponsePlan;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What forms of a notice do in the browser alone. */
@BrowserTest
class NoticeFormsTest {

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired Recipients recipients;
  @Autowired ResponsePlan plan;
  @Autowired RuntimeService processes;
  @TempDir Path folder;

  private CaseNumber caseNumber;

  @BeforeEach
  void customers_are_told(Browser browser) {
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(
        caseNumber,
        Facts.first(OffsetDateTime.parse("2026-03-03T15:30+01:00"), plan.facts()),
        "ian");
    processes.startProcessInstanceByKey(
        "notify-customers",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value()));
    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      lena.open("Decide whether to tell customers", caseNumber.value())
          .choose("Are they told?", "Yes, customers are told")
          .complete();
    }
  }

  @Test
  void recipients_are_uploaded_from_their_task_and_refused_rows_are_listed(Browser browser)
      throws IOException {
    var file =
        Files.writeString(
            folder.resolve("customers.csv"),
            """
            id,email,name,language,residence
            1,ann@example.com,Ann Other,en,DE
            2,ann@example.com,Ann Other,en,DE
            3,nobody,No Address,en,DE
            """);
    try (var petra = Tasklist.logIn(browser, port, "petra")) {
      petra.open("Provide recipients", caseNumber.value());
      assertThat(petra.refusal()).contains("there are none yet");

      petra.upload(file);

      assertThat(petra.text())
          .contains("Case " + caseNumber)
          .contains("1 accepted, 1 duplicates, 1 refused.")
          .containsPattern("4\\s+email");
      petra.screenshot("provide-recipients");
      petra.complete();
    }
    assertThat(recipients.summary(caseNumber).total()).isEqualTo(1);
  }

  @Test
  void a_file_that_cannot_be_read_says_so(Browser browser) throws IOException {
    var file = Files.writeString(folder.resolve("customers.csv"), "name\nAnn Other\n");
    try (var petra = Tasklist.logIn(browser, port, "petra")) {
      petra.open("Provide recipients", caseNumber.value()).upload(file);

      assertThat(petra.text()).contains("whose first line is id,email,name,language,residence");

      petra
          .confirm("Nobody can be reached by mail: they are told in another way")
          .fill("Why not", "We have postal addresses alone.")
          .complete();
    }
  }

  @Test
  void a_draft_is_shown_as_it_will_look(Browser browser) {
    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      pia.open("Draft notice", caseNumber.value())
          .fill("Mail, English", "Dear {{name}},\n\n**it** happened.");

      // the preview follows the typing after a moment
      await()
          .untilAsserted(() -> assertThat(pia.text()).contains("Dear {{name}},\n\nit happened."));
      pia.screenshot("draft-notice");
    }
  }
}
