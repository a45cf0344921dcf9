package breachresponse.workflow.forms;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The beans that expressions in diagrams may reach, by name: those of {@link ProcessSide} alone. A
 * deployed diagram can call nothing else. They are looked up late, since they need the engine.
 */
@Component
public class ProcessBeans extends AbstractMap<Object, Object> {

  private final ApplicationContext context;

  ProcessBeans(ApplicationContext context) {
    this.context = context;
  }

  /**
   * A process that process owners drew anew has that of the steps which they may add.
   *
   * @param process the key of a process definition, {@code respond-to-breach}
   */
  public ProcessSide of(String process) {
    var words = process.split("-");
    var name =
        words[0]
            + Arrays.stream(words)
                .skip(1)
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    return context.getBean(containsKey(name) ? name : "caseSteps", ProcessSide.class);
  }

  public Stream<String> names() {
    return Arrays.stream(context.getBeanNamesForType(ProcessSide.class, true, false));
  }

  /** Of which class it is, as it is written; asked while the engine is not there yet. */
  public Optional<Class<?>> type(String name) {
    return containsKey(name)
        ? Optional.ofNullable(context.getType(name)).map(ClassUtils::getUserClass)
        : Optional.empty();
  }

  @Override
  public boolean containsKey(Object name) {
    return context.containsBean(name.toString())
        && context.isTypeMatch(name.toString(), ProcessSide.class);
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? context.getBean(name.toString()) : null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return context.getBeansOfType(ProcessSide.class).entrySet().stream()
        .map(bean -> new SimpleImmutableEntry<Object, Object>(bean.getKey(), bean.getValue()))
        .collect(Collectors.toSet());
  }
}
