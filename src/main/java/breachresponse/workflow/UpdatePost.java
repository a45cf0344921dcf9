package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.notice.Draft;
import breachresponse.notice.Statements;
import breachresponse.notice.Statements.Published;
import breachresponse.notice.Statements.Statement;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.deployment.SaysItIsSigned;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The Java side of {@code update-post.bpmn}: one method per task, of its name, in its order. */
@Component
public class UpdatePost implements ProcessSide {

  private final Incidents incidents;
  private final Cases cases;
  private final Statements statements;
  private final SignOffs signOffs;
  private final DocumentSheet documents;
  private final CaseSheet caseSheet;
  private final Desk desk;

  UpdatePost(
      Incidents incidents,
      Cases cases,
      Statements statements,
      SignOffs signOffs,
      DocumentSheet documents,
      CaseSheet caseSheet,
      Desk desk) {
    this.incidents = incidents;
    this.cases = cases;
    this.statements = statements;
    this.signOffs = signOffs;
    this.documents = documents;
    this.caseSheet = caseSheet;
    this.desk = desk;
  }

  /** What was refused goes on from there; else the text that is public now does. */
  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", caseSheet.of(task));
    shown.put(
        "publicationChoices",
        statements.published(caseNumber).stream().map(UpdatePost::choice).toList());
    var refused = Optional.ofNullable((String) task.getVariable("postId")).map(UUID::fromString);
    refused
        .map(statements::get)
        .ifPresentOrElse(last -> show(last, shown), () -> show(caseNumber, shown));
    shown.put(
        "objections",
        refused
            .flatMap(
                id ->
                    documents.objections(caseNumber, Document.Kind.POST_UPDATE, Statements.UPDATE))
            .orElse(""));
    return shown;
  }

  /** It may be closed: what is public can be wrong for longer than a case is open. */
  public void updateWanted(DelegateExecution execution) {
    var caseNumber = cases.named(execution);
    incidents.get(caseNumber);
    if (statements.published(caseNumber).isEmpty()) {
      throw new IllegalArgumentException(
          "caseNumber: nothing of case %s is published yet".formatted(caseNumber));
    }
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
  }

  public void writeNewVersion(DelegateTask task) {
    var answers = Answers.in(task);
    var dropped = answers.yes("dropped");
    task.setVariable("updateIsDropped", dropped);
    if (dropped) {
      return;
    }
    var update =
        statements.update(
            Desk.caseOf(task),
            UUID.fromString(answers.needText("publication")),
            new Draft.Text(answers.needText("postTitle"), answers.needText("postBody")),
            answers.needText("social"),
            answers.needText("whatChanged"),
            desk.whoActs());
    task.setVariable("postId", update.id().toString());
    task.setVariable("documentId", update.documentId().toString());
  }

  @SaysItIsSigned
  public boolean isSigned(String documentId) {
    return signOffs.isSigned(UUID.fromString(documentId));
  }

  private static Map<String, String> choice(Published published) {
    return Map.of(
        "value", published.id().toString(),
        "label", "%s (%s)".formatted(published.post().subject(), published.address().getPath()));
  }

  private static void show(Statement last, Map<String, Object> shown) {
    shown.put("publication", last.publication().toString());
    shown.put("postTitle", last.post().subject());
    shown.put("postBody", last.post().body());
    shown.put("social", last.social());
    last.whatChanged().ifPresent(changed -> shown.put("whatChanged", changed));
  }

  private void show(CaseNumber caseNumber, Map<String, Object> shown) {
    statements.published(caseNumber).stream()
        .findFirst()
        .ifPresent(
            newest -> {
              shown.put("publication", newest.id().toString());
              shown.put("postTitle", newest.post().subject());
              shown.put("postBody", newest.post().body());
            });
  }
}
