package breachresponse.workflow.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Shows on Cockpit's dashboard whether the response plan can be relied on. */
public class PlanPlugin extends AbstractCockpitPlugin {

  /** Also the folder of its page: {@code plugin-webapp/plan}. */
  static final String ID = "plan";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(PlanPluginRoot.class);
  }
}
