package breachresponse.workflow;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.delivery.SmtpSink;
import breachresponse.evidence.Timeline;
import breachresponse.exercise.Exercise.Lesson;
import breachresponse.exercise.ExerciseReport;
import breachresponse.exercise.Exercises;
import breachresponse.exercise.Scenarios;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incident.Status;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.Plans;
import breachresponse.support.ApplicationTest;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Rehearsals. Two channels have credentials here, so that something could leave. */
@ApplicationTest
class ExercisePlanTest {

  private static final WireMockServer CHANNELS = new WireMockServer(options().dynamicPort());
  private static final String RANSOMWARE = "ransomware-with-exfiltration";
  private static final String AUTHORITY = "eu-gdpr-33-sa";
  private static final List<String> ALL =
      List.of("carla", "chris", "ian", "lena", "leo", "mia", "paul", "petra", "pia", "sam");

  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private Exercises exercises;
  @Autowired private Scenarios scenarios;
  @Autowired private ObligationRegister register;
  @Autowired private Notices notices;
  @Autowired private Dispatches dispatches;
  @Autowired private Dispatcher dispatcher;
  @Autowired private Recipients recipients;
  @Autowired private Timeline timeline;
  @Autowired private SmtpSink mailServer;
  @Autowired private TestRestTemplate http;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;
  @Autowired private ManagementService jobs;
  @Autowired private Plans plans;
  @Autowired private PlanAtRest planAtRest;
  @Autowired private JdbcClient db;

  private CaseNumber caseNumber;
  private int mailsOfOtherTests;

