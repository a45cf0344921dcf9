package breachresponse.workflow.tasklist;

import java.util.Set;
import org.camunda.bpm.tasklist.plugin.spi.impl.AbstractTasklistPlugin;

/** Shows in Tasklist, with each task, the case to which it belongs. */
public class CasePlugin extends AbstractTasklistPlugin {

  /** Also the folder of its page: {@code plugin-webapp/case}. */
  static final String ID = "case";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(CasePluginRoot.class);
  }
}
