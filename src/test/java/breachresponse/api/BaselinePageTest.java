package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

@ApplicationTest
class BaselinePageTest {

  private static final String PAGE = "/api/obligations/baseline?residence=US-CA&residence=DE";

  @Autowired private TestRestTemplate web;
  @Autowired private RepositoryService repository;
  @Autowired private Time time;

  private String deployment;

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
  }

  @AfterEach
  void as_it_was() {
    if (deployment != null) {
      repository.deleteDeployment(deployment, true);
    }
  }

  @Test
  void it_has_a_table_for_each_jurisdiction_with_dates_versions_and_the_disclaimer() {
    var page = get(PAGE);

    assertThat(page.getHeaders().getContentType()).hasToString("text/html;charset=UTF-8");
    assertThat(page.getBody())
        .contains("controller, established in DE, US-CA, with customers in DE, US-CA")
        .contains("As of <time datetime=\"2026-03-03\">")
        .contains("starting material for counsel's review, not legal advice")
        .containsSubsequence("<h2>Germany (DE)</h2>", "<h2>United States (US-CA)</h2>")
        .contains("<td>72 hours, starting with awareness</td>", "<p>People here: more than 500</p>")
        .containsPattern("<li>Obligations in Europe, version \\d+</li>");
  }

  @Test
  void where_no_law_is_known_it_says_that_this_says_nothing() {
    assertThat(get("/api/obligations/baseline?residence=KP").getBody())
        .contains("That a place has no table here says nothing about its law.");
  }

  @Test
  void what_stands_in_a_table_is_text() throws Exception {
    deployment =
        repository
            .createDeployment()
            .addString(
                "processes/obligations-europe.dmn",
                Files.readString(Path.of("processes", "obligations-europe.dmn"))
                    .replace(
                        "\"GDPR Art 33", "\"&lt;script&gt;alert(1)&lt;/script&gt; GDPR Art 33"))
            .deploy()
            .getId();

    assertThat(get(PAGE).getBody())
        .contains("&lt;script&gt;alert(1)&lt;")
        .doesNotContain("<script");
  }

  @Test
  void it_runs_and_loads_nothing_but_its_own_style_and_is_not_kept() throws Exception {
    var page = get(PAGE);
    var body = page.getBody();
    var style = body.substring(body.indexOf("<style>") + 7, body.indexOf("</style>"));

    assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-" + base64Sha256(style) + "'")
        .doesNotContain("unsafe");
    assertThat(page.getHeaders().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(body).doesNotContain("style=", "<script", "<img");
  }

  @Test
  void the_organisation_may_be_thought_to_be_elsewhere() {
    assertThat(get("/api/obligations/baseline?residence=US-CA&establishment=JP").getBody())
        .contains("Japan (JP)")
        .doesNotContain("Germany (DE)");
    assertThat(get("/api/obligations/baseline?residence=US-CA&establishment=Bavaria").getBody())
        .contains("establishment: 'Bavaria' is no code of ISO 3166-1 or -2");
  }

  @Test
  void places_are_needed_and_must_be_codes() {
    assertThat(get("/api/obligations/baseline").getBody())
        .contains("residence: is missing, say where your customers live");
    var refused = get("/api/obligations/baseline?residence=DE&residence=Bavaria");
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(refused.getBody()).contains("residence: 'Bavaria' is no code of ISO 3166-1 or -2");
  }

  @Test
  void it_is_html_and_for_whoever_is_signed_in() {
    assertThat(get(PAGE, MediaType.APPLICATION_JSON).getStatusCode())
        .isEqualTo(HttpStatus.NOT_ACCEPTABLE);
    assertThat(web.getForEntity(PAGE, String.class).getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
  }

  private ResponseEntity<String> get(String path) {
    return get(path, MediaType.TEXT_HTML);
  }

  private ResponseEntity<String> get(String path, MediaType accept) {
    return web.exchange(
        RequestEntity.get(URI.create(web.getRootUri() + path))
            .headers(headers -> headers.setBasicAuth("mia", DemoStaff.PASSWORD))
            .accept(accept)
            .build(),
        String.class);
  }

  private static String base64Sha256(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
