package breachresponse.workflow.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * People end tasks through forms, and in no other way: the engine's other doors would take any
 * variable from anybody who may work on the task.
 */
class FormsOnly extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof CompleteTaskCmd
        || command instanceof ResolveTaskCmd
        || command instanceof HandleTaskBpmnErrorCmd
        || command instanceof HandleTaskEscalationCmd) {
      throw new BadUserRequestException("task: please complete it through its form");
    }
    return next.execute(command);
  }
}
