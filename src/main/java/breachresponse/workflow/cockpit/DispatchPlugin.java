package breachresponse.workflow.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Shows in Cockpit, on each process of a case, how far its notices have been sent. */
public class DispatchPlugin extends AbstractCockpitPlugin {

  /** Also the folder of its page: {@code plugin-webapp/dispatch}. */
  static final String ID = "dispatch";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(DispatchPluginRoot.class);
  }
}
