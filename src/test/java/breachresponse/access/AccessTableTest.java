package breachresponse.access;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.identity.ApiTokens;
import breachresponse.identity.Machine;
import breachresponse.identity.Scope;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/** Holds {@code docs/access.md} against the running server: what there is, and who gets what. */
@ApplicationTest
@DirtiesContext
class AccessTableTest {

  /** The engine's further doors lead to the same: it is enough that some who are refused are. */
  private static final List<String> SOME = List.of(Asked.NOBODY, "employees", "legal");

  private final HttpClient machine = HttpClient.newHttpClient();

  @Autowired private WebApplicationContext application;
  @Autowired private TestRestTemplate web;
  @Autowired private Time time;

  private SortedSet<Endpoint> endpoints;
  private AccessTable table;

  @BeforeEach
  void what_there_is_and_what_the_table_says() throws Exception {
    time.is("2026-03-03T15:00:00Z");
    endpoints = new Endpoints(application).all();
    table = AccessTable.read();
  }

  @Test
  void every_endpoint_is_in_the_table() {
    assertThat(endpoints).hasSizeGreaterThan(1000);
    assertThat(endpoints)
        .as("please add these to docs/access.md")
        .filteredOn(endpoint -> table.row(endpoint).isEmpty())
        .isEmpty();
  }

  @Test
  void every_row_of_the_table_is_of_something() {
    var used = endpoints.stream().flatMap(endpoint -> table.row(endpoint).stream()).toList();
    assertThat(table.rows()).as("please take these out of docs/access.md").isSubsetOf(used);
  }

  @Test
  void each_role_gets_what_the_table_says() throws Exception {
    var open = application.getAutowireCapableBeanFactory().createBean(OpenCase.class);
    open.begin();
    try {
      var asked = new Asked(open, web.getRootUri());
      var differences = new ArrayList<String>();
      for (var endpoint : endpoints) {
        differences.addAll(differences(endpoint, asked));
      }
      assertThat(differences).isEmpty();
    } finally {
      open.end();
    }
  }

  @Test
  void the_token_of_a_machine_can_do_one_thing_alone(@Autowired ApiTokens tokens) throws Exception {
    var token = tokens.make(new Machine("siem", Scope.REPORT_BREACHES), 1, "admin");
    var let = new ArrayList<Endpoint>();
    for (var endpoint : endpoints) {
      if (isLetIn(endpoint, token)) {
        let.add(endpoint);
      }
    }

    assertThat(let).containsExactly(new Endpoint("POST", "/api/incidents"));
  }

  private boolean isLetIn(Endpoint endpoint, String token) throws Exception {
    var address = endpoint.path().replaceAll("\\{([^{}]|\\{[^{}]*})*}|\\*\\*", "x");
    var answer =
        machine.send(
            HttpRequest.newBuilder(URI.create(web.getRootUri() + address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(endpoint.method(), BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.discarding());
    return answer.statusCode() != HttpStatus.FORBIDDEN.value();
  }

  private Collection<String> differences(Endpoint endpoint, Asked asked) throws Exception {
    var row = table.row(endpoint).orElseThrow();
    var roles = endpoint.isBesides() ? SOME : Asked.ROLES.keySet();
    var differences = new ArrayList<String>();
    asked
        .by(roles, endpoint)
        .forEach(
            (role, got) -> {
              var expected = isShut(endpoint, row, role, asked) ? "-" : row.got().get(role);
              if (!got.equals(expected)) {
                differences.add(
                    "%s: %s gets %s, and the table says %s"
                        .formatted(endpoint, role, got, expected));
              }
            });
    return differences;
  }

  /** In the web applications there is nothing for whom none of them lets in. */
  private static boolean isShut(Endpoint endpoint, AccessTable.Row row, String role, Asked asked) {
    return endpoint.isBesides()
        && endpoint.path().startsWith("/camunda/")
        && !row.path().startsWith("/camunda/")
        && !asked.isLoggedIn(role);
  }
}
