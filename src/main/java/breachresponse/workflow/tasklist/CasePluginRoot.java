package breachresponse.workflow.tasklist;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginRootResource;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Where Tasklist finds what the plugin shows. */
@Path("plugin/" + CasePlugin.ID)
public class CasePluginRoot extends AbstractTasklistPluginRootResource {

  public CasePluginRoot() {
    super(CasePlugin.ID);
  }

  @Path("{engineName}")
  public CaseResource cases(@PathParam("engineName") String engineName) {
    var beans = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
    return subResource(new CaseResource(engineName, beans), engineName);
  }
}
