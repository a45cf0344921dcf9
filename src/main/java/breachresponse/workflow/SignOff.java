package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.language.Catalogue;
import breachresponse.notice.Notices;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.signoff.Signature;
import breachresponse.workflow.deployment.SaysItIsSigned;
import breachresponse.workflow.desk.CaseClock;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import breachresponse.workflow.planning.PlanSheet;
import breachresponse.workflow.staff.People;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The Java side of {@code sign-off.bpmn}: one method per task, of its name, in its order. */
@Component
public class SignOff implements ProcessSide {

  private final SignOffs signOffs;
  private final DocumentSheet documents;
  private final Notices notices;
  private final NoticeSheet noticeSheet;
  private final ResponsePlan plan;
  private final PlanSheet planSheet;
  private final TaskService tasks;
  private final Deputies deputies;
  private final Emergencies emergencies;
  private final CaseSheet sheet;
  private final Words words;
  private final CaseClock caseClock;
  private final Desk desk;
  private final Catalogue catalogue;
  private final People people;

  SignOff(
      SignOffs signOffs,
      DocumentSheet documents,
      Notices notices,
      NoticeSheet noticeSheet,
      ResponsePlan plan,
      PlanSheet planSheet,
      TaskService tasks,
      Deputies deputies,
      Emergencies emergencies,
      CaseSheet sheet,
      Words words,
      CaseClock caseClock,
      Desk desk,
      Catalogue catalogue,
      People people) {
    this.signOffs = signOffs;
    this.documents = documents;
    this.notices = notices;
    this.noticeSheet = noticeSheet;
    this.plan = plan;
    this.planSheet = planSheet;
    this.tasks = tasks;
    this.deputies = deputies;
    this.emergencies = emergencies;
    this.sheet = sheet;
    this.words = words;
    this.caseClock = caseClock;
    this.desk = desk;
    this.catalogue = catalogue;
    this.people = people;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var document = document((String) task.getVariable("documentId"));
    var shown = new HashMap<String, Object>();
    shown.put("caseSheet", document.caseNumber() == null ? "" : sheet.of(task));
    shown.putAll(documents.of(document));
    shown.put(
        "signatory",
        Optional.ofNullable((String) task.getVariable("signatory"))
            .map(Role::title)
            .map(catalogue::of)
            .orElse(""));
    shown.put("deadline", deadline(document));
    shown.put("signatures", signatures(document));
    shown.putAll(Map.of("preview", "", "changes", "", "checks", "", "accounts", ""));
    notices.ofDocument(document.id()).map(noticeSheet::signing).ifPresent(shown::putAll);
    shown.putAll(planSheet.signing(document.id()));
    return shown;
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of(document((String) task.getVariable("documentId")).title());
  }

  public void determineSignatories(String documentId) {
    signOffs.determineSignatories(UUID.fromString(documentId));
  }

  /** Those who have not answered yet. */
  public List<String> signatories(String documentId) {
    return signOffs.missing(UUID.fromString(documentId));
  }

  public Date signatureDue(String documentId) {
    var document = document(documentId);
    var target = plan.targets().signature();
    return Desk.date(
        document.caseNumber() == null
            ? document.submittedAt().plus(target)
            : caseClock.after(document.submittedAt(), document.caseNumber(), target));
  }

  public void sign(DelegateTask task) {
    var answers = Answers.in(task);
    signOffs.answer(
        UUID.fromString((String) task.getVariable("documentId")),
        (String) task.getVariable("signatory"),
        desk.whoActs(),
        answers.is("decision", "sign"),
        answers.text("comment").orElse(null));
  }

  public void askTheDeputies(String documentId) {
    var document = document(documentId);
    var open =
        tasks
            .createTaskQuery()
            .taskDefinitionKey("sign")
            .processVariableValueEquals("documentId", documentId)
            .unlimitedList();
    var late =
        open.stream()
            .map(task -> (String) tasks.getVariable(task.getId(), "signatory"))
            .map(Role::title);
    var asked = deputies.join(document.caseNumber(), open);
    var what =
        "%s, not signed yet by %s; deputies: %s"
            .formatted(document.title(), late.collect(joining(", ")), asked.inWords());
    signOffs.record(document, "sign-off", "deputies asked to sign", what);
    deputies.post(
        document.caseNumber(),
        asked,
        catalogue.of("%s: a signature is late").formatted(catalogue.of(where(document))),
        catalogue
            .of(
                """
                %s.

                The deputies find the task "Sign" in their task list from now on.
                """)
            .formatted(catalogue.of(what)));
  }

  public Date emergencyFrom(String documentId) {
    return emergencies.timer(document(documentId));
  }

  public Date legalDeadline(String documentId) {
    return emergencies.legalDeadline(document(documentId)).map(Desk::date).orElse(null);
  }

  public void releaseInAnEmergency(DelegateTask task) {
    var document = document((String) task.getVariable("documentId"));
    emergencies.refuseUnlessAtHand(document);
    signOffs.releaseInAnEmergency(
        document.id(), desk.whoActs(), Answers.in(task).needText("reason"));
  }

  public void wakeLeadership(String documentId) {
    emergencies.wakeLeadership(document(documentId));
  }

  public void askForASecondLook(String documentId) {
    emergencies.askForASecondLook(document(documentId));
  }

  public boolean isRefused(String documentId) {
    return signOffs.signatures(UUID.fromString(documentId)).stream()
        .anyMatch(answer -> !answer.signed());
  }

  @SaysItIsSigned
  public boolean isSigned(String documentId) {
    return signOffs.mayGoOut(UUID.fromString(documentId));
  }

  private Document document(String documentId) {
    return signOffs.get(UUID.fromString(documentId));
  }

  private static String where(Document document) {
    return document.caseNumber() == null
        ? document.title()
        : "Case %s".formatted(document.caseNumber());
  }

  private String deadline(Document document) {
    return emergencies
        .legalDeadline(document)
        .map(at -> words.deadline(at, plan.zone()))
        .orElseGet(() -> catalogue.of("none in numbers"));
  }

  private String signatures(Document document) {
    var given = signOffs.signatures(document.id());
    return signOffs.signatories(document.id()).stream()
        .map(role -> "* %s: %s".formatted(catalogue.of(Role.title(role)), answer(role, given)))
        .collect(joining("\n"));
  }

  private String answer(String role, List<Signature> given) {
    return given.stream()
        .filter(signature -> signature.role().equals(role))
        .findFirst()
        .map(
            signature ->
                (signature.signed()
                        ? catalogue.of("signed by %s, %s")
                        : catalogue.of("refused by %s, %s"))
                    .formatted(
                        people.name(signature.person()), words.at(signature.at(), plan.zone())))
        .orElseGet(() -> catalogue.of("not yet"));
  }
}
