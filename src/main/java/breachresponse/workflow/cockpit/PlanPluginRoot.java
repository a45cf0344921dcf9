package breachresponse.workflow.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Where Cockpit finds what the plugin shows. */
@Path("plugin/" + PlanPlugin.ID)
public class PlanPluginRoot extends AbstractCockpitPluginRootResource {

  public PlanPluginRoot() {
    super(PlanPlugin.ID);
  }

  @Path("{engineName}/readiness")
  public PlanResource readiness(@PathParam("engineName") String engineName) {
    var beans = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
    return subResource(new PlanResource(engineName, beans), engineName);
  }
}
