package breachresponse.workflow.cockpit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import breachresponse.incident.Incident;
import breachresponse.language.Catalogue;
import breachresponse.plan.Role;
import breachresponse.workflow.staff.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What the cases wait for, as far as who asks may read it. */
@Component
class OpenTasks {

  /**
   * Tasks of one name that wait for the same people.
   *
   * @param who the person who has claimed them, or the groups that may
   */
  public record Waiting(String task, String who, int count) {}

  private record Kind(String task, String who) {}

  private final TaskService tasks;
  private final RuntimeService processes;
  private final People people;
  private final Catalogue catalogue;

  OpenTasks(TaskService tasks, RuntimeService processes, People people, Catalogue catalogue) {
    this.tasks = tasks;
    this.processes = processes;
    this.people = people;
    this.catalogue = catalogue;
  }

  /** By case number, those first that have waited longest. */
  Map<String, List<Waiting>> byCase() {
    var cases =
        processes.createProcessInstanceQuery().unlimitedList().stream()
            .filter(instance -> instance.getBusinessKey() != null)
            .collect(toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    var groups = groups();
    var names = new HashMap<String, String>();
    var byCase = new HashMap<String, List<Waiting>>();
    tasks.createTaskQuery().orderByTaskCreateTime().asc().unlimitedList().stream()
        .filter(task -> cases.containsKey(task.getProcessInstanceId()))
        .collect(groupingBy(task -> cases.get(task.getProcessInstanceId())))
        .forEach((number, open) -> byCase.put(number, kinds(open, groups, names)));
    return byCase;
  }

  private List<Waiting> kinds(
      List<Task> open, Map<String, List<String>> groups, Map<String, String> names) {
    var kinds = new LinkedHashMap<Kind, Integer>();
    for (var task : open) {
      var who =
          task.getAssignee() == null
              ? groups.getOrDefault(task.getId(), List.of()).stream().collect(joining(", "))
              : names.computeIfAbsent(task.getAssignee(), people::name);
      kinds.merge(new Kind(plain(task.getName()), who), 1, Integer::sum);
    }
    return kinds.entrySet().stream()
        .map(kind -> new Waiting(kind.getKey().task(), kind.getKey().who(), kind.getValue()))
        .toList();
  }

  /** Who sees the case sees that it is an exercise. */
  private static String plain(String name) {
    return name.startsWith(Incident.EXERCISE) ? name.substring(Incident.EXERCISE.length()) : name;
  }

  /** A query for each group, where asking each task for its groups would be one for each task. */
  private Map<String, List<String>> groups() {
    var groups = new HashMap<String, List<String>>();
    for (var role : Role.values()) {
      tasks.createTaskQuery().taskCandidateGroup(role.group()).unlimitedList().stream()
          .map(Task::getId)
          .forEach(
              id ->
                  groups
                      .computeIfAbsent(id, none -> new ArrayList<>())
                      .add(catalogue.of(role.title())));
    }
    return groups;
  }
}
