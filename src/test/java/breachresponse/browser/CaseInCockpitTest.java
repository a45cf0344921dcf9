package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.SignedNotice;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known of a case, as tabs on its processes in Cockpit. */
@BrowserTest
class CaseInCockpitTest {

  private static final String MARKUP = "<img src=x onerror=alert(1)>";

  @LocalServerPort int port;
  @Autowired Incidents incidents;
  @Autowired ObligationRegister register;
  @Autowired Notices notices;
  @Autowired Timeline timeline;
  @Autowired SignOffs signOffs;
  @Autowired RuntimeService processes;
  @Autowired JdbcClient db;
  @Autowired ObjectMapper json;

  private CaseNumber breach;
  private String instance;

  @BeforeEach
  void a_breach_of_which_more_and_more_became_known() {
    breach = incidents.open("Customer table copied", "At night.", "ian");
    incidents.record(breach, facts("risk", 300), "ian");
    incidents.record(breach, facts("high", 400), "petra");
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
  void clocks_are_explained_with_the_words_of_the_law(Browser browser) {
    var page = open(browser, "Clocks");

    var authority = page.locator("table.clocks tbody tr").filter(text("GDPR Art 33(1)"));
    assertThat(authority.locator(".light")).hasText("■ overdue");
    assertThat(authority).containsText("Fri 6 Mar 2026, 15:30 Berlin");
    assertThat(authority.locator(".reckoning")).containsText("72 hours");
    assertThat(authority.locator(".reckoning")).containsText("The law: “");
    assertThat(page.locator("table.clocks tbody tr").filter(text("GDPR Art 34")))
        .containsText("our own target, not law");
    assertThat(
            page.evaluate(
                """
                () => document.querySelector('table.clocks').getBoundingClientRect().right
                  <= document.querySelector('.case-clocks').getBoundingClientRect().right"""))
        .isEqualTo(true);
    page.screenshot(Tasklist.to("cockpit-clocks"));

    page.getByText("What no law asks for here, and why").click();

    assertThat(page.locator("table.not-owed tbody tr").first()).isVisible();
    page.context().close();
  }

  @Test
  void texts_have_their_signatures_and_the_preview_of_what_is_sent(Browser browser) {
    SignedNotice.of(breach, notices, signOffs);
    refused(MARKUP);
    var page = open(browser, "Notices");

    var notice = page.locator("table.texts tbody tr").filter(text("Notice of data breach"));
    assertThat(notice.locator(".state")).hasText("signed by all");
    assertThat(notice.locator(".answers")).containsText("CEO: signed by signs-for-ceo");
    var refused = page.locator("table.texts tbody tr").filter(text("Filing with the authority"));
    assertThat(refused.locator(".state")).hasText("refused");
    assertThat(refused.locator("li.refused")).containsText("Say which data.");
    page.screenshot(Tasklist.to("cockpit-notices"));

    refused.getByText("The text").click();

    assertThat(refused.locator("pre")).hasText(MARKUP);
    assertThat(page.locator("img[src=x]")).hasCount(0);

    var preview = page.waitForPopup(notice.getByText("Preview as it is sent")::click);

    assertThat(preview.locator("body")).containsText("Notice of data breach");
    page.context().close();
  }

  @Test
  void the_timeline_says_who_did_what_and_whether_it_is_as_it_was_written_down(Browser browser) {
    var page = open(browser, "Timeline");

    assertThat(page.locator(".chain")).containsText("✓ Verified: all");
    var acts = page.locator("table.acts tbody tr");
    timeline.record(breach, "fulfil-obligation", "deadline passed", null, null);
    assertThat(acts.first()).containsText("Fulfil an obligation");
    assertThat(acts.last()).containsText("Ian Core-It");
    assertThat(acts.last()).containsText("breach reported");
    assertThat(acts.last()).containsText("Customer table copied");
    page.screenshot(Tasklist.to("cockpit-timeline"));

    db.sql("update timeline set detail = 'Nothing copied' where case_number = :case and entry = 1")
        .param("case", breach.value())
        .update();

    assertThat(page.locator(".chain.broken"))
        .containsText("✗ Not verified: act 1 is not what was written down");
    page.context().close();
  }

  @Test
  void facts_are_there_in_all_versions_with_what_each_changed(Browser browser) {
    var page = open(browser, "Facts");

    var versions = page.locator(".case-facts section");
    assertThat(versions).hasCount(2);
    assertThat(versions.first()).containsText("Version 2, recorded by Petra Privacy");
    var changes = versions.first().locator("tbody tr");
    assertThat(changes).hasCount(2);
    assertThat(changes.filter(text("People in Germany (DE)"))).containsText("300");
    assertThat(changes.filter(text("People in Germany (DE)"))).containsText("400");
    assertThat(changes.filter(text("Risk to people"))).containsText("high");
    assertThat(versions.last()).containsText("Tue 3 Mar 2026, 15:30 Berlin");
    page.screenshot(Tasklist.to("cockpit-facts"));
    page.context().close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"clocks", "notices", "timeline", "facts"})
  void who_may_not_see_the_case_is_told_nothing(String tab, Browser browser) {
    var address =
        "/camunda/api/cockpit/plugin/cases/default/process-instance/%s/%s".formatted(instance, tab);

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

  private Page open(Browser browser, String tab) {
    var page = Cockpit.logIn(browser, port, "mia");
    page.navigate("/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(instance));
    page.getByText(tab, new Page.GetByTextOptions().setExact(true)).click();
    return page;
  }

  private UUID refused(String content) {
    var filing =
        signOffs
            .submit(breach, Document.Kind.FILING, "Filing with the authority", content, "petra")
            .id();
    signOffs.determineSignatories(filing);
    signOffs.answer(filing, "legal", "lena", false, "Say which data.");
    return filing;
  }

  private Facts facts(String risk, int people) {
    try {
      return json.readValue(
          """
          {"awareAt":"2026-03-03T15:30:00+01:00","risk":"%s","breach":["confidentiality"],
           "organisation":{"role":"controller","establishments":["DE"],"mainEstablishment":"DE"},
           "dataCategories":["name","online-credentials"],"protection":{"encrypted":false},
           "affected":[{"residence":"DE","people":%d}]}
          """
              .formatted(risk, people),
          Facts.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
