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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the forms of a notice do in a browser alone. */
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
  void customers_are_told() {
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(
        caseNumber,
        Facts.first(OffsetDateTime.parse("2026-03-03T15:30+01:00"), plan.facts()),
        "ian");
    processes
        .createProcessInstanceByKey("notify-customers")
        .businessKey(caseNumber.value())
        .setVariable("caseNumber", caseNumber.value())
        .startBeforeActivity("prepare")
        .execute();
  }

  @Test
  void recipients_are_uploaded_from_their_task_and_what_is_refused_is_said(Browser browser)
      throws IOException {
    try (var petra = Tasklist.logIn(browser, port, "petra")) {
      petra.open("Provide recipients", caseNumber.value());
      assertThat(petra.refusal()).contains("there are none yet");
      assertThat(petra.text()).contains("Case " + caseNumber);

      petra.upload(file("name\nAnn Other\n"));
      assertThat(petra.text()).contains("whose first line is id,email,name,language,residence");

      petra.upload(
          file(
              """
              id,email,name,language,residence
              1,ann@example.com,Ann Other,en,DE
              2,ann@example.com,Ann Other,en,DE
              3,nobody,No Address,en,DE
              """));
      assertThat(petra.text())
          .contains("1 accepted, 1 duplicates, 1 refused.")
          .containsPattern("4\\s+email: it is not an address")
          .contains("Recipients of this case: 1");
      petra.complete();
    }
    assertThat(recipients.summary(caseNumber).total()).isEqualTo(1);
  }

  @Test
  void a_draft_is_shown_as_it_will_look(Browser browser) {
    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      pia.open("Draft notice", caseNumber.value())
          .fill("Mail, English", "Dear {{name}},\n\n**it** happened.");

      // the preview follows the typing after a moment
      await()
          .untilAsserted(() -> assertThat(pia.text()).contains("Dear {{name}},\n\nit happened."));
    }
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("customers.csv"), content);
  }
}
