package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.SignOffs;
import breachresponse.support.SignedNotice;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The open breaches on the dashboard, and the clocks of all cases, as managers see them. */
@BrowserTest
class OpenBreachesTest {

  private static final String MARKUP = "<img src=x onerror=alert(1)> copied";

  @LocalServerPort int port;
  @Autowired TestRestTemplate web;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired Recipients recipients;
  @Autowired Notices notices;
  @Autowired SignOffs signOffs;
  @Autowired Dispatches dispatches;
  @Autowired Clock clock;

  @Test
  void each_open_breach_is_on_the_dashboard_with_its_clock_and_what_it_waits_for(Browser browser) {
    var late = report(MARKUP, 80, "DE");
    var close = report("Payroll mailbox read", 60, "DE");
    var ahead = report("Laptop lost", 1, "DE");
    incidents.assess(late, 4, "The facts are worse.", "chris");
    hold(late);
    var page = Cockpit.logIn(browser, port, "mia");

    page.navigate("/camunda/app/cockpit/default/#/dashboard");

    assertThat(row(page, late)).containsText(MARKUP);
    assertThat(page.locator("img[src=x]")).hasCount(0);
    assertThat(row(page, late)).containsText("4, High risk to people");
    assertThat(row(page, late).locator(".light")).hasText("■ overdue");
    assertThat(row(page, late).locator(".left")).hasText(Pattern.compile("8 h \\d+ min ago"));
    assertThat(row(page, late).locator(".due")).containsText("Berlin");
    assertThat(row(page, late).locator(".duties")).containsText("1 overdue");
    assertThat(row(page, late).locator(".waiting")).hasText("Triage (Core IT)");
    assertThat(row(page, late)).containsText("Held without an end");
    assertThat(row(page, close).locator(".light")).hasText("▲ close");
    assertThat(row(page, close)).containsText("not assessed yet");
    assertThat(row(page, ahead).locator(".light")).hasText("● in time");
    assertThat(row(page, ahead).locator(".left")).hasText(Pattern.compile("in 2 days 22 h"));
    page.screenshot(Tasklist.to("cockpit-open-breaches"));

    row(page, late).locator("a").click();

    assertThat(page.locator("body")).containsText("Respond to a breach");
    assertThat(page).hasURL(Pattern.compile("#/process-instance/.*"));
    page.context().close();
  }

  @Test
  void what_changes_shows_without_a_reload_and_the_countdown_runs(Browser browser) {
    var breach = report("Backup tape lost", 71, "DE");
    var page = Cockpit.logIn(browser, port, "mia");
    page.navigate("/camunda/app/cockpit/default/#/dashboard");
    assertThat(row(page, breach)).containsText("not assessed yet");
    var left = row(page, breach).locator(".left").innerText();

    incidents.assess(breach, 2, "Only names.", "chris");

    assertThat(row(page, breach)).containsText("2, ");
    assertThat(row(page, breach).locator(".left")).not().hasText(left);

    incidents.close(breach, "sam");

    assertThat(row(page, breach)).hasCount(0);
    page.context().close();
  }

  @Test
  void how_far_its_notice_has_been_sent_is_in_the_row(Browser browser) {
    var breach = report("Customer table copied", 2, "DE");
    recipients.add(
        breach,
        new ByteArrayInputStream(
            "id,email,name,language,residence\n1,p1@example.org,Ann,en,DE\n".getBytes(UTF_8)),
        "ian");
    var notice = SignedNotice.of(breach, notices, signOffs);
    dispatches.start(breach, notice, "sam");
    await()
        .atMost(Cockpit.PATIENCE)
        .until(() -> dispatches.progress(notice).orElseThrow().isFinished());
    var page = Cockpit.logIn(browser, port, "mia");

    page.navigate("/camunda/app/cockpit/default/#/dashboard");

    assertThat(row(page, breach).locator(".dispatches")).hasText("Notice of data breach: 1 of 1");
    page.context().close();
  }

