package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailuresTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  @Test
  void a_storm_is_told_of_until_its_pause_is_stored() {
    var failures = new Failures(new TrafficSettings.Breaker(3, 0.2, 200), 1, false);
    failures.failed(NOW);
    failures.failed(NOW);
    assertThat(failures.failed(NOW)).isPresent();
    assertThat(failures.failed(NOW)).isPresent();
    assertThat(failures.haveTripped()).isFalse();

    failures.trip();

    assertThat(failures.failed(NOW)).isEmpty();
    assertThat(failures.haveTripped()).isTrue();
  }
}
