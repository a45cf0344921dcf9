package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.evidence.Sha256;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incident.Status;
import breachresponse.incident.Incidents;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Notices;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import com.microsoft.playwright.Browser;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tasklist shows of a task's case beside its form. */
@BrowserTest
class CaseTabsTest {

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired Notices notices;
  @Autowired SignOffs signOffs;
  @Autowired ResponsePlan plan;
  @Autowired RuntimeService processes;
  @Autowired TaskService tasks;
  @Autowired Timeline timeline;

  private CaseNumber caseNumber;

  @BeforeEach
  void a_case_whose_customers_are_told() {
    caseNumber = incidents.open("Table <b>copied</b> | at night", "At night.", "ian");
    var aware = OffsetDateTime.now(ZoneOffset.UTC).minusHours(80);
    incidents.record(caseNumber, Facts.first(aware, plan.facts()), "ian");
    register.determine(caseNumber);
    var notice =
        notices.submit(
            caseNumber,
            new Draft(
                Map.of(
                    "en", new Text("Notice of data breach", "Dear {{name}}, it happened."),
                    "es", new Text("Aviso", "Hola, {{name}}: ha ocurrido.")),
                new Text("We were attacked", "It **happened**."),
                "It happened."),
            "paul");
    signOffs.determineSignatories(notice.documentId());
    signOffs.answer(notice.documentId(), "cio", "chris", true, null);
    processes
        .createProcessInstanceByKey("respond-to-breach")
        .businessKey(caseNumber.value())
        .setVariable("caseNumber", caseNumber.value())
        .startBeforeActivity("containBreach")
        .execute();
  }

  @Test
  void a_card_has_the_tightest_clock_of_its_case_by_law(Browser browser) {
    try (var ian = Tasklist.logIn(browser, port, "ian")) {
      var clock = ian.clockOf("Contain the breach", caseNumber.value());

      assertThat(clock).containsText("8 h overdue: Data protection authority of the Land");
      assertThat(clock)
          .hasAttribute(
              "title",
              Pattern.compile(
                  "overdue: Data protection authority.*\\nGDPR Art 33\\(1\\).*, .* Berlin"));
      assertThat(clock).hasClass("case-clock overdue");
      ian.screenshot("case-clock");
    }
  }

  @Test
  void the_case_with_its_facts_deadlines_texts_and_acts_is_a_tab_of_each_of_its_tasks(
      Browser browser) {
    timeline.record(
        caseNumber, "sam", "notice released", "to 1 recipients, SHA-256 " + Sha256.of("1"), null);
    try (var ian = Tasklist.logIn(browser, port, "ian")) {
      var shown = ian.open("Contain the breach", caseNumber.value()).tab("Case");

      assertThat(shown)
          .containsText("Case %s · Table <b>copied</b> | at night".formatted(caseNumber));
      assertThat(shown.locator("table").first()).containsText("GDPR Art 33(1)");
      assertThat(shown.locator("li")).containsText("waits for the signature of Legal, PR, CEO");
      assertThat(shown.locator("table").last()).containsText("Ian Core-It");
      assertThat(shown.locator("table").last()).containsText("text signed");
      assertThat(
              shown
                  .locator("table")
                  .last()
                  .evaluate(
                      """
                      table => table.getBoundingClientRect().right
                        <= table.parentElement.getBoundingClientRect().right"""))
          .isEqualTo(true);
      assertThat(shown.locator("b")).hasCount(0);
      assertThat(shown.getByText("Deadlines in your calendar")).hasAttribute("href", "/calendar");
      ian.screenshot("case-tab");
    }
  }

  @Test
  void each_text_of_the_notice_is_read_in_a_tab_as_it_will_arrive(Browser browser) {
    try (var ian = Tasklist.logIn(browser, port, "ian")) {
      var shown = ian.open("Contain the breach", caseNumber.value()).tab("Notice");
      var mail = shown.frameLocator("iframe").locator("body");

      assertThat(mail).containsText("Dear Alex Example, it happened.");

      shown.getByLabel("Text").selectOption("Mail to everybody in Spanish, the name is not known");
      assertThat(mail).containsText("ha ocurrido");
      assertThat(mail).not().containsText("Alex Example");

      shown.getByLabel("Text").selectOption("Public post");
      assertThat(shown.locator(".case-text")).containsText("We were attacked");
      assertThat(shown.locator(".case-text strong")).hasText("happened");
      assertThat(shown).containsText("Reading level");
      ian.screenshot("notice-tab");
    }
  }

  /** Each step of "Your first time" in docs/staff.md. */
  @Test
  void whoever_works_here_reports_by_one_entry_sees_nothing_else_and_a_false_alarm_is_closed(
      Browser browser) {
    try (var emma = Tasklist.logIn(browser, port, "emma")) {
      emma.report("I think something is wrong")
          .fill("What happened, in one line", "A stick was left on the train")
          .fill("What you know", "It had the payroll of May on it.")
          .screenshot("report")
          .start();

      assertThat(emma.filters()).containsExactly("All my tasks", "Overdue");
      assertThat(emma.processes()).containsExactly("Respond to a breach");
    }
    try (var ian = Tasklist.logIn(browser, port, "ian")) {
      var reported = ian.filter("Core IT").caseOf("Triage");
      ian.open("Triage", reported);
      assertThat(ian.text()).contains("A stick was left on the train");
      ian.choose("Is it a breach?", "No, a false alarm")
          .fill("How you know", "It lay in a drawer all the time.")
          .complete();

      var itsCase = new CaseNumber(reported);
      await().until(() -> incidents.get(itsCase).status() == Status.FALSE_ALARM);
      assertThat(timeline.of(itsCase))
          .extracting(Timeline.Entry::detail)
          .anyMatch(detail -> detail.orElse("").contains("in a drawer all the time"));
      assertThat(tasks.createTaskQuery().processInstanceBusinessKey(reported).count()).isZero();
    }
  }

  @Test
  void who_may_not_read_a_task_learns_nothing_of_its_case(Browser browser) {
    var task =
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber.value()).singleResult();
    try (var pia = Tasklist.logIn(browser, port, "pia")) {
      var plugin = "/camunda/api/tasklist/plugin/case/default";

      assertThat(pia.status("%s/task/%s/case".formatted(plugin, task.getId()))).isEqualTo(404);
      assertThat(pia.status("%s/task/%s/notice".formatted(plugin, task.getId()))).isEqualTo(404);
      assertThat(pia.answer("%s/cards?task=%s".formatted(plugin, task.getId()))).isEqualTo("{}");
    }
  }
}
