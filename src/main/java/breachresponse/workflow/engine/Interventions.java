package breachresponse.workflow.engine;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Puts on the timeline what an administrator does to a process of a case past its forms: nobody
 * else has the right to, and it may lead past a signature. Whichever door it came through, the
 * engine logs it here. No bean, as {@link Moves}.
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
    handleEvents(List.of(event));
  }

  /** What one act changed, property by property, is one entry. */
  @Override
  public void handleEvents(List<HistoryEvent> events) {
    var engine = Context.getCommandContext();
    var acts =
        events.stream()
            .flatMap(Interventions::operation)
            .filter(operation -> operation.getProcessInstanceId() != null)
            .map(operation -> new Act(operation.getProcessInstanceId(), inWords(operation)))
            .distinct()
            .toList();
    if (!acts.isEmpty()
        && engine.getAuthorizationManager().isCamundaAdmin(engine.getAuthentication())) {
      acts.forEach(act -> note(act, engine));
    }
  }

  private record Act(String process, String inWords) {}

  private static Stream<UserOperationLogEntryEventEntity> operation(HistoryEvent event) {
    return event instanceof UserOperationLogEntryEventEntity operation
        ? Stream.of(operation)
        : Stream.empty();
  }

  private static String inWords(UserOperationLogEntryEventEntity operation) {
    return "%s (%s) in %s"
        .formatted(
            operation.getOperationType(),
            operation.getEntityType(),
            operation.getProcessDefinitionKey());
  }

  private void note(Act act, CommandContext engine) {
    Optional.ofNullable(
            engine.getHistoricProcessInstanceManager().findHistoricProcessInstance(act.process()))
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
                    act.inWords(),
                    null));
  }
}
