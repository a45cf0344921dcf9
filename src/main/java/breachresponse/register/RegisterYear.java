package breachresponse.register;

import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The breaches that were reported in one year, in numbers.
 *
 * @param year by the numbers of the cases
 * @param byCriticality how many of level 0, 1 … 6, and last how many that nobody has assessed yet
 * @param toldInTime of how many somebody was told, and nobody late
 * @param toldLate of how many a deadline has passed before somebody was told
 * @param pending of how many nobody was told yet
 * @param nobodyTold of how many nobody had to be told
 * @param falseAlarms which are among no other number
 * @param peopleAffected as far as known
 * @param toTriage median from the report until it was found to be a breach
 * @param toAuthority median from awareness until the first authority was told
 * @param toCustomers median from awareness until the first people were told
 */
public record RegisterYear(
    int year,
    int breaches,
    List<Integer> byCriticality,
    int toldInTime,
    int toldLate,
    int pending,
    int nobodyTold,
    int falseAlarms,
    long peopleAffected,
    Optional<Duration> toTriage,
    Optional<Duration> toAuthority,
    Optional<Duration> toCustomers) {

  /** The latest year first. */
  static List<RegisterYear> of(List<RegisterLine> breaches, List<RegisterLine> falseAlarms) {
    var years = new TreeSet<Integer>();
    Stream.of(breaches, falseAlarms).flatMap(List::stream).forEach(line -> years.add(year(line)));
    return years.descendingSet().stream()
        .map(year -> of(year, in(year, breaches), in(year, falseAlarms).size()))
        .toList();
  }

  private static RegisterYear of(int year, List<RegisterLine> lines, int falseAlarms) {
    return new RegisterYear(
        year,
        lines.size(),
        byCriticality(lines),
        count(lines, RegisterLine.Told.IN_TIME),
        count(lines, RegisterLine.Told.LATE),
        count(lines, RegisterLine.Told.PENDING),
        count(lines, RegisterLine.Told.NOBODY),
        falseAlarms,
        lines.stream().flatMap(l -> l.fact(Facts::people).stream()).mapToLong(n -> n).sum(),
        median(lines, line -> line.incident().reportedAt(), RegisterLine::triagedAt),
        median(lines, RegisterLine::awareAt, RegisterLine::authorityToldAt),
        median(lines, RegisterLine::awareAt, RegisterLine::peopleToldAt));
  }

  private static int year(RegisterLine line) {
    return line.incident().caseNumber().year();
  }

  private static List<RegisterLine> in(int year, List<RegisterLine> lines) {
    return lines.stream().filter(line -> year(line) == year).toList();
  }

  private static List<Integer> byCriticality(List<RegisterLine> lines) {
    var counts = new ArrayList<>(Collections.nCopies(CriticalityScale.MOST_SEVERE + 2, 0));
    lines.stream()
        .map(line -> line.incident().criticality().orElse(CriticalityScale.MOST_SEVERE + 1))
        .forEach(level -> counts.set(level, counts.get(level) + 1));
    return List.copyOf(counts);
  }

  private static int count(List<RegisterLine> lines, RegisterLine.Told told) {
    return (int) lines.stream().filter(line -> line.told() == told).count();
  }

  private static Optional<Duration> median(
      List<RegisterLine> lines,
      Function<RegisterLine, Instant> from,
      Function<RegisterLine, Optional<Instant>> to) {
    var sorted =
        lines.stream()
            .flatMap(
                line -> to.apply(line).map(at -> Duration.between(from.apply(line), at)).stream())
            .sorted()
            .toList();
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sorted.get((sorted.size() - 1) / 2).plus(sorted.get(sorted.size() / 2)).dividedBy(2));
  }
}
