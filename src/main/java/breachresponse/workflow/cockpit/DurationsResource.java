package breachresponse.workflow.cockpit;

import breachresponse.workflow.cockpit.StepDurations.Step;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/** How long the steps of a process take. */
public class DurationsResource extends GuardedResource {

  private final String processDefinitionId;
  private final StepDurations durations;

  DurationsResource(String engineName, String processDefinitionId, StepDurations durations) {
    super(engineName);
    this.processDefinitionId = processDefinitionId;
    this.durations = durations;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Step> steps() {
    refuseWhoMayNotUseCockpit();
    var definition =
        getProcessEngine()
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionId(processDefinitionId)
            .singleResult();
    if (definition == null) {
      throw new NotFoundException();
    }
    refuseUnless(Permissions.READ_HISTORY, Resources.PROCESS_DEFINITION, definition.getKey());
    return durations.of(definition.getKey());
  }
}
