package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.exercise.Debriefing;
import breachresponse.exercise.Exercise.Lesson;
import breachresponse.exercise.ExerciseReport.Step;
import breachresponse.exercise.Exercises;
import breachresponse.exercise.Scenarios;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.Plans;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.support.SignedNotice;
import breachresponse.workflow.staff.DemoStaff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The pages that are ours, and what we put into those of others, held against the rules of WCAG by
 * axe-core. Forms are, wherever a test opens one: {@link FirstLook}.
 */
@BrowserTest
class AccessibilityTest {

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired Notices notices;
  @Autowired SignOffs signOffs;
  @Autowired ResponsePlan plan;
  @Autowired Plans plans;
  @Autowired Scenarios scenarios;
  @Autowired Exercises exercises;
  @Autowired Debriefing debriefing;
  @Autowired RuntimeService processes;

  private CaseNumber caseNumber;
  private UUID notice;
  private String instance;

  @BeforeEach
  void a_case_whose_notice_is_public() {
    caseNumber = incidents.open("Customer table copied", "At night.", "ian");
    var aware = OffsetDateTime.now(ZoneOffset.UTC).minusHours(80);
    incidents.record(caseNumber, Facts.first(aware, plan.facts()), "ian");
    register.determine(caseNumber);
    notice = SignedNotice.of(caseNumber, notices, signOffs);
    instance =
        processes
            .createProcessInstanceByKey("respond-to-breach")
            .businessKey(caseNumber.value())
            .setVariable("caseNumber", caseNumber.value())
            .startBeforeActivity("containBreach")
            .startBeforeActivity("assessExposure")
            .execute()
            .getId();
  }

  @Test
  void the_public_pages_have_no_serious_fault(Browser browser) {
    var post = notices.publish(notice, "sam");
    var page = browser.newPage();

    page.navigate("http://127.0.0.1:%d/notices/".formatted(port));
    assertThat(Faults.serious(page)).isEmpty();

    page.navigate("http://127.0.0.1:%d%s".formatted(port, post.getPath()));
    assertThat(Faults.serious(page)).isEmpty();
    page.close();
  }

  @Test
  void what_staff_see_of_a_case_has_no_serious_fault(Browser browser) {
    try (var ian = Tasklist.logIn(browser, port, "ian")) {
      ian.clockOf("Contain the breach", caseNumber.value()).waitFor();
      assertThat(ian.check(page -> Faults.serious(page, ".case-clock", ".report-action")))
          .isEmpty();

      ian.open("Contain the breach", caseNumber.value())
          .tab("Case")
          .locator("table")
          .last()
          .waitFor();
      assertThat(ian.check(page -> Faults.serious(page, ".case-page"))).isEmpty();

      ian.tab("Notice").locator("iframe").waitFor();
      assertThat(
              ian.check(page -> Faults.serious(page, ".case-choice", ".case-text", ".case-page")))
          .isEmpty();
    }
  }

  @Test
  void the_pages_that_forms_link_to_have_no_serious_fault(Browser browser) {
    var version = plans.openNext("The first one", "sam").number();
    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      for (var page :
          List.of(
              "/api/notices/%s/preview".formatted(notice),
              "/api/obligations/baseline?residence=DE",
              "/api/plan/versions/%d/booklet".formatted(version),
              "/calendar",
              "/confirm/unknown",
              "/sso/refused?why=NO_GROUP",
              "/api/exercises/%s/report".formatted(anExerciseThatIsOver()),
              "/api/incidents/%s/filings/eu-gdpr-33-sa".formatted(caseNumber))) {
        assertThat(lena.check(tab -> Faults.serious(beside(tab, page)))).as(page).isEmpty();
      }
    }
  }

  @Test
  void where_administrators_make_tokens_has_no_serious_fault(Browser browser) {
    try (var admin =
        browser.newContext(
            new Browser.NewContextOptions().setHttpCredentials("admin", DemoStaff.PASSWORD))) {
      var page = admin.newPage();
      page.navigate("http://127.0.0.1:%d/tokens".formatted(port));
      assertThat(Faults.serious(page)).isEmpty();
    }
  }

  @Test
  void what_managers_see_of_all_cases_has_no_serious_fault(Browser browser) {
    var mia = Cockpit.logIn(browser, port, "mia");

    mia.navigate("/camunda/app/cockpit/default/#/dashboard");
    mia.locator(".response-plan .state").waitFor();
    mia.locator("table.breaches tbody tr").first().waitFor();
    PlaywrightAssertions.assertThat(mia.locator("table.breaches .left").first()).not().isEmpty();
    assertThat(Faults.serious(mia, ".case-pages", ".response-plan")).isEmpty();

    mia.navigate("/camunda/app/cockpit/default/#/statutory-clocks");
    mia.locator("table.statutory-clocks tbody tr").first().waitFor();
    assertThat(Faults.serious(mia, ".case-pages")).isEmpty();

    mia.navigate("/camunda/app/cockpit/default/#/breach-register");
    mia.locator(".breach-register summary").first().click();
    assertThat(Faults.serious(mia, ".breach-register")).isEmpty();
    mia.context().close();
  }

  @Test
  void what_managers_see_of_a_case_has_no_serious_fault(Browser browser) {
    Map<String, String> tabs =
        Map.of(
            "Clocks", ".case-clocks table.clocks",
            "Notices", ".case-notices table.texts",
            "Timeline", ".case-timeline table.acts",
            "Facts", ".case-facts section table",
            "Dispatch", "p.dispatch");
    var mia = Cockpit.logIn(browser, port, "mia");
    mia.navigate("/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(instance));
    tabs.forEach(
        (tab, shown) -> {
          mia.getByText(tab, new Page.GetByTextOptions().setExact(true)).click();
          mia.locator(shown).first().waitFor();
          mia.locator(shown + " summary").all().forEach(Locator::click);
          assertThat(Faults.serious(mia, shown.split(" ")[0])).as(tab).isEmpty();
        });
    mia.context().close();
  }

  @Test
  void where_managers_see_how_long_steps_take_has_no_serious_fault(Browser browser) {
    var definition =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .singleResult()
            .getProcessDefinitionId();
    var mia = Cockpit.logIn(browser, port, "mia");
    mia.navigate(
        "/camunda/app/cockpit/default/#/process-definition/%s/runtime".formatted(definition));
    mia.locator(".heat-note").first().waitFor();
    mia.getByText("Durations", new Page.GetByTextOptions().setExact(true)).click();
    mia.locator("table.durations").waitFor();

    assertThat(Faults.serious(mia, ".case-pages", ".heat-note")).isEmpty();
    mia.context().close();
  }

  /** In its report a step came late, and much was done by nobody. */
  private CaseNumber anExerciseThatIsOver() {
    var scenario = scenarios.all().scenarios().get(0);
    var exercise = exercises.begin(scenario, List.of("ian", "sam"), 60, "sam");
    var now = Instant.now();
    var late =
        new Step("Triage", null, "ian", now, now, Duration.ofHours(2), Duration.ofHours(1), true);
    exercises.end(exercise, debriefing.of(exercise, List.of(late), "Enough seen."), "sam");
    exercises.draw(
        exercise, List.of(new Lesson("Look at it sooner.", "ian", LocalDate.now())), "sam");
    return exercise;
  }

  private Page beside(Page tab, String address) {
    var page = tab.context().newPage();
    page.navigate("http://127.0.0.1:" + port + address);
    page.locator("h1").first().waitFor();
    return page;
  }
}
