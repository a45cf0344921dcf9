package breachresponse.workflow.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Lets people give a task only to those whom it waits for. The engine lets anybody who may claim it
 * claim it for anybody, who may see it and sign it from then on.
 */
@Component
class Assignees extends AbstractBpmnParseListener {

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, Assignees::refuseOthers);
  }

  private static void refuseOthers(DelegateTask task) {
    var person = task.getAssignee();
    var isGivenBySomebody = Context.getCommandContext().getAuthentication() != null;
    if (isGivenBySomebody
        && person != null
        && task.getCandidates().stream().noneMatch(candidate -> includes(candidate, person))) {
      throw new BadUserRequestException(
          "userId: the task does not wait for this person, please leave it to the groups that it waits for");
    }
  }

  private static boolean includes(IdentityLink candidate, String person) {
    return person.equals(candidate.getUserId())
        || candidate.getGroupId() != null
            && Context.getProcessEngineConfiguration()
                    .getIdentityService()
                    .createGroupQuery()
                    .groupId(candidate.getGroupId())
                    .groupMember(person)
                    .count()
                > 0;
  }
}
