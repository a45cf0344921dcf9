package breachresponse.workflow.engine;

import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.listener.ExpressionTaskListener;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Has the answers of the element template "Ask for a decision" taken in: an element template cannot
 * give a task a listener.
 */
class AddedDecisions extends AbstractBpmnParseListener {

  private static final String FORM = "decide";
  private static final String TAKES_ANSWERS_IN = "${caseSteps.decide(task)}";

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (FORM.equals(element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "formRef"))) {
      ((UserTaskActivityBehavior) activity.getActivityBehavior())
          .getTaskDefinition()
          .addTaskListener(
              TaskListener.EVENTNAME_COMPLETE,
              new ExpressionTaskListener(
                  Context.getProcessEngineConfiguration()
                      .getExpressionManager()
                      .createExpression(TAKES_ANSWERS_IN)));
    }
  }
}
