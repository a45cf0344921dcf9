package breachresponse.incident;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.Facts.Hold;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class HoldTest {

  @Test
  void a_hold_is_in_force_until_it_ends() {
    var hold = new Hold("police", null, null, OffsetDateTime.parse("2026-03-06T12:00:00+01:00"));

    assertThat(hold.inForceAt(Instant.parse("2026-03-06T10:59:59Z"))).isTrue();
    assertThat(hold.inForceAt(Instant.parse("2026-03-06T11:00:00Z"))).isFalse();
  }

  @Test
  void a_hold_without_an_end_stays_in_force() {
    assertThat(
            new Hold("police", null, null, null).inForceAt(Instant.parse("2036-03-06T11:00:00Z")))
        .isTrue();
  }
}
