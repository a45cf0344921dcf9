package breachresponse.workflow.restricted;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.workflow.engine.CaseLabels;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.staff.People;
import breachresponse.workflow.taskmail.NewTasks;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Restricts cases to named people and opens them again, with all that hangs on it in the engine.
 */
@Service
@Transactional
public class RestrictedCases {

  private final CaseAccess access;
  private final CaseLabels labels;
  private final Unattended unattended;
  private final NewTasks newTasks;
  private final People people;
  private final ResponsePlan plan;
  private final TaskService tasks;
  private final IdentityService identities;
  private final Unrestricted engine;

  RestrictedCases(
      CaseAccess access,
      CaseLabels labels,
      Unattended unattended,
      NewTasks newTasks,
      People people,
      ResponsePlan plan,
      TaskService tasks,
      IdentityService identities,
      Unrestricted engine) {
    this.access = access;
    this.labels = labels;
    this.unattended = unattended;
    this.newTasks = newTasks;
    this.people = people;
    this.plan = plan;
    this.tasks = tasks;
    this.identities = identities;
    this.engine = engine;
  }

  /**
   * Checks whom somebody names, so that the response can go on: one of legal, who decides what the
   * law wants, and one of those who stop the breach.
   *
   * @throws IllegalArgumentException naming the field and who is missing or not known
   */
  public void check(String field, Collection<String> named) {
    people.known(field, named);
    needOneOf(field, named, Role.LEGAL.group());
    needOneOf(
        field,
        named,
        Role.CORE_IT.group(),
        plan.deputies().getOrDefault(Role.CORE_IT.group(), Role.CORE_IT.group()));
  }

  private void needOneOf(String field, Collection<String> named, String... groups) {
    if (Arrays.stream(groups)
        .flatMap(group -> members(group).stream())
        .noneMatch(named::contains)) {
      throw new IllegalArgumentException(
          "%s: nobody of %s is among them, please name one"
              .formatted(
                  field,
                  String.join(" or ", Arrays.stream(groups).distinct().map(Role::title).toList())));
    }
  }

  private Set<String> members(String group) {
    return engine.ask(
        () ->
            new TreeSet<>(
                identities.createUserQuery().memberOfGroup(group).unlimitedList().stream()
                    .map(User::getId)
                    .toList()));
  }

  /**
   * From now on these people alone see the case. What others have claimed waits for its groups
   * again, and who is let in is mailed of what waits for them.
   *
   * @throws IllegalArgumentException as {@link #check}, the field being {@code mayBeSeenBy}
   */
  public void restrict(CaseNumber caseNumber, Collection<String> named, String reason, String by) {
    check("mayBeSeenBy", named);
    access.restrict(caseNumber, named, reason, by);
    labels.follow(caseNumber);
    engine.ask(
        () -> {
          openTasks(caseNumber).forEach(task -> giveBack(task, named));
          openTasks(caseNumber).forEach(task -> unattended.seeTo(task, caseNumber));
          tell(caseNumber, named);
          return caseNumber;
        });
  }

  /** From now on all who have a role in the case see it. */
  public void open(CaseNumber caseNumber, String reason, String by) {
    access.open(caseNumber, reason, by);
    labels.follow(caseNumber);
  }

  private List<Task> openTasks(CaseNumber caseNumber) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseNumber.value())
        .unlimitedList()
        .stream()
        .filter(task -> !isBeingCompleted(task))
        .toList();
  }

  /** The task in which somebody says who may see the case stays theirs. */
  private static boolean isBeingCompleted(Task task) {
    return TaskListener.EVENTNAME_COMPLETE.equals(((DelegateTask) task).getEventName());
  }

  private void giveBack(Task task, Collection<String> named) {
    if (task.getAssignee() != null && !named.contains(task.getAssignee())) {
      tasks.setAssignee(task.getId(), null);
    }
  }

  private void tell(CaseNumber caseNumber, Collection<String> named) {
    openTasks(caseNumber).stream()
        .filter(task -> task.getAssignee() == null)
        .forEach(task -> newTasks.tell(task, named));
  }
}