  @Test
  void exercises_stand_apart_and_say_what_they_are(Browser browser) {
    var exercise = incidents.openExercise("Lost notebook", "", "sam", 60);
    var page = Cockpit.logIn(browser, port, "mia");

    page.navigate("/camunda/app/cockpit/default/#/dashboard");

    var row = page.locator("table.exercises tbody tr").filter(with(exercise));
    assertThat(row.locator(".exercise")).hasText("EXERCISE");
    assertThat(row).containsText("time runs 60 times as fast");
    assertThat(page.locator("table.real tbody tr").filter(with(exercise))).hasCount(0);
    page.context().close();
  }

  /** Other tests have left breaches behind: what the server answers is given here. */
  @Test
  void where_no_breach_is_open_it_says_so(Browser browser) {
    var page = Cockpit.logIn(browser, port, "mia");
    page.route("**/plugin/cases/default/open-breaches", route -> route.fulfill(nothing()));

    page.navigate("/camunda/app/cockpit/default/#/dashboard");

    assertThat(page.getByText("No breach is open.")).isVisible();
    page.context().close();
  }

  @Test
  void all_duties_are_one_table_that_is_sorted_by_the_keyboard_and_filtered(Browser browser) {
    var european = report("Crèche register sent astray", 30, "FR");
    report("Till receipts published", 2, "US-CA");
    var page = Cockpit.logIn(browser, port, "mia");
    page.navigate("/camunda/app/cockpit/default/#/dashboard");
    page.getByText("Statutory clocks", new Page.GetByTextOptions().setExact(true)).first().click();
    var rows = page.locator("table.statutory-clocks tbody tr");
    assertThat(rows.filter(with(european)).first()).containsText("Crèche register sent astray");
    var law = page.locator("table.statutory-clocks thead th").filter(text("Law"));
    assertThat(law).hasAttribute("aria-sort", "none");

    law.locator("button").focus();
    page.keyboard().press("Enter");
    assertThat(law).hasAttribute("aria-sort", "ascending");
    page.keyboard().press("Enter");
    assertThat(law).hasAttribute("aria-sort", "descending");
    assertThat(law.locator("button")).isFocused();

    page.locator("select.place").selectOption("United States (US-CA)");
    assertThat(rows.first()).containsText("Cal");
    assertThat(rows.filter(with(european))).hasCount(0);
    page.screenshot(Tasklist.to("cockpit-statutory-clocks"));
    page.locator("select.place").selectOption("");
    page.locator("select.state").selectOption("no number in the law");
    assertThat(rows.filter(with(european))).hasCount(1);
    assertThat(rows.filter(with(european))).containsText("our own target, not law");
    page.context().close();
  }

  @Test
  void duties_of_closed_cases_are_shown_when_that_is_ticked(Browser browser) {
    var closed = report("Old archive found open", 500, "DE");
    incidents.close(closed, "sam");
    var page = Cockpit.logIn(browser, port, "mia");
    page.navigate("/camunda/app/cockpit/default/#/statutory-clocks");
    var rows = page.locator("table.statutory-clocks tbody tr");
    assertThat(page.locator(".count")).containsText("duties");
    assertThat(rows.filter(with(closed))).hasCount(0);

    page.getByLabel("closed cases too").check();

    assertThat(rows.filter(with(closed)).first()).isVisible();
    page.context().close();
  }

  @Test
  void a_thousand_duties_are_shown_and_sorted(Browser browser) {
    var places =
        """
        US-AL US-AK US-AZ US-AR US-CA US-CO US-CT US-DE US-FL US-GA US-ID US-IL US-IN US-IA US-KS
        US-KY US-LA US-ME US-MD US-MA US-MI US-MN US-MS US-MO US-MT US-NE US-NV US-NH US-NJ US-NM
        GB CH CA-AB CA-QC BR MX AR CL CO PE UY JP KR SG IN AU NZ TH PH ID MY ZA KE NG GH IL TR EG
        """
            .strip()
            .split("\\s+");
    while (register.ofAllCases(false).size() < 1000) {
      report("People all over the world", 10, places);
    }
    var page = Cockpit.logIn(browser, port, "mia");
    page.navigate("/camunda/app/cockpit/default/#/statutory-clocks");
    var rows = page.locator("table.statutory-clocks tbody tr");
    assertThat(page.locator(".count")).hasText(Pattern.compile("(\\d{4}) of \\1 duties"));
    assertThat(rows).hasCount(register.ofAllCases(false).size());

    var place = page.locator("table.statutory-clocks thead th").filter(text("Jurisdiction"));
    place.locator("button").click();
    place.locator("button").click();

    assertThat(rows.first()).containsText("Uruguay (UY)");
    page.context().close();
  }

