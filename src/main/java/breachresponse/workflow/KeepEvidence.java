package breachresponse.workflow;

import breachresponse.incident.LegalHold;
import breachresponse.incident.LegalHold.Demander;
import breachresponse.incident.LegalHolds;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.LegalHoldSheet;
import breachresponse.workflow.engine.RemovalTimes;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The Java side of {@code keep-evidence.bpmn}: one method per task, of its name, in its order. */
@Component
public class KeepEvidence implements ProcessSide {

  private static final String HOLD = "legalHoldId";
  private static final Duration REVIEWED_AFTER = Duration.ofDays(365);

  private final LegalHolds holds;
  private final RemovalTimes removalTimes;
  private final EraseRecipients eraseRecipients;
  private final Cases cases;
  private final CaseSheet sheet;
  private final LegalHoldSheet holdSheet;
  private final Desk desk;

  KeepEvidence(
      LegalHolds holds,
      RemovalTimes removalTimes,
      EraseRecipients eraseRecipients,
      Cases cases,
      CaseSheet sheet,
      LegalHoldSheet holdSheet,
      Desk desk) {
    this.holds = holds;
    this.removalTimes = removalTimes;
    this.eraseRecipients = eraseRecipients;
    this.cases = cases;
    this.sheet = sheet;
    this.holdSheet = holdSheet;
    this.desk = desk;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    return Map.of(
        "caseSheet",
        sheet.of(Desk.caseOf(task)),
        "legalHold",
        holdSheet.of(holdOf(task)),
        "otherHolds",
        holds.open(Desk.caseOf(task)).size() > 1);
  }

  /** Several may stand on one case. */
  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of(holdOf(task).reference());
  }

  public void evidenceDemanded(DelegateExecution execution) {
    var answers = Answers.in(execution);
    var caseNumber = cases.named(execution);
    var hold =
        holds.put(
            caseNumber,
            Demander.of(answers.needText("demandedBy")),
            answers.needText("reference"),
            answers.needText("reason"),
            desk.whoActs());
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
    execution.setVariable(HOLD, hold.toString());
    removalTimes.calculate(caseNumber);
  }

  /** When somebody should ask whether the hold is still needed. */
  public Date reviewDue(String legalHoldId) {
    return Desk.date(holds.get(UUID.fromString(legalHoldId)).putAt().plus(REVIEWED_AFTER));
  }

  public void endTheLegalHold(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    holds.end(holdOf(task).id(), Answers.in(task).needText("reason"), desk.whoActs());
    if (!holds.isHeld(caseNumber)) {
      removalTimes.calculate(caseNumber);
      eraseRecipients.goOn(caseNumber);
    }
  }

  private LegalHold holdOf(DelegateTask task) {
    return holds.get(UUID.fromString(task.getVariable(HOLD).toString()));
  }
}
