package breachresponse.obligation;

import breachresponse.incident.Facts;
import breachresponse.incident.Milestone;
import breachresponse.incident.PlaceCodes;
import breachresponse.incident.TimeScale;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What has happened in a case that starts clocks: its facts, and what was filed already.
 *
 * @param targets the organisation's own, for clocks to which the law gives no number
 * @param scale how the case's time passes: events are told in it
 */
record Events(Facts facts, List<Filed> filed, Targets targets, TimeScale scale) {

  /**
   * @param people within which people are told
   * @param others within which everybody else is
   */
  record Targets(Duration people, Duration others) {

    Duration of(Duty duty) {
      return duty.recipient() == Duty.Recipient.PEOPLE ? people : others;
    }
  }

  /** When the recipient of a duty was told. */
  record Filed(Duty duty, Instant at) {

    boolean toldPeople() {
      return duty.recipient() == Duty.Recipient.PEOPLE;
    }
  }

  /** In real time. */
  Events(Facts facts, List<Filed> filed, Targets targets) {
    this(facts, filed, targets, TimeScale.REAL_TIME);
  }

  static Events of(
      Facts facts, Collection<Obligation> obligations, Targets targets, TimeScale scale) {
    return new Events(
        facts,
        obligations.stream()
            .flatMap(o -> o.filedAt().map(at -> new Filed(o.duty(), at)).stream())
            .toList(),
        targets,
        scale);
  }

  /**
   * When a thing of the tables' vocabulary happened, as the clock of that duty sees it.
   *
   * @return with the offset in which it was written down; a filing has that of the authority
   */
  Optional<OffsetDateTime> at(String start, Term term) {
    return onTheWall(start, term).map(scale::caseTime);
  }

  private Optional<OffsetDateTime> onTheWall(String start, Term term) {
    return switch (start) {
      case "awareness", "discovery" -> Optional.ofNullable(facts.awareAt());
      case "notification" -> lastFiling(filing -> term.after().contains(filing.duty().id()), term);
      case "individualsNotified" -> milestone(start).or(() -> lastFiling(Filed::toldPeople, term));
      default -> milestone(start);
    };
  }

  /** Whether the organisation is established in the country whose law it is. */
  boolean isAtHome(Term term) {
    return facts.organisation() != null
        && facts.organisation().establishments().stream()
            .anyMatch(place -> PlaceCodes.country(place).equals(PlaceCodes.country(term.place())));
  }

  private Optional<OffsetDateTime> milestone(String name) {
    return Arrays.stream(Milestone.values())
        .filter(milestone -> milestone.key().equals(name))
        .findFirst()
        .map(facts.clocks()::get);
  }

  /** The filing of the place itself counts before those of other places. */
  private Optional<OffsetDateTime> lastFiling(Predicate<Filed> wanted, Term term) {
    var filings = filed.stream().filter(wanted).toList();
    var here = filings.stream().filter(f -> f.duty().jurisdiction().equals(term.place())).toList();
    return last(here).or(() -> last(filings)).map(at -> at.atZone(term.zone()).toOffsetDateTime());
  }

  private static Optional<Instant> last(List<Filed> filings) {
    return filings.stream().map(Filed::at).max(Instant::compareTo);
  }
}
