package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How long steps take and where people wait, on a process definition in Cockpit. */
@BrowserTest
class DurationsTest {

  @LocalServerPort int port;
  @Autowired TestRestTemplate web;
  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;
  @Autowired Clock clock;

  private String definition;

  @BeforeEach
  void a_breach_was_confirmed_and_now_waits_for_its_exposure() {
    definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("respond-to-breach")
            .latestVersion()
            .singleResult()
            .getId();
    var caseNumber =
        core()
            .postForObject("/api/incidents", Map.of("title", "Table copied"), JsonNode.class)
            .get("caseNumber")
            .asText();
    var triage = "/engine-rest/task/" + task(caseNumber, "triage").getId();
    core().postForLocation(triage + "/claim", Map.of("userId", "ian"));
    var aware = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).withNano(0);
    core()
        .postForLocation(
            triage + "/submit-form",
            Map.of(
                "variables",
                Map.of(
                    "outcome", Map.of("value", "breach"),
                    "reason", Map.of("value", "The logs show it."),
                    "awareAt", Map.of("value", aware.toString()))));
    task(caseNumber, "assessExposure");
  }

  @Test
  void each_step_has_how_long_it_takes_against_its_target(Browser browser) {
    var page = open(browser);
    page.getByText("Durations", new Page.GetByTextOptions().setExact(true)).click();

    var triage = page.locator("table.durations tbody tr").filter(text("Triage")).first();
    assertThat(triage.locator(".duration"))
        .hasAttribute("aria-label", Pattern.compile("typically \\d+ min \\d+ s of .*"));
    assertThat(triage.locator(".duration .target")).hasCount(1);
    var exposure = page.locator("table.durations tbody tr").filter(text("Assess exposure"));
    assertThat(exposure.locator("td").last()).hasText(Pattern.compile("\\d+, longest for .*"));
    page.screenshot(Tasklist.to("cockpit-durations"));
    page.context().close();
  }

  @Test
  void the_diagram_says_where_people_wait(Browser browser) {
    var page = open(browser);

    var notes = page.locator(".heat-note");
    assertThat(notes.filter(text("waiting")).first())
        .containsText(Pattern.compile("\\d+ %, \\d+ waiting"));
    page.screenshot(Tasklist.to("cockpit-heat"));
    page.context().close();
  }

  @Test
  void who_may_not_read_the_history_is_told_nothing(Browser browser) {
    var address =
        "/camunda/api/cockpit/plugin/cases/default/process-definition/%s/durations"
            .formatted(definition);

    assertThat(status(browser, "mia", address)).isEqualTo(200);
    assertThat(status(browser, "lena", address)).as("no access to Cockpit").isEqualTo(403);
    assertThat(status(browser, "omar", address)).as("no access to history").isEqualTo(403);
    assertThat(status(browser, "mia", address.replace(definition, "none"))).isEqualTo(404);
  }

  private int status(Browser browser, String person, String address) {
    var page = Cockpit.logIn(browser, port, person);
    var status = page.context().request().get(address).status();
    page.context().close();
    return status;
  }

  private Page open(Browser browser) {
    var page = Cockpit.logIn(browser, port, "mia");
    page.navigate(
        "/camunda/app/cockpit/default/#/process-definition/%s/runtime".formatted(definition));
    return page;
  }

  private TestRestTemplate core() {
    return web.withBasicAuth("ian", DemoStaff.PASSWORD);
  }

  private Task task(String caseNumber, String id) {
    return await()
        .atMost(Cockpit.PATIENCE)
        .until(() -> tasks(caseNumber, id), found -> found.size() == 1)
        .get(0);
  }

  private List<Task> tasks(String caseNumber, String id) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseNumber)
        .taskDefinitionKey(id)
        .list();
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
