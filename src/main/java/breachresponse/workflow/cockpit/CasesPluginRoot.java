package breachresponse.workflow.cockpit;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.plugin.resource.AbstractCockpitPluginRootResource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Where Cockpit finds what the plugin shows. */
@Path("plugin/" + CasesPlugin.ID)
public class CasesPluginRoot extends AbstractCockpitPluginRootResource {

  /** What its pages, and those of our other plugins, are made of. */
  private static final List<String> MODULES =
      List.of(
          "app/elements.js",
          "app/language.js",
          "app/es.json",
          "app/time.js",
          "app/open-breaches.js",
          "app/statutory-clocks.js",
          "app/case-tabs.js",
          "app/durations.js");

  public CasesPluginRoot() {
    super(CasesPlugin.ID);
  }

  @Override
  protected List<String> getAllowedAssets() {
    return Stream.concat(super.getAllowedAssets().stream(), MODULES.stream()).toList();
  }

  @Path("{engineName}/open-breaches")
  public OpenBreachesResource openBreaches(@PathParam("engineName") String engineName) {
    return subResource(
        new OpenBreachesResource(engineName, beans().getBean(OpenBreaches.class)), engineName);
  }

  @Path("{engineName}/statutory-clocks")
  public StatutoryClocksResource statutoryClocks(@PathParam("engineName") String engineName) {
    return subResource(
        new StatutoryClocksResource(engineName, beans().getBean(StatutoryClocks.class)),
        engineName);
  }

  @Path("{engineName}/process-instance/{id}")
  public CaseTabsResource ofCase(
      @PathParam("engineName") String engineName, @PathParam("id") String processInstanceId) {
    return subResource(new CaseTabsResource(engineName, processInstanceId, beans()), engineName);
  }

  @Path("{engineName}/process-definition/{id}/durations")
  public DurationsResource durations(
      @PathParam("engineName") String engineName, @PathParam("id") String processDefinitionId) {
    return subResource(
        new DurationsResource(
            engineName, processDefinitionId, beans().getBean(StepDurations.class)),
        engineName);
  }

  private BeanFactory beans() {
    return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
  }
}
