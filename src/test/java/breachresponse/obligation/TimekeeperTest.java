package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.clock.CountingRule;
import breachresponse.incident.Milestone;
import breachresponse.incident.TimeScale;
import breachresponse.language.Catalogue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimekeeperTest {

  private static final InForce ALWAYS = new InForce(Optional.empty(), Optional.empty());

  private static final Events.Targets OWN =
      new Events.Targets(Duration.ofHours(24), Duration.ofHours(48));

  private static final Catalogue SPANISH = new Catalogue("es");

  private final Timekeeper timekeeper = new Timekeeper(Clock.systemUTC());

  @ParameterizedTest(name = "{0}: aware {3}, major {4}, due {5}, at the latest {6}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          CASE,                        COUNTING,      PLACE, AWARE,                     MAJOR,                     DUE,                       LATEST
          four hours from major,       elapsed-hours, DE,    2026-12-08T08:00:00+01:00, 2026-12-08T15:30:00+01:00, 2026-12-08T19:30:00+01:00, 2026-12-08T19:30:00+01:00
          24 hours from aware,         elapsed-hours, DE,    2026-12-08T08:00:00+01:00, 2026-12-09T07:00:00+01:00, 2026-12-09T08:00:00+01:00, 2026-12-09T08:00:00+01:00
          major just in time,          elapsed-hours, DE,    2026-12-08T08:00:00+01:00, 2026-12-09T08:00:00+01:00, 2026-12-09T08:00:00+01:00, 2026-12-09T08:00:00+01:00
          major after 24 hours,        elapsed-hours, DE,    2026-11-30T08:00:00+01:00, 2026-12-02T09:30:00+01:00, 2026-12-02T13:30:00+01:00, 2026-12-02T13:30:00+01:00
          a bank on a Saturday,        elapsed-hours, IE,    2026-12-04T20:00:00Z,      2026-12-05T10:00:00Z,      2026-12-05T14:00:00Z,      2026-12-05T14:00:00Z
          relief on a Saturday,        dora-hours,    IE,    2026-12-04T20:00:00Z,      2026-12-05T10:00:00Z,      2026-12-05T14:00:00Z,      2026-12-07T12:00:00Z
          """)
  void of_two_terms_of_one_filing_the_earlier_governs(
      String words,
      String counting,
      String place,
      String aware,
      String major,
      OffsetDateTime due,
      OffsetDateTime latest) {
    var initial = term("classification", 4, counting, place);
    var cap = term("awareness", 24, counting, place);
    var facts = organisationIn(place).aware(aware).on(Milestone.CLASSIFICATION, major).known();

    var clock = read(initial.cappedBy(cap), new Events(facts, List.of(), OWN));

    assertThat(clock.due()).contains(due.toInstant());
    assertThat(clock.legalLatest()).contains(latest.toInstant());
  }

  @Test
  void a_clock_that_waits_says_for_what_and_that_the_other_term_runs_on() {
    var term =
        term("classification", 4, "elapsed-hours", "DE")
            .cappedBy(term("awareness", 24, "elapsed-hours", "DE"));

    var clock = read(term, aware("2026-12-08T08:00:00+01:00"));

    assertThat(clock.status()).isEqualTo("waiting-for-classification");
    assertThat(clock.statusInWords()).isEqualTo("waits for the classification as major");
    assertThat(clock.start()).isEmpty();
    assertThat(clock.actBy()).isEmpty();
    assertThat(clock.explanation())
        .contains("classification as major", "Wed 9 Dec 2026, 08:00 Berlin");
  }

  @Test
  void an_explanation_has_start_period_counting_result_and_zone() {
    var clock =
        read(term("awareness", 72, "eu-1182-hours", "DE"), aware("2027-03-26T18:20:00+01:00"));

    assertThat(clock.explanation())
        .isEqualTo(
            "Starts with awareness: Fri 26 Mar 2027, 18:20 Berlin. Period: 72 hours. Counting: hours"
                + " under Regulation 1182/71, through nights, weekends and holidays, and over the"
                + " clock change; the latest reading does not count the hour of the event (Art"
                + " 3(1)). Due: Mon 29 Mar 2027, 19:20 Berlin, at the latest reading Mon 29 Mar"
                + " 2027, 20:00 Berlin (Europe/Berlin).");
  }

  @Test
  void of_several_starts_the_first_that_is_recorded_counts_and_the_words_say_so() {
    var term = term("determination, awareness", 30, "calendar-days", "US-FL");
    var known = organisationIn("US-FL").aware("2026-02-09T09:00:00-05:00");

    var early = read(term, new Events(known.known(), List.of(), OWN));
    var later =
        read(
            term,
            new Events(
                known.on(Milestone.DETERMINATION, "2026-02-12T09:00:00-05:00").known(),
                List.of(),
                OWN));

    assertThat(early.startsWith()).isEqualTo("determination");
    assertThat(early.due()).contains(Instant.parse("2026-03-12T03:59:59Z"));
    assertThat(early.explanation()).contains("Starts with awareness, since the determination");
    assertThat(later.due()).contains(Instant.parse("2026-03-15T03:59:59Z"));
  }

  @Test
  void days_count_from_the_day_where_it_happened_in_the_same_country() {
    var days = term("awareness", 45, "calendar-days", "US-FL");
    var year = term("awareness", 60, "days-after-year-end", "US-FL");
    var hours = term("awareness", 72, "elapsed-hours", "US-FL");

    var late = read(days, californian("2026-02-09T22:00:00-08:00"));

    assertThat(late.due()).contains(Instant.parse("2026-03-27T03:59:59Z"));
    assertThat(late.legalLatest()).contains(Instant.parse("2026-03-28T03:59:59Z"));
    assertThat(late.explanation()).contains("the day is that where it happened");
    assertThat(read(days, californian("2026-02-10T03:00:00+01:00")).due()).isEqualTo(late.due());
    assertThat(read(year, californian("2026-12-31T23:00:00-08:00")).due())
        .contains(Instant.parse("2027-03-02T04:59:59Z"));
    assertThat(read(hours, californian("2026-02-09T22:00:00-08:00")).due())
        .contains(Instant.parse("2026-02-13T06:00:00Z"));
  }

  @Test
  void days_of_a_foreign_law_count_from_the_day_of_its_authority() {
    var days = term("awareness", 45, "calendar-days", "US-FL");

    assertThat(read(days, aware("2026-02-09T22:00:00-08:00")).due())
        .contains(Instant.parse("2026-03-28T03:59:59Z"));
  }

  @Test
  void a_time_written_in_utc_says_nothing_of_where_it_happened() {
    var tokyo = term("awareness", 30, "japan-days", "JP");
    var facts = organisationIn("JP").aware("2026-11-02T15:00:00Z").known();

    assertThat(read(tokyo, new Events(facts, List.of(), OWN)).due())
        .contains(Instant.parse("2026-12-02T14:59:59Z"));
  }

  private static Events californian(String at) {
    return new Events(organisationIn("US-CA").aware(at).known(), List.of(), OWN);
  }

  @Test
  void where_the_law_has_no_number_there_is_a_target_and_no_due_instant() {
    var clock = read(target("awareness"), aware("2026-12-08T08:00:00+01:00"));

    assertThat(clock.status()).isEqualTo("target-only");
    assertThat(clock.due()).isEmpty();
    assertThat(clock.legalLatest()).isEmpty();
    assertThat(clock.target()).contains(Instant.parse("2026-12-10T07:00:00Z"));
    assertThat(clock.explanation()).contains("not law", "without undue delay");
  }

  @Test
  void towards_people_the_target_is_that_of_the_level_of_the_case() {
    var clock =
        read(Duty.Recipient.PEOPLE, target("awareness"), aware("2026-12-08T08:00:00+01:00"));

    assertThat(clock.due()).isEmpty();
    assertThat(clock.target()).contains(Instant.parse("2026-12-09T07:00:00Z"));
    assertThat(clock.explanation()).contains("Our own target, which is not law: 24 hours");
  }

  @Test
  void a_target_runs_from_awareness_until_its_own_start_is_recorded() {
    var clock = read(target("determination"), aware("2026-12-08T08:00:00+01:00"));

    assertThat(clock.target()).contains(Instant.parse("2026-12-10T07:00:00Z"));
  }

  @Test
  void a_follow_up_without_a_number_waits_for_the_first_filing() {
    var clock = read(target("notification"), aware("2026-12-08T08:00:00+01:00"));

    assertThat(clock.status()).isEqualTo("waiting-for-notification");
    assertThat(clock.actBy()).isEmpty();
  }

  @Test
  void without_awareness_the_clock_waits_for_it() {
    var clock = read(term("discovery", 30, "calendar-days", "US-CA"), aware(null));

    assertThat(clock.status()).isEqualTo("waiting-for-discovery");
  }

  @Test
  void in_spanish_an_explanation_says_the_same() {
    var clock =
        read(term("awareness", 72, "eu-1182-hours", "DE"), aware("2027-03-26T18:20:00+01:00"));

    assertThat(SPANISH.of(clock.explanation()))
        .isEqualTo(
            "Empieza con la constancia: vie 26 mar 2027, 18:20 Berlin. Plazo: 72 horas. Cómputo:"
                + " horas según el Reglamento 1182/71, también de noche, en fin de semana y en"
                + " festivo, y a través del cambio de hora; la lectura más tardía no cuenta la hora"
                + " del suceso (art. 3.1). Vence: lun 29 mar 2027, 19:20 Berlin; en la lectura más"
                + " tardía, lun 29 mar 2027, 20:00 Berlin (Europe/Berlin).");
  }

  @Test
  void in_spanish_one_that_an_earlier_release_wrote_says_the_same() {
    assertThat(
            SPANISH.of(
                "Starts with awareness: Friday 26 March 2027 18:20. Period: 1 month. Counting:"
                    + " elapsed hours. Due: Thursday 1 April 2027 23:59:59 (Europe/Berlin)."))
        .isEqualTo(
            "Empieza con la constancia: vie 26 mar 2027 18:20. Plazo: 1 mes. Cómputo: horas"
                + " transcurridas. Vence: jue 1 abr 2027 23:59:59 (Europe/Berlin).");
  }

  @ParameterizedTest
  @EnumSource
  void in_spanish_no_rule_of_counting_is_english(CountingRule rule) {
    Stream.of(1, 3, 30)
        .map(period -> term("awareness", period, rule.id(), "DE"))
        .map(term -> read(term, aware("2026-12-23T18:20:00+01:00")))
        .forEach(TimekeeperTest::isSpanish);
  }

  @Test
  void in_spanish_no_kind_of_explanation_is_english() {
    var aware = aware("2026-12-08T08:00:00+01:00");
    var term = term("classification", 4, "elapsed-hours", "DE");
    var cap = term("awareness", 24, "elapsed-hours", "DE");
    var major =
        organisationIn("DE")
            .aware("2026-12-08T08:00:00+01:00")
            .on(Milestone.CLASSIFICATION, "2026-12-09T07:00:00+01:00")
            .known();

    isSpanish(read(term, aware));
    isSpanish(read(term.cappedBy(cap), aware));
    isSpanish(read(term.cappedBy(cap), new Events(major, List.of(), OWN)));
    isSpanish(read(term("determination, awareness", 1, "calendar-days", "DE"), aware));
    isSpanish(
        read(
            term("awareness", 45, "calendar-days", "US-FL"),
            californian("2026-02-09T22:00:00-08:00")));
    isSpanish(read(cap, aware).onTheWall(new TimeScale(Instant.parse("2026-12-08T07:00:00Z"), 60)));
    isSpanish(read(target("notification"), aware));
  }

  @Test
  void in_spanish_a_target_has_the_words_of_the_law_as_they_are() {
    assertThat(
            SPANISH.of(read(target("awareness"), aware("2026-12-08T08:00:00+01:00")).explanation()))
        .contains("La ley no pone un número: «without undue delay»", "que no es ley: 48 horas");
  }

  /** But for the names of holidays. */
  private static void isSpanish(StatutoryClock clock) {
    assertThat(SPANISH.of(clock.explanation()).replaceAll("\\d\\w\\w Christmas day", ""))
        .doesNotContainPattern(
            "\\b(the|is|with|and|not|days?|hours?|months?|Starts|Period|Counting|Due|Limited|[A-Z][a-z]+day \\d)\\b");
  }

  private StatutoryClock read(Term term, Events events) {
    return read(Duty.Recipient.AUTHORITY, term, events);
  }

  private StatutoryClock read(Duty.Recipient recipient, Term term, Events events) {
    return timekeeper.read(
        new Duty(
            "x-1",
            term.place(),
            "A law",
            recipient,
            "An authority",
            Duty.Step.INITIAL,
            "without undue delay",
            "A law, section 1",
            Optional.empty(),
            "high",
            Optional.empty(),
            "a-table, version 1"),
        term,
        events);
  }

  private static Events aware(String at) {
    return new Events(organisationIn("DE").aware(at).known(), List.of(), OWN);
  }

  private static Term term(String starts, int period, String counting, String place) {
    return new Term(
        Arrays.asList(starts.split(", ")),
        List.of(),
        Optional.of(period),
        counting,
        zone(place),
        place,
        ALWAYS,
        Optional.empty());
  }

  private static Term target(String start) {
    return new Term(
        List.of(start),
        List.of(),
        Optional.empty(),
        "target",
        zone("DE"),
        "DE",
        ALWAYS,
        Optional.empty());
  }

  private static ZoneId zone(String place) {
    return ZoneId.of(
        Map.of(
                "DE", "Europe/Berlin",
                "IE", "Europe/Dublin",
                "US-CA", "America/Los_Angeles",
                "US-FL", "America/New_York",
                "JP", "Asia/Tokyo")
            .get(place));
  }
}
