package breachresponse.workflow.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Where Cockpit finds what the plugin shows. */
@Path("plugin/" + DispatchPlugin.ID)
public class DispatchPluginRoot extends AbstractCockpitPluginRootResource {

  public DispatchPluginRoot() {
    super(DispatchPlugin.ID);
  }

  @Path("{engineName}/process-instance/{id}")
  public DispatchResource dispatches(
      @PathParam("engineName") String engineName, @PathParam("id") String processInstanceId) {
    var beans = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
    return subResource(new DispatchResource(engineName, processInstanceId, beans), engineName);
  }
}
