package breachresponse.workflow.engine;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.LegalHolds;
import java.util.Date;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/** What the engine keeps of a case under legal hold has no time at which it goes. */
class HistoryOfHeldCases extends DefaultHistoryRemovalTimeProvider {

  private final LegalHolds holds;

  HistoryOfHeldCases(LegalHolds holds) {
    this.holds = holds;
  }

  @Override
  public Date calculateRemovalTime(
      HistoricProcessInstanceEventEntity process, ProcessDefinition definition) {
    return CaseNumber.isOne(process.getBusinessKey())
            && holds.isHeld(new CaseNumber(process.getBusinessKey()))
        ? null
        : super.calculateRemovalTime(process, definition);
  }
}
