package breachresponse.workflow.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import breachresponse.support.ApplicationTest;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;

@ApplicationTest
class SignInTest {

  @Autowired private TestRestTemplate web;
  @Autowired private RepositoryService repository;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/engine",
        "/engine-rest/task",
        "/api/incidents/2026-0001",
        "/v3/api-docs"
      })
  void nobody_gets_in_without_a_name(String path) {
    var answer = web.getForEntity(path, String.class);
    assertThat(answer.getStatusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(answer.getHeaders().getFirst("WWW-Authenticate")).startsWith("Basic");
    assertThat(answer.getHeaders().getContentType()).hasToString("application/problem+json");
  }

  @Test
  void a_wrong_password_is_refused(@Autowired IdentityService identities) {
    // the engine locks the account for a while, so it is nobody whom other tests need
    var wanda = identities.newUser("wanda");
    wanda.setPassword(DemoStaff.PASSWORD);
    identities.saveUser(wanda);
    var answer =
        web.withBasicAuth("wanda", "wrong").getForEntity("/engine-rest/engine", String.class);
    assertThat(answer.getStatusCode()).isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/xml"})
  void a_table_that_somebody_may_not_see_is_not_there_for_them(String part) {
    var table =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey("channels")
            .latestVersion()
            .singleResult()
            .getId();
    var path = "/engine-rest/decision-definition/" + table + part;

    assertThat(as("lena").getForEntity(path, String.class).getStatusCode()).isEqualTo(NOT_FOUND);
    assertThat(as("omar").getForEntity(path, String.class).getStatusCode()).isEqualTo(OK);
  }

  @Test
  void legal_may_not_deploy() {
    assertThat(deploy("lena", null)).isEqualTo(FORBIDDEN);
    assertThat(deployments()).isZero();
  }

  @Test
  void process_owners_may_deploy() {
    assertThat(deploy("omar", null)).isEqualTo(OK);
    assertThat(deployments()).isEqualTo(1);
    repository
        .createDeploymentQuery()
        .deploymentName("from-outside")
        .list()
        .forEach(d -> repository.deleteDeployment(d.getId(), true));
  }

  @Test
  void process_owners_may_not_delete_what_open_cases_run_on() {
    deploy("omar", null);
    var id =
        repository.createDeploymentQuery().deploymentName("from-outside").singleResult().getId();

    var answer =
        as("omar")
            .exchange(
                RequestEntity.delete(
                        URI.create(
                            web.getRootUri() + "/engine-rest/deployment/" + id + "?cascade=true"))
                    .build(),
                String.class);

    assertThat(answer.getStatusCode()).isEqualTo(FORBIDDEN);
    assertThat(deployments()).isEqualTo(1);
    repository.deleteDeployment(id, true);
  }

  @Test
  void a_deployment_that_another_site_asked_the_browser_for_is_refused() {
    assertThat(deploy("omar", "https://elsewhere.example")).isEqualTo(FORBIDDEN);
    assertThat(deployments()).isZero();
  }

  @Test
  void nobody_deploys_without_a_name() {
    assertThat(deploy(null, null)).isEqualTo(UNAUTHORIZED);
    assertThat(deployments()).isZero();
  }

  @Test
  void the_front_door_leads_to_Tasklist() {
    var answer = web.getForEntity("/", String.class);
    assertThat(answer.getBody()).contains("Camunda Tasklist");
  }

  @Test
  void the_first_visitor_can_not_make_himself_administrator() throws Exception {
    assertThat(new Browser(web.getRootUri()).open("/camunda/app/admin/default/setup/"))
        .hasToString(web.getRootUri() + "/camunda/app/admin/default/");
  }

  @ParameterizedTest
  @CsvSource({
    "lena,  tasklist, 200",
    "lena,  cockpit,  403",
    "lena,  admin,    403",
    "omar,  cockpit,  200",
    "omar,  admin,    403",
    "mia,   cockpit,  200",
    "admin, admin,    200"
  })
  void each_role_opens_its_own_web_applications(String person, String application, int status)
      throws Exception {
    assertThat(new Browser(web.getRootUri()).logIn(person, application)).isEqualTo(status);
  }

  @Test
  void who_has_logged_in_to_Tasklist_is_known_to_the_API() throws Exception {
    var browser = new Browser(web.getRootUri());
    browser.logIn("lena", "tasklist");
    assertThat(browser.status("/v3/api-docs")).isEqualTo(200);
  }

  /** As much of a browser as logging in needs. */
  private static class Browser {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
        HttpClient.newBuilder().cookieHandler(cookies).followRedirects(Redirect.NORMAL).build();
    private final String site;

    Browser(String site) {
      this.site = site;
    }

    /**
     * @return where it ended up
     */
    URI open(String path) throws Exception {
      return http.send(to(path).build(), BodyHandlers.discarding()).uri();
    }

    int status(String path) throws Exception {
      return http.send(to(path).build(), BodyHandlers.discarding()).statusCode();
    }

    int logIn(String person, String application) throws Exception {
      open("/camunda/app/" + application + "/default/");
      var token =
          cookies.getCookieStore().getCookies().stream()
              .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
              .findFirst()
              .orElseThrow()
              .getValue();
      var request =
          to("/camunda/api/admin/auth/user/default/login/" + application)
              .header("X-XSRF-TOKEN", token)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  BodyPublishers.ofString(
                      "username=%s&password=%s".formatted(person, DemoStaff.PASSWORD)))
              .build();
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(URI.create(site + path));
    }
  }

  private HttpStatusCode deploy(String person, String origin) {
    var parts = new LinkedMultiValueMap<String, Object>();
    parts.add("deployment-name", "from-outside");
    parts.add(
        "data",
        new ByteArrayResource("{}".getBytes()) {
          @Override
          public String getFilename() {
            return "a.form";
          }
        });
    var request =
        RequestEntity.post(URI.create(web.getRootUri() + "/engine-rest/deployment/create"))
            .headers(h -> h.setAll(origin == null ? Map.of() : Map.of("Origin", origin)))
            .body(parts);
    ResponseEntity<String> answer =
        (person == null ? web : as(person)).exchange(request, String.class);
    return answer.getStatusCode();
  }

  private long deployments() {
    return repository.createDeploymentQuery().deploymentName("from-outside").count();
  }

  private TestRestTemplate as(String person) {
    return web.withBasicAuth(person, DemoStaff.PASSWORD);
  }
}
