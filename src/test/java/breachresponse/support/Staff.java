package breachresponse.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.boot.test.context.TestComponent;

/**
 * The sample staff at work, as in Tasklist: each person under their own name and permissions,
 * through the forms alone. After each act the work that is due by the test's clock is run.
 */
@TestComponent
public class Staff {

  private static final Set<String> LISTS = Set.of("releaseNotice", "reviewLegalObligations");

  private final FormService forms;
  private final TaskService tasks;
  private final IdentityService identities;
  private final ManagementService jobs;
  private final RepositoryService repository;
  private final HistoryService history;

  Staff(
      FormService forms,
      TaskService tasks,
      IdentityService identities,
      ManagementService jobs,
      RepositoryService repository,
      HistoryService history) {
    this.forms = forms;
    this.tasks = tasks;
    this.identities = identities;
    this.jobs = jobs;
    this.repository = repository;
    this.history = history;
  }

  /**
   * Starts a process by its start form.
   *
   * @return the id of the process instance
   */
  public String starts(String person, String process, Map<String, Object> answers) {
    var definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    var instance =
        as(person, () -> forms.submitStartForm(definition.getId(), Variables.fromMap(answers)));
    runDueJobsOf(instance.getId());
    return instance.getId();
  }

  /** Claims the one open task of that name in the case and completes it by its form. */
  public void does(String person, String caseNumber, String task, Map<String, Object> answers) {
    does(person, task(caseNumber, task), answers);
  }

  public void does(String person, Task task, Map<String, Object> answers) {
    only(person, task, answers);
    runDueJobsOf(task.getProcessInstanceId());
  }

  /** The same, but what follows from it is not run yet. */
  public void only(String person, Task task, Map<String, Object> answers) {
    as(
        person,
        () -> {
          if (task.getAssignee() == null) {
            tasks.claim(task.getId(), person);
          }
          forms.submitTaskForm(task.getId(), Variables.fromMap(withList(task, answers)));
          return null;
        });
  }

  /** Some forms say which list they have shown, as an expression of theirs has it. */
  private Map<String, Object> withList(Task task, Map<String, Object> answers) {
    var all = new HashMap<>(answers);
    if (LISTS.contains(task.getTaskDefinitionKey())) {
      all.putIfAbsent("list", form(task).get("shownList"));
    }
    return all;
  }

  /** What the task's form shows: values by key. */
  public Map<String, Object> form(Task task) {
    return forms.getTaskFormVariables(task.getId());
  }

  /** The one open task of that name in the case. */
  public Task task(String caseNumber, String task) {
    var found = tasks(caseNumber, task);
    assertThat(found)
        .as("open tasks '%s' of case %s, where there are %s", task, caseNumber, tasks(caseNumber))
        .hasSize(1);
    return found.get(0);
  }

  /** The one open task of a process instance. */
  public Task taskOf(String instance) {
    return tasks.createTaskQuery().processInstanceId(instance).initializeFormKeys().singleResult();
  }

  public List<Task> tasks(String caseNumber, String task) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseNumber)
        .taskDefinitionKey(task)
        .initializeFormKeys()
        .list();
  }

  /** The names (ids in the diagram) of all open tasks of the case. */
  public List<String> tasks(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  /** The groups that may take the task. */
  public List<String> groups(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .filter(link -> link.getGroupId() != null)
        .map(link -> link.getGroupId())
        .sorted()
        .toList();
  }

  /** What the case's processes have passed, by id in their diagrams. */
  public List<String> passed(String caseNumber) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .flatMap(
            instance ->
                history
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .finished()
                    .list()
                    .stream())
        .map(activity -> activity.getActivityId())
        .toList();
  }

  /** Runs all jobs of all cases that are due, and those that they bring about. */
  public void runDueJobs() {
    run(() -> jobs.createJobQuery().executable().list());
  }

  /** Runs the case's jobs that are due, and those that they bring about. */
  public void runDueJobs(String caseNumber) {
    run(
        () ->
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseNumber)
                .unfinished()
                .list()
                .stream()
                .flatMap(instance -> dueJobs(instance.getId()).stream())
                .toList());
  }

  /** What belongs to no case stands alone. */
  private void runDueJobsOf(String instance) {
    Optional.ofNullable(caseOf(instance))
        .ifPresentOrElse(this::runDueJobs, () -> run(() -> dueJobs(instance)));
  }

  private List<Job> dueJobs(String instance) {
    return jobs.createJobQuery().processInstanceId(instance).executable().list();
  }

  private void run(Supplier<List<Job>> due) {
    for (var left = due.get(); !left.isEmpty(); left = due.get()) {
      jobs.executeJob(left.get(0).getId());
    }
  }

  private String caseOf(String instance) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceId(instance)
        .singleResult()
        .getBusinessKey();
  }

  public <T> T as(String person, Supplier<T> act) {
    identities.setAuthentication(
        person,
        identities.createGroupQuery().groupMember(person).list().stream()
            .map(Group::getId)
            .toList());
    try {
      return act.get();
    } finally {
      identities.clearAuthentication();
    }
  }
}
