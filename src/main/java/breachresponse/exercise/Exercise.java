package breachresponse.exercise;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.TimeScale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rehearsal of a breach.
 *
 * @param scenario as it was when the exercise began
 * @param participants user ids
 * @param scale how its time passes
 * @param report empty while it runs
 */
public record Exercise(
    CaseNumber caseNumber,
    Scenario scenario,
    List<String> participants,
    TimeScale scale,
    Optional<Instant> endedAt,
    Optional<ExerciseReport> report) {

  /** What a role answered to an inject. */
  public record Answer(String inject, String answer, String by, Instant at) {}

  /** What is to be better the next time, who sees to it, and by when. */
  public record Lesson(String lesson, String owner, LocalDate due) {}

  /** When what lies so long after the report in the case is there on the wall. */
  public Instant at(Duration sinceReport) {
    return scale.wallTime(scale.origin().plus(sinceReport));
  }

  /** What the scenario has let come out by then. */
  public List<String> knownAt(Instant now) {
    return scenario.known().stream()
        .filter(known -> !at(known.at()).isAfter(now))
        .map(Scenario.Known::text)
        .toList();
  }

  /** When an inject reaches its role. */
  public Instant arrivesAt(Scenario.Inject inject) {
    return at(inject.at());
  }

  public Instant answerDue(Scenario.Inject inject) {
    return at(inject.at().plus(inject.within()));
  }
}
