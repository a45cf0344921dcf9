package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.FactsForm;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code report-findings.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class ReportFindings implements ProcessSide {

  private final Incidents incidents;
  private final Cases cases;
  private final CaseSheet sheet;
  private final FactsForm form;
  private final HoldSheet holdSheet;
  private final Desk desk;

  ReportFindings(
      Incidents incidents,
      Cases cases,
      CaseSheet sheet,
      FactsForm form,
      HoldSheet holdSheet,
      Desk desk) {
    this.incidents = incidents;
    this.cases = cases;
    this.sheet = sheet;
    this.form = form;
    this.holdSheet = holdSheet;
    this.desk = desk;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", sheet.of(caseNumber));
    shown.putAll(form.shown(caseNumber));
    shown.putAll(holdSheet.of(caseNumber));
    return shown;
  }

  public void findingsReported(DelegateExecution execution) {
    var caseNumber = cases.named(execution);
    cases.refuseIfOver(caseNumber);
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
  }

  public void recordFindings(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    cases.refuseIfOver(caseNumber);
    cases.record(caseNumber, form.read(Answers.in(task), caseNumber), desk.whoActs());
  }

  public void evaluateAgain(String caseNumber) {
    cases.evaluateAgain(new CaseNumber(caseNumber));
  }
}
