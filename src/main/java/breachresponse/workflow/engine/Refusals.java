package breachresponse.workflow.engine;

import breachresponse.language.Catalogue;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Says in the language of the installation why something was refused; of a form in our own words
 * alone. The engine puts its own around what a listener throws, and its REST logs that as a failure
 * of the server.
 */
class Refusals extends CommandInterceptor {

  /** What we throw past forms, also in a listener. */
  private static final Map<Class<?>, BiFunction<String, Throwable, ProcessEngineException>> OURS =
      Map.of(
          BadUserRequestException.class, BadUserRequestException::new,
          NotFoundException.class, NotFoundException::new,
          AuthorizationException.class, (message, cause) -> new AuthorizationException(message));

  private final Catalogue catalogue;

  Refusals(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (ProcessEngineException e) {
      if (command instanceof SubmitTaskFormCmd || command instanceof SubmitStartFormCmd) {
        throw inOurWords(e);
      }
      throw inLanguage(e);
    }
  }

  private ProcessEngineException inLanguage(ProcessEngineException e) {
    return causes(e)
        .filter(cause -> OURS.containsKey(cause.getClass()) && !saysWhichRightIsMissing(cause))
        .findFirst()
        .map(
            cause ->
                OURS.get(cause.getClass()).apply(catalogue.ofRefusal(cause.getMessage()), cause))
        .orElse(e);
  }

  private static boolean saysWhichRightIsMissing(Throwable cause) {
    return cause instanceof AuthorizationException refused
        && !refused.getMissingAuthorizations().isEmpty();
  }

  private ProcessEngineException inOurWords(ProcessEngineException e) {
    return causes(e)
        .filter(
            cause ->
                cause instanceof IllegalArgumentException
                    || cause instanceof NoSuchElementException
                    || cause instanceof FormFieldValidationException)
        .findFirst()
        .map(cause -> catalogue.ofRefusal(cause.getMessage()))
        .<ProcessEngineException>map(
            message -> new FormFieldValidationException(message, message, e))
        .orElse(e);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }
}
