package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.Plans;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What is shown of cases and the plan where the installation and the browser speak Spanish. */
@BrowserTest
@TestPropertySource(properties = "breach.language=es")
class CockpitInSpanishTest {

  private static final String TIME = "[^ ]{3} \\d+ [^ ]{3,4} \\d{4}, \\d\\d:\\d\\d Berlin";

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired SignOffs signOffs;
  @Autowired Plans plans;
  @Autowired RuntimeService processes;
  @Autowired ObjectMapper json;

  private CaseNumber breach;
  private String instance;

  @BeforeEach
  void a_breach_whose_authority_should_have_been_told() throws JsonProcessingException {
    breach = incidents.open("Tabla de clientes copiada", "De noche.", "ian");
    var facts =
        """
        {"awareAt":"2026-03-03T15:30:00+01:00","risk":"high","breach":["confidentiality"],
         "organisation":{"role":"controller","establishments":["DE"],"mainEstablishment":"DE"},
         "dataCategories":["name","online-credentials"],"protection":{"encrypted":false},
         "affected":[{"residence":"DE","people":300}]}
        """;
    incidents.record(breach, json.readValue(facts, Facts.class), "ian");
    register.determine(breach);
    instance =
        processes
            .createProcessInstanceByKey("notify-customers")
            .businessKey(breach.value())
            .setVariable("caseNumber", breach.value())
            .startBeforeActivity("prepare")
            .execute()
            .getId();
  }

  @Test
  void the_dashboard_says_in_spanish_how_cases_stand_and_one_is_one(Browser browser) {
    var page = logIn(browser);

    page.navigate("/camunda/app/cockpit/default/#/dashboard");

    var row = page.locator("table.breaches tbody tr").filter(text(breach.value()));
    assertThat(row).containsText("todavía sin evaluar");
    assertThat(row.locator(".duties")).containsText("1 vencida");
    assertThat(row.locator(".duties")).not().containsText("vencidas");
    page.context().close();
  }

  @Test
  void the_dashboard_says_in_spanish_why_the_plan_has_lapsed_and_since_when(Browser browser) {
    plans.putInForce(plans.openNext("Nadie lo firma", "test").number());
    var page = logIn(browser);

    page.navigate("/camunda/app/cockpit/default/#/dashboard");

    assertThat(page.locator(".response-plan .state"))
        .hasText(Pattern.compile("La versión \\d+, firmada el %s, ha caducado\\.".formatted(TIME)));
    var lapses = page.locator(".response-plan .lapses tbody tr");
    assertThat(lapses.filter(text("Firma")).first())
        .hasText(Pattern.compile("Firmael CEO no ha firmado esta versión" + TIME + "CEO"));
    assertThat(lapses.filter(text("no tiene a nadie")).first()).containsText("Alta dirección");
    page.context().close();
  }

  @Test
  void the_clocks_of_a_case_are_reckoned_in_spanish(Browser browser) {
    var page = openTab(browser, "Plazos");

    var authority = page.locator("table.clocks tbody tr").filter(text("GDPR Art 33(1)"));
    assertThat(authority.locator(".state")).hasText("vencida");
    assertThat(authority).containsText("Alemania (DE)");
    assertThat(authority.locator(".reckoning"))
        .containsText(
            "Empieza con la constancia: mar 3 mar 2026, 15:30 Berlin. Plazo: 72 horas. Cómputo:");
    assertThat(authority.locator(".reckoning")).containsText("Vence: vie 6 mar 2026, 15:30 Berlin");
    page.context().close();
  }

  @Test
  void who_has_signed_and_who_is_waited_for_is_said_in_spanish(Browser browser) {
    var filing =
        signOffs.submit(breach, Document.Kind.FILING, "A la autoridad", "Texto", "petra").id();
    signOffs.determineSignatories(filing);
    signOffs.answer(filing, "legal", "lena", false, "Diga qué datos.");
    var page = openTab(browser, "Avisos");

    var row = page.locator("table.texts tbody tr").filter(text("A la autoridad"));
    assertThat(row).containsText("notificación");
    assertThat(row.locator(".state")).hasText("rechazado");
    assertThat(row.locator("li.refused"))
        .hasText(
            Pattern.compile(
                "Asesoría jurídica: rechazado por Lena Legal, %s: Diga qué datos\\."
                    .formatted(TIME)));
    page.context().close();
  }

  @Test
  void facts_are_said_in_spanish(Browser browser) {
    var page = openTab(browser, "Hechos");

    var facts = page.locator(".case-facts tbody tr");
    assertThat(facts.filter(text("Constancia desde"))).containsText("mar 3 mar 2026, 15:30 Berlin");
    assertThat(facts.filter(text("Personas en Alemania (DE)"))).containsText("300");
    assertThat(facts.filter(text("Riesgo para las personas"))).containsText("alto");
    page.context().close();
  }

  @Test
  void the_register_has_the_times_of_the_organisation_wherever_the_browser_is(Browser browser) {
    var page = logIn(browser);
    page.navigate("/camunda/app/cockpit/default/#/breach-register");

    var row = page.locator(".breach-register .breaches tbody tr").filter(text(breach.value()));

    assertThat(row.locator(".reported")).hasText(Pattern.compile("^" + TIME + "$"));
    page.context().close();
  }

  @Test
  void tasklist_has_the_entry_of_a_report_in_spanish(Browser browser) {
    var page = logIn(browser, "ian");
    page.navigate("/camunda/app/tasklist/default/");

    assertThat(page.getByText("Creo que algo va mal")).isVisible();
    page.context().close();
  }

  private Page openTab(Browser browser, String tab) {
    var page = logIn(browser);
    page.navigate("/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(instance));
    page.getByText(tab, new Page.GetByTextOptions().setExact(true)).click();
    return page;
  }

  private Page logIn(Browser browser) {
    return logIn(browser, "mia");
  }

  private Page logIn(Browser browser, String person) {
    var far = Cockpit.options(port).setLocale("es-ES").setTimezoneId("America/Lima");
    return Cockpit.logIn(browser, far, person);
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
