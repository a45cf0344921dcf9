package breachresponse.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import breachresponse.workflow.restricted.RestrictedCases;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/**
 * Knocks at every door there is as somebody of each role who is not let into a restricted case: its
 * number, its title and what was reported are behind none of them.
 */
@ApplicationTest
@DirtiesContext
class RestrictedDoorsTest {

  private static final String TITLE = "Zephyr ledger carried off";
  private static final String REPORT = "The treasurer was seen with the quartz ledger.";

  /**
   * The description of the API has numbers as examples. Who knows the id of a process may ask for a
   * batch that changes it, which has the number for an answer and is named on the timeline.
   */
  private static final Pattern KNOWN = Pattern.compile("/v3/api-docs.*|.*/modification-async");

  /** The engine's further doors lead to the same. */
  private static final List<String> SOME =
      List.of("core-it", "legal", "managers", "administrators");

  @Autowired private WebApplicationContext application;
  @Autowired private TestRestTemplate web;
  @Autowired private Time time;
  @Autowired private RestrictedCases restricted;

  private SortedSet<Endpoint> endpoints;
  private OpenCase open;
  private Asked asked;

  @BeforeEach
  void a_case_that_two_people_may_see() throws Exception {
    time.is("2026-03-03T15:00:00Z");
    endpoints = new TreeSet<>(new Endpoints(application).all());
    endpoints.removeIf(
        endpoint ->
            endpoint.method().equals("OPTIONS") || KNOWN.matcher(endpoint.path()).matches());
    open = application.getAutowireCapableBeanFactory().createBean(OpenCase.class);
    open.begin(Map.of("title", TITLE, "description", REPORT));
    restricted.restrict(
        open.caseNumber(), List.of("leo", "chris"), "Somebody of ours is suspected.", "leo");
    asked = new Asked(open, web.getRootUri());
  }

  @AfterEach
  void others_do_not_stumble_over_it() {
    open.end();
  }

  @Test
  void whoever_is_not_let_in_finds_it_behind_no_door() throws Exception {
    var found = new TreeSet<String>();
    for (var endpoint : endpoints) {
      for (var role : asking(endpoint)) {
        for (var answer : asked.responses(endpoint, role)) {
          if (tells(endpoint, answer)) {
            found.add("%s as %s: %d".formatted(endpoint, role, answer.statusCode()));
          }
        }
      }
    }
    assertThat(found).isEmpty();
    whoeverIsLetInFindsIt();
  }

  private void whoeverIsLetInFindsIt() throws Exception {
    for (var path :
        List.of(
            "/api/incidents/{caseNumber}",
            "/engine-rest/task",
            "/engine-rest/task/{id}/form-variables")) {
      assertThat(asked.responses(new Endpoint("GET", path), "cio"))
          .as(path)
          .anySatisfy(
              answer ->
                  assertThat(new String(answer.body(), UTF_8)).contains(open.caseNumber().value()));
    }
  }

  /** Chris, of the CIO, is let in. */
  private static Collection<String> asking(Endpoint endpoint) {
    var roles = new TreeSet<>(endpoint.isBesides() ? SOME : Asked.ROLES.keySet());
    roles.remove("cio");
    return roles;
  }

  /** A refusal names what was asked for. */
  private boolean tells(Endpoint endpoint, HttpResponse<byte[]> answer) {
    var text = new String(answer.body(), UTF_8);
    return text.contains(TITLE)
        || text.contains(REPORT)
        || !endpoint.path().contains("{caseNumber}") && text.contains(open.caseNumber().value());
  }
}
