package breachresponse.access;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.identity.Subject;
import breachresponse.identity.Subjects;
import breachresponse.support.ApplicationTest;
import breachresponse.support.IdentityProvider;
import breachresponse.support.Visitor;
import breachresponse.workflow.staff.DemoStaff;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whose account is whose, of people whom an OpenID Connect server knows. */
@ApplicationTest
@DirtiesContext
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:providers-people;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0")
@ExtendWith(OutputCaptureExtension.class)
class ProvidersPeopleTest {

  private static final IdentityProvider PROVIDER = new IdentityProvider();
  private static final String LED_ON = "content=\"0;url=/sso\"";
  private static final String LOG_IN = "/oauth2/authorization/sso?to=/sso";

  @LocalServerPort private int port;
  @Autowired private IdentityService identities;
  @Autowired private Subjects subjects;
  @Autowired private TransactionTemplate transaction;

  @DynamicPropertySource
  static void single_sign_on(DynamicPropertyRegistry settings) {
    settings.add("breach.sso.issuer", PROVIDER::issuer);
    settings.add("breach.sso.client-id", () -> IdentityProvider.CLIENT);
    settings.add("breach.sso.client-secret", () -> IdentityProvider.SECRET);
    settings.add("breach.sso.groups", () -> "legal=lawyers");
  }

  @BeforeEach
  void the_provider_knows_this_server() {
    PROVIDER.knows(site());
  }

  @AfterAll
  static void the_provider_ends() {
    PROVIDER.close();
  }

  @ParameterizedTest
  @CsvSource({"verity, true, true", "felix, false, false", "nell, , false"})
  void what_the_plan_has_made_is_theirs_whose_address_the_provider_has_verified(
      String name, Boolean verified, boolean theirs) {
    isMadeByThePlan(name);
    var claims = claims(name, "example.org");
    if (verified != null) {
      claims.put("email_verified", verified);
    }

    var page = logsIn(employed(claims));

    assertThat(subjects.of(name).isPresent()).isEqualTo(theirs);
    assertThat(identities.checkPassword(name, DemoStaff.PASSWORD)).isNotEqualTo(theirs);
    assertThat(page.contains("There is an account of your name here already")).isNotEqualTo(theirs);
  }

  @Test
  void whose_account_was_deleted_stays_out_until_an_administrator_makes_it_anew() {
    var dora = employed(claims("dora", "example.org"));
    logsIn(dora);
    identities.deleteUser("dora");

    assertThat(logsIn(dora)).contains("Your account here was deleted.");
    assertThat(identities.createUserQuery().userId("dora").count()).isZero();

    // somebody else of that name, with a password
    account("dora", "dora.another@example.org");
    assertThat(logsIn(dora)).contains("Your account here was deleted.");
    assertThat(identities.checkPassword("dora", DemoStaff.PASSWORD)).isTrue();
    assertThat(identities.createGroupQuery().groupMember("dora").count()).isZero();

    identities.deleteUser("dora");
    account("dora", "dora@example.org");
    assertThat(logsIn(dora)).contains("Your account here was deleted.");

    var verified = claims("dora", "example.org");
    verified.put("email_verified", true);
    PROVIDER.employs(dora, verified);
    assertThat(logsIn(dora)).contains(LED_ON);
    assertThat(identities.checkPassword("dora", DemoStaff.PASSWORD)).isFalse();
    assertThat(identities.createGroupQuery().groupMember("dora").singleResult().getId())
        .isEqualTo("legal");
    PROVIDER.employs(dora, claims("dora", "example.org"));
    assertThat(logsIn(dora)).contains(LED_ON);
  }

  @Test
  void of_two_people_whose_names_differ_by_the_domain_the_second_gets_no_account() {
    var first = employed(claims("ann", "a.example"));
    logsIn(first);

    var page = logsIn(employed(claims("ann", "b.example")));

    assertThat(page)
        .contains("There is an account of your name here already")
        .contains("Ask an administrator");
    assertThat(subjects.of("ann")).contains(subject(first));
    assertThat(identities.createUserQuery().userId("ann").singleResult().getEmail())
        .isEqualTo("ann@a.example");
  }

