package breachresponse.workflow.staff;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ApplicationTest
class RequestRateTest {

  @Autowired private FilterRegistrationBean<RequestRate> door;

  @Value("${breach.requests-per-minute}")
  private int most;

  @Test
  void a_machine_that_asks_without_end_waits_and_others_do_not() throws Exception {
    assertThat(asks("192.0.2.1").getStatus()).isEqualTo(200);

    // minutes are counted by the clock, and one may end meanwhile
    var refused =
        IntStream.range(0, 2 * most)
            .mapToObj(request -> asks("192.0.2.1"))
            .filter(answer -> answer.getStatus() != 200)
            .findFirst()
            .orElseThrow();
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getHeader("Retry-After")).isEqualTo("60");
    assertThat(refused.getContentAsString()).contains("please wait a minute");
    assertThat(asks("192.0.2.2").getStatus()).isEqualTo(200);
  }

  private MockHttpServletResponse asks(String source) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(source);
    var response = new MockHttpServletResponse();
    try {
      door.getFilter().doFilter(request, response, new MockFilterChain());
    } catch (IOException | ServletException e) {
      throw new AssertionError(e);
    }
    return response;
  }
}
