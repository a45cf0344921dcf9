package breachresponse.access;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import breachresponse.support.IdentityProvider;
import breachresponse.support.Visitor;
import breachresponse.workflow.staff.DemoStaff;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * An identity provider that takes what it is asked and never answers. What it says of itself is
 * known from the first log-in on, and its keys for a while: hence the order.
 */
@ApplicationTest
@DirtiesContext
@TestMethodOrder(OrderAnnotation.class)
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:silent-provider;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0")
class SilentProviderTest {

  private static final IdentityProvider PROVIDER = new IdentityProvider();
  private static final String LOG_IN = "/oauth2/authorization/sso?to=/sso";
  private static final String LED_ON = "content=\"0;url=/sso\"";

  /** Twice what one waits for, since both a log-in and its neighbour may: the machine is slow. */
  private static final Duration AT_MOST = Duration.ofSeconds(15);

  private final String someone = UUID.randomUUID().toString();

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate web;

  @DynamicPropertySource
  static void single_sign_on(DynamicPropertyRegistry settings) {
    settings.add("breach.sso.issuer", PROVIDER::issuer);
    settings.add("breach.sso.client-id", () -> IdentityProvider.CLIENT);
    settings.add("breach.sso.client-secret", () -> IdentityProvider.SECRET);
    settings.add("breach.sso.groups", () -> "legal=lawyers");
  }

  @BeforeEach
  void somebody_is_employed() {
    PROVIDER.knows(site());
    PROVIDER.employs(
        someone,
        Map.of(
            "preferred_username", "silvia-" + someone,
            "email", someone + "@example.org",
            "groups", List.of("lawyers")));
  }

  @AfterAll
  static void the_provider_ends() {
    PROVIDER.close();
  }

  @Test
  @Order(1)
  void while_it_says_nothing_of_itself_nobody_waits_long_and_passwords_get_people_in()
      throws Exception {
    try (var silence = PROVIDER.isSilentAt("/.well-known/openid-configuration")) {
      var waiting = Stream.generate(this::comes).limit(3).toList();
      silence.hasTaken(3);

      assertThat(asksWithAPassword()).isEqualTo(HttpStatus.OK);
      assertThat(new Person("lena", site()).isLoggedIn()).isTrue();
      assertThat(waiting).allSatisfy(page -> assertThat(page).succeedsWithin(AT_MOST));
      assertThat(waiting).allSatisfy(page -> isToldWhatToDo(page.join()));
    }
  }

  @Test
  @Order(2)
  void keys_that_do_not_come_are_not_waited_for_long() throws InterruptedException {
    isGivenUpAt("/oauth2/jwks");
  }

  @Test
  @Order(3)
  void a_token_that_does_not_come_is_not_waited_for_long() throws InterruptedException {
    isGivenUpAt("/oauth2/token");
  }

  private void isGivenUpAt(String path) throws InterruptedException {
    try (var silence = PROVIDER.isSilentAt(path)) {
      var page = comes();
      silence.hasTaken(1);

      assertThat(asksWithAPassword()).isEqualTo(HttpStatus.OK);
      assertThat(page).succeedsWithin(AT_MOST);
      isToldWhatToDo(page.join());
    }
    assertThat(logsIn()).contains(LED_ON);
  }

  private static void isToldWhatToDo(String page) {
    assertThat(page)
        .contains("does not answer now")
        .contains("try again in a few minutes; if it stays so, tell an administrator");
  }

  private CompletableFuture<String> comes() {
    return CompletableFuture.supplyAsync(this::logsIn, task -> new Thread(task).start());
  }

  private String logsIn() {
    return new Visitor(site()).logsInAtTheProvider(LOG_IN, someone).body();
  }

  private String site() {
    return "http://127.0.0.1:" + port;
  }

  private HttpStatusCode asksWithAPassword() {
    return web.withBasicAuth("lena", DemoStaff.PASSWORD)
        .getForEntity("/api/vocabulary", String.class)
        .getStatusCode();
  }
}
