package breachresponse.workflow.engine;

import breachresponse.evidence.MovedProcesses;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/**
 * Writes down that a process of a case was moved to another version of its diagram, in the
 * transaction that moves it and before the engine's history forgets the version before. No bean:
 * the starter takes one handler of history at most for itself.
 */
class Moves implements HistoryEventHandler {

  private static final Pattern DEFINITION = Pattern.compile("(.*):(\\d+):.*");

  private final MovedProcesses moved;
  private final Incidents incidents;

  Moves(MovedProcesses moved, Incidents incidents) {
    this.moved = moved;
    this.incidents = incidents;
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_MIGRATE)
        && event instanceof HistoricProcessInstanceEventEntity process) {
      note(process, Context.getCommandContext());
    }
  }

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  private void note(HistoricProcessInstanceEventEntity process, CommandContext engine) {
    var before =
        engine
            .getHistoricProcessInstanceManager()
            .findHistoricProcessInstance(process.getProcessInstanceId());
    Optional.ofNullable(before.getBusinessKey())
        .map(CaseNumber::new)
        .filter(caseNumber -> incidents.find(caseNumber).isPresent())
        .ifPresent(
            caseNumber ->
                moved.add(
                    caseNumber,
                    process.getProcessInstanceId(),
                    before.getProcessDefinitionId(),
                    Optional.ofNullable(engine.getAuthenticatedUserId()).orElse("engine"),
                    "%s, to version %s"
                        .formatted(
                            version("%s: from version %s", before.getProcessDefinitionId()),
                            version("%2$s", process.getProcessDefinitionId()))));
  }

  private static String version(String words, String definition) {
    var parts = DEFINITION.matcher(definition);
    return parts.matches()
        ? words.formatted(DeployedRules.nameOf(definition).orElse(parts.group(1)), parts.group(2))
        : definition;
  }
}
