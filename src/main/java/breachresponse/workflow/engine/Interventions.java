package breachresponse.workflow.engine;

import breachresponse.evidence.ActsInWords;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Puts on the timeline what an administrator does to a process of a case past its forms: nobody
 * else has the right to, and it may lead past a signature. Whichever door it came through, the
 * engine logs it here, once for each property that it changed. No bean, as {@link Moves}.
 */
class Interventions implements HistoryEventHandler {

  private final Timeline timeline;
  private final Incidents incidents;

  Interventions(Timeline timeline, Incidents incidents) {
    this.timeline = timeline;
    this.incidents = incidents;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof UserOperationLogEntryEventEntity operation
        && operation.getProcessInstanceId() != null) {
      var engine = Context.getCommandContext();
      if (engine.getAuthorizationManager().isCamundaAdmin(engine.getAuthentication())) {
        note(operation, engine);
      }
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  private static String inWords(UserOperationLogEntryEventEntity operation) {
    return "%s in %s"
        .formatted(
            ActsInWords.operation(
                "%s (%s)".formatted(operation.getOperationType(), operation.getEntityType())),
            DeployedRules.nameOf(operation.getProcessDefinitionId())
                .orElse(operation.getProcessDefinitionKey()));
  }

  private void note(UserOperationLogEntryEventEntity operation, CommandContext engine) {
    Optional.ofNullable(
            engine
                .getHistoricProcessInstanceManager()
                .findHistoricProcessInstance(operation.getProcessInstanceId()))
        .map(process -> process.getBusinessKey())
        .filter(CaseNumber::isOne)
        .map(CaseNumber::new)
        .filter(caseNumber -> incidents.find(caseNumber).isPresent())
        .ifPresent(
            caseNumber ->
                timeline.record(
                    caseNumber,
                    engine.getAuthenticatedUserId(),
                    Timeline.INTERVENTION,
                    inWords(operation),
                    null));
  }
}
