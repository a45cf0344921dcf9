package breachresponse.workflow.engine;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.Timeline;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import java.util.List;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

/**
 * Puts on the timeline of each open case that somebody deployed diagrams, tables or forms, in the
 * transaction that deploys them: what governs a case has changed under it. What the start of the
 * server deploys is nobody's act. No bean, as {@link Moves}.
 */
class RulesChanged implements HistoryEventHandler {

  private final Timeline timeline;
  private final Incidents incidents;

  RulesChanged(Timeline timeline, Incidents incidents) {
    this.timeline = timeline;
    this.incidents = incidents;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof UserOperationLogEntryEventEntity operation && isDeployment(operation)) {
      note(operation);
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  /** The engine logs it once for each of its properties. */
  private static boolean isDeployment(UserOperationLogEntryEventEntity operation) {
    return EntityTypes.DEPLOYMENT.equals(operation.getEntityType())
        && UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation.getOperationType())
        && "duplicateFilterEnabled".equals(operation.getProperty())
        && operation.getUserId() != null;
  }

  private void note(UserOperationLogEntryEventEntity deployment) {
    var files = files(deployment.getDeploymentId());
    incidents.open().stream()
        .map(Incident::caseNumber)
        .forEach(
            caseNumber ->
                timeline.record(caseNumber, deployment.getUserId(), "rules deployed", files, null));
  }

  /** They are not in the database yet. */
  private static String files(String deploymentId) {
    return Context.getCommandContext()
        .getDbEntityManager()
        .getCachedEntitiesByType(ResourceEntity.class)
        .stream()
        .filter(file -> deploymentId.equals(file.getDeploymentId()))
        .map(ResourceEntity::getName)
        .sorted()
        .collect(joining(", "));
  }
}
