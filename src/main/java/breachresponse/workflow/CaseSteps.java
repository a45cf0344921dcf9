package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.delivery.StaffMail;
import breachresponse.evidence.Timeline;
import breachresponse.plan.Role;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Steps that process owners may add to the diagram of a case by an element template. What they say
 * comes from the diagram, as inputs of the step.
 */
@Component
public class CaseSteps implements ProcessSide {

  private final Timeline timeline;
  private final Members members;
  private final StaffMail mail;
  private final CaseSheet sheet;
  private final Desk desk;

  CaseSteps(Timeline timeline, Members members, StaffMail mail, CaseSheet sheet, Desk desk) {
    this.timeline = timeline;
    this.members = members;
    this.mail = mail;
    this.sheet = sheet;
    this.desk = desk;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", sheet.of(task));
    shown.put(
        "question",
        Optional.ofNullable((String) task.getVariable("question"))
            .map(CaseSheet::plain)
            .orElse(""));
    return shown;
  }

  /** With the input {@code text}. */
  public void recordOnTimeline(DelegateExecution execution) {
    timeline.record(
        Desk.caseOf(execution),
        execution.getCurrentActivityName(),
        "step recorded",
        input(execution, "text"),
        null);
  }

  /** With the inputs {@code groups} (commas between), {@code subject} and {@code text}. */
  public void mailTheTeam(DelegateExecution execution) {
    var groups = List.of(input(execution, "groups").split("\\s*,\\s*"));
    var to = members.mayKnow(Desk.caseOf(execution), members.addresses(groups).toList());
    if (to.isEmpty()) {
      throw new IllegalStateException(
          "groups: nobody in %s has an address, please correct the step".formatted(groups));
    }
    mail.post(
        to,
        "%s: %s".formatted(Desk.caseOf(execution), input(execution, "subject")),
        input(execution, "text"));
    timeline.record(
        Desk.caseOf(execution),
        execution.getCurrentActivityName(),
        "team mailed",
        "%s: %s, %d people"
            .formatted(
                groups.stream().map(Role::title).collect(joining(", ")),
                input(execution, "subject"),
                to.size()),
        null);
  }

  /** With the input {@code question}. The answer is in {@code decidedYes}, for a gateway. */
  public void decide(DelegateTask task) {
    var answers = Answers.in(task);
    var yes = answers.is("decision", "yes");
    timeline.record(
        Desk.caseOf(task),
        desk.whoActs(),
        "decided",
        "%s %s: %s"
            .formatted(
                task.getVariable("question"), yes ? "Yes" : "No", answers.needText("reason")),
        null);
    task.getExecution().getProcessInstance().setVariable("decidedYes", yes);
  }

  private static String input(DelegateExecution execution, String name) {
    return Optional.ofNullable((String) execution.getVariable(name))
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s: the step has no such input, please fill it in".formatted(name)));
  }
}
