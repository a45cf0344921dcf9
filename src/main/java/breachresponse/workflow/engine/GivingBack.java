package breachresponse.workflow.engine;

import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Lets whoever has claimed a task give it back to those whom it waits for. The engine asks for the
 * right to assign it to anybody, and who claimed what they may not sign would keep it from all.
 */
class GivingBack extends TaskServiceImpl {

  @Override
  public void setAssignee(String taskId, String person) {
    commandExecutor.execute(
        commands -> {
          var assignment = new AssignTaskCmd(taskId, person);
          return person == null && isClaimedByWhoAsks(commands, taskId)
              ? commands.runWithoutAuthorization(() -> assignment.execute(commands))
              : assignment.execute(commands);
        });
  }

  private static boolean isClaimedByWhoAsks(CommandContext commands, String taskId) {
    var task = commands.getTaskManager().findTaskById(taskId);
    var who = commands.getAuthenticatedUserId();
    return task != null && who != null && who.equals(task.getAssignee());
  }
}
