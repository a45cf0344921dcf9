package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.Timeline;
import breachresponse.evidence.Timeline.Entry;
import breachresponse.identity.Subject;
import breachresponse.identity.Subjects;
import breachresponse.incident.CaseNumber;
import breachresponse.support.IdentityProvider;
import breachresponse.workflow.staff.DemoStaff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** People whom an OpenID Connect server knows, in a browser and through its own log-in page. */
@BrowserTest
class SingleSignOnTest {

  private static final IdentityProvider PROVIDER = new IdentityProvider();
  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  @LocalServerPort int port;
  @Autowired IdentityService identities;
  @Autowired Subjects subjects;
  @Autowired TestRestTemplate web;

  @DynamicPropertySource
  static void single_sign_on(DynamicPropertyRegistry settings) {
    settings.add("breach.sso.issuer", PROVIDER::issuer);
    settings.add("breach.sso.client-id", () -> IdentityProvider.CLIENT);
    settings.add("breach.sso.client-secret", () -> IdentityProvider.SECRET);
    settings.add(
        "breach.sso.groups",
        () ->
            "legal=lawyers,incident-team=lawyers,managers=board,core-it=it,incident-team=it,camunda-admin=operators");
  }

  @BeforeEach
  void the_provider_knows_this_server() {
    PROVIDER.knows(site());
  }

  @AfterEach
  void the_provider_is_honest() {
    PROVIDER.isHonest();
  }

  @AfterAll
  static void the_provider_ends() {
    PROVIDER.close();
  }

  @Test
  void one_log_in_opens_Tasklist_Cockpit_and_our_own_pages(Browser browser) {
    var nora = employed("nora", "lawyers", "board");
    var page = page(browser);

    page.navigate(TASKLIST);
    page.getByText("Log in with single sign-on").click();
    logInAtTheProvider(page, nora);

    assertThat(page.locator(".task-filter .name a").first()).isVisible();
    assertThat(page.locator("header, [cam-widget-header]").first()).containsText("Nora Example");
    page.navigate("/camunda/app/cockpit/default/");
    assertThat(page.getByText("Open breaches").first()).isVisible();
    page.navigate("/calendar");
    assertThat(page.getByRole(AriaRole.BUTTON)).hasText("Get a new address");
    assertThat(groups("nora")).containsExactlyInAnyOrder("legal", "incident-team", "managers");
  }

  @Test
  void who_came_by_the_provider_does_the_tasks_of_their_groups(
      Browser browser, @Autowired Timeline timeline) {
    web.withBasicAuth("ian", DemoStaff.PASSWORD)
        .postForEntity("/api/incidents", Map.of("title", "Laptop stolen"), String.class);
    var page = page(browser);
    page.navigate(TASKLIST);
    page.getByText("Log in with single sign-on").click();
    logInAtTheProvider(page, employed("nadia", "it"));

    var tasklist = Tasklist.in(page).filter("Core IT");
    var caseNumber = tasklist.caseOf("Triage");
    tasklist
        .open("Triage", caseNumber)
        .choose("Is it a breach?", "Yes, with us")
        .fillTime("When we became aware (date)", LocalDateTime.now(ZoneOffset.UTC).minusHours(3))
        .fill("How you know", "It is gone.")
        .complete();

    assertThat(timeline.of(new CaseNumber(caseNumber))).extracting(Entry::by).contains("nadia");
  }

  @Test
  void whoever_opens_a_page_of_ours_comes_back_to_it(Browser browser) {
    var page = page(browser);

    page.navigate("/calendar");
    logInAtTheProvider(page, employed("nick", "lawyers"));

    assertThat(page).hasURL(site() + "/calendar");
    assertThat(page.locator("form").first()).isVisible();
  }

  @Test
  void the_log_in_leads_to_no_other_site(Browser browser) {
    var page = page(browser);

    page.navigate("/oauth2/authorization/sso?to=//elsewhere.example/");
    logInAtTheProvider(page, employed("olga", "lawyers"));

    assertThat(page).hasURL(Pattern.compile("^" + site() + TASKLIST));
  }

  @Test
  void logging_out_logs_out_at_the_provider_too(Browser browser) {
    var page = page(browser);
    page.navigate(TASKLIST);
    page.getByText("Log in with single sign-on").click();
    logInAtTheProvider(page, employed("otto", "lawyers"));
    assertThat(page.locator(".task-filter .name a").first()).isVisible();

    page.locator(".account.dropdown > a, li.account > a").first().click();
    page.locator("li.logout a").click();

    assertThat(page.getByText("Log in with single sign-on")).isVisible();
    page.navigate("/calendar");
    assertThat(page).hasURL(Pattern.compile("^" + PROVIDER.issuer() + "/login"));
  }

  @Test
  void who_is_in_no_group_that_counts_here_gets_nothing(Browser browser) {
    var page = page(browser);

    page.navigate(TASKLIST);
    page.getByText("Log in with single sign-on").click();
    logInAtTheProvider(page, employed("paula", "legal", "camunda-admin", "canteen"));

    assertThat(page.getByText("in none of the groups that have a part here")).isVisible();
    assertThat(identities.createUserQuery().userId("paula").count()).isZero();
    assertThat(page.navigate("/api/vocabulary").url()).contains("/sso/refused");
  }

