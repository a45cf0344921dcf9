package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** Plays every role of a case by script, and moves the clock when there is nothing left to do. */
public class ScriptedTeam {

  private static final Duration A_LOOK_AT_THE_CLOCK = Duration.ofMinutes(1);
  private static final Duration PATIENCE = Duration.ofHours(12);
  private static final Pattern LEFT_TO_PR = Pattern.compile("\\{\\{(?!name}})[^}]*}}");
  private static final Map<String, String> PEOPLE =
      Map.of(
          "legal", "leo",
          "cio", "chris",
          "pr", "paul",
          "ceo", "carla",
          "privacy", "petra",
          "core-it", "ian",
          "senior-leadership", "sam",
          "incident-team", "sam");

  /** Who writes a text does not sign it. */
  private static final Map<String, String> AUTHORS =
      Map.of(
          "decideOnCustomers", "lena",
          "draftNotice", "pia",
          "fileIt", "petra",
          "prepareFiling", "petra",
          "recordClockStart", "lena",
          "releaseNotice", "sam");

  private final Staff staff;
  private final Time time;
  private final TaskService tasks;
  private final RuntimeService processes;
  private final ManagementService jobs;
  private final Recipients recipients;
  private final String caseNumber;
  private final Facts facts;
  private final Duration aTaskTakes;
  private final List<String> sheets = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /**
   * @param facts what it finds when it assesses the exposure
   * @param aTaskTakes on the wall
   */
  public ScriptedTeam(
      Staff staff,
      Time time,
      TaskService tasks,
      RuntimeService processes,
      ManagementService jobs,
      Recipients recipients,
      String caseNumber,
      Facts facts,
      Duration aTaskTakes) {
    this.staff = staff;
    this.time = time;
    this.tasks = tasks;
    this.processes = processes;
    this.jobs = jobs;
    this.recipients = recipients;
    this.caseNumber = caseNumber;
    this.facts = facts;
    this.aTaskTakes = aTaskTakes;
  }

  /** What the forms said of the case. */
  List<String> sheets() {
    return sheets;
  }

  /** What the tasks were called. */
  List<String> names() {
    return names;
  }

  /**
   * Does all tasks as they come.
   *
   * @param left those that nobody does yet, by the time on the wall
   */
  public void playUntil(String task, Predicate<Task> left) {
    var latest = time.instant().plus(PATIENCE);
    for (var open = open(left); open.stream().noneMatch(is(task)); open = open(left)) {
      assertThat(time.instant()).as("never ends, open is %s", open).isBefore(latest);
      if (open.isEmpty()) {
        time.is(nextTimer());
      } else {
        time.passes(aTaskTakes);
        act(open.get(0));
      }
      staff.runDueJobs(caseNumber);
    }
  }

