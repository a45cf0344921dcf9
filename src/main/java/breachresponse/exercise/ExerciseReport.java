package breachresponse.exercise;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an exercise went. Times are those on the wall, durations those of the case.
 *
 * @param end how it came to its end
 * @param level the criticality that the team came to; null if it did not get there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExerciseReport(
    String scenario,
    int timeLapse,
    Instant beganAt,
    Instant endedAt,
    String end,
    List<String> participants,
    int expectedLevel,
    String expectedBecause,
    Integer level,
    List<Step> steps,
    List<Duty> duties,
    List<Inject> injects) {

  /**
   * A task of the response.
   *
   * @param who did it, or whom it waited for
   * @param endedAt null if it was not done
   * @param target how long it was to take; null if nobody says
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      String name,
      String about,
      String who,
      Instant beganAt,
      Instant endedAt,
      Duration took,
      Duration target,
      boolean late) {

    public boolean wasDone() {
      return endedAt != null;
    }
  }

  /**
   * A duty that the scenario's facts or the team's trigger.
   *
   * @param due null if its clock did not start
   * @param toldAt null if nobody was told
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Duty(
      String recipient,
      String law,
      String jurisdiction,
      boolean expected,
      boolean determined,
      String outcome,
      Instant due,
      Instant toldAt,
      boolean late) {}

  /**
   * @param answer null if nobody answered
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Inject(
      String title,
      String to,
      String text,
      String expected,
      String answer,
      String who,
      Duration took,
      Duration within,
      boolean late) {}

  /** Who was late with something, each once. */
  public List<String> whoWasLate() {
    return Stream.concat(
            steps.stream().filter(Step::late).map(Step::who),
            injects.stream().filter(Inject::late).map(Inject::who))
        .distinct()
        .sorted()
        .toList();
  }

  /** Participants who did nothing. */
  public List<String> whoDidNothing() {
    var acted =
        Stream.concat(
                steps.stream().filter(Step::wasDone).map(Step::who),
                injects.stream().filter(inject -> inject.answer() != null).map(Inject::who))
            .toList();
    return participants.stream().filter(person -> !acted.contains(person)).toList();
  }
}
