package breachresponse.workflow.sso;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FewAtOnceTest {

  private final FewAtOnce door = new FewAtOnce(2);

  @Test
  void while_too_many_wait_for_the_provider_others_are_told_so_at_once() throws Exception {
    whileOneWaits(
        () -> {
          whileOneWaits(() -> assertThat(comes()).isEqualTo("/sso/refused?why=AWAY"));
          assertThat(comes()).isNull();
        });
  }

  @Test
  void who_is_done_waiting_leaves_their_place_however_it_ended() throws Exception {
    for (var failure = 0; failure < 2; failure++) {
      try {
        passes(
            new MockHttpServletResponse(),
            (request, response) -> {
              throw new IOException("the browser has gone");
            });
      } catch (IOException expected) {
        assertThat(expected).hasMessage("the browser has gone");
      }
    }

    assertThat(comes()).isNull();
  }

  private interface Act {
    void happens() throws IOException, ServletException;
  }

  private void whileOneWaits(Act act) throws IOException, ServletException {
    passes(new MockHttpServletResponse(), (request, response) -> act.happens());
  }

  /**
   * @return where they are led to instead
   */
  private String comes() throws IOException, ServletException {
    var response = new MockHttpServletResponse();
    passes(response, (request, answer) -> {});
    return response.getRedirectedUrl();
  }

  private void passes(MockHttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    door.doFilter(new MockHttpServletRequest(), response, chain);
  }
}
