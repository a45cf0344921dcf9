package breachresponse.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every start and period: two thousand of each rule, the same in each run. */
class CountingRulePropertiesTest {

  private static final int CASES = 2000;

  /** Places with their zones: both hemispheres, half hours, none and odd changes of the clock. */
  private static final List<Place> PLACES =
      List.of(
          new Place("DE", "Europe/Berlin"),
          new Place("IE", "Europe/Dublin"),
          new Place("US-CA", "America/Los_Angeles"),
          new Place("US-NY", "America/New_York"),
          new Place("BR", "America/Sao_Paulo"),
          new Place("AU", "Australia/Lord_Howe"),
          new Place("IN", "Asia/Kolkata"),
          new Place("JP", "Asia/Tokyo"));

  private record Place(String code, String zone) {}

  private record Sample(Place place, ZonedDateTime start, int period) {

    Deadline countedBy(CountingRule rule) {
      return countedBy(rule, start, period);
    }

    Deadline countedBy(CountingRule rule, ZonedDateTime from, int length) {
      return rule.count(from, length, WorkingDays.of(place.code()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_deadline_never_lies_before_its_start_nor_the_latest_before_it(CountingRule rule) {
    assertThat(samples())
        .allSatisfy(
            sample -> {
              var deadline = sample.countedBy(rule);
              assertThat(deadline.due()).isAfterOrEqualTo(sample.start());
              assertThat(deadline.latest()).isAfterOrEqualTo(deadline.due());
              assertThat(deadline.due().getZone()).isEqualTo(sample.start().getZone());
            });
  }

  @ParameterizedTest
  @EnumSource
  void a_later_start_never_ends_earlier(CountingRule rule) {
    assertThat(samples())
        .allSatisfy(
            sample -> {
              var later = sample.start().plusMinutes(1 + sample.period() * 37L);
              assertThat(sample.countedBy(rule, later, sample.period()).due())
                  .isAfterOrEqualTo(sample.countedBy(rule).due());
            });
  }

  @ParameterizedTest
  @EnumSource
  void a_longer_period_never_ends_earlier(CountingRule rule) {
    assertThat(samples())
        .allSatisfy(
            sample ->
                assertThat(sample.countedBy(rule, sample.start(), sample.period() + 1).due())
                    .isAfterOrEqualTo(sample.countedBy(rule).due()));
  }

  @ParameterizedTest
  @EnumSource(names = {"ELAPSED_HOURS", "EU_HOURS", "DORA_HOURS", "FINMA_HOURS"})
  void hours_are_hours_whatever_the_clocks_on_the_wall_do(CountingRule rule) {
    assertThat(samples())
        .allSatisfy(
            sample ->
                assertThat(Duration.between(sample.start(), sample.countedBy(rule).due()))
                    .isEqualTo(Duration.ofHours(sample.period())));
  }

  @ParameterizedTest
  @EnumSource(names = {"CALENDAR_DAYS", "CALENDAR_DAYS_ARGUABLY_EXTENDED"})
  void calendar_days_end_with_the_last_second_of_their_last_day(CountingRule rule) {
    assertThat(samples())
        .allSatisfy(
            sample -> {
              var due = sample.countedBy(rule).due();
              assertThat(ChronoUnit.DAYS.between(sample.start().toLocalDate(), due.toLocalDate()))
                  .isEqualTo(sample.period());
              assertThat(due.plusSeconds(1).toLocalDate()).isEqualTo(due.toLocalDate().plusDays(1));
            });
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "EU_DAYS",
        "EU_MONTHS",
        "DORA_MONTHS",
        "CALENDAR_DAYS_EXTENDED",
        "BUSINESS_DAYS",
        "SEC_BUSINESS_DAYS"
      })
  void what_ends_on_a_working_day_never_ends_on_another(CountingRule rule) {
    assertThat(samples())
        .allSatisfy(
            sample ->
                assertThat(
                        WorkingDays.of(sample.place().code())
                            .includes(sample.countedBy(rule).due().toLocalDate()))
                    .isTrue());
  }

  /** Starts in 2024 to 2031, with leap days and the nights on which the clocks change. */
  private static Stream<Sample> samples() {
    var random = new Random(1182);
    return IntStream.range(0, CASES)
        .mapToObj(
            n -> {
              var place = PLACES.get(n % PLACES.size());
              var start =
                  LocalDate.of(2024, 1, 1)
                      .plusDays(random.nextInt(8 * 365))
                      .atStartOfDay(ZoneId.of(place.zone()))
                      .plusSeconds(random.nextInt(24 * 3600));
              return new Sample(place, start, 1 + random.nextInt(90));
            });
  }
}
