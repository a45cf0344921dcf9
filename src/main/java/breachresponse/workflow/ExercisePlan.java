package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.delivery.StaffMail;
import breachresponse.evidence.Timeline;
import breachresponse.exercise.Debriefing;
import breachresponse.exercise.Exercise;
import breachresponse.exercise.Exercise.Lesson;
import breachresponse.exercise.ExercisePage;
import breachresponse.exercise.Exercises;
import breachresponse.exercise.Scenario;
import breachresponse.exercise.Scenarios;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.language.Catalogue;
import breachresponse.plan.Role;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import breachresponse.workflow.staff.People;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The Java side of {@code exercise-plan.bpmn}: one method per task, of its name, in its order. */
@Component
public class ExercisePlan implements ProcessSide {

  private static final String BY_ITSELF = "exercise-plan";
  private static final String ENDED_EARLY = "exercise ended early";
  private static final String LESSONS_ACCEPTED = "lessonsAccepted";
  private static final int USUAL_PACE = 60;

  /** Lessons are drawn in real time, and while people remember. */
  private static final Duration LESSONS_WITHIN = Duration.ofDays(7);

  private static final int MOST_LESSONS = 5;

  private final Scenarios scenarios;
  private final Exercises exercises;
  private final Debriefing debriefing;
  private final ExerciseSteps steps;
  private final Incidents incidents;
  private final EraseRecipients eraseRecipients;
  private final KeepPlanReady readiness;
  private final Timeline timeline;
  private final People people;
  private final StaffMail mail;
  private final CaseSheet sheet;
  private final Desk desk;
  private final NextVersion nextVersion;
  private final RuntimeService processes;
  private final Clock clock;
  private final Catalogue catalogue;

  ExercisePlan(
      Scenarios scenarios,
      Exercises exercises,
      Debriefing debriefing,
      ExerciseSteps steps,
      Incidents incidents,
      EraseRecipients eraseRecipients,
      KeepPlanReady readiness,
      Timeline timeline,
      People people,
      StaffMail mail,
      CaseSheet sheet,
      Desk desk,
      NextVersion nextVersion,
      RuntimeService processes,
      Clock clock,
      Catalogue catalogue) {
    this.scenarios = scenarios;
    this.exercises = exercises;
    this.debriefing = debriefing;
    this.steps = steps;
    this.incidents = incidents;
    this.eraseRecipients = eraseRecipients;
    this.readiness = readiness;
    this.timeline = timeline;
    this.people = people;
    this.mail = mail;
    this.sheet = sheet;
    this.desk = desk;
    this.nextVersion = nextVersion;
    this.processes = processes;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var shown = new LinkedHashMap<String, Object>();
    if (task.getTaskDefinitionKey().equals("chooseScenario")) {
      showScenarios(shown);
      return shown;
    }
    var exercise = exercises.get(Desk.caseOf(task));
    shown.put("caseSheet", sheet.of(task));
    switch (task.getTaskDefinitionKey()) {
      case "answerInject" -> {
        var inject = injectOf(task);
        shown.put("title", CaseSheet.plain(inject.title()));
        shown.put("inject", CaseSheet.plain(inject.text()));
      }
      case "drawTheLessons" -> showReport(shown, exercise);
      default -> {}
    }
    return shown;
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return task.getTaskDefinitionKey().equals("answerInject")
        ? Optional.of(injectOf(task).title())
        : Optional.empty();
  }

  /** The exercise begins: from here on the process is that of its case. */
  public void chooseScenario(DelegateTask task) {
    var answers = Answers.in(task);
    var scenario = scenarios.get(answers.needText("scenario"));
    refuseUnknownRoles(scenario);
    var participants = people.known("participants", answers.list("participants"));
    var caseNumber =
        exercises.begin(
            scenario,
            participants.stream().map(User::getId).sorted().toList(),
            wholeNumber("timeLapse", answers.needText("timeLapse")),
            desk.whoActs());
    task.getExecution().setProcessBusinessKey(caseNumber.value());
    task.setVariable("caseNumber", caseNumber.value());
    invite(caseNumber, participants);
  }

  private static int wholeNumber(String field, String answer) {
    var number = Double.parseDouble(answer);
    if (number != Math.rint(number)) {
      throw new IllegalArgumentException(
          "%s: %s is no whole number, please write one like 60".formatted(field, answer));
    }
    return (int) number;
  }

  private static void refuseUnknownRoles(Scenario scenario) {
    scenario.injects().stream()
        .map(Scenario.Inject::to)
        .filter(group -> !Role.isGroup(group))
        .findFirst()
        .ifPresent(
            group -> {
              throw new IllegalArgumentException(
                  "scenario: an inject goes to '%s', which is no role; please correct the scenario's file"
                      .formatted(group));
            });
  }

  private void invite(CaseNumber caseNumber, List<User> participants) {
    var exercise = exercises.get(caseNumber);
    mail.post(
        people.addresses(participants),
        catalogue.of("Case %s: an exercise begins").formatted(caseNumber),
        catalogue
            .of(
                """
                An exercise begins: %s
                Its time runs %s. Nothing of it has happened, and nothing leaves the building.

                Your tasks are in Tasklist, each marked as an exercise. Act as if it were real, but tell nobody outside.
                """)
            .formatted(exercise.scenario().title(), catalogue.of(exercise.scale().inWords())));
  }

  public List<String> injects(String caseNumber) {
    return exercise(caseNumber).scenario().injects().stream().map(Scenario.Inject::id).toList();
  }

  public Date injectDue(String caseNumber, String injectId) {
    var exercise = exercise(caseNumber);
    return Desk.date(exercise.arrivesAt(exercise.scenario().inject(injectId)));
  }

