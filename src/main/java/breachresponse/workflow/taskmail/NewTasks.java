package breachresponse.workflow.taskmail;

import breachresponse.workflow.taskmail.TaskMails.Kind;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Notes of each new task whom to mail, in the transaction that makes it. Whoever has it already,
 * since they began the process, knows.
 */
@Component
public class NewTasks extends AbstractBpmnParseListener {

  private final TaskMails mails;
  private final TaskMailSettings settings;

  NewTasks(TaskMails mails, TaskMailSettings settings) {
    this.mails = mails;
    this.settings = settings;
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
    people.forEach(person -> mails.note(task.getId(), Kind.NEW, person));
  }
}
