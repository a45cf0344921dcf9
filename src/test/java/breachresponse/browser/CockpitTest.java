package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.bounce.Bounces;
import breachresponse.bounce.Failure;
import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.plan.Plans;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.support.SignedNotice;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What managers see in Cockpit beyond what comes with it. */
@BrowserTest
class CockpitTest {

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired Recipients recipients;
  @Autowired Notices notices;
  @Autowired SignOffs signOffs;
  @Autowired Dispatches dispatches;
  @Autowired Bounces bounces;
  @Autowired ResponsePlan plan;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService processes;
  @Autowired Plans plans;

  private CaseNumber caseNumber;
  private UUID notice;
  private String instance;

  @BeforeEach
  void a_notice_went_to_eight_people() {
    caseNumber = incidents.open("Customer table copied", "At night.", "ian");
    incidents.record(
        caseNumber,
        Facts.first(OffsetDateTime.parse("2026-03-03T15:30+01:00"), plan.facts()),
        "ian");
    var file = new StringBuilder("id,email,name,language,residence\n");
    for (var n = 1; n <= 8; n++) {
      file.append("%d,p%d@example.org,Person %d,en,DE\n".formatted(n, n, n));
    }
    recipients.add(caseNumber, new ByteArrayInputStream(file.toString().getBytes(UTF_8)), "ian");
    notice = SignedNotice.of(caseNumber, notices, signOffs);
    dispatches.start(caseNumber, notice, "sam");
    await()
        .atMost(Cockpit.PATIENCE)
        .until(() -> dispatches.progress(notice).orElseThrow().isFinished());
    instance =
        processes
            .createProcessInstanceByKey("notify-customers")
            .businessKey(caseNumber.value())
            .setVariable("caseNumber", caseNumber.value())
            .startBeforeActivity("prepare")
            .execute()
            .getId();
  }

  @Test
  void how_far_a_notice_has_been_sent_is_a_tab_of_its_case_that_keeps_up_by_itself(
      Browser browser) {
    comesBack(1);
    comesBack(2);
    var page = Cockpit.logIn(browser, port, "mia");

    var row = openTab(page);

    assertThat(row.locator(".notice")).hasText("Notice of data breach");
    assertThat(row.locator(".sent")).hasText("6");
    assertThat(row.locator(".failed")).hasText("0");
    assertThat(row.locator(".bounced")).hasText("2");
    assertThat(row.locator(".held")).hasText("0");
    assertThat(row.locator(".total")).hasText("8");
    assertThat(row.locator(".sha256")).hasText(recipients.released(notice).orElseThrow().digest());
    assertThat(row.locator(".pace")).hasText("finished");
    page.screenshot(Tasklist.to("cockpit-dispatch"));

    comesBack(3);

    assertThat(row.locator(".bounced")).hasText("3");
    assertThat(row.locator(".sent")).hasText("5");
    page.context().close();
  }

