package breachresponse.workflow;

import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.ProcessSide;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code erase-recipients.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class EraseRecipients implements ProcessSide {

  private static final String PROCESS = "erase-recipients";

  private final Incidents incidents;
  private final Recipients recipients;
  private final RuntimeService processes;
  private final Duration retention;

  EraseRecipients(
      Incidents incidents,
      Recipients recipients,
      RuntimeService processes,
      @Value("${breach.delivery.erase-after:P180D}") Duration retention) {
    this.incidents = incidents;
    this.recipients = recipients;
    this.processes = processes;
    this.retention = retention;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    return Map.of();
  }

  public Date retentionEnds(String caseNumber) {
    var closedAt = incidents.get(new CaseNumber(caseNumber)).closedAt().orElseThrow();
    return Desk.date(closedAt.plus(retention));
  }

  /**
   * @return {@code erased}: false if the case is under legal hold. A diagram from before it asked
   *     is over then; {@link #goOn} begins anew
   */
  public boolean eraseRecipients(String caseNumber) {
    return recipients.erase(new CaseNumber(caseNumber), PROCESS);
  }

  /** The last legal hold on the case has ended. */
  void goOn(CaseNumber caseNumber) {
    processes
        .createMessageCorrelation("legalHoldsEnded")
        .processInstanceBusinessKey(caseNumber.value())
        .correlateAll();
    begin();
  }

  /** Begins it for each case that is over and has recipients; also for those of before its time. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    recipients.toBeErased().stream().filter(this::hasNotBegun).forEach(this::begin);
  }

  private boolean hasNotBegun(CaseNumber caseNumber) {
    return processes
            .createProcessInstanceQuery()
            .processDefinitionKey(PROCESS)
            .processInstanceBusinessKey(caseNumber.value())
            .count()
        == 0;
  }

  private void begin(CaseNumber caseNumber) {
    processes.startProcessInstanceByKey(
        PROCESS, caseNumber.value(), Map.of("caseNumber", caseNumber.value()));
  }
}
