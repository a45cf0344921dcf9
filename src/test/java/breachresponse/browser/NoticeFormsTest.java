package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.plan.ResponsePlan;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  @Autowired ObjectMapper json;
  @Autowired RuntimeService processes;
  @TempDir Path folder;

  private CaseNumber caseNumber;

  @BeforeEach
  void customers_are_told() throws IOException {
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(
        caseNumber,
        json.readValue(
                """
                {"awareAt": "2026-03-03T15:30+01:00", "dataCategories": ["name", "payment-card"]}
                """,
                Facts.class)
            .orOf(plan.facts()),
        "ian");
    processes
        .createProcessInstanceByKey("notify-customers")
        .businessKey(caseNumber.value())
        .setVariable("caseNumber", caseNumber.value())
        .startBeforeActivity("prepare")
        .execute();
  }

  @Test
  void segments_are_drafted_side_by_side_and_signatories_see_each_mail_as_it_will_arrive(
      Browser browser) {
    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      pia.open("Define segments", caseNumber.value())
          .choose("Who gets which mail?", "There are segments, each with a mail of its own")
          .fill("First segment: name", "card holders")
          .fill("First segment: groups", "cards")
          .fill("Second segment: name", "others")
          .screenshot("define-segments")
          .complete();
      pia.open("Draft notice", caseNumber.value());
      assertThat(pia.text())
          .contains("The mail to card holders (people in the group cards)")
          .contains("The mail to others (everybody who is left)")
          .contains("Mail to card holders in English: grade");
      draft(pia, "Your card was copied.");
      pia.screenshot("draft-for-segments").complete();
    }
    try (var leo = Tasklist.logIn(browser, port, "leo")) {
      leo.open("Sign", caseNumber.value());
      assertThat(leo.text()).contains("The mail to card holders").doesNotContain("What is new");
      leo.choose("May it go out as it stands?", "No, I refuse it")
          .fill("What must change?", "Say which card.")
          .complete();
    }
    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      pia.open("Draft notice", caseNumber.value())
          .fill("Mail, English", "Dear {{name}},\n\nyour **payment card** was copied.")
          .complete();
    }
    try (var leo = Tasklist.logIn(browser, port, "leo")) {
      leo.open("Sign", caseNumber.value()).screenshot("sign-changes");
      assertThat(leo.text()).contains("What is new since the last version", "Mail to card holders");

      var preview = leo.follow("Each mail as it will arrive");

      assertThat(preview.title()).contains("Notice of case " + caseNumber);
      assertThat(preview.locator("dd").allInnerTexts())
          .contains("Notice", "people in the group cards");
      var mail = preview.frameLocator("iframe").first().locator("body");
      assertThat(mail.innerText()).contains("Dear Alex Example,\n\nyour payment card was copied.");
      assertThat(mail.evaluate("body => getComputedStyle(body).fontFamily"))
          .asString()
          .contains("Arial");
      preview.screenshot(Tasklist.to("preview"));
    }
  }

  private static void draft(Tasklist pia, String toCardHolders) {
    pia.fill("Subject, English", "Notice")
        .fill("Mail, English", "Dear {{name}},\n\n" + toCardHolders)
        .fill("Subject, Spanish", "")
        .fill("Mail, Spanish", "")
        .fill("Subject, English, second segment", "Notice")
        .fill("Mail, English, second segment", "Dear {{name}},\n\nYour address was copied.")
        .fill("Subject, Spanish, second segment", "")
        .fill("Mail, Spanish, second segment", "");
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
              4,Ann@example.com,Ann Other,en,US-CA
              """));
      assertThat(petra.text())
          .contains("1 accepted, 2 duplicates, 1 refused.")
          .contains("1 of the duplicates say more than could be taken")
          .containsPattern(
              "5\\s+residence: an earlier row with this address has none or another one")
          .containsPattern("4\\s+email: it is not an address")
          .contains("Recipients of this case: 1");
      petra.complete();
    }
    assertThat(recipients.summary(caseNumber).total()).isEqualTo(1);
  }

  @Test
  void a_refusal_calls_the_field_of_an_html_form_as_the_form_does(Browser browser) {
    try (var petra = Tasklist.logIn(browser, port, "petra")) {
      petra
          .open("Provide recipients", caseNumber.value())
          .confirm("Nobody can be reached by mail: they are told in another way");
      assertThat(petra.refusal()).contains("“Reason”: please answer, it is still empty");
    }
  }

  @Test
  void a_draft_is_shown_as_it_will_look(Browser browser) {
    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      pia.open("Define segments", caseNumber.value()).complete();
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
