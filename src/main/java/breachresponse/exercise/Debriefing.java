package breachresponse.exercise;

import static java.util.stream.Collectors.toMap;

import breachresponse.exercise.ExerciseReport.Step;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.obligation.Duty;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Holds what the team did in an exercise against what the scenario wanted. */
@Component
public class Debriefing {

  /** The same row of the tables may ask for filings in many places. */
  private record Key(String duty, String jurisdiction) {

    static Key of(Duty duty) {
      return new Key(duty.id(), duty.jurisdiction());
    }
  }

  private final Exercises exercises;
  private final Incidents incidents;
  private final ObligationRegister register;
  private final ResponsePlan plan;
  private final Clock clock;

  Debriefing(
      Exercises exercises,
      Incidents incidents,
      ObligationRegister register,
      ResponsePlan plan,
      Clock clock) {
    this.exercises = exercises;
    this.incidents = incidents;
    this.register = register;
    this.plan = plan;
    this.clock = clock;
  }

  /**
   * @param steps the tasks of the response, in the order in which they began
   * @param end how the exercise came to its end
   */
  public ExerciseReport of(CaseNumber caseNumber, List<Step> steps, String end) {
    var exercise = exercises.get(caseNumber);
    var scenario = exercise.scenario();
    return new ExerciseReport(
        scenario.title(),
        exercise.scale().factor(),
        exercise.scale().origin(),
        clock.instant(),
        end,
        exercise.participants(),
        scenario.expected().criticality(),
        scenario.expected().because(),
        incidents.get(caseNumber).criticality().orElse(null),
        steps,
        duties(exercise),
        injects(exercise));
  }

  private List<ExerciseReport.Duty> duties(Exercise exercise) {
    var expected = expected(exercise);
    var determined =
        register.of(exercise.caseNumber()).stream()
            .collect(
                toMap(
                    obligation -> Key.of(obligation.duty()),
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new));
    var lines = new LinkedHashMap<Key, ExerciseReport.Duty>();
    determined.forEach(
        (key, obligation) -> lines.put(key, line(obligation, expected.containsKey(key))));
    expected.forEach((key, duty) -> lines.computeIfAbsent(key, missed -> missed(duty)));
    return List.copyOf(lines.values());
  }

  /** By today's tables, for the organisation of the plan, aware since the report. */
  private Map<Key, Duty> expected(Exercise exercise) {
    var aware = exercise.scale().origin().atOffset(ZoneOffset.UTC);
    return register.evaluate(exercise.scenario().factsOf(plan.facts()).awareSince(aware)).stream()
        .filter(evaluated -> evaluated.finding().isOwed())
        .map(ObligationRegister.Evaluated::duty)
        .collect(toMap(Key::of, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  private ExerciseReport.Duty line(Obligation obligation, boolean expected) {
    var duty = obligation.duty();
    var due = obligation.clock().actBy();
    return new ExerciseReport.Duty(
        duty.recipientName(),
        duty.citation(),
        duty.jurisdiction(),
        expected,
        true,
        outcome(obligation),
        due.orElse(null),
        obligation.filedAt().orElse(null),
        isLate(obligation));
  }

  private boolean isLate(Obligation obligation) {
    return obligation.status() != Obligation.Status.RELEASED
        && obligation
            .clock()
            .actBy()
            .filter(obligation.filedAt().orElseGet(clock::instant)::isAfter)
            .isPresent();
  }

  private static String outcome(Obligation obligation) {
    return switch (obligation.status()) {
      case FULFILLED -> "told";
      case RELEASED -> "ruled out: " + obligation.releaseReason().orElse("");
      default -> "not told";
    };
  }

  private static ExerciseReport.Duty missed(Duty duty) {
    return new ExerciseReport.Duty(
        duty.recipientName(),
        duty.citation(),
        duty.jurisdiction(),
        true,
        false,
        "the team's facts do not trigger it",
        null,
        null,
        false);
  }

  private List<ExerciseReport.Inject> injects(Exercise exercise) {
    var answers =
        exercises.answers(exercise.caseNumber()).stream()
            .collect(toMap(Exercise.Answer::inject, Function.identity()));
    return exercise.scenario().injects().stream()
        .filter(inject -> !exercise.arrivesAt(inject).isAfter(clock.instant()))
        .map(inject -> line(exercise, inject, answers.get(inject.id())))
        .toList();
  }

  private ExerciseReport.Inject line(
      Exercise exercise, Scenario.Inject inject, Exercise.Answer answer) {
    var until = answer == null ? clock.instant() : answer.at();
    return new ExerciseReport.Inject(
        inject.title(),
        inject.to(),
        inject.text(),
        inject.expected(),
        answer == null ? null : answer.answer(),
        answer == null ? inject.to() : answer.by(),
        took(exercise, exercise.arrivesAt(inject), until),
        inject.within(),
        until.isAfter(exercise.answerDue(inject)));
  }

  private static Duration took(Exercise exercise, Instant from, Instant until) {
    return exercise.scale().inTheCase(Duration.between(from, until));
  }
}