  @Test
  void whose_browser_speaks_spanish_reads_our_pages_in_spanish(Browser browser) {
    var late = report("Cabinet left open", 80, "DE");
    var page = Cockpit.logIn(browser, Cockpit.options(port).setLocale("es-ES"), "mia");

    page.navigate("/camunda/app/cockpit/default/#/dashboard");
    assertThat(page.getByText("Violaciones abiertas").first()).isVisible();
    assertThat(page.getByText("Plan de respuesta")).isVisible();
    assertThat(row(page, late).locator(".light")).hasText("■ vencido");
    assertThat(row(page, late).locator(".left")).hasText(Pattern.compile("hace 8 h \\d+ min"));
    page.screenshot(Tasklist.to("cockpit-in-spanish"));

    page.getByText("Plazos legales").first().click();
    assertThat(page.locator("table.statutory-clocks thead")).containsText("A quién se avisa");

    page.getByText("Registro de violaciones").first().click();
    assertThat(page.locator(".breach-register .files")).containsText("Registro en PDF");
    assertThat(page.locator(".breach-register")).not().containsText("Register");

    page.navigate("/camunda/app/cockpit/default/#/dashboard");
    row(page, late).locator("a").click();
    for (var tab : List.of("Plazos", "Avisos", "Cronología", "Hechos", "Envío")) {
      assertThat(page.getByText(tab, new Page.GetByTextOptions().setExact(true))).isVisible();
    }
    page.getByText("Plazos", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(page.locator("table.clocks thead")).containsText("Cómo se calcula");
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({"open-breaches", "statutory-clocks"})
  void who_may_not_see_cases_is_told_nothing(String what, Browser browser) {
    var address = "/camunda/api/cockpit/plugin/cases/default/" + what;

    assertThat(status(browser, "mia", address)).isEqualTo(200);
    assertThat(status(browser, "lena", address)).as("no access to Cockpit").isEqualTo(403);
    assertThat(status(browser, "omar", address)).as("no access to cases").isEqualTo(403);
    var nobody = browser.newContext(Cockpit.options(port));
    assertThat(nobody.request().get(address).status()).isEqualTo(401);
    nobody.close();
  }

  private int status(Browser browser, String person, String address) {
    var page = Cockpit.logIn(browser, port, person);
    var status = page.context().request().get(address).status();
    page.context().close();
    return status;
  }

  private static Locator row(Page page, CaseNumber breach) {
    return page.locator("table.breaches tbody tr").filter(with(breach));
  }

  private static Locator.FilterOptions with(CaseNumber breach) {
    return text(breach.value());
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static Route.FulfillOptions nothing() {
    return new Route.FulfillOptions().setContentType("application/json").setBody("[]");
  }

  /** A high risk to 300 people in each place, of which we are aware for that many hours. */
  private CaseNumber report(String title, int hours, String... places) {
    var aware = OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).minusHours(hours);
    var affected =
        Arrays.stream(places)
            .map("{\"residence\":\"%s\",\"people\":300}"::formatted)
            .collect(Collectors.joining(","));
    var facts =
        """
        {"awareAt":"%s","risk":"high","breach":["confidentiality"],
         "dataCategories":["name","online-credentials"],
         "protection":{"encrypted":false},"affected":[%s]}
        """
            .formatted(aware, affected);
    var answer =
        web.withBasicAuth("ian", DemoStaff.PASSWORD)
            .postForObject(
                "/api/incidents", Map.of("title", title, "facts", json(facts)), JsonNode.class);
    var breach = new CaseNumber(answer.get("caseNumber").asText());
    register.determine(breach);
    return breach;
  }

  private void hold(CaseNumber breach) {
    var facts = incidents.facts(breach).map(FactsVersion::facts).orElseThrow();
    var from = OffsetDateTime.now(clock).minus(Duration.ofHours(1));
    incidents.record(breach, facts.under(new Facts.Hold("StPO", "LKA", from, null)), "lena");
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
