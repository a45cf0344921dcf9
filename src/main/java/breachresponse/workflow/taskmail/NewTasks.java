package breachresponse.workflow.taskmail;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.workflow.taskmail.TaskMails.Kind;
import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Notes of each new task whom to mail, in the transaction that makes it. Whoever has it already,
 * since they began the process, knows.
 */
@Component
public class NewTasks extends AbstractBpmnParseListener {

  private final TaskMails mails;
  private final TaskMailSettings settings;
  private final CaseAccess access;

  NewTasks(TaskMails mails, TaskMailSettings settings, CaseAccess access) {
    this.mails = mails;
    this.settings = settings;
    this.access = access;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (settings.enabled()) {
      ((UserTaskActivityBehavior) activity.getActivityBehavior())
          .getTaskDefinition()
          .addTaskListener(TaskListener.EVENTNAME_CREATE, this::note);
    }
  }

  private void note(DelegateTask task) {
    if (task.getAssignee() != null) {
      return;
    }
    var identities = Context.getProcessEngineConfiguration().getIdentityService();
    // who may not see the others' accounts may bring about a task for them
    var people =
        Context.getCommandContext()
            .runWithoutAuthorization(() -> Candidates.of(task.getCandidates(), identities));
    note(task.getId(), mayKnow(task, people));
  }

  private Set<String> mayKnow(DelegateTask task, Set<String> people) {
    var caseNumber = task.getExecution().getProcessBusinessKey();
    return CaseNumber.isOne(caseNumber) ? access.among(people, new CaseNumber(caseNumber)) : people;
  }

  /** Has people mailed of a task that they could not see before, if it waits for them. */
  public void tell(Task task, Collection<String> people) {
    if (settings.enabled()) {
      note(task.getId(), people);
    }
  }

  private void note(String taskId, Collection<String> people) {
    people.forEach(person -> mails.note(taskId, Kind.NEW, person));
  }
}
