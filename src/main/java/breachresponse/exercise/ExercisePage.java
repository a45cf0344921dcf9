package breachresponse.exercise;

import static java.util.stream.Collectors.joining;

import breachresponse.exercise.ExerciseReport.Duty;
import breachresponse.identity.Names;
import breachresponse.incident.CaseNumber;
import breachresponse.notice.StyledPage;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.print.ShownTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How an exercise went, as a page to print. */
@Component
public class ExercisePage {

  private final Exercises exercises;
  private final ResponsePlan plan;
  private final Names names;
  private final StyledPage page = new StyledPage("exercise");

  ExercisePage(Exercises exercises, ResponsePlan plan, Names names) {
    this.exercises = exercises;
    this.plan = plan;
    this.names = names;
  }

  public StyledPage page() {
    return page;
  }

  /**
   * The page in full.
   *
   * @throws NoSuchElementException if the exercise has not ended
   */
  public String of(CaseNumber caseNumber) {
    var exercise = exercises.get(caseNumber);
    var report =
        exercise
            .report()
            .orElseThrow(
                () ->
                    new NoSuchElementException(
                        "report: exercise %s has not ended yet".formatted(caseNumber)));
    var shown = new HashMap<String, Object>();
    shown.put("caseNumber", caseNumber.value());
    shown.put("report", report);
    shown.put("pace", exercise.scale().inWords());
    shown.put("began", at(report.beganAt()));
    shown.put("ended", at(report.endedAt()));
    shown.put(
        "took",
        amount(exercise.scale().inTheCase(Duration.between(report.beganAt(), report.endedAt()))));
    shown.put("level", report.level() == null ? "none" : report.level().toString());
    shown.put("isLevelMet", report.level() != null && report.level() == report.expectedLevel());
    shown.put("late", named(report.whoWasLate()));
    shown.put("idle", named(report.whoDidNothing()));
    shown.put("participants", named(report.participants()));
    shown.put("steps", report.steps().stream().map(this::shown).toList());
    shown.put("duties", report.duties().stream().map(this::shown).toList());
    shown.put("injects", report.injects().stream().map(this::shown).toList());
    shown.put("lessons", exercises.lessons(caseNumber).stream().map(this::shown).toList());
    return page.with(shown);
  }

  /** What went wrong in one sentence each; none is good news. */
  public static List<String> findings(ExerciseReport report) {
    var late = report.duties().stream().filter(Duty::late).count();
    var missed = report.duties().stream().filter(duty -> !duty.determined()).count();
    var unexpected = report.duties().stream().filter(duty -> !duty.expected()).count();
    var found = new ArrayList<String>();
    add(found, late, "Deadlines or targets of duties missed");
    add(found, missed, "Duties expected and not found");
    add(found, unexpected, "Duties found that the scenario does not expect");
    add(
        found,
        report.steps().stream().filter(ExerciseReport.Step::late).count(),
        "Tasks done late or not at all");
    add(
        found,
        report.injects().stream().filter(ExerciseReport.Inject::late).count(),
        "Injects answered late or not at all");
    if (report.level() == null || report.level() != report.expectedLevel()) {
      found.add(
          "The criticality was %s, and %d was expected: %s"
              .formatted(
                  report.level() == null ? "not assessed" : report.level(),
                  report.expectedLevel(),
                  report.expectedBecause()));
    }
    return found;
  }

  private static void add(List<String> found, long count, String what) {
    if (count > 0) {
      found.add(what + ": " + count);
    }
  }

  private Map<String, Object> shown(ExerciseReport.Step step) {
    return Map.of(
        "name",
        step.name(),
        "about",
        step.about() == null ? "" : step.about(),
        "who",
        named(step.who()),
        "took",
        step.wasDone() ? amount(step.took()) : "not done",
        "target",
        step.target() == null ? "" : amount(step.target()),
        "late",
        step.late());
  }

  private Map<String, Object> shown(Duty duty) {
    return Map.of(
        "recipient",
        duty.recipient(),
        "law",
        "%s (%s)".formatted(duty.law(), duty.jurisdiction()),
        "match",
        duty.expected() && duty.determined()
            ? "as expected"
            : duty.expected() ? "expected, not found" : "found, not expected",
        "isMatch",
        duty.expected() && duty.determined(),
        "due",
        duty.due() == null ? "" : at(duty.due()),
        "outcome",
        duty.toldAt() == null ? duty.outcome() : duty.outcome() + " " + at(duty.toldAt()),
        "late",
        duty.late());
  }

  private Map<String, Object> shown(ExerciseReport.Inject inject) {
    return Map.of(
        "title", inject.title(),
        "who", named(inject.who()),
        "text", inject.text(),
        "answer", inject.answer() == null ? "not answered" : inject.answer(),
        "expected", inject.expected(),
        "took", amount(inject.took()),
        "within", amount(inject.within()),
        "late", inject.late());
  }

  private Map<String, Object> shown(Exercise.Lesson lesson) {
    return Map.of(
        "lesson", lesson.lesson(), "owner", named(lesson.owner()), "due", lesson.due().toString());
  }

  private String named(List<String> people) {
    return people.stream().map(this::named).collect(joining(", "));
  }

  /**
   * @param who a person's id, or those of the groups that a task waited for
   */
  private String named(String who) {
    return Stream.of(who.split(", "))
        .map(id -> Role.isGroup(id) ? Role.title(id) : names.name(id))
        .collect(joining(", "));
  }

  private String at(Instant instant) {
    return new ShownTime(plan.zone()).exactly(instant);
  }

  /**
   * @return {@code 2 d 3 h}, {@code 5 h 20 min} or {@code 4 min}
   */
  private static String amount(Duration time) {
    if (time.toDays() > 0) {
      return "%d d %d h".formatted(time.toDays(), time.toHoursPart());
    }
    return time.toHours() > 0
        ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
        : time.toMinutes() + " min";
  }
}
