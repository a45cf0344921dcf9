package breachresponse.workflow.engine;

import java.util.concurrent.Callable;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
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
}