  @DynamicPropertySource
  static void credentials(DynamicPropertyRegistry properties) {
    CHANNELS.start();
    properties.add("camunda.bpm.process-engine-name", () -> "exercises");
    // what other tests have left in their database would go out with ours
    properties.add(
        "spring.datasource.url",
        () -> "jdbc:h2:mem:exercises;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0");
    properties.add("breach.channels.mastodon.url", CHANNELS::baseUrl);
    properties.add("breach.channels.mastodon.token", () -> "abc");
    properties.add("breach.channels.wordpress.url", CHANNELS::baseUrl);
    properties.add("breach.channels.wordpress.user", () -> "abc");
    properties.add("breach.channels.wordpress.password", () -> "abc");
  }

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
    CHANNELS.resetAll();
    mailsOfOtherTests = mailServer.received().size();
  }

  @AfterEach
  void others_find_the_plan_of_the_settings() {
    planAtRest.restore();
  }

  // the journey

  @Test
  void a_full_exercise_runs_unattended_from_the_scenario_to_the_plans_next_version() {
    var realCase = incidents.open("A real one", "", "pia");
    begins(RANSOMWARE, 60);
    var team = team(Duration.ofSeconds(10));

    team.playUntil("drawTheLessons", this::isLeftForLater);

    assertThat(team.names()).allMatch(name -> name.startsWith("EXERCISE: "));
    assertThat(team.sheets())
        .isNotEmpty()
        .allMatch(sheet -> sheet.contains("**Exercise, 60 times as fast:**"));
    theReportSaysHowItWent();
    nothingHasLeft();
    theApiSaysSo();
    theTimelineIsWhole();
    theLessonsAreDrawn();
    thePageNamesPeopleAndGroups();
    theEvidenceHasIt();
    assertThat(number(incidents.open("The next real one", "", "pia")))
        .isEqualTo(number(realCase) + 1);
  }

  /** Somebody files too late, and PR lets the journalist wait. */
  private boolean isLeftForLater(Task task) {
    var isLateFiling =
        task.getTaskDefinitionKey().equals("fileIt")
            && staff.form(task).get("duty").toString().contains("33")
            && time.instant().isBefore(Instant.parse("2026-03-03T16:20:00Z"));
    var isJournalist =
        task.getTaskDefinitionKey().equals("answerInject")
            && staff.form(task).get("title").toString().contains("journalist")
            && time.instant().isBefore(Instant.parse("2026-03-03T15:30:00Z"));
    return task.getTaskDefinitionKey().equals("endTheExercise") || isLateFiling || isJournalist;
  }

  private void theReportSaysHowItWent() {
    var report = exercises.get(caseNumber).report().orElseThrow();
    assertThat(report.level()).isEqualTo(report.expectedLevel()).isEqualTo(4);
    assertThat(report.duties())
        .filteredOn(ExerciseReport.Duty::late)
        .anyMatch(duty -> duty.law().contains("33"))
        .allMatch(duty -> duty.outcome().equals("told"));
    assertThat(report.duties()).anyMatch(duty -> duty.expected() && duty.determined());
    assertThat(report.injects())
        .filteredOn(ExerciseReport.Inject::late)
        .extracting(ExerciseReport.Inject::title)
        .containsExactly("A journalist calls");
    assertThat(report.whoWasLate()).contains("paul", "petra").doesNotContain("ian");
    assertThat(report.whoDidNothing()).containsExactly("mia");
    assertThat(report.steps())
        .filteredOn(step -> step.name().equals("Triage"))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.who()).isEqualTo("ian");
              assertThat(step.took()).hasMinutes(10);
              assertThat(step.target()).hasHours(1);
              assertThat(step.late()).isFalse();
            });
  }

  private void nothingHasLeft() {
    dispatcher.sendDue();
    assertThat(mailServer.received().stream().skip(mailsOfOtherTests))
        .filteredOn(
            mail ->
                !mail.text().matches("(?s).*Subject: (Case \\d{4}-|Please confirm that this).*"))
        .isNotEmpty()
        .allMatch(mail -> mail.to().endsWith("@example.org"))
        .allMatch(mail -> mail.text().contains("EXERCISE"));
    assertThat(CHANNELS.getAllServeEvents()).isEmpty();
    assertThat(notices.of(caseNumber))
        .isNotEmpty()
        .allMatch(notice -> notice.postedAt().isEmpty())
        .allMatch(notice -> dispatches.state(notice.id()).isEmpty());
    assertThat(
            db.sql("select count(*) from publication where case_number = :case")
                .param("case", caseNumber.value())
                .query(Integer.class)
                .single())
        .isZero();
  }

  private void theApiSaysSo() {
    assertThat(
            http.withBasicAuth("mia", DemoStaff.PASSWORD)
                .getForObject("/api/incidents/{case}", JsonNode.class, caseNumber)
                .path("exercise")
                .asBoolean())
        .isTrue();
  }

  private void thePageNamesPeopleAndGroups() {
    assertThat(
            http.withBasicAuth("mia", DemoStaff.PASSWORD)
                .getForObject("/api/exercises/{case}/report", String.class, caseNumber))
        .contains("Took part: ", "Lena Legal, ", "Did no task of it: Mia Manager.")
        .contains("<td>Triage</td><td></td><td>Ian Core-It</td>")
        .contains("One person answers the press. <strong>Pia Pr</strong>, by 2026-04-01")
        .doesNotContain("<td>ian</td>", "core-it");
  }

  private void theTimelineIsWhole() {
    assertThat(timeline.firstBroken(caseNumber)).isEmpty();
    assertThat(acts())
        .contains(
            "exercise begun",
            "inject answered",
            "reminder sent",
            "deadline passed",
            "dispatch rehearsed",
            "not posted",
            "obligation fulfilled",
            "case closed",
            "exercise ended")
        .doesNotContain("dispatch started", "notice posted");
  }

  private void theLessonsAreDrawn() {
    var task = staff.task(caseNumber.value(), "drawTheLessons");
    assertThat(staff.groups(task)).containsExactly("cio", "senior-leadership");
    assertThat(staff.form(task))
        .containsEntry("reportPage", "/api/exercises/%s/report".formatted(caseNumber))
        .hasEntrySatisfying(
            "findings",
            it -> assertThat(it.toString()).contains("Deadlines or targets of duties missed: "));
    staff.does("sam", task, lessons());

    assertThat(exercises.lessons(caseNumber))
        .containsExactly(
            new Lesson("One person answers the press.", "pia", LocalDate.parse("2026-04-01")),
            new Lesson("File in phases.", "petra", LocalDate.parse("2026-04-15")));
    assertThat(acts()).contains("lesson drawn");
    assertThat(staff.passed(caseNumber.value())).contains("lessonsAccepted");
  }

  private void theEvidenceHasIt() {
    var page = page("mia");
    assertThat(page)
        .contains("EXERCISE", "60 times as fast", "A journalist calls", "File in phases.")
        .contains("as expected", "<strong>late</strong>");
    assertThat(evidence())
        .containsEntry("exercise-report.html", page)
        .hasEntrySatisfying("exercise.json", it -> assertThat(it).contains("File in phases."));
  }

  // time

  @Test
  void every_deadline_reminder_and_target_lies_so_many_times_nearer() {
    begins(RANSOMWARE, 60);

    assertThat(due("triage")).isEqualTo("2026-03-03T15:01:00Z");
    assertThat(due("endTheExercise")).isEqualTo("2026-03-03T16:36:00Z");
    triaged();
    assertThat(due("assessExposure")).isEqualTo("2026-03-03T15:04:00Z");
    assessed();

    var authority = obligation(AUTHORITY);
    assertThat(authority.clock().due()).contains(Instant.parse("2026-03-03T16:12:00Z"));
    assertThat(authority.clock().explanation())
        .contains("72 hours", "Due: Fri 6 Mar 2026, 16:00 Berlin (Europe/Berlin).")
        .contains("in this exercise time runs 60 times as fast")
        .contains("On the wall: Tue 3 Mar 2026, 17:12:00 Berlin.");
    assertThat(remindersAt("2026-03-03T15:35:59Z")).isZero();
    assertThat(remindersAt("2026-03-03T15:36:00Z")).isPositive();
  }

  @Test
  void in_an_exercise_that_passes_its_deadline_the_deputies_are_asked_by_mail_that_says_so() {
    begins(RANSOMWARE, 60);
    triaged();
    assessed();

    time.is("2026-03-03T16:12:00Z");
    staff.runDueJobs(caseNumber.value());
    dispatcher.sendDue();

    assertThat(acts()).contains("deadline passed");
    assertThat(mailServer.received().stream().skip(mailsOfOtherTests))
        .anyMatch(mail -> mail.text().contains("deadline passed"))
        .allMatch(mail -> mail.text().contains("EXERCISE"));
  }

  @Test
  void a_clock_that_starts_in_the_midst_of_it_runs_from_there() {
    begins(RANSOMWARE, 60);
    time.is("2026-03-03T15:30:00Z");
    triaged();
    assessed();

    assertThat(obligation(AUTHORITY).clock().start())
        .contains(Instant.parse("2026-03-03T15:30:00Z"));
    assertThat(obligation(AUTHORITY).clock().due()).contains(Instant.parse("2026-03-03T16:42:00Z"));
  }

  @Test
  void in_real_time_deadlines_are_those_of_the_law() {
    begins(RANSOMWARE, 1);
    triaged();
    assessed();

    assertThat(due("confirmCriticality")).isEqualTo("2026-03-03T19:00:00Z");
    assertThat(obligation(AUTHORITY).clock().due()).contains(Instant.parse("2026-03-06T15:00:00Z"));
    assertThat(obligation(AUTHORITY).clock().explanation()).doesNotContain("exercise");
  }

  // injects

  @Test
  void injects_reach_their_role_on_schedule_and_what_is_answered_is_on_the_timeline() {
    begins(RANSOMWARE, 60);

    time.is("2026-03-03T15:01:59Z");
    staff.runDueJobs(caseNumber.value());
    assertThat(staff.tasks(caseNumber.value())).doesNotContain("answerInject");
    time.is("2026-03-03T15:02:00Z");
    staff.runDueJobs(caseNumber.value());

    var task = staff.task(caseNumber.value(), "answerInject");
    assertThat(task.getName()).isEqualTo("EXERCISE: Answer the inject");
    assertThat(staff.groups(task)).containsExactly("senior-leadership");
    assertThat(task.getDueDate()).isEqualTo("2026-03-03T15:04:00Z");
    assertThat(tasks.getVariableLocal(task.getId(), "about")).isEqualTo("The extortionists write");
    assertThat(staff.form(task).get("inject").toString()).contains("30 Bitcoin");
    assertThatThrownBy(() -> staff.does("sam", task, Map.of()))
        .hasMessageContaining("answer: please answer");
    staff.does("sam", task, Map.of("answer", "We pay nothing, and call the police."));

    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("inject answered"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("sam");
              assertThat(entry.detail().orElseThrow())
                  .isEqualTo("The extortionists write: We pay nothing, and call the police.");
            });
  }

  @Test
  void what_the_scenario_lets_come_out_is_there_when_its_time_has_come() {
    begins(RANSOMWARE, 60);
    assertThat(sheet()).contains("50 real customers").doesNotContain("40 GB");

    time.is("2026-03-03T15:10:00Z");

    assertThat(sheet()).contains("40 GB", "8,200 people in Germany");
  }

  // beginning and end

  @Test
  void senior_leadership_or_core_it_choose_among_the_scenarios_and_who_takes_part_is_told() {
    var task = planned("ian");

    assertThat(staff.groups(task)).containsExactly("core-it", "senior-leadership");
    assertThat(staff.form(task))
        .containsEntry("timeLapse", 60)
        .containsEntry("problems", "")
        .hasEntrySatisfying(
            "scenarioOverview", it -> assertThat(it.toString()).contains("A skimmer"));
    chosen(task, RANSOMWARE, 60);
    dispatcher.sendDue();

    assertThat(mailServer.received().stream().skip(mailsOfOtherTests))
        .anyMatch(
            mail ->
                mail.to().equals("mia@example.org")
                    && mail.text().contains("Case " + caseNumber + ": an exercise begins"));
    assertThat(caseNumber.value()).startsWith("EXERCISE-2026-");
    assertThat(incidents.get(caseNumber).title()).startsWith("EXERCISE: ");
  }

  @Test
  void who_may_not_have_the_plan_exercised_cannot_start_it() {
    assertThatThrownBy(() -> staff.starts("lena", "exercise-plan", Map.of()))
        .hasMessageContaining("exercise-plan");
  }

  @Test
  void a_choice_that_cannot_be_is_named_and_begins_nothing() {
    var task = planned("sam");
    var before = exercisesBegun();

    assertRefused(task, Map.of("scenario", "meteorite"), "scenario: there is none called");
    assertRefused(
        task, Map.of("participants", List.of("nobody")), "participants: nobody is called 'nobody'");
    assertRefused(task, Map.of("participants", List.of()), "participants: please answer");
    assertRefused(task, Map.of("timeLapse", 0), "timeLapse: please give at least 1");
    assertRefused(task, Map.of("timeLapse", 1.5), "timeLapse: 1.5 is no whole number");
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    assertThat(exercisesBegun()).isEqualTo(before);
  }

  @Test
  void an_exercise_that_is_ended_early_takes_all_its_tasks_along_and_has_its_report() {
    begins(RANSOMWARE, 60);
    triaged();
    assessed();
    staff.starts("pia", "publish-holding-statement", Map.of("caseNumber", caseNumber.value()));
    time.is("2026-03-03T15:09:00Z");
    staff.runDueJobs(caseNumber.value());

    staff.does(
        "sam", caseNumber.value(), "endTheExercise", Map.of("reason", "There is a real breach."));

    assertThat(staff.tasks(caseNumber.value())).containsExactly("drawTheLessons");
    assertThat(incidents.get(caseNumber).status()).isEqualTo(Status.CLOSED);
    var report = exercises.get(caseNumber).report().orElseThrow();
    assertThat(report.end()).isEqualTo("Ended early by Sam Leadership: There is a real breach.");
    assertThat(report.duties()).isNotEmpty().allMatch(duty -> duty.toldAt() == null);
    assertThat(report.injects())
        .extracting(ExerciseReport.Inject::title, ExerciseReport.Inject::late)
        .containsExactly(
            tuple("The extortionists write", true), tuple("A journalist calls", false));
    assertThat(report.steps())
        .filteredOn(step -> step.name().equals("Contain the breach"))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.who()).isEqualTo("core-it");
              assertThat(step.wasDone()).isFalse();
              assertThat(step.late()).isTrue();
            });
  }

  @Test
  void duties_that_the_team_did_not_find_are_in_the_report() {
    begins(RANSOMWARE, 60);
    staff.does("sam", caseNumber.value(), "endTheExercise", Map.of("reason", "Enough."));

    assertThat(exercises.get(caseNumber).report().orElseThrow().duties())
        .filteredOn(duty -> duty.expected() && !duty.determined())
        .extracting(ExerciseReport.Duty::jurisdiction)
        .contains("DE", "US-CA");
    assertThat(page("sam")).contains("expected, not found", "None are drawn yet.");
  }

  @Test
  void a_plan_that_stays_as_it_is_needs_a_reason() {
    endedEarly();

    assertThatThrownBy(() -> staff.does("sam", lessonsTask(), Map.of("outcome", "none")))
        .hasMessageContaining("reason: please answer");
    staff.does("sam", lessonsTask(), Map.of("outcome", "none", "reason", "It went well."));

    assertThat(staff.passed(caseNumber.value())).contains("nothingToChange");
    assertThat(acts()).contains("no lesson drawn");
  }

  @Test
  void a_lesson_has_an_owner_who_exists_and_a_day() {
    endedEarly();

    assertThatThrownBy(
            () ->
                staff.does(
                    "sam", lessonsTask(), Map.of("outcome", "lessons", "lesson1", "Better.")))
        .hasMessageContaining("owner1: please answer")
        .hasMessageContaining("due1: please answer");
    assertThatThrownBy(() -> staff.does("sam", lessonsTask(), lessonOf("nobody", "2026-04-01")))
        .hasMessageContaining("owner1: nobody is called 'nobody'");
    assertThatThrownBy(() -> staff.does("sam", lessonsTask(), lessonOf("pia", "soon")))
        .hasMessageContaining("due1: 'soon' is no day");
    assertThat(exercises.lessons(caseNumber)).isEmpty();
  }

  @Test
  void accepted_lessons_are_why_the_next_version_of_the_plan_is_prepared() {
    endedEarly();

    staff.does("sam", lessonsTask(), lessons());

    assertThat(plans.inPreparation().orElseThrow().reason())
        .contains("lessons of the exercise " + caseNumber, "One person answers the press.");
  }

  @Test
  void a_report_that_is_not_there_yet_is_not_found() {
    begins(RANSOMWARE, 60);

    var answer =
        http.withBasicAuth("mia", DemoStaff.PASSWORD)
            .getForEntity("/api/exercises/{case}/report", String.class, caseNumber);
    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(answer.getBody()).contains("has not ended yet");
  }

  private int exercisesBegun() {
    return db.sql("select count(*) from exercise").query(Integer.class).single();
  }

  private void assertRefused(Task task, Map<String, Object> wrong, String message) {
    var answers = new HashMap<>(choice(RANSOMWARE, 60));
    answers.putAll(wrong);
    assertThatThrownBy(() -> staff.does("sam", task, answers)).hasMessageContaining(message);
  }

  private Task planned(String person) {
    var instance = staff.starts(person, "exercise-plan", Map.of());
    return tasks.createTaskQuery().processInstanceId(instance).initializeFormKeys().singleResult();
  }

  private void begins(String scenario, int timeLapse) {
    chosen(planned("sam"), scenario, timeLapse);
  }

  private void chosen(Task task, String scenario, int timeLapse) {
    staff.does("sam", task, choice(scenario, timeLapse));
    caseNumber =
        new CaseNumber(
            processes
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
  }

  private static Map<String, Object> choice(String scenario, int timeLapse) {
    return Map.of("scenario", scenario, "participants", ALL, "timeLapse", timeLapse);
  }

  private ScriptedTeam team(Duration aTaskTakes) {
    return new ScriptedTeam(
        staff, time, tasks, processes, jobs, recipients, caseNumber.value(), facts(), aTaskTakes);
  }

  private Facts facts() {
    return scenarios.get(RANSOMWARE).facts();
  }

  private void triaged() {
    team(Duration.ZERO)
        .playUntil("assessExposure", task -> !is(task, "triage") && !is(task, "assessExposure"));
  }

  private void assessed() {
    team(Duration.ZERO)
        .playUntil(
            "confirmCriticality",
            task -> !is(task, "assessExposure") && !is(task, "confirmCriticality"));
  }

  private static boolean is(Task task, String name) {
    return task.getTaskDefinitionKey().equals(name);
  }

  private void endedEarly() {
    begins(RANSOMWARE, 60);
    staff.does("sam", caseNumber.value(), "endTheExercise", Map.of("reason", "Enough."));
  }

  private Task lessonsTask() {
    return staff.task(caseNumber.value(), "drawTheLessons");
  }

  private static Map<String, Object> lessons() {
    return Map.of(
        "outcome", "lessons",
        "lesson1", "One person answers the press.",
        "owner1", "pia",
        "due1", "2026-04-01",
        "lesson2", "File in phases.",
        "owner2", "petra",
        "due2", "2026-04-15");
  }

  private static Map<String, Object> lessonOf(String owner, String due) {
    return Map.of("outcome", "lessons", "lesson1", "Better.", "owner1", owner, "due1", due);
  }

  private String sheet() {
    return staff.form(staff.task(caseNumber.value(), "triage")).get("caseSheet").toString();
  }

  private Instant due(String task) {
    return staff.task(caseNumber.value(), task).getDueDate().toInstant();
  }

  private Obligation obligation(String duty) {
    return register.of(caseNumber).stream()
        .filter(obligation -> obligation.duty().id().equals(duty))
        .findFirst()
        .orElseThrow();
  }

  /** Of the deadline of the authority. */
  private long remindersAt(String instant) {
    time.is(instant);
    staff.runDueJobs(caseNumber.value());
    return timeline.of(caseNumber).stream()
        .filter(entry -> entry.act().equals("reminder sent"))
        .filter(entry -> entry.detail().orElseThrow().contains("33"))
        .count();
  }

  private List<String> acts() {
    return timeline.of(caseNumber).stream().map(Timeline.Entry::act).toList();
  }

  private static int number(CaseNumber caseNumber) {
    return Integer.parseInt(caseNumber.value().replaceFirst(".*-", ""));
  }

  private String page(String person) {
    return http.withBasicAuth(person, DemoStaff.PASSWORD)
        .getForObject("/api/exercises/{case}/report", String.class, caseNumber);
  }

  private Map<String, String> evidence() {
    var zip =
        http.withBasicAuth("lena", DemoStaff.PASSWORD)
            .getForObject("/api/incidents/{case}/evidence.zip", byte[].class, caseNumber);
    var files = new HashMap<String, String>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
