package breachresponse.workflow.forms;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * What a person typed into a form, checked against the form and never stored by the engine: a
 * transient variable hands it from the form to the task's listener. Empty answers are absent.
 */
public record Answers(Map<String, Object> byKey) {

  private static final String VARIABLE = "answers";

  void handTo(VariableScope scope) {
    scope.setVariableLocal(VARIABLE, Variables.untypedValue(this, true));
  }

  /**
   * @throws IllegalArgumentException if the task is completed other than through its form
   */
  public static Answers in(DelegateTask task) {
    return in((VariableScope) task);
  }

  /**
   * @throws IllegalArgumentException if the process is started other than through its form
   */
  public static Answers in(BaseDelegateExecution execution) {
    return in((VariableScope) execution);
  }

  private static Answers in(VariableScope scope) {
    if (scope.getVariableLocal(VARIABLE) instanceof Answers answers) {
      return answers;
    }
    throw new IllegalArgumentException("please use the form: nothing else is taken as an answer");
  }

  public Optional<String> text(String key) {
    return Optional.ofNullable(byKey.get(key)).map(Object::toString);
  }

  /**
   * @throws IllegalArgumentException if the answer is missing
   */
  public String needText(String key) {
    return text(key).orElseThrow(() -> missing(key));
  }

  public boolean is(String key, String choice) {
    return text(key).filter(choice::equals).isPresent();
  }

  public boolean yes(String key) {
    return Boolean.TRUE.equals(byKey.get(key));
  }

  /** Reads a question that is answered yes, no or unknown; empty where unknown. */
  public Optional<Boolean> known(String key) {
    return text(key).filter(answer -> !answer.equals("unknown")).map("yes"::equals);
  }

  public Optional<OffsetDateTime> instant(String key) {
    return text(key).map(written -> instant(key, written));
  }

  /**
   * @throws IllegalArgumentException if the answer is missing
   */
  public OffsetDateTime needInstant(String key) {
    return instant(key).orElseThrow(() -> missing(key));
  }

  public List<String> list(String key) {
    return byKey.get(key) instanceof Collection<?> values
        ? values.stream().map(Object::toString).toList()
        : List.of();
  }

  /** Codes, separated by spaces, commas or lines, in capitals and each once. */
  public Set<String> codes(String key) {
    return names(key).stream()
        .map(code -> code.toUpperCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Words, separated by spaces, commas or lines, each once. */
  public Set<String> names(String key) {
    return text(key).stream()
        .flatMap(Pattern.compile("[\\s,;]+")::splitAsStream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static OffsetDateTime instant(String key, String written) {
    try {
      var at = OffsetDateTime.parse(written);
      if (at.getYear() < 1970 || at.getYear() > 2199) {
        throw new IllegalArgumentException(
            "%s: the year %d can't be meant, please check the date".formatted(key, at.getYear()));
      }
      return at;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is not a time with its zone; write for example 2026-03-27T16:30+01:00"
              .formatted(key, written.length() <= 100 ? written : written.substring(0, 100) + "…"));
    }
  }

  private static IllegalArgumentException missing(String key) {
    return new IllegalArgumentException(key + ": please answer, it is still empty");
  }
}