  public String injectGroup(String caseNumber, String injectId) {
    return exercise(caseNumber).scenario().inject(injectId).to();
  }

  public Date answerDue(String caseNumber, String injectId) {
    var exercise = exercise(caseNumber);
    return Desk.date(exercise.answerDue(exercise.scenario().inject(injectId)));
  }

  public void answerInject(DelegateTask task) {
    exercises.answer(
        Desk.caseOf(task),
        injectOf(task).id(),
        Answers.in(task).needText("answer"),
        desk.whoActs());
  }

  /** When it is thought to be over. */
  public Date exerciseDue(String caseNumber) {
    var exercise = exercise(caseNumber);
    return Desk.date(exercise.at(exercise.scenario().lasts()));
  }

  public void endTheExercise(DelegateTask task) {
    timeline.record(
        Desk.caseOf(task), desk.whoActs(), ENDED_EARLY, Answers.in(task).needText("reason"), null);
  }

  /**
   * Whatever people have begun beside the response in this case ends with it, but for legal holds.
   */
  public void writeReport(String caseNumber) {
    var number = new CaseNumber(caseNumber);
    endWhatIsLeft(caseNumber);
    exercises.end(number, debriefing.of(number, steps.of(number), end(number)), BY_ITSELF);
    if (!incidents.get(number).status().isOver()) {
      incidents.close(number, BY_ITSELF);
      eraseRecipients.begin();
    }
    readiness.endMended();
  }

  private void endWhatIsLeft(String caseNumber) {
    processes
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .processDefinitionKeyNotIn(BY_ITSELF, "erase-recipients", "keep-evidence")
        .rootProcessInstances()
        .unlimitedList()
        .forEach(
            left -> processes.deleteProcessInstance(left.getProcessInstanceId(), "exercise ended"));
  }

  private String end(CaseNumber caseNumber) {
    return timeline.of(caseNumber).stream()
        .filter(entry -> entry.act().equals(ENDED_EARLY))
        .map(
            entry ->
                "Ended early by %s: %s"
                    .formatted(people.name(entry.by()), entry.detail().orElse("")))
        .findFirst()
        .orElse("The response came to its end.");
  }

  public Date lessonsDue(String caseNumber) {
    return Desk.date(exercise(caseNumber).endedAt().orElseThrow().plus(LESSONS_WITHIN));
  }

  public void drawTheLessons(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    if (answers.is("outcome", "none")) {
      timeline.record(
          caseNumber, desk.whoActs(), "no lesson drawn", answers.needText("reason"), null);
    } else {
      exercises.draw(caseNumber, lessons(answers), desk.whoActs());
    }
  }

  private List<Lesson> lessons(Answers answers) {
    var lessons = new ArrayList<Lesson>();
    for (var number = 1; number <= MOST_LESSONS; number++) {
      var owner = "owner" + number;
      var due = "due" + number;
      answers
          .text("lesson" + number)
          .map(
              lesson ->
                  new Lesson(
                      lesson,
                      people.known(owner, List.of(answers.needText(owner))).get(0).getId(),
                      day(due, answers.needText(due))))
          .ifPresent(lessons::add);
    }
    return lessons;
  }

  private static LocalDate day(String field, String answer) {
    try {
      return LocalDate.parse(answer);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is no day, write for example 2026-03-27".formatted(field, answer), e);
    }
  }

  public boolean isThereALesson(String caseNumber) {
    return !exercises.lessons(new CaseNumber(caseNumber)).isEmpty();
  }

  /** Has the plan's next version begun, or adds them to the one that is being prepared. */
  public void lessonsAccepted(String caseNumber) {
    var lessons =
        exercises.lessons(new CaseNumber(caseNumber)).stream()
            .map(Lesson::lesson)
            .collect(joining("; "));
    nextVersion.askFor(
        LESSONS_ACCEPTED, "lessons of the exercise %s: %s".formatted(caseNumber, lessons));
  }

  private void showScenarios(Map<String, Object> shown) {
    var found = scenarios.all();
    shown.put(
        "scenarioChoices",
        found.scenarios().stream()
            .map(scenario -> Map.of("value", scenario.id(), "label", scenario.title()))
            .toList());
    shown.put(
        "scenarioOverview",
        found.scenarios().stream()
            .map(
                scenario ->
                    "* **%s**: %s"
                        .formatted(
                            CaseSheet.plain(scenario.title()),
                            CaseSheet.plain(scenario.report().strip())))
            .collect(joining("\n")));
    shown.put(
        "problems",
        found.problems().stream().map(it -> "* " + CaseSheet.plain(it)).collect(joining("\n")));
    shown.put("participantChoices", people.choices());
    shown.put("timeLapse", USUAL_PACE);
  }

  private void showReport(Map<String, Object> shown, Exercise exercise) {
    var findings = ExercisePage.findings(exercise.report().orElseThrow());
    shown.put(
        "findings",
        findings.isEmpty()
            ? catalogue.of("All was found and done in time.")
            : findings.stream().map(it -> "* " + CaseSheet.plain(it)).collect(joining("\n")));
    shown.put("reportPage", "/api/exercises/%s/report".formatted(exercise.caseNumber()));
    shown.put("ownerChoices", people.choices());
  }

  private Scenario.Inject injectOf(DelegateTask task) {
    return exercises
        .get(Desk.caseOf(task))
        .scenario()
        .inject((String) task.getVariable("injectId"));
  }

  private Exercise exercise(String caseNumber) {
    return exercises.get(new CaseNumber(caseNumber));
  }
}
