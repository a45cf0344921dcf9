package breachresponse.workflow.cockpit;

import java.util.Set;
import org.camunda.bpm.cockpit.plugin.spi.impl.AbstractCockpitPlugin;

/** Shows the register of breaches in Cockpit. What it shows it asks of the API, as who is there. */
public class RegisterPlugin extends AbstractCockpitPlugin {

  /** Also the folder of its page: {@code plugin-webapp/breach-register}. */
  static final String ID = "breach-register";

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public Set<Class<?>> getResourceClasses() {
    return Set.of(RegisterPluginRoot.class);
  }
}
