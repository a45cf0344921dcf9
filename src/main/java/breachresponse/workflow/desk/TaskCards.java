package breachresponse.workflow.desk;

import breachresponse.incident.Incidents;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.forms.ProcessBeans;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * Writes on the card of every task which case it is, by when to act, and when to look again. The
 * case is a variable of the task itself: Tasklist shows people none of the process. What belongs to
 * no case has no deadline. The name of a task of an exercise says that it is one.
 */
@Component
public class TaskCards extends AbstractBpmnParseListener {

  private static final String ABOUT = "about";

  private final ProcessBeans processes;
  private final Incidents incidents;
  private final ResponsePlan plan;
  private final CaseClock caseClock;
  private final Clock clock;
  private final Catalogue catalogue;

  TaskCards(
      ProcessBeans processes,
      Incidents incidents,
      ResponsePlan plan,
      CaseClock caseClock,
      Clock clock,
      Catalogue catalogue) {
    this.processes = processes;
    this.incidents = incidents;
    this.plan = plan;
    this.caseClock = caseClock;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addTaskListener(TaskListener.EVENTNAME_CREATE, this::write);
  }

  private void write(DelegateTask task) {
    var about = processes.of(processOf(task)).about(task).map(catalogue::of);
    about.ifPresent(words -> task.setVariableLocal(ABOUT, words));
    var caseNumber = task.getExecution().getProcessBusinessKey();
    if (caseNumber == null) {
      return;
    }
    var incident = incidents.get(Desk.caseOf(task));
    // by its number alone nobody knows a case; of an exercise there is one, and all are in it
    if (about.isEmpty() && !incident.exercise()) {
      task.setVariableLocal(ABOUT, incident.title());
    }
    task.setVariableLocal("caseRef", caseNumber);
    task.setName(incident.marked(task.getName()));
    if (task.getDueDate() == null) {
      task.setDueDate(Desk.date(caseClock.within(Desk.caseOf(task), plan.targets().answer())));
    }
    task.setFollowUpDate(followUp(task.getDueDate()));
  }

  private static String processOf(DelegateTask task) {
    return ((TaskEntity) task).getProcessDefinition().getKey();
  }

  /** When to look at a task again that is due then: halfway. */
  public Date followUp(Date due) {
    var now = clock.instant();
    var left = Duration.between(now, due.toInstant());
    return left.isNegative() ? due : Desk.date(now.plus(left.dividedBy(2)));
  }
}
