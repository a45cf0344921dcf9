package breachresponse.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeScaleTest {

  private static final Instant REPORTED = Instant.parse("2026-03-03T15:00:00Z");
  private static final TimeScale FAST = new TimeScale(REPORTED, 60);

  @Test
  void seventy_two_hours_of_the_case_are_seventy_two_minutes_on_the_wall() {
    var due = REPORTED.plus(Duration.ofHours(72));

    assertThat(FAST.wallTime(due)).isEqualTo("2026-03-03T16:12:00Z");
    assertThat(FAST.caseTime(Instant.parse("2026-03-03T16:12:00Z"))).isEqualTo(due);
    assertThat(FAST.onTheWall(Duration.ofHours(72))).isEqualTo(Duration.ofMinutes(72));
    assertThat(FAST.inTheCase(Duration.ofMinutes(72))).isEqualTo(Duration.ofHours(72));
  }

  @Test
  void what_lies_before_the_report_lies_as_far_back_as_it_says() {
    var before = Instant.parse("2026-02-01T08:00:00Z");

    assertThat(FAST.caseTime(before)).isEqualTo(before);
    assertThat(FAST.wallTime(before)).isEqualTo(before);
  }

  @Test
  void on_the_wall_there_are_whole_seconds() {
    assertThat(new TimeScale(REPORTED, 7).wallTime(REPORTED.plusSeconds(100)))
        .isEqualTo("2026-03-03T15:00:14Z");
  }

  @Test
  void in_real_time_nothing_changes() {
    var time = Instant.parse("2026-03-03T15:00:00.123456Z");

    assertThat(TimeScale.REAL_TIME.caseTime(time)).isEqualTo(time);
    assertThat(TimeScale.REAL_TIME.wallTime(time)).isEqualTo(time);
    assertThat(TimeScale.REAL_TIME.onTheWall(Duration.ofMillis(1500)))
        .isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void time_does_not_stand_still_or_run_backwards() {
    assertThatThrownBy(() -> new TimeScale(REPORTED, 0)).hasMessageContaining("timeLapse: 0");
  }
}
