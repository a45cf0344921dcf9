package breachresponse.obligation;

import breachresponse.incident.Facts;
import breachresponse.incident.Milestone;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What has happened in a case that starts clocks: its facts, and what was filed already. */
record Events(Facts facts, Collection<Obligation> filed) {

  /** When a thing of the tables' vocabulary happened, as the clock of that duty sees it. */
  Optional<Instant> at(String start, Term term) {
    return switch (start) {
      case "awareness", "discovery" ->
          Optional.ofNullable(facts.awareAt()).map(OffsetDateTime::toInstant);
      case "notification" ->
          lastFiling(obligation -> term.after().contains(obligation.duty().id()), term);
      case "individualsNotified" ->
          milestone(start).or(() -> lastFiling(Obligation::tellsPeople, term));
      default -> milestone(start);
    };
  }

  private Optional<Instant> milestone(String name) {
    return Arrays.stream(Milestone.values())
        .filter(milestone -> milestone.key().equals(name))
        .findFirst()
        .map(facts.clocks()::get)
        .map(OffsetDateTime::toInstant);
  }

  /** The filing of the place itself counts before those of other places. */
  private Optional<Instant> lastFiling(Predicate<Obligation> wanted, Term term) {
    var filings = filed.stream().filter(wanted).toList();
    var here = filings.stream().filter(f -> f.duty().jurisdiction().equals(term.place())).toList();
    return last(here).or(() -> last(filings));
  }

  private static Optional<Instant> last(List<Obligation> filings) {
    return filings.stream().flatMap(f -> f.filedAt().stream()).max(Instant::compareTo);
  }
}
