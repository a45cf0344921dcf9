package breachresponse.workflow.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.optimize.OptimizeCompletedHistoricActivityInstanceQueryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Shuts the doors by which Optimize, a product that nobody uses here, would take out the history of
 * all cases: the engine leaves the restricted ones in.
 */
class NoExports extends CommandInterceptor {

  private static final Package OPTIMIZE =
      OptimizeCompletedHistoricActivityInstanceQueryCmd.class.getPackage();

  @Override
  public <T> T execute(Command<T> command) {
    if (command.getClass().getPackage().equals(OPTIMIZE)) {
      throw new AuthorizationException(
          "history: it is not exported, since cases may be restricted");
    }
    return next.execute(command);
  }
}
