package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import breachresponse.evidence.Timeline;
import breachresponse.evidence.Timeline.Entry;
import breachresponse.incident.CaseNumber;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class TokensApiTest {

  private static final Map<String, String> REPORT = Map.of("title", "Large export at night");

  @Autowired private TestRestTemplate web;
  @Autowired private JdbcClient db;
  @Autowired private Time time;

  @BeforeEach
  void no_token_yet() {
    time.is("2026-03-03T15:00:00Z");
    db.sql("delete from api_token").update();
  }

  @Test
  void the_timeline_names_the_machine_that_reported(@Autowired Timeline timeline) {
    var answer = asks(token("siem", "report-breaches", 90), "POST", "/api/incidents", REPORT);

    assertThat(answer.getStatusCode()).isEqualTo(CREATED);
    var caseNumber = new CaseNumber((String) answer.getBody().get("caseNumber"));
    assertThat(timeline.of(caseNumber, "breach reported"))
        .extracting(Entry::by)
        .containsExactly("siem (machine)");
  }

  @Test
  void mails_that_came_back_are_counted_for_a_token() {
    var bounces = List.of(Map.of("recipient", "nobody.knows@example.org", "status", "5.1.1"));
    var token = token("mail-gateway", "post-bounces", 90);

    var answer = web.exchange(request(token, "POST", "/api/bounces", bounces), Map[].class);

    assertThat(answer.getStatusCode()).isEqualTo(OK);
    assertThat(answer.getBody()).containsExactly(Map.of("outcome", "not-ours"));
  }

  @ParameterizedTest
  @CsvSource({
    "report-breaches, POST, /api/bounces",
    "report-breaches, GET,  /api/incidents",
    "report-breaches, POST, /api/incidents/",
    "report-breaches, POST, /api/obligations/evaluate",
    "report-breaches, GET,  /api/vocabulary",
    "report-breaches, POST, /api/tokens",
    "report-breaches, GET,  /engine-rest/task",
    "report-breaches, GET,  /camunda/api/engine/engine/default/task",
    "report-breaches, GET,  /v3/api-docs",
    "report-breaches, GET,  /actuator/prometheus",
    "post-bounces,    POST, /api/incidents",
    "post-bounces,    GET,  /api/bounces"
  })
  void a_token_is_for_one_thing_alone(String scope, String method, String path) {
    var answer = asks(token("siem", scope, 90), method, path, REPORT);

    assertThat(answer.getStatusCode()).isEqualTo(FORBIDDEN);
    assertThat(answer.getHeaders().getFirst("WWW-Authenticate"))
        .isEqualTo("Bearer error=\"insufficient_scope\"");
  }

  @Test
  void a_token_expires() {
    var token = token("siem", "report-breaches", 1);

    time.is("2026-03-04T14:59:59Z");
    assertThat(reports(token)).isEqualTo(CREATED);
    time.is("2026-03-04T15:00:00Z");
    assertThat(reports(token)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void a_revoked_token_lets_nobody_in() {
    var token = token("siem", "report-breaches", 90);
    var id = list().get(0).get("id");

    var answer =
        admin().exchange(RequestEntity.delete(at("/api/tokens/" + id)).build(), Void.class);

    assertThat(answer.getStatusCode()).isEqualTo(NO_CONTENT);
    assertThat(reports(token)).isEqualTo(UNAUTHORIZED);
    assertThat(list().get(0)).containsEntry("revokedAt", "2026-03-03T15:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "guessed", "Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm8"})
  void what_is_no_token_lets_nobody_in(String guess) {
    assertThat(reports(guess)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void a_token_is_told_once_and_only_its_hash_is_kept() {
    var token = token("siem", "report-breaches", 90);

    assertThat(list().toString()).contains("siem", "admin").doesNotContain(token);
    assertThat(db.sql("select * from api_token").query().listOfRows().toString())
        .doesNotContain(token);
  }

  @ParameterizedTest
  @CsvSource({
    "'', report-breaches, 90, machine",
    "a b, report-breaches, 90, machine",
    "siem, everything, 90, scope",
    "siem, report-breaches, 0, days",
    "siem, report-breaches, 367, days"
  })
  void what_no_token_can_be_is_refused_by_its_field(
      String machine, String scope, int days, String field) {
    var answer = make(machine, scope, days);

    assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
    assertThat((String) answer.getBody().get("detail")).startsWith(field + ": ");
  }

  private String token(String machine, String scope, int days) {
    return (String) make(machine, scope, days).getBody().get("token");
  }

  private ResponseEntity<Map> make(String machine, String scope, int days) {
    return admin()
        .postForEntity(
            "/api/tokens", Map.of("machine", machine, "scope", scope, "days", days), Map.class);
  }

  private List<Map<String, Object>> list() {
    return List.of(admin().getForObject("/api/tokens", Map[].class)).stream()
        .map(token -> (Map<String, Object>) token)
        .toList();
  }

  private HttpStatusCode reports(String token) {
    return asks(token, "POST", "/api/incidents", REPORT).getStatusCode();
  }

  private ResponseEntity<Map> asks(String token, String method, String path, Object body) {
    return web.exchange(request(token, method, path, body), Map.class);
  }

  private RequestEntity<Object> request(String token, String method, String path, Object body) {
    return RequestEntity.method(HttpMethod.valueOf(method), at(path))
        .header("Authorization", "Bearer " + token)
        .body(body);
  }

  private URI at(String path) {
    return URI.create(web.getRootUri() + path);
  }

  private TestRestTemplate admin() {
    return web.withBasicAuth("admin", DemoStaff.PASSWORD);
  }
}
