package breachresponse.register;

import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Account;
import breachresponse.incident.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which lines of the register are wanted. What is null or blank wants no less.
 *
 * @param year in which it was reported
 * @param criticality 0 to 6
 * @param jurisdiction ISO 3166-1 or -2, or {@code EU}: whose law asks for something, or where
 *     people affected live; {@code US} has all of its states
 * @param notified whether anybody was told
 * @param state {@code running}, {@code closed}, or {@code false-alarm}, which no other answer has
 * @param text is in the number, the title or the words of it, in any case
 */
public record RegisterFilter(
    Integer year,
    Integer criticality,
    String jurisdiction,
    Boolean notified,
    String state,
    String text) {

  /** All breaches. */
  public static final RegisterFilter NONE = new RegisterFilter(null, null, null, null, null, null);

  static final String FALSE_ALARM = "false-alarm";
  private static final String RUNNING = "running";
  private static final String CLOSED = "closed";

  /**
   * @throws IllegalArgumentException if a part can't be meant
   */
  public RegisterFilter {
    jurisdiction = given(jurisdiction).map(place -> place.toUpperCase(Locale.ROOT)).orElse(null);
    state = given(state).orElse(null);
    text = given(text).orElse(null);
    if (year != null && (year < 1000 || year > 9999)) {
      throw new IllegalArgumentException("year: %d is no year, write it like 2026".formatted(year));
    }
    if (criticality != null && (criticality < 0 || criticality > CriticalityScale.MOST_SEVERE)) {
      throw new IllegalArgumentException(
          "criticality: %d is no level, they are 0 to 6".formatted(criticality));
    }
    if (state != null && !List.of(RUNNING, CLOSED, FALSE_ALARM).contains(state)) {
      throw new IllegalArgumentException(
          "state: '%s' is none, they are running, closed, false-alarm".formatted(state));
    }
  }

  /** The same of false alarms. */
  RegisterFilter ofFalseAlarms() {
    return new RegisterFilter(year, criticality, jurisdiction, notified, FALSE_ALARM, text);
  }

  /** What is asked for, in words; nothing if it is all. */
  public List<String> inWords() {
    var words = new ArrayList<String>();
    add(words, "reported in", year);
    add(words, "of level", criticality);
    add(words, "of", jurisdiction);
    add(words, "", notified == null ? null : notified ? "somebody was told" : "nobody was told");
    add(words, "", state);
    add(words, "with the words", text);
    return words;
  }

  private static void add(List<String> words, String what, Object wanted) {
    if (wanted != null) {
      words.add((what + " " + wanted).strip());
    }
  }

  /** Whether the case can be among the lines, by what it says without its facts. */
  boolean concerns(Incident incident) {
    return isInState(incident.status())
        && (year == null || year == incident.caseNumber().year())
        && (criticality == null || incident.criticality().filter(criticality::equals).isPresent());
  }

  private boolean isInState(Incident.Status status) {
    if (status == Incident.Status.FALSE_ALARM) {
      return FALSE_ALARM.equals(state);
    }
    return state == null || state.equals(status.isOver() ? CLOSED : RUNNING);
  }

  boolean concerns(RegisterLine line) {
    return (notified == null || notified == line.isNotified())
        && (jurisdiction == null || places(line).anyMatch(this::isThere))
        && (text == null || words(line).anyMatch(this::hasText));
  }

  private static Stream<String> places(RegisterLine line) {
    return Stream.concat(
        line.obligations().stream()
            .filter(obligation -> obligation.finding().isOwed() || obligation.filedAt().isPresent())
            .map(obligation -> obligation.duty().jurisdiction()),
        line.fact(Facts::affected).stream().flatMap(List::stream).map(Facts.Affected::residence));
  }

  private boolean isThere(String place) {
    return place.equals(jurisdiction) || place.startsWith(jurisdiction + "-");
  }

  private static Stream<String> words(RegisterLine line) {
    var incident = line.incident();
    return Stream.concat(
        Stream.of(incident.caseNumber().value(), incident.title(), incident.description()),
        Stream.concat(
            line.fact(Facts::account).stream().flatMap(RegisterFilter::words),
            line.obligations().stream()
                .flatMap(
                    obligation ->
                        Stream.of(obligation.reasonForDelay(), obligation.releaseReason())
                            .flatMap(Optional::stream))));
  }

  private static Stream<String> words(Account account) {
    return Stream.of(
            account.cause(), account.consequences(), account.measures(), account.riskReason())
        .filter(Objects::nonNull);
  }

  private boolean hasText(String words) {
    return words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private static Optional<String> given(String words) {
    return Optional.ofNullable(words).map(String::strip).filter(given -> !given.isEmpty());
  }
}
