package breachresponse.workflow;

import breachresponse.language.Catalogue;
import breachresponse.notice.Notices;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.CaseClock;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import breachresponse.workflow.staff.People;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The Java side of {@code look-again.bpmn}: one method per task, of its name, in its order. */
@Component
public class LookAgain implements ProcessSide {

  private final SignOffs signOffs;
  private final DocumentSheet documents;
  private final Notices notices;
  private final NoticeSheet noticeSheet;
  private final ResponsePlan plan;
  private final Deputies deputies;
  private final CaseSheet sheet;
  private final CaseClock caseClock;
  private final Desk desk;
  private final Catalogue catalogue;
  private final People people;

  LookAgain(
      SignOffs signOffs,
      DocumentSheet documents,
      Notices notices,
      NoticeSheet noticeSheet,
      ResponsePlan plan,
      Deputies deputies,
      CaseSheet sheet,
      CaseClock caseClock,
      Desk desk,
      Catalogue catalogue,
      People people) {
    this.signOffs = signOffs;
    this.documents = documents;
    this.notices = notices;
    this.noticeSheet = noticeSheet;
    this.plan = plan;
    this.deputies = deputies;
    this.sheet = sheet;
    this.caseClock = caseClock;
    this.desk = desk;
    this.catalogue = catalogue;
    this.people = people;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var document = document((String) task.getVariable("documentId"));
    var release = signOffs.emergencyRelease(document.id()).orElseThrow();
    var shown = new HashMap<String, Object>();
    shown.put("caseSheet", sheet.of(task));
    shown.putAll(documents.of(document));
    shown.put("releasedBy", people.name(release.person()));
    shown.put("reason", CaseSheet.plain(release.reason()));
    shown.put("signatory", catalogue.of(Role.title((String) task.getVariable("signatory"))));
    shown.put("preview", "");
    notices.ofDocument(document.id()).map(noticeSheet::signing).ifPresent(shown::putAll);
    return shown;
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of(document((String) task.getVariable("documentId")).title());
  }

  /** Those who have not looked yet. */
  public List<String> signatories(String documentId) {
    return signOffs.emergencyRelease(UUID.fromString(documentId)).orElseThrow().unseenBy();
  }

  public Date lookDue(String documentId) {
    var document = document(documentId);
    var release = signOffs.emergencyRelease(document.id()).orElseThrow();
    return Desk.date(caseClock.after(release.at(), document.caseNumber(), plan.targets().answer()));
  }

  public void lookAgain(DelegateTask task) {
    var answers = Answers.in(task);
    var document = document((String) task.getVariable("documentId"));
    var role = (String) task.getVariable("signatory");
    var right = answers.is("finding", "right");
    signOffs.lookAgain(
        document.id(), role, desk.whoActs(), right, answers.text("comment").orElse(null));
    if (!right) {
      deputies.post(
          document.caseNumber(),
          List.of(),
          catalogue
              .of("Case %s: what was released must be corrected")
              .formatted(document.caseNumber()),
          catalogue
              .of("%s, says %s:\n\n%s\n")
              .formatted(
                  catalogue.of(document.title()),
                  catalogue.of(Role.title(role)),
                  answers.needText("comment")));
    }
  }

  private Document document(String documentId) {
    return signOffs.get(UUID.fromString(documentId));
  }
}
