package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.Obligation.Status;
import breachresponse.obligation.ObligationRegister;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code report-further-filing.bpmn}: one method per task, of its name, in its
 * order.
 */
@Component
public class ReportFurtherFiling implements ProcessSide {

  private final Incidents incidents;
  private final ObligationRegister register;
  private final CaseSheet sheet;
  private final Words words;
  private final Desk desk;

  ReportFurtherFiling(
      Incidents incidents, ObligationRegister register, CaseSheet sheet, Words words, Desk desk) {
    this.incidents = incidents;
    this.register = register;
    this.sheet = sheet;
    this.words = words;
    this.desk = desk;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    return Map.of(
        "caseSheet", sheet.of(caseNumber),
        "filed", filed(caseNumber),
        "filedChoices", fulfilled(caseNumber).stream().map(CaseSheet::choice).toList());
  }

  public void furtherFilingReported(DelegateExecution execution) {
    var caseNumber = new CaseNumber(Answers.in(execution).needText("caseNumber"));
    incidents.get(caseNumber);
    if (fulfilled(caseNumber).isEmpty()) {
      throw new IllegalArgumentException(
          "caseNumber: nothing was filed in case %s yet, please file by its own tasks"
              .formatted(caseNumber));
    }
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
  }

  public void recordFurtherFiling(DelegateTask task) {
    var answers = Answers.in(task);
    register.fileAgain(
        new Filing(
            chosen(answers.needText("obligation"), Desk.caseOf(task)),
            Filing.Kind.valueOf(
                answers.needText("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
            desk.past("filedAt", answers.needInstant("filedAt")).toInstant(),
            answers.text("reference"),
            Optional.of(answers.needText("note")),
            Optional.empty(),
            desk.whoActs()));
  }

  private UUID chosen(String id, CaseNumber caseNumber) {
    return fulfilled(caseNumber).stream()
        .map(Obligation::id)
        .filter(filed -> filed.toString().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "obligation: it is not among those filed in this case, please choose from the list"));
  }

  private List<Obligation> fulfilled(CaseNumber caseNumber) {
    return register.of(caseNumber).stream()
        .filter(obligation -> obligation.status() == Status.FULFILLED)
        .toList();
  }

  private String filed(CaseNumber caseNumber) {
    return register.filings(caseNumber).stream().map(this::line).collect(joining("\n"));
  }

  private String line(Filing filing) {
    var obligation = register.get(filing.obligationId());
    return "* %s: %s, %s, %s"
        .formatted(
            words.at(filing.at(), obligation.clock().zone()),
            CaseSheet.plain(obligation.duty().recipientName()),
            filing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            CaseSheet.plain(filing.reference().orElse("")));
  }
}