  @Test
  void leaving_a_group_at_the_provider_counts_at_the_next_log_in(Browser browser) {
    var quentin = employed("quentin", "lawyers", "operators");
    logsIn(browser, quentin);
    assertThat(groups("quentin"))
        .containsExactlyInAnyOrder("legal", "incident-team", "camunda-admin");

    PROVIDER.puts(quentin, List.of("board"));
    logsIn(browser, quentin);
    assertThat(groups("quentin")).containsExactly("managers");

    PROVIDER.puts(quentin, List.of());
    var page = logsIn(browser, quentin);
    assertThat(page.getByText("in none of the groups")).isVisible();
    assertThat(groups("quentin")).isEmpty();
  }

  @Test
  void nobody_gets_a_local_account_by_its_name(Browser browser) {
    var page = logsIn(browser, employed("admin", "operators"));

    assertThat(page.getByText("There is an account of your name here already")).isVisible();
    assertThat(subjects.of("admin")).isEmpty();
  }

  @Test
  void an_account_stays_its_persons_whatever_they_are_called_later(Browser browser) {
    var rita = employed("rita", "lawyers");
    logsIn(browser, rita);

    PROVIDER.employs(rita, claims("rita.smith", "lawyers"));
    logsIn(browser, rita);
    var other = logsIn(browser, employed("rita", "operators"));

    assertThat(identities.createUserQuery().userIdIn("rita", "rita.smith").list()).hasSize(1);
    assertThat(subjects.of("rita")).contains(new Subject(PROVIDER.issuer(), rita));
    assertThat(other.getByText("There is an account of your name here already")).isVisible();
    assertThat(groups("rita")).containsExactlyInAnyOrder("legal", "incident-team");
  }

  enum Lie {
    EXPIRED(
        claims ->
            claims
                .issuedAt(Instant.now().minus(2, ChronoUnit.HOURS))
                .expiresAt(Instant.now().minus(1, ChronoUnit.HOURS))),
    FOR_ANOTHER(claims -> claims.audience(List.of("another-client"))),
    OF_ANOTHER_LOG_IN(claims -> claims.claim("nonce", "another")),
    OF_ANOTHER_PROVIDER(claims -> claims.issuer("https://elsewhere.example"));

    final Consumer<JwtClaimsSet.Builder> change;

    Lie(Consumer<JwtClaimsSet.Builder> change) {
      this.change = change;
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_token_that_is_not_for_this_log_in_is_refused(Lie lie, Browser browser) {
    PROVIDER.changes(lie.change);
    isRefused(logsIn(browser, employed("sara-" + lie.ordinal(), "operators")), lie.ordinal());
  }

  @Test
  void a_forged_token_is_refused(Browser browser) {
    PROVIDER.isForged();
    isRefused(logsIn(browser, employed("sara-9", "operators")), 9);
  }

  private void isRefused(Page page, int number) {
    assertThat(page.getByText("did not end as it should")).isVisible();
    assertThat(identities.createUserQuery().userId("sara-" + number).count()).isZero();
    assertThat(page.navigate("/sso").text()).contains("\"used\":false");
  }

  @Test
  void without_the_provider_passwords_and_open_sessions_go_on(Browser browser) {
    var tom = logsIn(browser, employed("tom", "lawyers"));
    PROVIDER.close();
    try {
      tom.navigate("/calendar");
      assertThat(tom.getByRole(AriaRole.BUTTON)).hasText("Get a new address");
      assertThat(
              web.withBasicAuth("lena", DemoStaff.PASSWORD)
                  .getForEntity("/api/vocabulary", String.class)
                  .getStatusCode())
          .isEqualTo(HttpStatus.OK);
      try (var lena = Tasklist.logIn(browser, port, "lena")) {
        assertThat(lena.filters()).contains("Legal");
      }
    } finally {
      PROVIDER.open();
    }
  }

  private String employed(String name, String... groups) {
    var subject = UUID.randomUUID().toString();
    PROVIDER.employs(subject, claims(name, groups));
    return subject;
  }

  private static Map<String, Object> claims(String name, String... groups) {
    return Map.of(
        "preferred_username",
        name + "@example.org",
        "given_name",
        name.substring(0, 1).toUpperCase() + name.substring(1),
        "family_name",
        "Example",
        "email",
        name + "@example.org",
        "groups",
        List.of(groups));
  }

  private Page logsIn(Browser browser, String subject) {
    var page = page(browser);
    page.navigate("/oauth2/authorization/sso?to=/sso");
    logInAtTheProvider(page, subject);
    assertThat(page).hasURL(Pattern.compile("/sso(/refused.*)?$"));
    return page;
  }

  private static void logInAtTheProvider(Page page, String subject) {
    page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Username")).fill(subject);
    page.getByRole(AriaRole.TEXTBOX, new GetByRoleOptions().setName("Password"))
        .fill(IdentityProvider.PASSWORD);
    page.getByRole(AriaRole.BUTTON).click();
  }

  private Page page(Browser browser) {
    var page =
        browser
            .newContext(
                new NewContextOptions()
                    .setBaseURL(site())
                    .setLocale("en-US")
                    .setViewportSize(1280, 800))
            .newPage();
    page.setDefaultTimeout(60_000);
    return page;
  }

  private String site() {
    return "http://127.0.0.1:" + port;
  }

  private List<String> groups(String person) {
    return identities.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .toList();
  }
}
