package breachresponse.workflow.engine;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.LegalHolds;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;

/**
 * Leaves the history of processes of held cases where it is, whichever door somebody comes through
 * to delete it: one by one, by a batch, or with the deployment that they ran on.
 */
class HeldHistory extends HistoricProcessInstanceManager {

  private final LegalHolds holds;

  HeldHistory(LegalHolds holds) {
    this.holds = holds;
  }

  @Override
  public void deleteHistoricProcessInstanceByIds(List<String> processes) {
    processes.stream()
        .map(this::findHistoricProcessInstance)
        .flatMap(process -> Optional.ofNullable(process).stream())
        .map(HistoricProcessInstanceEntity::getBusinessKey)
        .filter(CaseNumber::isOne)
        .map(CaseNumber::new)
        .filter(holds::isHeld)
        .findFirst()
        .ifPresent(
            held -> {
              throw new AuthorizationException(
                  "history: case %s is under legal hold, its processes stay until that has ended"
                      .formatted(held));
            });
    super.deleteHistoricProcessInstanceByIds(processes);
  }

  record Factory(LegalHolds holds) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return HistoricProcessInstanceManager.class;
    }

    @Override
    public Session openSession() {
      return new HeldHistory(holds);
    }
  }
}
