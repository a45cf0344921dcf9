package breachresponse.workflow.restricted;

import breachresponse.incident.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks at each new task of a restricted case, whether there is anybody for it. */
@Component
public class TasksOfRestrictedCases extends AbstractBpmnParseListener {

  private final ObjectProvider<Unattended> unattended;

  /**
   * @param unattended looked up late, since it needs the engine
   */
  TasksOfRestrictedCases(ObjectProvider<Unattended> unattended) {
    this.unattended = unattended;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addTaskListener(TaskListener.EVENTNAME_CREATE, this::seeTo);
  }

  private void seeTo(DelegateTask task) {
    var caseNumber = task.getExecution().getProcessBusinessKey();
    if (CaseNumber.isOne(caseNumber)) {
      Context.getCommandContext()
          .runWithoutAuthorization(
              () -> {
                // not written yet: no query would find it
                unattended.getObject().seeTo((TaskEntity) task, new CaseNumber(caseNumber));
                return null;
              });
    }
  }
}