  /** What the server answers is given here: a real sending is over too soon, or takes too long. */
  @Test
  void the_rate_and_the_time_left_are_those_of_the_last_minute(Browser browser) {
    var page = Cockpit.logIn(browser, port, "mia");
    var queued = new AtomicInteger(1000);
    var paused = new AtomicBoolean();
    page.route(
        "**/plugin/dispatch/**/process-instance/*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        """
                        [{"noticeId":"n","total":1100,"sent":%d,"failed":7,"bounced":3,"uncertain":0,"held":0,"leftOut":0,"queued":%d,"paused":%s}]
                        """
                            .formatted(1090 - queued.get(), queued.getAndAdd(-30), paused))));

    var row = openTab(page);

    assertThat(row.locator(".failed")).hasText("7");
    assertThat(row.locator(".pace"))
        .hasText(Pattern.compile("\\d+(\\.\\d)? per second, \\d+ (s|min) left"));
    paused.set(true);
    assertThat(row.locator(".pace")).hasText("paused");
    page.context().close();
  }

  @Test
  void the_breach_register_is_a_page_with_its_filter_and_its_files(Browser browser) {
    incidents.open("Notebook lost", "On a train", "ian");
    var page = Cockpit.logIn(browser, port, "mia");
    page.navigate("/camunda/app/cockpit/default/#/dashboard");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Breach register")).click();
    var register = page.locator(".breach-register");

    assertThat(register.locator(".years tbody tr").first()).isVisible();
    register.getByLabel("Text").fill("notebook LOST");
    register.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Show")).click();

    assertThat(register.locator(".breaches tbody tr")).hasCount(1);
    assertThat(register.locator(".breaches .what")).containsText("Notebook lost");
    assertThat(register.locator(".files .pdf"))
        .hasAttribute("href", Pattern.compile("/api/register\\.pdf\\?text=notebook\\+LOST$"));
    page.screenshot(Tasklist.to("cockpit-register"));
    page.context().close();
  }

  @Test
  void the_dashboard_says_whether_the_plan_can_be_relied_on_and_whose_task_it_is(Browser browser) {
    plans.putInForce(plans.openNext("Nobody signs it", "test").number());
    var page = Cockpit.logIn(browser, port, "mia");

    page.navigate("/camunda/app/cockpit/default/#/dashboard");

    assertThat(page.locator(".response-plan .state"))
        .containsText(Pattern.compile("Version \\d+, signed .*, has lapsed"));
    assertThat(page.locator(".response-plan .lapses tbody tr").first())
        .containsText(Pattern.compile("Signature.*the CEO has not signed.*CEO"));
    page.screenshot(Tasklist.to("cockpit-plan"));
    assertThat(
            page.context()
                .request()
                .get("/camunda/api/cockpit/plugin/plan/default/readiness")
                .text())
        .contains("LAPSED");
    page.context().close();
    var lena = Cockpit.logIn(browser, port, "lena");
    assertThat(
            lena.context()
                .request()
                .get("/camunda/api/cockpit/plugin/plan/default/readiness")
                .status())
        .isEqualTo(403);
    lena.context().close();
  }

  @Test
  void who_may_not_use_cockpit_is_not_told(Browser browser) {
    var address = "/camunda/api/cockpit/plugin/dispatch/default/process-instance/" + instance;

    var lena = Cockpit.logIn(browser, port, "lena");
    assertThat(lena.context().request().get(address).status()).isEqualTo(403);
    lena.context().close();
    var mia = Cockpit.logIn(browser, port, "mia");
    assertThat(mia.context().request().get(address).text()).contains("\"total\":8");
    mia.context().close();
    var nobody = browser.newContext(Cockpit.options(port));
    assertThat(nobody.request().get(address).status()).isEqualTo(401);
    nobody.close();
  }

  @Test
  void who_may_use_cockpit_and_see_no_case_is_refused(Browser browser) {
    var omar = Cockpit.logIn(browser, port, "omar");
    assertThat(
            omar.context()
                .request()
                .get("/camunda/api/cockpit/plugin/dispatch/default/process-instance/" + instance)
                .status())
        .isEqualTo(403);
    omar.context().close();
  }

  @Test
  void an_instance_of_no_case_has_no_dispatch(Browser browser) {
    repository
        .createDeployment()
        .addModelInstance(
            "no-case.bpmn",
            Bpmn.createExecutableProcess("noCase")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .receiveTask()
                .done())
        .deploy();
    var ofNoCase = processes.startProcessInstanceByKey("noCase", "of no case").getId();
    var mia = Cockpit.logIn(browser, port, "mia");
    var answer =
        mia.context()
            .request()
            .get("/camunda/api/cockpit/plugin/dispatch/default/process-instance/" + ofNoCase);
    assertThat(answer.text()).isEqualTo("[]");
    mia.context().close();
  }

  private Locator openTab(Page page) {
    page.navigate("/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(instance));
    page.getByText("Dispatch", new Page.GetByTextOptions().setExact(true)).click();
    return page.locator("table.dispatch tbody tr");
  }

  private void comesBack(int recipient) {
    bounces.countMail(
        "<%s.%d@example.org>".formatted(notice, recipient),
        new Failure("5.1.1", "550 5.1.1 no such user", null));
  }
}
