package breachresponse.workflow.engine;

import breachresponse.incident.CaseNumber;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/** When the engine's history of a case goes. */
@Component
public class RemovalTimes {

  private final HistoryService history;

  RemovalTimes(HistoryService history) {
    this.history = history;
  }

  /**
   * Has them calculated anew by a batch, after the transaction. It takes the processes that run as
   * well: one may end just now, by what was so before.
   */
  public void calculate(CaseNumber caseNumber) {
    var processes =
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber.value());
    // the engine refuses a batch of nothing
    if (processes.count() > 0) {
      history
          .setRemovalTimeToHistoricProcessInstances()
          .calculatedRemovalTime()
          .byQuery(processes)
          .hierarchical()
          .executeAsync();
    }
  }
}
