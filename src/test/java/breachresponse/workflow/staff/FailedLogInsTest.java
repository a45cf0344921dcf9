package breachresponse.workflow.staff;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.language.Catalogue;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Guessing passwords of local accounts. */
@ApplicationTest
class FailedLogInsTest {

  private static final Instant NOW = Instant.parse("2026-03-03T15:00:00Z");

  @LocalServerPort private int port;
  @Autowired private IdentityService identities;
  @Autowired private TestRestTemplate web;
  @Autowired private Time time;

  @BeforeEach
  void an_account() {
    time.is(NOW.toString());
    var user = identities.newUser("wilma");
    user.setPassword(DemoStaff.PASSWORD);
    identities.saveUser(user);
  }

  @AfterEach
  void no_account() {
    identities.deleteUser("wilma");
  }

  @Test
  void a_machine_that_guesses_is_asked_no_more_for_a_while_and_others_are() throws Exception {
    for (var guess = 0; guess < FailedLogIns.MOST; guess++) {
      assertThat(status("127.0.0.2", "nobody-" + guess, "wrong")).isEqualTo(401);
    }

    assertThat(status("127.0.0.2", "wilma", DemoStaff.PASSWORD)).isEqualTo(429);
    assertThat(status("127.0.0.3", "wilma", DemoStaff.PASSWORD)).isEqualTo(200);

    time.is(NOW.plus(FailedLogIns.WHILE).plusSeconds(1).toString());
    assertThat(status("127.0.0.2", "wilma", DemoStaff.PASSWORD)).isEqualTo(200);
  }

  @Test
  void the_form_of_the_web_applications_counts_too_and_a_network_as_one() throws Exception {
    var door = new FailedLogIns(Clock.fixed(NOW, ZoneOffset.UTC), new Refused(new Catalogue("en")));
    for (var guess = 0; guess < FailedLogIns.MOST; guess++) {
      assertThat(formIsSent(door, "2001:db8:1:2::" + guess)).isEqualTo(401);
    }

    assertThat(formIsSent(door, "2001:db8:1:2:ffff::1")).isEqualTo(429);
    assertThat(formIsSent(door, "2001:db8:1:3::1")).isEqualTo(401);
  }

  @Test
  void an_account_waits_after_each_wrong_password_and_never_for_ever() {
    var later = NOW;
    for (var guess = 0; guess < 12; guess++) {
      assertThat(identities.checkPassword("wilma", "wrong")).isFalse();
      assertThat(identities.checkPassword("wilma", DemoStaff.PASSWORD)).isFalse();
      later = later.plusSeconds(61);
      time.is(later.toString());
    }

    assertThat(identities.checkPassword("wilma", DemoStaff.PASSWORD)).isTrue();
  }

  @Test
  void a_weak_password_is_refused() {
    var answer =
        web.withBasicAuth("admin", DemoStaff.PASSWORD)
            .postForEntity(
                "/engine-rest/user/create",
                Map.of("profile", Map.of("id", "weak"), "credentials", Map.of("password", "weak")),
                String.class);

    // the engine calls it a fault of the server
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    assertThat(answer.getBody()).containsIgnoringCase("policy");
    assertThat(identities.createUserQuery().userId("weak").count()).isZero();
  }

  private int status(String source, String person, String password) throws IOException {
    return new Machine(source).logsIn(port, person, password);
  }

  private static int formIsSent(FailedLogIns door, String source) throws Exception {
    var request = new MockHttpServletRequest();
    request.setServletPath("/camunda/api/admin");
    request.setPathInfo("/auth/user/default/login/tasklist");
    request.setRemoteAddr(source);
    var response = new MockHttpServletResponse();
    door.doFilter(
        request, response, (asked, answered) -> ((HttpServletResponse) answered).setStatus(401));
    return response.getStatus();
  }
}
