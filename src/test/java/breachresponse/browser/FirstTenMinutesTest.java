package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.obligation.ObligationRegister;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first ten minutes of README.md, step by step. The pictures of the documentation are taken on
 * the way ({@code docs/take-pictures.sh}).
 */
@BrowserTest
class FirstTenMinutesTest {

  private static final Pattern LOADED = Pattern.compile("(\\S+) is case (\\S+)");

  /** An address in the sample's recipients.csv; those of the staff have no number. */
  private static final Pattern AFFECTED = Pattern.compile("To: .*\\d@example\\.org");

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired TaskService tasks;
  @Autowired RuntimeService processes;
  @Autowired RepositoryService repository;
  @Autowired ManagementService jobs;
  @Autowired GreenMail mailServer;
  @Autowired TestRestTemplate web;
  @Autowired ObjectMapper json;
  @Autowired JdbcClient db;

  private Map<String, CaseNumber> samples;
  private CaseNumber caseNumber;

  @Test
  void they_go_as_the_readme_says(Browser browser) throws Exception {
    samples = load();
    caseNumber = samples.get("copied-database");

    triageAndAssess(browser);
    var response = new Response(browser, port, tasks, jobs).about(caseNumber);
    response.confirmCriticality();
    theOthersBecameKnownEarlier();
    decideAndLookAtTheFilings(browser);
    try (var ian = Tasklist.logIn(browser, port, "ian")) {
      ian.open("Provide recipients", caseNumber.value()).complete();
    }
    response.draftNotice();
    lookAtWhatIsSigned(browser);
    response.sign();
    response.releaseNotice();

    await().atMost(Cockpit.PATIENCE).until(() -> mailsToThoseAffected() == 38);
    await()
        .atMost(Cockpit.PATIENCE)
        .until(
            () -> web.getForObject("/notices/", String.class),
            page -> page.contains("Notice of Data Breach at Example Books"));
    watchInCockpit(browser);
    assertThat(
            web.withBasicAuth("mia", DemoStaff.PASSWORD)
                .getForEntity("/api/incidents/%s/evidence.zip".formatted(caseNumber), byte[].class)
                .getStatusCode()
                .is2xxSuccessful())
        .isTrue();
  }

  private Map<String, CaseNumber> load() throws IOException, InterruptedException {
    var command = new ProcessBuilder("samples/load").redirectErrorStream(true);
    command.environment().put("BREACH_URL", "http://127.0.0.1:" + port);
    var loading = command.start();
    var said = new String(loading.getInputStream().readAllBytes());
    assertThat(loading.waitFor()).as(said).isZero();
    return LOADED
        .matcher(said)
        .results()
        .collect(
            Collectors.toMap(found -> found.group(1), found -> new CaseNumber(found.group(2))));
  }

  private void triageAndAssess(Browser browser) {
    try (var ian = Tasklist.logIn(browser, port, "ian")) {
      assertThat(ian.cardOf("Triage", caseNumber.value()))
          .containsText("Customer database of the shop copied");
      ian.open("Triage", caseNumber.value())
          .choose("Is it a breach?", "Yes, with us")
          .fill("How you know", "The provider's alarm is right: the export is in its logs.")
          .complete();
      ian.open("Assess exposure", caseNumber.value()).complete();
    }
  }

