package breachresponse.workflow.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.stereotype.Component;

/** Asks the engine what the software itself has to know, whoever is signed in. */
@Component
public class Unrestricted {

  private final ProcessEngineConfigurationImpl engine;

  Unrestricted(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  public <T> T ask(Callable<T> question) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(commands -> commands.runWithoutAuthorization(question));
  }

  /**
   * The same where the engine would log an operation of whoever is signed in, as it does for each
   * decision: a page that only reads may write nothing.
   */
  public <T> T askUnlogged(Callable<T> question) {
    return engine.getCommandExecutorTxRequired().execute(commands -> unlogged(commands, question));
  }

  private static <T> T unlogged(CommandContext commands, Callable<T> question) {
    var isLogged = commands.isUserOperationLogEnabled();
    commands.disableUserOperationLog();
    try {
      return commands.runWithoutAuthorization(question);
    } finally {
      if (isLogged) {
        commands.enableUserOperationLog();
      }
    }
  }
}
