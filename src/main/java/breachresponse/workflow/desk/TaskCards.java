package breachresponse.workflow.desk;

import breachresponse.plan.ResponsePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Writes on the card of every task which case it is, by when to act, and when to look again. The
 * case is a variable of the task itself: Tasklist shows people none of the process.
 */
@Component
public class TaskCards extends AbstractBpmnParseListener {

  private final ResponsePlan plan;
  private final Clock clock;

  TaskCards(ResponsePlan plan, Clock clock) {
    this.plan = plan;
    this.clock = clock;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addTaskListener(TaskListener.EVENTNAME_CREATE, this::write);
  }

  private void write(DelegateTask task) {
    task.setVariableLocal("caseRef", task.getExecution().getProcessBusinessKey());
    var now = clock.instant();
    if (task.getDueDate() == null) {
      task.setDueDate(Desk.date(now.plus(plan.targets().answer())));
    }
    task.setFollowUpDate(Desk.date(halfway(now, task.getDueDate().toInstant())));
  }

  private static Instant halfway(Instant now, Instant due) {
    return due.isBefore(now) ? due : now.plus(Duration.between(now, due).dividedBy(2));
  }
}
