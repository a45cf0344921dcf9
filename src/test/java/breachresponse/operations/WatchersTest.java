package breachresponse.operations;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import breachresponse.workflow.staff.DemoStaff;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** Who may see how the system fares. */
@ApplicationTest
class WatchersTest {

  @Autowired private TestRestTemplate web;

  @ParameterizedTest
  @CsvSource({
    "mia,   200",
    "omar,  200",
    "admin, 200",
    "lena,  403",
    "leo,   403",
    "chris, 403",
    "ian,   403",
    "pia,   403",
    "carla, 403",
    "sam,   403",
    "petra, 403",
    ",      401"
  })
  void metrics_are_for_those_who_may_use_Cockpit(String person, int status) {
    assertThat(status(person, "/actuator/prometheus")).isEqualTo(status);
  }

  @Test
  void anybody_may_ask_whether_it_is_well_and_gets_one_word() {
    var answer = web.getForEntity("/actuator/health", Map.class);

    assertThat(answer.getBody()).containsKey("status").doesNotContainKeys("components", "details");
    assertThat(web.getForEntity("/actuator/health/readiness", String.class).getBody())
        .isEqualTo("{\"status\":\"UP\"}");
    assertThat(web.getForEntity("/actuator/health/liveness", String.class).getBody())
        .isEqualTo("{\"status\":\"UP\"}");
  }

  @ParameterizedTest
  @CsvSource({"mia, true", "omar, true", "admin, true", "lena, false", "sam, false"})
  void what_is_wrong_is_told_to_those_who_may_use_Cockpit(String person, boolean told) {
    var answer = as(person).getForEntity("/actuator/health", Map.class);

    assertThat(answer.getBody().containsKey("components")).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health/mail", "/actuator/health/database"})
  void one_component_is_not_to_be_had_by_its_name(String path) {
    assertThat(web.getForEntity(path, String.class).getStatusCode().value()).isEqualTo(404);
    assertThat(status("lena", path)).isEqualTo(404);
  }

  @Test
  void a_wrong_password_is_no_way_to_be_nobody() {
    assertThat(
            web.withBasicAuth("nobody", "wrong")
                .getForEntity("/actuator/health", String.class)
                .getStatusCode()
                .value())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator;x=1/prometheus",
        "//actuator/prometheus",
        "/actuator/%70rometheus",
        "/%61ctuator/prometheus",
        "/actuator/health/../prometheus",
        "/actuator/health/..;/prometheus",
        "/actuator/health;/../prometheus",
        "/ACTUATOR/prometheus"
      })
  void no_other_spelling_leads_past_the_door(String path) throws Exception {
    var answer = RawHttp.get(web.getRootUri(), path);

    assertThat(answer).doesNotContain("breach_cases_open").doesNotStartWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/env",
        "/beans",
        "/heapdump",
        "/threaddump",
        "/loggers",
        "/metrics",
        "/info",
        "/configprops",
        "/mappings",
        "/scheduledtasks",
        "/flyway",
        "/httpexchanges",
        "/shutdown"
      })
  void there_is_nothing_else(String endpoint) {
    assertThat(status("admin", "/actuator" + endpoint)).isEqualTo(404);
    assertThat(status(null, "/actuator" + endpoint)).isEqualTo(401);
  }

  @Test
  void a_port_without_these_doors_is_refused() {
    var start =
        new ApplicationContextRunner()
            .withUserConfiguration(OnePort.class)
            .withPropertyValues("server.port=8080");

    start
        .withPropertyValues("management.server.port=8081")
        .run(
            application ->
                assertThat(application)
                    .getFailure()
                    .rootCause()
                    .hasMessageStartingWith("management.server.port: "));
    start
        .withPropertyValues("management.server.port=8080")
        .run(application -> assertThat(application).hasNotFailed());
  }

  private int status(String person, String path) {
    return (person == null ? web : as(person))
        .getForEntity(path, String.class)
        .getStatusCode()
        .value();
  }

  private TestRestTemplate as(String person) {
    return web.withBasicAuth(person, DemoStaff.PASSWORD);
  }
}