  private void decideAndLookAtTheFilings(Browser browser) {
    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      lena.filter("Legal")
          .clockOf("Decide whether to tell customers", caseNumber.value())
          .waitFor();
      lena.filter("Legal")
          .open("Decide whether to tell customers", caseNumber.value())
          .choose("Are they told?", "Yes, customers are told")
          .scrollTo("Are they told?")
          .screenshot("docs/form")
          .complete();
      lena.open("Prepare filing", caseNumber.value());
      lena.clockOf("Prepare filing", caseNumber.value()).waitFor();
      lena.screenshot("docs/tasklist");
      lena.tab("Case").locator("table").last().waitFor();
      lena.screenshot("docs/case");
    }
  }

  private void lookAtWhatIsSigned(Browser browser) {
    try (var leo = Tasklist.logIn(browser, port, "leo")) {
      var notice = leo.open("Sign", caseNumber.value()).tab("Notice");
      assertThat(notice.frameLocator("iframe").locator("h1")).hasText("Notice of Data Breach");
      leo.screenshot("docs/notice");
    }
  }

  private void watchInCockpit(Browser browser) {
    asIfEachSecondHadBeenTenMinutes();
    var page = Cockpit.logIn(browser, port, "mia");
    page.navigate("/camunda/app/cockpit/default/#/dashboard");
    assertThat(page.locator("table.breaches tbody tr")).hasCount(3);
    page.screenshot(Tasklist.to("docs/open-breaches"));

    page.navigate("/camunda/app/cockpit/default/#/statutory-clocks");
    page.locator("table.statutory-clocks tbody tr").first().waitFor();
    page.screenshot(Tasklist.to("docs/statutory-clocks"));

    page.navigate(
        "/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(response()));
    openTab(page, "Clocks", "table.clocks");
    page.screenshot(Tasklist.to("docs/clocks"));
    openTab(page, "Timeline", "table.acts");
    page.screenshot(Tasklist.to("docs/timeline"));

    page.navigate(
        "/camunda/app/cockpit/default/#/process-definition/%s/runtime".formatted(definition()));
    page.locator(".heat-note").first().waitFor();
    openTab(page, "Durations", "table.durations");
    page.screenshot(Tasklist.to("docs/durations"));

    page.navigate("/camunda/app/cockpit/default/#/breach-register");
    assertThat(page.locator(".breaches tbody tr")).hasCount(3);
    page.screenshot(Tasklist.to("docs/breach-register"));
    page.context().close();
  }

  private long mailsToThoseAffected() {
    return Arrays.stream(mailServer.getReceivedMessages())
        .map(GreenMailUtil::getHeaders)
        .filter(headers -> AFFECTED.matcher(headers).find())
        .count();
  }

  private static void openTab(Page page, String tab, String table) {
    page.getByText(tab, new Page.GetByTextOptions().setExact(true)).click();
    page.locator(table + " tbody tr").first().waitFor();
  }

  private String response() {
    return processes
        .createProcessInstanceQuery()
        .processDefinitionKey("respond-to-breach")
        .processInstanceBusinessKey(caseNumber.value())
        .singleResult()
        .getId();
  }

  private String definition() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("respond-to-breach")
        .latestVersion()
        .singleResult()
        .getId();
  }

  /** Pictures of clocks that all have just begun would show nothing of what they can say. */
  private void theOthersBecameKnownEarlier() throws IOException {
    becameKnown("payroll-bureau", 75);
    becameKnown("stolen-notebook", 60);
  }

  private void becameKnown(String sample, int hoursAgo) throws IOException {
    var facts =
        (ObjectNode) json.readTree(Path.of("samples", sample, "report.json").toFile()).get("facts");
    facts.put(
        "awareAt",
        OffsetDateTime.now(ZoneOffset.UTC)
            .minusHours(hoursAgo)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString());
    incidents.record(samples.get(sample), json.treeToValue(facts, Facts.class), "petra");
    register.determine(samples.get(sample));
  }

  /** Nobody reads and decides as fast as this test: a picture of how long that takes needs time. */
  private void asIfEachSecondHadBeenTenMinutes() {
    db.sql(
            """
            update act_hi_taskinst set
              start_time_ = dateadd(second, -600 * datediff(second, start_time_, coalesce(end_time_, current_timestamp)), start_time_),
              due_date_ = dateadd(second, -600 * datediff(second, start_time_, coalesce(end_time_, current_timestamp)), due_date_),
              duration_ = 601 * duration_
            """)
        .update();
  }
}
