package breachresponse.access;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import breachresponse.support.Postgres;
import breachresponse.support.Time;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.WebApplicationContext;

/**
 * Asks for all that can be read, as somebody who may: PostgreSQL takes at its word who says that
 * nothing will be written, and H2 does not.
 */
@ApplicationTest
@Import(Postgres.class)
@DirtiesContext
class AccessOnPostgresTest {

  /** Asked for without an error it says that there is one. */
  private static final Endpoint ERRORS = new Endpoint("GET", "/error");

  @Autowired private WebApplicationContext application;
  @Autowired private TestRestTemplate web;
  @Autowired private Time time;

  @Test
  void whoever_may_read_is_answered() throws Exception {
    time.is("2026-03-03T15:00:00Z");
    var table = AccessTable.read();
    var open = application.getAutowireCapableBeanFactory().createBean(OpenCase.class);
    open.begin();
    var asked = new Asked(open, web.getRootUri(), false);
    var faults = new ArrayList<String>();
    for (var endpoint : new Endpoints(application).all()) {
      if (endpoint.method().equals("GET") && !endpoint.isBesides() && !endpoint.equals(ERRORS)) {
        var row = table.row(endpoint).orElseThrow();
        var readers =
            Asked.ROLES.keySet().stream()
                .filter(role -> !row.got().get(role).equals("-"))
                .limit(1)
                .toList();
        for (var reader : readers) {
          for (var answer : asked.responses(endpoint, reader)) {
            if (answer.statusCode() >= 500 && !endpoint.isOfTheEngine()) {
              faults.add("%s: %s gets %d".formatted(endpoint, reader, answer.statusCode()));
            }
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }
}
