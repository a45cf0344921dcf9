package breachresponse.workflow.engine;

import java.util.NoSuchElementException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Says why a form was refused in our own words alone. The engine puts its own around what a
 * listener throws, and its REST logs that as a failure of the server.
 */
class Refusals extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (ProcessEngineException e) {
      if (command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd) {
        throw inOurWords(e);
      }
      throw e;
    }
  }

  private static ProcessEngineException inOurWords(ProcessEngineException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException || cause instanceof NoSuchElementException) {
        return new FormFieldValidationException(cause.getMessage(), cause.getMessage(), e);
      }
    }
    return e;
  }
}
