package breachresponse.workflow;

import breachresponse.delivery.StaffMail;
import breachresponse.plan.ResponsePlan;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
  private final StaffMail mail;

  Deputies(ResponsePlan plan, TaskService tasks, Members members, StaffMail mail) {
    this.plan = plan;
    this.tasks = tasks;
    this.members = members;
    this.mail = mail;
  }

  /**
   * Lets the deputies of the task's groups take it too, even if somebody has claimed it and gone.
   *
   * @return the groups that may take it from now on
   */
  List<String> join(Task task) {
    var late =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .toList();
    var deputies =
        late.stream()
            .map(group -> plan.deputies().get(group))
            .filter(deputy -> deputy != null && !late.contains(deputy))
            .distinct()
            .toList();
    deputies.forEach(deputy -> tasks.addCandidateGroup(task.getId(), deputy));
    tasks.setAssignee(task.getId(), null);
    return deputies;
  }

  /** Writes to the incident team and to everybody in these groups. */
  void post(Collection<String> groups, String subject, String text) {
    var to = Stream.concat(plan.team().stream(), members.addresses(groups)).distinct().toList();
    mail.post(to, subject, text);
  }
}
