package breachresponse.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import breachresponse.workflow.staff.DemoStaff;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What somebody asks, or stores to be asked, is never run as a program (CVE-2026-109432). */
@ApplicationTest
class KnownExpressionsTest {

  private static final Map<String, Object> PROGRAM =
      Map.of("dueAfterExpression", "${''.getClass()}");
  private static final String REFUSAL =
      "dueAfterExpression: only ${currentUser()}, ${currentUserGroups()} and ${now()} are answered";

  @Autowired private TestRestTemplate web;
  @Autowired private FilterService filters;

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task?maxResults=10", "/engine-rest/task/count"})
  void a_query_of_tasks_runs_none(String door) {
    assertThat(asked("lena", door, PROGRAM).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    refuses(asked("lena", door, alternative(PROGRAM)));
    refuses(asked("lena", door, alternative(alternative(PROGRAM))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list?maxResults=10", "count"})
  void nor_does_what_a_filter_is_asked_besides(String what) {
    var door = "/engine-rest/filter/%s/%s".formatted(first(), what);
    assertThat(asked("lena", door, PROGRAM).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    refuses(asked("lena", door, alternative(PROGRAM)));
  }

  @Test
  void nor_is_one_stored_not_even_by_an_administrator() {
    var before = filters.createFilterQuery().count();
    refuses(asked("admin", "/engine-rest/filter/create", filter(PROGRAM)));
    refuses(asked("admin", "/engine-rest/filter/create", filter(alternative(PROGRAM))));
    assertThat(filters.createFilterQuery().count()).isEqualTo(before);
  }

  @Test
  void who_asks_and_now_are_known() {
    var query =
        alternative(
            Map.of(
                "assigneeExpression", "${currentUser()}",
                "candidateGroupsExpression", "${currentUserGroups()}",
                "dueAfterExpression", "${ now() }"));
    var stored = asked("admin", "/engine-rest/filter/create", filter(query));
    assertThat(stored.getStatusCode()).isEqualTo(HttpStatus.OK);
    var ours = filters.createFilterQuery().filterName("Mine").singleResult().getId();
    assertThat(
            web.withBasicAuth("admin", DemoStaff.PASSWORD)
                .getForEntity("/engine-rest/filter/%s/count".formatted(ours), String.class)
                .getStatusCode())
        .isEqualTo(HttpStatus.OK);
    filters.deleteFilter(ours);
  }

  @ParameterizedTest
  @ValueSource(strings = {"list?maxResults=10", "count", "singleResult"})
  void what_a_filter_is_asked_besides_is_answered(String what) {
    var door = "/engine-rest/filter/%s/%s".formatted(first(), what);
    var answer = asked("lena", door, alternative(Map.of("nameLike", "no such task")));
    assertThat(answer.getStatusCode().is2xxSuccessful()).as(answer.getBody()).isTrue();
  }

  private String first() {
    return filters.createFilterQuery().listPage(0, 1).get(0).getId();
  }

  private static Map<String, Object> alternative(Map<String, Object> query) {
    return Map.of("orQueries", List.of(query));
  }

  private static Map<String, Object> filter(Map<String, Object> query) {
    return Map.of("resourceType", "Task", "name", "Mine", "query", query, "properties", Map.of());
  }

  private ResponseEntity<String> asked(String person, String door, Map<String, ?> query) {
    return web.withBasicAuth(person, DemoStaff.PASSWORD).postForEntity(door, query, String.class);
  }

  private static void refuses(ResponseEntity<String> answer) {
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody()).contains(REFUSAL);
  }
}
