package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.SignOffs;
import breachresponse.support.SignedNotice;
import breachresponse.support.Staff;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The forms that no other test opens in a browser, each by somebody whose it is. */
@BrowserTest
@Import(Staff.class)
class OtherFormsTest {

  private static final String FILED =
      "DE, Data protection authority of the Land of the main establishment (BfDI for"
          + " telecommunications, post and federal bodies): GDPR Art 33(1), 33(3), Art 55, Art 56;"
          + " EDPB Guidelines 9/2022";

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired Notices notices;
  @Autowired SignOffs signOffs;
  @Autowired ObjectMapper json;
  @Autowired RuntimeService processes;
  @Autowired Staff staff;

  private Browser browser;
  private CaseNumber caseNumber;

  @BeforeEach
  void a_case_that_runs(Browser browser) throws IOException {
    this.browser = browser;
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(caseNumber, facts("high"), "ian");
    incidents.assess(caseNumber, 2, "A few people", "chris");
    register.determine(caseNumber);
    isAt("respond-to-breach", "containBreach", Map.of());
  }

  @Test
  void legal_and_privacy_keep_up_with_the_facts() throws IOException {
    incidents.record(caseNumber, facts("unlikely"), "ian");
    register.determine(caseNumber);
    isAt("respond-to-breach", "acceptChanges", Map.of());
    isAt("respond-to-breach", "obtainProcessorsReport", Map.of());
    isAt(
        "fulfil-obligation",
        "recordClockStart",
        Map.of("obligationId", duty("us-sec-8k-1.05").id().toString()));

    try (var petra = logIn("petra")) {
      petra.startProcess("Report new findings").fill("Case number", caseNumber.value()).start();
      opens(petra, "Record findings", "Customer table copied");
      opens(petra, "Obtain the processor’s report", "Customer table copied");
      opens(petra, "Record what starts the clock", "Form 8-K");
    }
    try (var lena = logIn("lena")) {
      opens(lena, "Accept the changes", "no longer triggered");
    }
  }

  @Test
  void a_recipient_is_told_more() {
    register.fulfil(
        duty("eu-gdpr-33-sa").id(),
        Filing.Kind.INCOMPLETE,
        Instant.now(),
        "26-118",
        null,
        null,
        "petra");

    try (var petra = logIn("petra")) {
      petra.startProcess("Report a further filing").fill("Case number", caseNumber.value()).start();
      opens(petra, "Choose filing", "26-118")
          .choose("Which filing is it about?", FILED)
          .choose("What is to be done?", "Tell more: prepare a follow-up")
          .complete();
      opens(petra, "Prepare further filing", "26-118").complete();
      await().until(() -> !staff.tasks(caseNumber.value(), "sign").isEmpty());
      staff.only("leo", staff.task(caseNumber.value(), "sign"), Map.of("decision", "sign"));
      opens(petra, "Record further filing", "26-118");
    }
  }

  @Test
  void the_public_hears_of_it() {
    var notice = SignedNotice.of(caseNumber, notices, signOffs);
    notices.publish(notice, "sam");
    isAt(
        "post-on-channel",
        "informTheAudience",
        Map.of("postId", notice.toString(), "channelId", "press"));

    try (var pia = logIn("pia")) {
      pia.startProcess("Publish the holding statement")
          .fill("Case number", caseNumber.value())
          .start();
      pia.startProcess("Update a post").fill("Case number", caseNumber.value()).start();
      opens(pia, "Write new version", "Customer table copied");
      opens(pia, "Inform the audience", "Notice of data breach");
    }
    try (var sam = logIn("sam")) {
      opens(sam, "Release statement", "Pia Pr");
    }
  }

  @Test
  void what_is_known_of_a_case_is_kept_and_kept_among_few() {
    try (var lena = logIn("lena")) {
      lena.startProcess("Keep the evidence of a case")
          .fill("Case number", caseNumber.value())
          .choose("Who demands it?", "A court")
          .fill("Reference", "Miller v. Example Books")
          .fill("Reason", "The order of 3 March.")
          .start();
      lena.startProcess("Say who may see a case").fill("Case number", caseNumber.value()).start();
      opens(lena, "Say who may see it", "Customer table copied")
          .choose("Who may see this case?", "Only the people named here")
          .screenshot("say-who-may-see-it");
    }
    try (var leo = logIn("leo")) {
      opens(leo, "End the legal hold", "Miller v. Example Books");
    }
  }

  @Test
  void the_law_is_reviewed_before_anything_has_happened() {
    try (var lena = logIn("lena")) {
      lena.startProcess("Review the legal baseline")
          .fill("Where customers live", "DE\nUS-CA")
          .start();
      lena.open("Review the legal baseline", "");
      assertThat(lena.text()).contains("GDPR Art 33", "Civ. Code");
    }
  }

  private Tasklist opens(Tasklist person, String task, String says) {
    person.open(task, caseNumber.value());
    assertThat(person.text()).contains(caseNumber.value(), says);
    return person;
  }

  private void isAt(String process, String activity, Map<String, Object> variables) {
    processes
        .createProcessInstanceByKey(process)
        .businessKey(caseNumber.value())
        .setVariable("caseNumber", caseNumber.value())
        .setVariables(variables)
        .startBeforeActivity(activity)
        .execute();
  }

  private Obligation duty(String id) {
    return register.of(caseNumber).stream()
        .filter(obligation -> obligation.duty().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Facts facts(String risk) throws IOException {
    return json.readValue(
        """
        {"awareAt": "%s", "affected": [{"residence": "DE", "people": 300}], "risk": "%s",
         "organisation": {"role": "controller", "establishments": ["DE"], "mainEstablishment": "DE",
                          "sectors": ["online-service"], "attributes": ["us-listed"]},
         "breach": ["confidentiality"], "dataCategories": ["name", "email", "online-credentials"]}
        """
            .formatted(OffsetDateTime.now().minusHours(3), risk),
        Facts.class);
  }

  private Tasklist logIn(String person) {
    return Tasklist.logIn(browser, port, person);
  }
}
