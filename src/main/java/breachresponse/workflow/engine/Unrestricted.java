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
    return engine.getCommandExecutorTxRequired().execute(commands -> unlogged(commands, question));
  }

  /**
   * It is no operation of that person's. The engine would log one for each decision, and a page
   * that only reads may write nothing.
   */
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
