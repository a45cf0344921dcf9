package breachresponse.workflow.cockpit;

import jakarta.ws.rs.Path;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;

/** Where Cockpit finds the plugin's page. */
@Path("plugin/" + RegisterPlugin.ID)
public class RegisterPluginRoot extends AbstractCockpitPluginRootResource {

  public RegisterPluginRoot() {
    super(RegisterPlugin.ID);
  }
}
