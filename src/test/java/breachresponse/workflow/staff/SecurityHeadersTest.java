package breachresponse.workflow.staff;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.RequestEntity;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** As behind a proxy with TLS, which says so in the headers that it adds. */
@ApplicationTest
@DirtiesContext
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:headers;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.process-engine-name=headers",
      "breach.public-address=https://notices.example.org",
      "server.forward-headers-strategy=native"
    })
class SecurityHeadersTest {

  private static final String TASKLIST = "/camunda/app/tasklist/headers/";

  @LocalServerPort private int port;
  @Autowired private TestRestTemplate web;

  @ParameterizedTest
  @ValueSource(strings = {"/notices/", TASKLIST, "/api/plan", "/engine-rest/task", "/nowhere"})
  void each_answer_says_what_browsers_may_do_with_it(String path) {
    var headers = get(path);

    assertThat(headers.get("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.get("X-Frame-Options")).containsExactly("SAMEORIGIN");
    assertThat(headers.get("Referrer-Policy")).hasSize(1);
    assertThat(headers.get("Strict-Transport-Security")).containsExactly("max-age=31536000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/plan", "/engine-rest/task", "/camunda/api/engine/engine/", "/v3/api-docs"})
  void data_are_kept_by_no_browser_and_no_proxy(String path) {
    assertThat(get(path).get(HttpHeaders.CACHE_CONTROL)).containsExactly("no-store");
  }

  @Test
  void a_page_that_says_more_is_left_to_say_it() {
    var headers = get("/notices/");

    assertThat(headers.get("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(headers.getCacheControl()).isEqualTo("max-age=300, public");
  }

  @Test
  void cookies_go_by_https_alone() {
    assertThat(get(TASKLIST).get(HttpHeaders.SET_COOKIE))
        .hasSize(2)
        .allMatch(cookie -> List.of(cookie.split(";\\s*")).contains("Secure"));
  }

  @Test
  void the_proxy_alone_says_from_where_a_request_comes() throws IOException {
    for (var guess = 0; guess < FailedLogIns.MOST; guess++) {
      assertThat(guessOf("127.0.0.1", "198.51.100." + guess)).isEqualTo(401);
      assertThat(guessOf("127.0.0.2", "198.51.100." + guess)).isEqualTo(401);
    }

    assertThat(guessOf("127.0.0.1", "198.51.100.30")).isEqualTo(401);
    assertThat(guessOf("127.0.0.2", "198.51.100.30")).isEqualTo(429);
  }

  private int guessOf(String machine, String forwarded) throws IOException {
    return new Machine(machine)
        .logsIn(port, "nobody", "wrong", "X-Forwarded-For: %s\r\n".formatted(forwarded));
  }

  private HttpHeaders get(String path) {
    var request = RequestEntity.get(path).header("X-Forwarded-Proto", "https").build();
    return web.exchange(request, String.class).getHeaders();
  }
}
