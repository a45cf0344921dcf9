package breachresponse.workflow.staff;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.plan.PlanContent;
import breachresponse.plan.ResponsePlan.Seat;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.staff.TeamChanges.Membership;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Gives back what people who left a role had claimed for it. */
@Component
public class Handover {

  /** The second look is somebody's who has not had the first: whose, the group knows best. */
  public static final Set<String> SECOND_LOOKS =
      Set.of(
          "sign",
          "releaseNotice",
          "releaseInAnEmergency",
          "lookAgain",
          "releaseStatement",
          "endTheHold",
          "endTheNewHold",
          "watchTheDispatch");

  /**
   * What became of one task, as people read it.
   *
   * @param restrictedCase only those who may see it may read of it
   */
  public record Line(String words, Optional<CaseNumber> restrictedCase) {}

  private final TaskService tasks;
  private final IdentityService identities;
  private final AuthorizationService authorizations;
  private final CaseAccess access;
  private final Unrestricted engine;

  Handover(
      TaskService tasks,
      IdentityService identities,
      AuthorizationService authorizations,
      CaseAccess access,
      Unrestricted engine) {
    this.tasks = tasks;
    this.identities = identities;
    this.authorizations = authorizations;
    this.access = access;
    this.engine = engine;
  }

  /**
   * A task waits for its groups again, or is the deputy's where the role has exactly one who was in
   * it before already.
   *
   * @return one line for each task
   */
  public List<Line> after(TeamChanges changes, PlanContent plan) {
    return engine.ask(
        () ->
            byPerson(changes.left()).entrySet().stream()
                .flatMap(
                    leaver -> {
                      var groups = groupsAfter(leaver.getKey(), changes);
                      withdrawRights(leaver.getKey(), groups);
                      return claimedBy(leaver.getKey()).stream()
                          .filter(task -> isOutOfReach(task, leaver.getKey(), groups))
                          .map(task -> handOver(task, leaver.getValue(), changes, plan));
                    })
                .toList());
  }

  /** The engine lets whoever has claimed a task once go on with it, whatever group they are in. */
  private void withdrawRights(String person, Set<String> groups) {
    for (var right :
        authorizations
            .createAuthorizationQuery()
            .userIdIn(person)
            .resourceType(Resources.TASK)
            .unlimitedList()) {
      var task = tasks.createTaskQuery().taskId(right.getResourceId()).singleResult();
      if (task != null && isOutOfReach(task, person, groups)) {
        authorizations.deleteAuthorization(right.getId());
      }
    }
  }

  private Line handOver(Task task, Set<String> leftRoles, TeamChanges changes, PlanContent plan) {
    var deputy =
        SECOND_LOOKS.contains(task.getTaskDefinitionKey())
            ? Optional.<String>empty()
            : deputy(groups(task).stream().filter(leftRoles::contains).toList(), changes, plan)
                .filter(person -> maySee(person, task));
    var words =
        "\"%s\" of %s %s"
            .formatted(
                task.getName(),
                task.getAssignee(),
                deputy
                    .map(person -> "is now the task of the deputy, " + person)
                    .orElse("waits for its groups again"));
    tasks.setAssignee(task.getId(), deputy.orElse(null));
    return new Line(words, caseOf(task).filter(access::isRestricted));
  }

  private boolean maySee(String person, Task task) {
    return caseOf(task).map(caseNumber -> access.maySee(person, caseNumber)).orElse(true);
  }

  private Optional<CaseNumber> caseOf(Task task) {
    return Optional.ofNullable((String) tasks.getVariable(task.getId(), "caseNumber"))
        .map(CaseNumber::new);
  }

  /**
   * Who has just joined may have no password yet. Where the deputy has moved up, it is the first.
   */
  private static Optional<String> deputy(
      List<String> roles, TeamChanges changes, PlanContent plan) {
    var seats = plan.seats().stream().filter(seat -> roles.contains(seat.role())).toList();
    var deputies =
        inOffice(seats.stream().flatMap(seat -> memberships(seat, seat.deputies())), changes);
    var candidates =
        deputies.isEmpty()
            ? inOffice(
                seats.stream().flatMap(seat -> memberships(seat, List.of(seat.first()))), changes)
            : deputies;
    return candidates.size() == 1 ? candidates.stream().findFirst() : Optional.empty();
  }

  private static Stream<Membership> memberships(Seat seat, List<String> people) {
    return people.stream().map(person -> new Membership(person, seat.role()));
  }

  private static Set<String> inOffice(Stream<Membership> memberships, TeamChanges changes) {
    return memberships
        .filter(not(changes.joined()::contains))
        .map(Membership::person)
        .collect(toSet());
  }

  private List<Task> claimedBy(String person) {
    return tasks.createTaskQuery().taskAssignee(person).unlimitedList();
  }

  private boolean isOutOfReach(Task task, String person, Set<String> groupsOfPerson) {
    var links = tasks.getIdentityLinksForTask(task.getId());
    return !groups(task).isEmpty()
        && groups(task).stream().noneMatch(groupsOfPerson::contains)
        && links.stream()
            .filter(link -> "candidate".equals(link.getType()))
            .noneMatch(link -> person.equals(link.getUserId()));
  }

  private List<String> groups(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The engine may not have written down yet what has changed. */
  private Set<String> groupsAfter(String person, TeamChanges changes) {
    var groups =
        identities.createGroupQuery().groupMember(person).unlimitedList().stream()
            .map(Group::getId)
            .collect(toSet());
    groups.addAll(byPerson(changes.joined()).getOrDefault(person, Set.of()));
    groups.removeAll(byPerson(changes.left()).getOrDefault(person, Set.of()));
    return groups;
  }

  private static Map<String, Set<String>> byPerson(List<Membership> memberships) {
    return memberships.stream()
        .collect(groupingBy(Membership::person, mapping(Membership::group, toSet())));
  }
}
