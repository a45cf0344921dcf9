package breachresponse.obligation;

import breachresponse.clock.CountingRule;
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

  /**
   * @return {@code 72 hours, starting with awareness}
   */
  public String inWords() {
    return cap.map(limit -> "%s; limited to %s".formatted(fromStart(), limit.inWords()))
        .orElseGet(this::fromStart);
  }

  private String fromStart() {
    var from =
        starts.stream()
            .map(Term::inWords)
            .reduce("%s, or failing that %s"::formatted)
            .orElseThrow();
    return period.filter(length -> length == 0).isPresent()
        ? "on the day of %s".formatted(from)
        : "%s, starting with %s".formatted(lengthInWords().orElse("no number in the law"), from);
  }

  String periodInWords() {
    return lengthInWords().orElse("none, the law has no number");
  }

  private Optional<String> lengthInWords() {
    return period.map(length -> CountingRule.named(counting).inWords(length));
  }

  /** What starts a clock, as the tables name it, in words. */
  static String inWords(String start) {
    return switch (start) {
      case "notification" -> "the filing before it";
      case "individualsNotified" -> "the notice to the people affected";
      case "materiality" -> "the determination that it is material";
      case "classification" -> "the classification as major";
      case "determination" -> "the determination that it is a notifiable breach";
      case "informationAvailable" -> "the day when the information is available";
      case "payment" -> "the payment of the ransom";
      default -> start;
    };
  }
}
