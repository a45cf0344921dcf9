package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.filing.FilingTexts;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.Obligation.Status;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.deployment.SaysItIsSigned;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.LinkedHashMap;
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

  /** Where the reason for a withdrawal goes. */
  private static final String REASON = "[please say why]";

  private final Incidents incidents;
  private final Cases cases;
  private final ObligationRegister register;
  private final FilingSheet filings;
  private final FilingTexts texts;
  private final SignOffs signOffs;
  private final CaseSheet sheet;
  private final Words words;
  private final Desk desk;
  private final Catalogue catalogue;

  ReportFurtherFiling(
      Incidents incidents,
      Cases cases,
      ObligationRegister register,
      FilingSheet filings,
      FilingTexts texts,
      SignOffs signOffs,
      CaseSheet sheet,
      Words words,
      Desk desk,
      Catalogue catalogue) {
    this.incidents = incidents;
    this.cases = cases;
    this.register = register;
    this.filings = filings;
    this.texts = texts;
    this.signOffs = signOffs;
    this.sheet = sheet;
    this.words = words;
    this.desk = desk;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", sheet.of(caseNumber));
    shown.put("filed", filed(caseNumber));
    shown.put("filedChoices", fulfilled(caseNumber).stream().map(CaseSheet::choice).toList());
    switch (task.getTaskDefinitionKey()) {
      case "prepareFurtherFiling" -> {
        var obligation = obligationOf(task).orElseThrow();
        shown.put("duty", filings.duty(obligation));
        shown.putAll(
            filings.draft(
                obligation,
                documentOf(task),
                dossier ->
                    isWithdrawal(task)
                        ? texts.withdrawal(dossier, REASON)
                        : texts.filing(dossier)));
      }
      case "recordFurtherFiling" -> {
        shown.put("isChosen", obligationOf(task).isPresent());
        shown.put("isSigned", documentOf(task).isPresent());
        shown.put("signedText", documentOf(task).map(Document::content).orElse(""));
        shown.put("kind", isWithdrawal(task) ? "withdrawn" : "follow-up");
      }
      default -> {}
    }
    return shown;
  }

  public void furtherFilingReported(DelegateExecution execution) {
    var caseNumber = cases.named(execution);
    incidents.get(caseNumber);
    if (fulfilled(caseNumber).isEmpty()) {
      throw new IllegalArgumentException(
          "caseNumber: nothing was filed in case %s yet, please file by its own tasks"
              .formatted(caseNumber));
    }
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
  }

  public void chooseFiling(DelegateTask task) {
    var answers = Answers.in(task);
    var chosen = chosen(answers.needText("obligation"), Desk.caseOf(task));
    task.setVariable("obligationId", chosen.toString());
    task.setVariable("withdrawal", answers.is("what", "withdrawal"));
    task.setVariable("toldAlready", answers.is("what", "told-already"));
  }

  public void prepareFurtherFiling(DelegateTask task) {
    var answers = Answers.in(task);
    var obligation = obligationOf(task).orElseThrow();
    var text = answers.needText("text");
    if (text.contains(REASON)) {
      throw new IllegalArgumentException(
          "text: please say why it is withdrawn, where it stands in square brackets");
    }
    var document =
        isWithdrawal(task)
            ? filings.submit(obligation, Document.Kind.FILING, text)
            : filings.submit(obligation, text, answers);
    task.setVariable("documentId", document.id().toString());
  }

  @SaysItIsSigned
  public boolean isSigned(String documentId) {
    return signOffs.isSigned(UUID.fromString(documentId));
  }

  public void recordFurtherFiling(DelegateTask task) {
    var answers = Answers.in(task);
    var obligation =
        obligationOf(task)
            .map(Obligation::id)
            .orElseGet(() -> chosen(answers.needText("obligation"), Desk.caseOf(task)));
    register.fileAgain(
        new Filing(
            obligation,
            kind(task, answers),
            desk.past("filedAt", answers.needInstant("filedAt")).toInstant(),
            answers.text("reference"),
            Optional.of(answers.needText("note")),
            documentOf(task).map(Document::id),
            desk.whoActs()));
  }

  /** What was signed as a withdrawal is none of more, and the other way round. */
  private Filing.Kind kind(DelegateTask task, Answers answers) {
    var kind =
        Filing.Kind.valueOf(answers.needText("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
    if (documentOf(task).isPresent() && isWithdrawal(task) != (kind == Filing.Kind.WITHDRAWN)) {
      throw new IllegalArgumentException(
          "kind: %s was signed, please choose what was filed"
              .formatted(isWithdrawal(task) ? "a withdrawal" : "a follow-up"));
    }
    return kind;
  }

  private static boolean isWithdrawal(DelegateTask task) {
    return Boolean.TRUE.equals(task.getVariable("withdrawal"));
  }

  private Optional<Obligation> obligationOf(DelegateTask task) {
    return Optional.ofNullable((String) task.getVariable("obligationId"))
        .map(id -> register.get(UUID.fromString(id)));
  }

  private Optional<Document> documentOf(DelegateTask task) {
    return Optional.ofNullable((String) task.getVariable("documentId"))
        .map(id -> signOffs.get(UUID.fromString(id)));
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
            CaseSheet.plain(catalogue.of(obligation.duty().recipientName())),
            catalogue.of(filing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')),
            CaseSheet.plain(filing.reference().orElse("")));
  }
}
