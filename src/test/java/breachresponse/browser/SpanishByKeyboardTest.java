package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.workflow.staff.DemoStaff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Senior leadership, who read Spanish and use no mouse, on a small screen. */
@BrowserTest
@TestPropertySource(properties = "breach.language=es")
class SpanishByKeyboardTest {

  private static final double PATIENCE = 60_000;

  @LocalServerPort int port;
  @Autowired FormService forms;
  @Autowired IdentityService identities;
  @Autowired RepositoryService repository;
  @Autowired TaskService tasks;

  private Page page;

  @Test
  void a_form_of_the_plan_is_read_in_spanish_and_completed_by_keyboard(Browser browser) {
    aNewPlanIsAskedFor();
    page =
        browser
            .newContext(
                new NewContextOptions()
                    .setBaseURL("http://127.0.0.1:" + port)
                    .setLocale("en-US")
                    .setViewportSize(1280, 800))
            .newPage();
    page.setDefaultTimeout(PATIENCE);
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    logIn();

    var card =
        page.locator("h4.task a").filter(new FilterOptions().setHasText("Elegir qué acordar"));
    assertThat(page.locator(".task-filter .name").first()).containsText("Todas mis tareas");
    card.waitFor();
    press(card);
    press(page.locator("button.claim"));
    assertThat(page.locator("button.unclaim")).isVisible();

    var form = page.locator("[cam-tasklist-form]").last();
    assertThat(form).containsText("¿Qué partes del plan se acuerdan ahora?");
    var targets = form.getByLabel("Objetivos");
    assertThat(targets).isEnabled();
    for (var box : form.getByRole(AriaRole.CHECKBOX).all()) {
      if (box.isChecked() != box.getAttribute("id").equals(targets.getAttribute("id"))) {
        reach(box);
        page.keyboard().press("Space");
      }
    }
    page.screenshot(Tasklist.to("spanish-by-keyboard"));
    press(page.locator(".task-card button.btn-primary:visible").last());

    page.locator("h4.task a")
        .filter(new FilterOptions().setHasText("Fijar los objetivos"))
        .waitFor();
    assertThat(tasks.createTaskQuery().taskDefinitionKey("chooseWhatToSettle").count()).isZero();
    page.context().close();
  }

  private void aNewPlanIsAskedFor() {
    var plan =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("prepare-response-plan")
            .latestVersion()
            .singleResult();
    identities.setAuthentication("sam", List.of("senior-leadership"));
    try {
      forms.submitStartForm(plan.getId(), Map.of("reason", "Los plazos han cambiado."));
    } finally {
      identities.clearAuthentication();
    }
  }

  private void logIn() {
    page.navigate("/camunda/app/tasklist/default/");
    LogIn.isReady(page);
    reach(page.getByPlaceholder("Username"));
    page.keyboard().type("sam");
    page.keyboard().press("Tab");
    page.keyboard().type(DemoStaff.PASSWORD);
    page.keyboard().press("Enter");
  }

  private void press(Locator target) {
    reach(target);
    page.keyboard().press("Enter");
  }

  /** Goes on by the tab key until the target has the focus. */
  private void reach(Locator target) {
    target.waitFor();
    for (int i = 0; i < 150; i++) {
      if ((boolean) target.evaluate("it => it === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the tab key does not lead to " + target);
  }
}
