package breachresponse.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import breachresponse.bounce.Bounces;
import breachresponse.bounce.Failure;
import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.support.SignedNotice;
import breachresponse.workflow.Cases;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The forms from the release of a notice on, on a small screen and without a mouse. */
@BrowserTest
@TestPropertySource(properties = {"breach.delivery.rate=0.2", "breach.bounces.threshold=0"})
class DispatchFormsTest {

  private static final String HOLD =
      """
      {"basis": "18 U.S.C. 2705(b)", "orderedBy": "Agent Smith, FBI", "from": "2026-03-04T09:00Z"}
      """;

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired Recipients recipients;
  @Autowired Notices notices;
  @Autowired SignOffs signOffs;
  @Autowired Bounces bounces;
  @Autowired ObligationRegister register;
  @Autowired Cases cases;
  @Autowired ResponsePlan plan;
  @Autowired ObjectMapper json;
  @Autowired RuntimeService processes;
  @Autowired ManagementService jobs;
  @Autowired IdentityService identities;

  private Browser browser;
  private CaseNumber caseNumber;
  private String noticeId;

  @BeforeEach
  void a_notice_is_signed(Browser browser) throws IOException {
    this.browser = browser;
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(caseNumber, facts(null), "ian");
    incidents.assess(caseNumber, 2, "as the test wants it", "ian");
    register.determine(caseNumber);
    recipients.add(caseNumber, new ByteArrayInputStream(customers().getBytes(UTF_8)), "petra");
    noticeId = SignedNotice.of(caseNumber, notices, signOffs).toString();
  }

  @Test
  void a_dispatch_is_held_twice_and_stopped_and_the_public_is_told_instead() throws IOException {
    hold();
    dispatch();
    twoEnd("End the hold");

    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      pia.open("Watch the dispatch", caseNumber.value()).withoutMouse();
      pia.screenshot("watch-the-dispatch");
    }
    hold();
    twoEnd("End the new hold");
    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      pia.open("Watch the dispatch", caseNumber.value())
          .choose("What is to be done?", "Stop it for good")
          .fill("Reason", "The text was wrong.")
          .complete();
      pia.open("Let the mails go first", caseNumber.value())
          .withoutMouse()
          .choose("Is the public told?", "Not at all: the posts are withheld")
          .fill("Reason", "The text was wrong.")
          .screenshot("let-the-mails-go-first")
          .complete();
      pia.open("Reach the rest", caseNumber.value())
          .withoutMouse()
          .screenshot("reach-the-rest")
          .choose("How they were told", "By letter")
          .fillTime("When they were told (date)", LocalDateTime.now(ZoneOffset.UTC))
          .fill("What was done", "200 letters are in the post.")
          .complete();
    }
    whoGotItBounces();
    thePublicIsTold();
  }

  /** The first of the two hundred: then nobody is reached, and legal is asked. */
  private void whoGotItBounces() {
    bounces.countMail(
        "<%s.1@example.org>".formatted(noticeId),
        new Failure("5.1.1", "550 5.1.1 no such user", null));
    bounces.haveCome();
  }

  private void thePublicIsTold() {
    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      lena.open("Decide on substitute notice", caseNumber.value())
          .withoutMouse()
          .screenshot("decide-on-substitute-notice")
          .choose("Is the public told?", "Yes, by a page and in the media")
          .fill("Reason, and which media", "Their addresses are gone.")
          .complete();
    }
    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      pia.open("Announce substitute notice", caseNumber.value())
          .withoutMouse()
          .screenshot("announce-substitute-notice")
          .fill("Where it is linked", "https://www.example.org/")
          .fill("Which media were told", "The Daily, page 3")
          .fillTime("When it was announced (date)", LocalDateTime.now(ZoneOffset.UTC))
          .complete();
      theDaysOfThePageAreOver();
      pia.open("Take down the page", caseNumber.value())
          .withoutMouse()
          .screenshot("take-down-the-page")
          .choose("Is it taken down?", "Yes, it is down")
          .fill("What was done", "The link is gone.")
          .complete();
    }
  }

  @Test
  void legal_explains_why_people_were_told_late() {
    var duty =
        register.of(caseNumber).stream()
            .filter(obligation -> obligation.duty().id().equals("us-ca-civ1798.82-individuals"))
            .findFirst()
            .orElseThrow();
    register.peopleTold(caseNumber, Integer.MAX_VALUE, Instant.now(), "notify-customers");
    processes
        .createProcessInstanceByKey("fulfil-obligation")
        .businessKey(caseNumber.value())
        .setVariable("caseNumber", caseNumber.value())
        .setVariable("obligationId", duty.id().toString())
        .startBeforeActivity("explainDelay")
        .execute();
    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      lena.open("Explain the delay", caseNumber.value())
          .withoutMouse()
          .screenshot("explain-the-delay");
    }
  }

  private void theDaysOfThePageAreOver() {
    var timer =
        await()
            .atMost(Duration.ofMinutes(1))
            .until(
                () ->
                    jobs.createJobQuery()
                        .processDefinitionKey("substitute-notice")
                        .timers()
                        .singleResult(),
                Objects::nonNull);
    jobs.executeJob(timer.getId());
  }

  private void twoEnd(String task) {
    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      lena.open(task, caseNumber.value())
          .withoutMouse()
          .screenshot(task.replace(' ', '-') + "-first")
          .fill("Reason", "Agent Smith called.")
          .complete();
    }
    try (var petra = Tasklist.logIn(browser, port, "petra")) {
      petra
          .open(task, caseNumber.value())
          .withoutMouse()
          .choose("Does it end so?", "Yes, I confirm it")
          .fill("Reason", "I called her too.")
          .screenshot(task.replace(' ', '-') + "-second")
          .complete();
    }
  }

  private void dispatch() {
    processes.startProcessInstanceByKey(
        "dispatch-notice",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value()).putValue("noticeId", noticeId));
  }

  /** Law enforcement asks not to tell anybody, until further notice. */
  private void hold() throws IOException {
    identities.setAuthentication("lena", List.of("legal"));
    try {
      cases.find(caseNumber, facts(HOLD), "lena");
    } finally {
      identities.clearAuthentication();
    }
  }

  private Facts facts(String hold) throws IOException {
    return json.readValue(
            """
            {"awareAt": "2026-03-03T15:30+01:00", "affected": [{"residence": "US-CA", "people": 200}],
             "breach": ["confidentiality"], "dataCategories": ["name", "online-credentials"], "hold": %s}
            """
                .formatted(hold),
            Facts.class)
        .orOf(plan.facts());
  }

  private static String customers() {
    return IntStream.range(0, 200)
        .mapToObj(i -> "%d,person%d@example.com,Person %d,en,DE\n".formatted(i, i, i))
        .collect(joining("", "id,email,name,language,residence\n", ""));
  }
}