  private List<Task> open(Predicate<Task> left) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseNumber)
        .orderByTaskCreateTime()
        .asc()
        .initializeFormKeys()
        .list()
        .stream()
        .filter(left.negate())
        .toList();
  }

  private static Predicate<Task> is(String name) {
    return task -> task.getTaskDefinitionKey().equals(name);
  }

  private Instant nextTimer() {
    return processes
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .flatMap(
            instance ->
                jobs
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .timers()
                    .active()
                    .list()
                    .stream())
        .map(Job::getDuedate)
        .map(due -> Instant.ofEpochMilli(due.getTime()))
        .min(Instant::compareTo)
        .orElseGet(() -> time.instant().plus(A_LOOK_AT_THE_CLOCK));
  }

  private void act(Task task) {
    var form = staff.form(task);
    names.add(task.getName());
    Optional.ofNullable(form.get("caseSheet")).map(Object::toString).ifPresent(sheets::add);
    if (task.getTaskDefinitionKey().equals("provideRecipients")) {
      upload();
    }
    staff.does(who(task), task, answers(task.getTaskDefinitionKey(), form));
  }

  private String who(Task task) {
    return AUTHORS.getOrDefault(task.getTaskDefinitionKey(), PEOPLE.get(staff.groups(task).get(0)));
  }

  private void upload() {
    var file =
        """
        id,email,name,language,residence
        1,ann@example.com,Ann Other,en,DE
        2,eva@example.com,Eva Otra,es,US-CA
        """;
    recipients.add(
        new CaseNumber(caseNumber),
        new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
        "petra");
  }

  private Map<String, Object> answers(String task, Map<String, Object> form) {
    return switch (task) {
      case "triage" -> Map.of("outcome", "breach", "reason", "It is real.", "awareAt", now());
      case "containBreach" -> Map.of("measures", "The way in is closed.");
      case "assessExposure", "recordFindings" -> exposure(form);
      case "confirmCriticality" -> Map.of("level", form.get("level"));
      case "decideOnCustomers" -> Map.of("decision", "tell");
      case "defineSegments" -> Map.of("sameForAll", "yes");
      case "draftNotice" -> draft(form);
      case "sign" -> Map.of("decision", "sign");
      case "releaseNotice" -> Map.of("decision", "release");
      case "prepareFiling" ->
          Map.of("outcome", "file", "text", form.get("text"), "incomplete", true);
      case "fileIt" ->
          Map.of(
              "filedAt", now(),
              "reference", form.get("reference"),
              "reasonForDelay", "We learned of it late.");
      case "recordClockStart" -> Map.of("outcome", "not-owed", "reason", "It does not happen.");
      case "explainDelay" -> Map.of("reason", "We learned of it late.");
      case "acceptChanges" -> Map.of("reason", "The facts are better known now.");
      case "postOnChannel" -> Map.of("outcome", "not-posted", "reason", "Exercise.");
      case "informTheAudience" -> Map.of("how", "Nobody, since it is an exercise.");
      case "answerInject" -> Map.of("answer", "We stay calm and say what we know.");
      case "reviewResponse" -> Map.of("lessons", "Two factors.", "nobodyToldReason", "None.");
      default -> Map.of();
    };
  }

  private String now() {
    return time.instant().atOffset(ZoneOffset.UTC).toString();
  }

  private Map<String, Object> exposure(Map<String, Object> form) {
    var answers = new LinkedHashMap<String, Object>();
    answers.put("awareAt", form.get("awareAt"));
    answers.put("role", "controller");
    answers.put("breach", terms(facts.breach()));
    answers.put("dataCategories", List.copyOf(facts.dataCategories()));
    answers.put("encrypted", facts.protection().encrypted() ? "yes" : "no");
    answers.put(
        "affected",
        facts.affected().stream()
            .map(some -> some.residence() + " " + some.people())
            .collect(Collectors.joining("\n")));
    answers.put("risk", term(facts.risk()));
    answers.put("riskReason", "Strangers have the data.");
    answers.put("consequence", term(facts.consequence()));
    answers.put("cause", "A stolen password.");
    answers.put("consequences", "Somebody may use the data.");
    answers.put("measures", "All passwords were changed.");
    answers.put("factsVersion", form.get("shownVersion"));
    return answers;
  }

  private static List<String> terms(Iterable<? extends Enum<?>> values) {
    var terms = new ArrayList<String>();
    values.forEach(value -> terms.add(term(value)));
    return terms;
  }

  private static String term(Enum<?> value) {
    return value.name().toLowerCase().replace('_', '-');
  }

  private static Map<String, Object> draft(Map<String, Object> form) {
    var answers = new LinkedHashMap<String, Object>();
    form.forEach(
        (key, value) -> {
          if (value instanceof String text) {
            answers.put(key, LEFT_TO_PR.matcher(text).replaceAll("Your data were copied."));
          }
        });
    answers.put("incomplete", true);
    answers.put("incompleteReason", "The rest is on our page.");
    return answers;
  }
}
