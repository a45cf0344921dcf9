package breachresponse.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionDefinitionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionModelCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionRequirementsDefinitionCmd;
import org.camunda.bpm.engine.impl.dmn.cmd.GetDeploymentDecisionRequirementsModelCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * For whoever may not see a decision table there is none. The engine's REST takes a missing right
 * for a fault of the server there, and nowhere else.
 */
class HiddenTables extends CommandInterceptor {

  private static final Set<Class<?>> LOOKING =
      Set.of(
          GetDeploymentDecisionDefinitionCmd.class,
          GetDeploymentDecisionModelCmd.class,
          GetDeploymentDecisionRequirementsDefinitionCmd.class,
          GetDeploymentDecisionRequirementsModelCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (AuthorizationException e) {
      throw LOOKING.contains(command.getClass())
          ? new NotFoundException("decision: there is no such table for you", e)
          : e;
    }
  }
}
