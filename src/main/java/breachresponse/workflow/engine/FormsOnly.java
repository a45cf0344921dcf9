package breachresponse.workflow.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractRestartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * People end tasks and start processes through forms, and in no other way: the engine's other doors
 * would take any variable from anybody who may work on the task, and start a process anywhere, even
 * behind what must be signed, for anybody who may report a breach. A batch that starts finished
 * ones anew would do so under nobody's name.
 */
class FormsOnly extends CommandInterceptor {

  private final ProcessEngineConfigurationImpl engine;

  FormsOnly(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof CompleteTaskCmd
        || command instanceof ResolveTaskCmd
        || command instanceof HandleTaskBpmnErrorCmd
        || command instanceof HandleTaskEscalationCmd) {
      throw new BadUserRequestException("task: please complete it through its form");
    }
    if ((command instanceof StartProcessInstanceAtActivitiesCmd
            || command instanceof AbstractRestartProcessInstanceCmd)
        && engine.getIdentityService().getCurrentAuthentication() != null) {
      throw new BadUserRequestException("process: please start it through its form");
    }
    return next.execute(command);
  }
}
