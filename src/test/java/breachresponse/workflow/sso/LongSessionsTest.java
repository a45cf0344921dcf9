package breachresponse.workflow.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class LongSessionsTest {

  private final MockHttpSession session = new MockHttpSession();

  @Test
  void who_came_by_the_provider_logs_in_again_after_twelve_hours() throws Exception {
    session.setAttribute(SPRING_SECURITY_CONTEXT_KEY, "somebody");

    isAskedFor(Duration.ofHours(12).minusMinutes(1));
    assertThat(session.isInvalid()).isFalse();

    isAskedFor(Duration.ofHours(12).plusMinutes(1));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void who_came_with_a_password_stays() throws Exception {
    isAskedFor(Duration.ofDays(3));
    assertThat(session.isInvalid()).isFalse();
  }

  private void isAskedFor(Duration later) throws Exception {
    var request = new MockHttpServletRequest();
    request.setSession(session);
    var now = Instant.ofEpochMilli(session.getCreationTime()).plus(later);
    new LongSessions(Duration.ofHours(12), Clock.fixed(now, ZoneOffset.UTC))
        .doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
  }
}
