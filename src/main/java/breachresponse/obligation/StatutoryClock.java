package breachresponse.obligation;

import breachresponse.incident.TimeScale;
import breachresponse.print.ShownTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When a duty falls due, and why: an answer that a lawyer can check.
 *
 * @param startsWith what starts the clock, in the terms of the tables: {@code awareness}, {@code
 *     determination}
 * @param start when that happened; empty while the clock waits for it
 * @param due the earliest instant that the law can be read to mean; empty while the clock waits, or
 *     where the law has no number; the end of a day is its last second, {@code 23:59:59}
 * @param legalLatest the latest instant that it can be read to mean
 * @param target the organisation's own target where the law has no number; never law
 * @param zone in which the law counts, and in which the times are shown
 * @param status {@code running}, {@code waiting-for-determination} and the like, or {@code
 *     target-only}
 * @param explanation start and why, period, counting rule, zone, result: in words
 */
public record StatutoryClock(
    String startsWith,
    Optional<Instant> start,
    Optional<Instant> due,
    Optional<Instant> legalLatest,
    Optional<Instant> target,
    ZoneId zone,
    String status,
    String explanation) {

  /**
   * @return until when to act: the due instant, or else our own target; empty while the clock waits
   */
  public Optional<Instant> actBy() {
    return due.or(() -> target);
  }

  /**
   * @param atLeast on the wall
   * @return from when on the time to act by is close: for the last quarter of the time that there
   *     was, and for that long at least; empty while the clock waits
   */
  public Optional<Instant> closeFrom(Duration atLeast) {
    return actBy()
        .map(
            end -> {
              var quarter = Duration.between(start.orElse(end), end).dividedBy(4);
              return end.minus(quarter.compareTo(atLeast) > 0 ? quarter : atLeast);
            });
  }

  /** What starts the clock, as people say it. */
  public String startsWithInWords() {
    return Term.inWords(startsWith);
  }

  /**
   * @return {@code running}, {@code target only}, {@code waits for the filing before it}
   */
  public String statusInWords() {
    return actBy().isPresent() ? status.replace('-', ' ') : "waits for " + startsWithInWords();
  }

  /**
   * The clock of a case whose time runs faster, by the clock on the wall. How the law counts, and
   * the time of the case that comes of it, stay in the explanation.
   */
  StatutoryClock onTheWall(TimeScale scale) {
    if (scale.isRealTime()) {
      return this;
    }
    return new StatutoryClock(
        startsWith,
        start.map(scale::wallTime),
        due.map(scale::wallTime),
        legalLatest.map(scale::wallTime),
        target.map(scale::wallTime),
        zone,
        status,
        "%s These are times of the case: in this exercise time runs %s."
            .formatted(
                explanation,
                actBy()
                    .map(scale::wallTime)
                    .map(new ShownTime(zone)::exactly)
                    .map(at -> "%s. On the wall: %s".formatted(scale.inWords(), at))
                    .orElseGet(scale::inWords)));
  }

  /** Whether another reading says something else than this one; words alone make no difference. */
  boolean differsFrom(StatutoryClock other) {
    return !start.equals(other.start)
        || !due.equals(other.due)
        || !legalLatest.equals(other.legalLatest)
        || !target.equals(other.target)
        || !status.equals(other.status);
  }
}