  @Test
  void of_two_of_one_name_who_come_at_the_same_moment_too() throws Exception {
    var second = employed(claims("bo", "b.example"));
    var pageOfSecond =
        transaction.execute(
            first -> {
              subjects.add(subject("the first"), "bo");
              var page = CompletableFuture.supplyAsync(() -> logsIn(second));
              // it waits for this transaction, where it asks for the same name
              assertThat(page).failsWithin(Duration.ofMillis(700));
              return page;
            });

    assertThat(pageOfSecond.get()).contains("There is an account of your name here already");
    assertThat(subjects.of("bo")).contains(subject("the first"));
  }

  @Test
  void a_link_logs_nobody_out_and_a_form_does() {
    var nora = new Visitor(site());
    nora.logsInAtTheProvider(LOG_IN, employed(claims("nora", "example.org")));

    nora.opens("/sso/logout");
    assertThat(nora.opens("/api/vocabulary").statusCode()).isEqualTo(200);

    assertThat(nora.posts("/sso/logout").statusCode()).isEqualTo(200);
    assertThat(nora.opens("/api/vocabulary").statusCode()).isEqualTo(401);
  }

  @Test
  void who_was_not_let_in_has_no_session() {
    var paul = new Visitor(site());
    var claims = claims("paul", "example.org");
    claims.put("groups", List.of("canteen"));
    var subject = employed(claims);
    assertThat(paul.logsInAtTheProvider(LOG_IN, subject).uri().getPath()).isEqualTo("/sso/refused");
    assertThat(paul.opens("/api/vocabulary").statusCode()).isEqualTo(401);

    PROVIDER.puts(subject, List.of("lawyers"));
    PROVIDER.isForged();
    try {
      assertThat(paul.opens(LOG_IN).uri().getPath()).isEqualTo("/sso/refused");
      assertThat(paul.opens("/api/vocabulary").statusCode()).isEqualTo(401);
    } finally {
      PROVIDER.isHonest();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"//elsewhere.example/", "https://elsewhere.example/", "/%5Celsewhere/"})
  void the_log_in_leads_on_to_pages_of_this_server_alone(String wanted) {
    var olga = employed(claims("olga-" + wanted.length(), "example.org"));

    var page =
        new Visitor(site())
            .logsInAtTheProvider("/oauth2/authorization/sso?to=" + wanted, olga)
            .body();

    assertThat(page).contains("content=\"0;url=/camunda/app/tasklist/default/\"");
  }

  @Test
  void what_opens_a_session_is_not_in_the_log(CapturedOutput log) {
    var visitor = new Visitor(site());
    var page = visitor.logsInAtTheProvider(LOG_IN, employed(claims("lola", "example.org")));
    assertThat(page.body()).contains(LED_ON);
    var secrets =
        Arrays.stream(page.uri().getQuery().split("&"))
            .map(parameter -> parameter.split("=", 2)[1])
            .toList();
    assertThat(secrets).hasSize(2).allMatch(secret -> secret.length() > 20);

    visitor.opens("/login/oauth2/code/sso?code=an-old-code-of-somebody&state=" + secrets.get(1));
    visitor.opens("/login/oauth2/code/sso?error=an-error-of-somebody&state=" + secrets.get(1));

    assertThat(log.getAll())
        .contains("single sign-on failed")
        .doesNotContain(secrets)
        .doesNotContain("an-old-code-of-somebody", "an-error-of-somebody", "lola@example.org");
  }

  private void isMadeByThePlan(String name) {
    account(name, name + "@example.org");
    identities.setUserInfo(name, "responsePlan", "in the team");
  }

  private void account(String name, String address) {
    var user = identities.newUser(name);
    user.setEmail(address);
    user.setPassword(DemoStaff.PASSWORD);
    identities.saveUser(user);
  }

  private String employed(Map<String, Object> claims) {
    var subject = UUID.randomUUID().toString();
    PROVIDER.employs(subject, claims);
    return subject;
  }

  private static Map<String, Object> claims(String name, String domain) {
    return new HashMap<>(
        Map.of(
            "preferred_username",
            name + "@" + domain,
            "given_name",
            name,
            "family_name",
            "Example",
            "email",
            name + "@" + domain,
            "groups",
            List.of("lawyers")));
  }

  private String logsIn(String subject) {
    return new Visitor(site()).logsInAtTheProvider(LOG_IN, subject).body();
  }

  private Subject subject(String id) {
    return new Subject(PROVIDER.issuer(), id);
  }

  private String site() {
    return "http://127.0.0.1:" + port;
  }
}
