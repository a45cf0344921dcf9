package breachresponse.workflow.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/**
 * Shows in Cockpit the open breaches, the clocks of laws, what is known of each case, and how long
 * the steps of a process take.
 */
public class CasesPlugin extends AbstractCockpitPlugin {

  /** Also the folder of its pages: {@code plugin-webapp/cases}. */
  static final String ID = "cases";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(CasesPluginRoot.class);
  }
}
