package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

  private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest
  @CsvSource({"1, PT1M", "2, PT5M", "3, PT15M", "4, PT30M", "5, PT1H", "6, PT1H", "100, PT1H"})
  void what_fails_is_tried_ever_later_and_then_every_hour(int attempts, Duration after) {
    assertThat(Retry.after(attempts)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-05T09:00:00Z, 2026-03-05T08:50:00Z",
    "2026-03-03T09:10:01Z, 2026-03-03T09:00:01Z",
    "2026-03-03T09:05:00Z, 2026-03-03T09:00:00Z",
    "2026-03-02T10:00:00Z, 2026-03-03T09:00:00Z"
  })
  void the_last_attempt_is_in_time_for_the_law_and_not_before_a_day_has_passed(
      Instant limit, Instant last) {
    assertThat(Retry.givenUpAt(FIRST, limit)).isEqualTo(last);
  }

  @Test
  void where_the_law_has_no_time_it_is_tried_for_five_days() {
    assertThat(Retry.givenUpAt(FIRST, null)).isEqualTo(FIRST.plus(Duration.ofDays(5)));
  }
}
