package breachresponse.workflow.engine;

import static java.util.stream.Collectors.joining;

import breachresponse.language.Catalogue;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Says why a form was refused in our own words alone, in the language of the installation. The
 * engine puts its own around what a listener throws, and its REST logs that as a failure of the
 * server.
 */
class Refusals extends CommandInterceptor {

  /** Of several reasons each begins with its field. */
  private static final Pattern NEXT_REASON = Pattern.compile("; (?=[a-zA-Z0-9.]+: )");

  private static final Pattern REASON = Pattern.compile("([a-zA-Z0-9.]+: )(.+)", Pattern.DOTALL);

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
      throw e;
    }
  }

  private ProcessEngineException inOurWords(ProcessEngineException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException
          || cause instanceof NoSuchElementException
          || cause instanceof FormFieldValidationException) {
        var message = inLanguage(cause.getMessage());
        return new FormFieldValidationException(message, message, e);
      }
    }
    return e;
  }

  private String inLanguage(String message) {
    var known = catalogue.of(message);
    return known.equals(message)
        ? NEXT_REASON.splitAsStream(message).map(this::reason).collect(joining("; "))
        : known;
  }

  private String reason(String reason) {
    var known = catalogue.of(reason);
    var parts = REASON.matcher(reason);
    return known.equals(reason) && parts.matches()
        ? parts.group(1) + catalogue.of(parts.group(2))
        : known;
  }
}
