package breachresponse.workflow.taskmail;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.taskmail.TaskMails.Kind;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What a mail says of tasks: the case's number, the task's name, when it is due and where it is.
 * Mailboxes are no place for more.
 */
@Component
class TaskMailText {

  private final TaskService tasks;
  private final Unrestricted engine;
  private final ResponsePlan plan;
  private final Words words;
  private final Catalogue catalogue;
  private final TaskMailSettings settings;
  private final URI site;

  TaskMailText(
      TaskService tasks,
      Unrestricted engine,
      ResponsePlan plan,
      Words words,
      Catalogue catalogue,
      TaskMailSettings settings,
      @Value("${breach.staff-address}") URI site) {
    this.tasks = tasks;
    this.engine = engine;
    this.plan = plan;
    this.words = words;
    this.catalogue = catalogue;
    this.settings = settings;
    this.site = site;
  }

  String subject(Map<Kind, List<Task>> told) {
    var all = told.values().stream().flatMap(Collection::stream).distinct().toList();
    var mark = all.stream().allMatch(this::isOfExercise) ? catalogue.of("[EXERCISE]") + " " : "";
    var overdue = told.getOrDefault(Kind.OVERDUE, List.of()).size();
    if (all.size() > 1) {
      return mark
          + (overdue == 0
              ? catalogue.of("%d tasks wait for you").formatted(all.size())
              : catalogue
                  .of("%d tasks wait for you, %d of them overdue")
                  .formatted(all.size(), overdue));
    }
    var wanted = overdue == 1 ? catalogue.of("Overdue: %s") : catalogue.of("A task for you: %s");
    return mark + wanted.formatted(named(all.get(0)));
  }

  String plain(Map<Kind, List<Task>> told) {
    var overdue = told.getOrDefault(Kind.OVERDUE, List.of());
    var fresh =
        told.getOrDefault(Kind.NEW, List.of()).stream()
            .filter(task -> overdue.stream().noneMatch(late -> late.getId().equals(task.getId())))
            .toList();
    return Stream.of(
            part(catalogue.of("Overdue:"), overdue),
            part(catalogue.of("New:"), fresh),
            catalogue
                .of(
                    "These tasks wait for you or your groups. You get %d such mails an hour at most.")
                .formatted(settings.perHour()))
        .filter(Predicate.not(String::isEmpty))
        .collect(joining("\n\n", "", "\n"));
  }

  private String part(String heading, List<Task> listed) {
    return listed.isEmpty()
        ? ""
        : listed.stream().map(this::line).collect(joining("\n\n", heading + "\n\n", ""));
  }

  private String line(Task task) {
    var due =
        Optional.ofNullable(task.getDueDate())
            .map(date -> words.deadline(date.toInstant(), plan.zone()))
            .map(when -> "\n  " + catalogue.of("Due: %s").formatted(when))
            .orElse("");
    return "- %s%s\n  %s/camunda/app/tasklist/default/#/?task=%s"
        .formatted(named(task), due, site, task.getId());
  }

  private String named(Task task) {
    return caseOf(task).map(number -> number + ", ").orElse("") + task.getName();
  }

  private boolean isOfExercise(Task task) {
    return caseOf(task)
        .filter(CaseNumber::isOne)
        .map(CaseNumber::new)
        .filter(CaseNumber::isExercise)
        .isPresent();
  }

  /** As the task's card has it. */
  Optional<String> caseOf(Task task) {
    return Optional.ofNullable(
        (String) engine.ask(() -> tasks.getVariableLocal(task.getId(), "caseRef")));
  }
}
