package breachresponse.plan;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.plan.ResponsePlan.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemindersTest {

  private static final Instant START = Instant.parse("2026-03-03T12:00:00Z");
  private static final Reminders REMINDERS =
      new Reminders(true, List.of(Duration.ofHours(24), Duration.ofHours(4)));

  @Test
  void each_comes_after_the_one_before_and_none_after_the_last() {
    var deadline = START.plus(Duration.ofHours(72));

    assertThat(REMINDERS.next(START, deadline, START)).contains(START.plus(Duration.ofHours(36)));
    assertThat(REMINDERS.next(START, deadline, START.plus(Duration.ofHours(36))))
        .contains(START.plus(Duration.ofHours(48)));
    assertThat(REMINDERS.next(START, deadline, START.plus(Duration.ofHours(68)))).isEmpty();
  }

  @Test
  void a_short_period_has_no_reminder_before_its_start() {
    var deadline = START.plus(Duration.ofHours(4));

    assertThat(REMINDERS.next(START, deadline, START)).contains(START.plus(Duration.ofHours(2)));
    assertThat(REMINDERS.next(START, deadline, START.plus(Duration.ofHours(2)))).isEmpty();
  }
}
