package breachresponse.obligation;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How the clock of a duty runs, as a row of the legal tables says it.
 *
 * @param starts what starts it, in the terms of the tables: of several, the first that is recorded
 * @param after ids of the duties whose filing is meant where it starts with {@code notification}
 * @param period in the unit of the counting rule; empty where the law has no number
 * @param counting id of the counting rule, or {@code target}
 * @param zone in which the authority counts
 * @param place whose working days count, ISO 3166-1 or -2
 * @param inForce when the law is in force: the day on which its clock starts governs
 * @param cap another term of the same filing: it governs where it ends earlier, unless this one
 *     starts only after that
 */
public record Term(
    List<String> starts,
    List<String> after,
    Optional<Integer> period,
    String counting,
    ZoneId zone,
    String place,
    InForce inForce,
    Optional<Term> cap) {

  /** The same term, which another one of the same filing may cut short. */
  public Term cappedBy(Term other) {
    return new Term(starts, after, period, counting, zone, place, inForce, Optional.of(other));
  }
}
