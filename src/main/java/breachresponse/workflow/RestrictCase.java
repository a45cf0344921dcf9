package breachresponse.workflow;

import breachresponse.incident.CaseAccess;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import breachresponse.workflow.restricted.RestrictedCases;
import breachresponse.workflow.staff.People;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The Java side of {@code restrict-case.bpmn}: one method per task, of its name, in its order. */
@Component
public class RestrictCase implements ProcessSide {

  private final CaseAccess access;
  private final RestrictedCases restricted;
  private final Cases cases;
  private final CaseSheet sheet;
  private final People people;
  private final Desk desk;

  RestrictCase(
      CaseAccess access,
      RestrictedCases restricted,
      Cases cases,
      CaseSheet sheet,
      People people,
      Desk desk) {
    this.access = access;
    this.restricted = restricted;
    this.cases = cases;
    this.sheet = sheet;
    this.people = people;
    this.desk = desk;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    var in = access.people(caseNumber);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", sheet.of(caseNumber));
    shown.put("peopleChoices", people.choices());
    shown.put("who", in.isEmpty() ? "all" : "named");
    shown.put("mayBeSeenBy", List.copyOf(in));
    return shown;
  }

  public void accessInQuestion(DelegateExecution execution) {
    var caseNumber = cases.named(execution);
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
  }

  public void sayWhoMaySeeIt(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    if (answers.is("who", "named")) {
      restricted.restrict(
          caseNumber, answers.list("mayBeSeenBy"), answers.needText("reason"), desk.whoActs());
    } else if (access.isRestricted(caseNumber)) {
      restricted.open(caseNumber, answers.needText("reason"), desk.whoActs());
    } else {
      throw new IllegalArgumentException(
          "who: all who have a role in the case see it already, please choose the other answer");
    }
  }
}
