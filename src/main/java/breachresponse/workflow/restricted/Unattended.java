package breachresponse.workflow.restricted;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import breachresponse.delivery.StaffMail;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.Members;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.taskmail.Candidates;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Tasks of restricted cases which wait for groups of whom nobody may see the case: they go to the
 * deputies whom the plan names, if any of those may see it, and else those who may are told to let
 * somebody in. No deadline is to pass because nobody knows of a task.
 */
@Component
public class Unattended {

  /** Whoever had a part in the text is refused there. */
  private static final Set<String> OF_OTHERS = Set.of("sign", "releaseInAnEmergency", "lookAgain");

  private final CaseAccess access;
  private final SignOffs signOffs;
  private final ResponsePlan plan;
  private final TaskService tasks;
  private final IdentityService identities;
  private final Members members;
  private final StaffMail mail;
  private final Timeline timeline;
  private final Unrestricted engine;
  private final Catalogue catalogue;

  Unattended(
      CaseAccess access,
      SignOffs signOffs,
      ResponsePlan plan,
      TaskService tasks,
      IdentityService identities,
      Members members,
      StaffMail mail,
      Timeline timeline,
      Unrestricted engine,
      Catalogue catalogue) {
    this.access = access;
    this.signOffs = signOffs;
    this.plan = plan;
    this.tasks = tasks;
    this.identities = identities;
    this.members = members;
    this.mail = mail;
    this.timeline = timeline;
    this.engine = engine;
    this.catalogue = catalogue;
  }

  /** Finds somebody for the task, if nobody who may see the case may take it. */
  void seeTo(Task task, CaseNumber caseNumber) {
    var people = access.people(caseNumber);
    if (people.isEmpty() || isAttended(task, people)) {
      return;
    }
    var deputies = deputies(task, people);
    deputies.forEach(group -> tasks.addCandidateGroup(task.getId(), group));
    if (deputies.isEmpty()) {
      askToLetSomebodyIn(task, caseNumber);
    } else {
      timeline.record(
          caseNumber,
          "response-plan",
          "deputies asked, since nobody else may see the case",
          "%s: %s".formatted(task.getName(), titles(deputies)),
          null);
    }
  }

  /** What waits for nobody who may see the case: a line each, with the groups. */
  public List<String> of(CaseNumber caseNumber) {
    var people = access.people(caseNumber);
    return people.isEmpty()
        ? List.of()
        : engine.ask(
            () ->
                tasks
                    .createTaskQuery()
                    .processInstanceBusinessKey(caseNumber.value())
                    .unlimitedList()
                    .stream()
                    .filter(task -> !isAttended(task, people))
                    .map(task -> "%s (%s)".formatted(task.getName(), waitedFor(task)))
                    .distinct()
                    .toList());
  }

  private boolean isAttended(Task task, Set<String> people) {
    if (task.getAssignee() != null) {
      return people.contains(task.getAssignee());
    }
    var barred = barred(task);
    return Candidates.of(tasks.getIdentityLinksForTask(task.getId()), identities).stream()
        .filter(not(barred::contains))
        .anyMatch(people::contains);
  }

  private Set<String> barred(Task task) {
    return OF_OTHERS.contains(task.getTaskDefinitionKey())
        ? signOffs.barred(UUID.fromString((String) tasks.getVariable(task.getId(), "documentId")))
        : Set.of();
  }

  private List<String> deputies(Task task, Set<String> people) {
    return groups(task).stream()
        .map(group -> plan.deputies().get(group))
        .filter(Objects::nonNull)
        .distinct()
        .filter(
            group ->
                identities.createUserQuery().memberOfGroup(group).unlimitedList().stream()
                    .anyMatch(user -> people.contains(user.getId())))
        .toList();
  }

  private List<String> groups(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }

  private String waitedFor(Task task) {
    return titles(groups(task));
  }

  private String titles(Collection<String> groups) {
    return groups.stream().map(Role::title).map(catalogue::of).collect(joining(", "));
  }

  private void askToLetSomebodyIn(Task task, CaseNumber caseNumber) {
    timeline.record(
        caseNumber,
        "response-plan",
        "nobody who may see the case may do this",
        "%s: %s".formatted(task.getName(), waitedFor(task)),
        null);
    mail.post(
        members.mayKnow(caseNumber, List.of()),
        catalogue.of("Case %s: please let somebody in").formatted(caseNumber),
        catalogue
            .of(
                """
                Only named people may see case %s, and you are one of them.

                A task waits for somebody who may not: %s, for %s.

                Please let one of them in: start "Say who may see a case" in Tasklist. Until then nobody does this, and deadlines go on.
                """)
            .formatted(caseNumber, task.getName(), waitedFor(task)));
  }
}
