package breachresponse.workflow;

import breachresponse.incident.Incidents;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.ScaleSheet;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code change-criticality.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class ChangeCriticality implements ProcessSide {

  private final Incidents incidents;
  private final Cases cases;
  private final CaseLevel caseLevel;
  private final CaseSheet sheet;
  private final ScaleSheet scaleSheet;
  private final Desk desk;

  ChangeCriticality(
      Incidents incidents,
      Cases cases,
      CaseLevel caseLevel,
      CaseSheet sheet,
      ScaleSheet scaleSheet,
      Desk desk) {
    this.incidents = incidents;
    this.cases = cases;
    this.caseLevel = caseLevel;
    this.sheet = sheet;
    this.scaleSheet = scaleSheet;
    this.desk = desk;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", sheet.of(caseNumber));
    shown.putAll(scaleSheet.of(caseNumber));
    return shown;
  }

  public void levelInDoubt(DelegateExecution execution) {
    var caseNumber = cases.named(execution);
    cases.refuseIfOver(caseNumber);
    if (incidents.get(caseNumber).criticality().isEmpty()) {
      throw new IllegalArgumentException(
          "caseNumber: case %s has no level yet and counts as the most severe; it gets one when its exposure is assessed"
              .formatted(caseNumber));
    }
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
  }

  public void setTheLevel(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    cases.refuseIfOver(caseNumber);
    var level = caseLevel.chosen(answers);
    if (incidents.get(caseNumber).level() == level) {
      throw new IllegalArgumentException(
          "level: the case has level %d already, please choose another one".formatted(level));
    }
    caseLevel.set(caseNumber, level, answers.needText("reason"), desk.whoActs());
  }
}
