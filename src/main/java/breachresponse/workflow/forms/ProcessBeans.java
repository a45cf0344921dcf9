package breachresponse.workflow.forms;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

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
    return context.getBean(name, ProcessSide.class);
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
