package breachresponse.workflow;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import breachresponse.delivery.StaffMail;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.ResponsePlan.Person;
import breachresponse.plan.Role;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Whom the plan names to step in for a group that is late. */
@Component
class Deputies {

  private final ResponsePlan plan;
  private final TaskService tasks;
  private final Members members;
  private final CaseAccess access;
  private final StaffMail mail;

  Deputies(
      ResponsePlan plan, TaskService tasks, Members members, CaseAccess access, StaffMail mail) {
    this.plan = plan;
    this.tasks = tasks;
    this.members = members;
    this.access = access;
    this.mail = mail;
  }

  /**
   * Who steps in.
   *
   * @param groups may take the tasks from now on
   * @param people whom the plan names as deputies of the roles that are late
   */
  record Asked(List<String> groups, List<Person> people) {

    String inWords() {
      return Stream.concat(groups.stream().map(Role::title), people.stream().map(Person::name))
          .collect(joining(", "));
    }
  }

  /**
   * Lets the deputies take the tasks too, even if somebody has claimed them and gone; of a
   * restricted case those alone who may see it.
   *
   * @param caseNumber null for what belongs to no case
   */
  Asked join(CaseNumber caseNumber, Collection<Task> late) {
    Predicate<String> mayKnow = person -> caseNumber == null || access.maySee(person, caseNumber);
    var roles = late.stream().flatMap(this::groups).collect(toSet());
    var groups = late.stream().flatMap(task -> join(task, mayKnow).stream()).distinct().toList();
    var deputies =
        plan.seats().stream()
            .filter(seat -> roles.contains(seat.role()))
            .flatMap(seat -> seat.deputies().stream())
            .filter(mayKnow)
            .collect(toSet());
    return new Asked(
        groups, plan.people().stream().filter(person -> deputies.contains(person.id())).toList());
  }

  private List<String> join(Task task, Predicate<String> mayKnow) {
    var late = groups(task).toList();
    var deputies =
        late.stream()
            .map(group -> plan.deputies().get(group))
            .filter(deputy -> deputy != null && !late.contains(deputy))
            .distinct()
            .filter(deputy -> members.people(deputy).anyMatch(mayKnow))
            .toList();
    deputies.forEach(deputy -> tasks.addCandidateGroup(task.getId(), deputy));
    tasks.setAssignee(task.getId(), null);
    return deputies;
  }

  private Stream<String> groups(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull);
  }

  /** Writes to the incident team and to everybody in these groups, as far as they may know. */
  void post(CaseNumber caseNumber, Collection<String> groups, String subject, String text) {
    post(caseNumber, new Asked(List.copyOf(groups), List.of()), subject, text);
  }

  /**
   * Writes to the incident team and to those who step in, at all addresses that the plan has; of a
   * restricted case to all who may see it.
   *
   * @param caseNumber null for what belongs to no case
   */
  void post(CaseNumber caseNumber, Asked asked, String subject, String text) {
    var to =
        Stream.of(
                plan.team().stream(),
                members.addresses(asked.groups()),
                asked.people().stream()
                    .flatMap(person -> Stream.of(person.email(), person.otherAddress())))
            .flatMap(addresses -> addresses)
            .filter(address -> !address.isBlank())
            .distinct()
            .toList();
    mail.post(caseNumber == null ? to : members.mayKnow(caseNumber, to), subject, text);
  }
}
