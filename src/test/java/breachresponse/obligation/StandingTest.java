package breachresponse.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.obligation.Obligation.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

  private static final Instant START = Instant.parse("2026-03-03T12:00:00Z");
  private static final Instant DUE = Instant.parse("2026-03-06T12:00:00Z");
  private static final Duration FOUR_HOURS = Duration.ofHours(4);

  @ParameterizedTest
  @CsvSource({
    "OPEN, TRIGGERED, 2026-03-06T12:00:00Z, RUNNING",
    "OPEN, TRIGGERED, 2026-03-06T12:00:01Z, OVERDUE",
    "OPEN, UNDECIDED, 2026-03-06T12:00:01Z, UNDECIDED",
    "NO_LONGER_TRIGGERED, NOT_TRIGGERED, 2026-03-06T12:00:01Z, NO_LONGER_TRIGGERED",
    "NOT_TRIGGERED, NOT_TRIGGERED, 2026-03-06T12:00:01Z, NOT_OWED",
    "RELEASED, TRIGGERED, 2026-03-06T12:00:01Z, RULED_OUT"
  })
  void how_a_duty_stands(Status status, Verdict verdict, Instant now, Standing standing) {
    assertThat(
            obligation(status, verdict, clock(Optional.of(DUE), Optional.empty()), null)
                .standingAt(now))
        .isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-06T12:00:00Z, TOLD", "2026-03-06T12:00:01Z, TOLD_LATE"})
  void what_was_told_stays_in_time_or_late(Instant filedAt, Standing standing) {
    var told =
        obligation(
            Status.FULFILLED,
            Verdict.TRIGGERED,
            clock(Optional.of(DUE), Optional.empty()),
            filedAt);

    assertThat(told.standingAt(DUE.plusSeconds(1000))).isEqualTo(standing);
  }

  @Test
  void without_a_term_our_target_runs_or_the_clock_waits() {
    var target = clock(Optional.empty(), Optional.of(DUE));
    var waits = clock(Optional.empty(), Optional.empty());

    assertThat(
            obligation(Status.OPEN, Verdict.TRIGGERED, target, null).standingAt(DUE.plusSeconds(1)))
        .isEqualTo(Standing.OWN_TARGET);
    assertThat(obligation(Status.OPEN, Verdict.TRIGGERED, waits, null).standingAt(DUE))
        .isEqualTo(Standing.WAITING);
  }

  @Test
  void the_last_quarter_is_close_and_at_least_the_last_hours() {
    var threeDays = clock(Optional.of(DUE), Optional.empty());
    var eightHours = clock(Optional.of(START.plus(Duration.ofHours(8))), Optional.empty());

    assertThat(threeDays.closeFrom(FOUR_HOURS)).contains(DUE.minus(Duration.ofHours(18)));
    assertThat(eightHours.closeFrom(FOUR_HOURS)).contains(START.plus(FOUR_HOURS));
    assertThat(clock(Optional.empty(), Optional.empty()).closeFrom(FOUR_HOURS)).isEmpty();
  }

  private static StatutoryClock clock(Optional<Instant> due, Optional<Instant> target) {
    return new StatutoryClock(
        "awareness",
        Optional.of(START),
        due,
        due,
        target,
        ZoneId.of("Europe/Berlin"),
        "running",
        "72 hours, starting with awareness");
  }

  private static Obligation obligation(
      Status status, Verdict verdict, StatutoryClock clock, Instant filedAt) {
    var duty =
        new Duty(
            "eu-gdpr-33-sa",
            "DE",
            "GDPR",
            Duty.Recipient.AUTHORITY,
            "The authority",
            Duty.Step.INITIAL,
            "72 hours",
            "GDPR Art 33(1)",
            Optional.empty(),
            "high",
            Optional.empty(),
            "obligations-europe 1");
    return new Obligation(
        UUID.randomUUID(),
        new CaseNumber("2026-0001"),
        duty,
        clock,
        new Finding(verdict, List.of()),
        status,
        Optional.ofNullable(filedAt),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
