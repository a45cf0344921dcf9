package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.delivery.Mailings;
import breachresponse.delivery.Recipients;
import breachresponse.delivery.StaffMail;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.incident.OwnTargets;
import breachresponse.language.Catalogue;
import breachresponse.notice.Draft;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.notice.Segments;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.signoff.Signature;
import breachresponse.workflow.deployment.SaysItIsSigned;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import breachresponse.workflow.staff.People;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code notify-customers.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class NotifyCustomers implements ProcessSide {

  private static final String DECISION = "Decision not to tell customers";
  private static final String SENT_BACK = "notice sent back";

  private final Desk desk;
  private final CaseSheet caseSheet;
  private final NoticeSheet noticeSheet;
  private final DepartureSheet departureSheet;
  private final SegmentsForm segmentsForm;
  private final Incidents incidents;
  private final DutiesToPeople duties;
  private final OwnTargets targets;
  private final Segments segments;
  private final ResponsePlan plan;
  private final Members members;
  private final ObligationRegister obligations;
  private final RunningObligations runningObligations;
  private final SignOffs signOffs;
  private final DocumentSheet documents;
  private final People people;
  private final Notices notices;
  private final Recipients recipients;
  private final Mailings mailings;
  private final StaffMail staffMail;
  private final Timeline timeline;
  private final TaskService tasks;
  private final Clock clock;
  private final Catalogue catalogue;

  NotifyCustomers(
      Desk desk,
      CaseSheet caseSheet,
      NoticeSheet noticeSheet,
      DepartureSheet departureSheet,
      SegmentsForm segmentsForm,
      Incidents incidents,
      DutiesToPeople duties,
      OwnTargets targets,
      Segments segments,
      ResponsePlan plan,
      Members members,
      ObligationRegister obligations,
      RunningObligations runningObligations,
      SignOffs signOffs,
      DocumentSheet documents,
      People people,
      Notices notices,
      Recipients recipients,
      Mailings mailings,
      StaffMail staffMail,
      Timeline timeline,
      TaskService tasks,
      Clock clock,
      Catalogue catalogue) {
    this.desk = desk;
    this.caseSheet = caseSheet;
    this.noticeSheet = noticeSheet;
    this.departureSheet = departureSheet;
    this.segmentsForm = segmentsForm;
    this.incidents = incidents;
    this.duties = duties;
    this.targets = targets;
    this.segments = segments;
    this.plan = plan;
    this.members = members;
    this.obligations = obligations;
    this.runningObligations = runningObligations;
    this.signOffs = signOffs;
    this.documents = documents;
    this.people = people;
    this.notices = notices;
    this.recipients = recipients;
    this.mailings = mailings;
    this.staffMail = staffMail;
    this.timeline = timeline;
    this.tasks = tasks;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    var shown = new LinkedHashMap<String, Object>();
    var sheet = caseSheet.of(task, "customers are told", targets.customersTold(caseNumber));
    shown.put("caseSheet", sheet);
    switch (task.getTaskDefinitionKey()) {
      case "decideOnCustomers" -> proposeDecision(caseNumber, shown);
      case "provideRecipients" -> shown.putAll(noticeSheet.upload(caseNumber, sheet));
      case "provideAnotherList" ->
          shown.putAll(noticeSheet.upload(caseNumber, takenBack(caseNumber) + sheet));
      case "defineSegments" -> shown.putAll(segmentsForm.shown(caseNumber));
      case "draftNotice" -> {
        shown.putAll(noticeSheet.draft(caseNumber));
        shown.put("objections", objections(task));
      }
      case "releaseNotice" -> {
        var notice = notice(task);
        shown.putAll(noticeSheet.release(notice));
        shown.putAll(departureSheet.of(notice, withMail(notice)));
      }
      default -> {}
    }
    return shown;
  }

  private int withMail(Notices.Notice notice) {
    return recipients.summary(notice.caseNumber()).total() - noticeSheet.withoutMail(notice);
  }

  /** Half of the time that is left: if they are told, the other half is for the notice. */
  public Date decisionDue(String caseNumber) {
    var now = clock.instant();
    var left = Duration.between(now, duties.actBy(new CaseNumber(caseNumber)));
    return Desk.date(left.isNegative() ? now : now.plus(left.dividedBy(2)));
  }

  public void decideOnCustomers(DelegateTask task) {
    var answers = Answers.in(task);
    var told = answers.is("decision", "tell");
    if (!told) {
      var document =
          signOffs.submit(
              Desk.caseOf(task),
              Document.Kind.NO_NOTICE,
              DECISION,
              decision(Desk.caseOf(task), answers.needText("reason")),
              desk.whoActs());
      task.setVariable("documentId", document.id().toString());
    }
    task.setVariable("customersAreTold", told);
  }

  @SaysItIsSigned
  public boolean isSigned(String documentId) {
    return signOffs.mayGoOut(UUID.fromString(documentId));
  }

  /** Only the duties that the signed decision names: one that came up since is not decided on. */
  public void releaseDuties(String caseNumber) {
    var decision = lastDecision(new CaseNumber(caseNumber)).orElseThrow();
    duties.of(new CaseNumber(caseNumber)).stream()
        .filter(duty -> names(decision.content(), duty))
        .forEach(
            duty ->
                obligations.release(duty.id(), decision.reason().orElse(""), decision.author()));
    runningObligations.follow(new CaseNumber(caseNumber));
  }

  /** Releases before this one escaped other signs. */
  private static boolean names(String decision, Obligation duty) {
    return decision.replace("\\", "").contains(line(duty).replace("\\", ""));
  }

  public boolean isADutyLeft(String caseNumber) {
    return !duties.of(new CaseNumber(caseNumber)).isEmpty();
  }

  public Date customersDue(String caseNumber) {
    return Desk.date(duties.actBy(new CaseNumber(caseNumber)));
  }

  public void provideRecipients(DelegateTask task) {
    var answers = Answers.in(task);
    var total = recipients.summary(Desk.caseOf(task)).total();
    if (total > 0 && answers.yes("nobodyByMail")) {
      throw new IllegalArgumentException(
          "nobodyByMail: there are %d recipients already, please take the tick away"
              .formatted(total));
    }
    if (total == 0 && !answers.yes("nobodyByMail")) {
      throw new IllegalArgumentException(
          "recipients: there are none yet; please choose a file and upload it, or confirm that nobody can be reached by mail");
    }
    if (total == 0) {
      timeline.record(
          Desk.caseOf(task),
          desk.whoActs(),
          "nobody can be reached by mail",
          answers.needText("reason"),
          null);
    }
  }

  public void provideAnotherList(DelegateTask task) {
    provideRecipients(task);
  }

  public void defineSegments(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    segments.define(caseNumber, segmentsForm.read(caseNumber, Answers.in(task)), desk.whoActs());
  }

  public void draftNotice(DelegateTask task) {
    var answers = Answers.in(task);
    var draft = noticeSheet.draft(Desk.caseOf(task), answers);
    var fit = !answers.yes("segmentsChange");
    if (fit) {
      submit(task, draft, answers);
    } else {
      notices.keep(Desk.caseOf(task), draft);
    }
    task.setVariable("segmentsFit", fit);
  }

  private void submit(DelegateTask task, Draft draft, Answers answers) {
    noticeSheet.refuseIncomplete(Desk.caseOf(task), draft, answers);
    var notice = notices.submit(Desk.caseOf(task), draft, desk.whoActs());
    recordIncomplete(notice.caseNumber(), answers);
    task.setVariable("noticeId", notice.id().toString());
    task.setVariable("documentId", notice.documentId().toString());
  }

  /** What is left out on purpose is for the record. */
  private void recordIncomplete(CaseNumber caseNumber, Answers answers) {
    if (answers.yes("incomplete")) {
      timeline.record(
          caseNumber,
          desk.whoActs(),
          "notice drafted without all that the law lists",
          answers.needText("incompleteReason"),
          null);
    }
  }

  public void sendTest(String noticeId) {
    var id = UUID.fromString(noticeId);
    var caseNumber = notices.get(id).caseNumber();
    var mark = incidents.get(caseNumber).marked("");
    staffMail.postTest(members.mayKnow(caseNumber, plan.team()), mailings.signed(id), mark);
  }

  /** Who released it in an emergency sees it off as well: nobody else may be awake. */
  public List<String> releasers(String noticeId) {
    var usual = Stream.of(Role.SENIOR_LEADERSHIP, Role.CIO);
    var document = notices.get(UUID.fromString(noticeId)).documentId();
    return Stream.concat(
            usual,
            signOffs.emergencyRelease(document).isPresent()
                ? Stream.of(Role.LEGAL, Role.CEO)
                : Stream.empty())
        .map(Role::group)
        .toList();
  }

  public void releaseNotice(DelegateTask task) {
    var answers = Answers.in(task);
    var decision = answers.needText("decision");
    switch (decision) {
      case "release" -> release(task, answers);
      case "another-list" -> takeTheListBack(task, answers.needText("reason"));
      default -> record(task, SENT_BACK, answers.needText("reason"));
    }
    task.setVariable("noticeIsReleased", decision.equals("release"));
    task.setVariable("anotherListIsWanted", decision.equals("another-list"));
  }

  private void release(DelegateTask task, Answers answers) {
    refuseUnlessOthersSigned(signOffs.get(notice(task).documentId()));
    notices.refuseDifferences(Desk.caseOf(task), notice(task).draft());
    refuseUnlessRecipientsAreClear(task);
    refuseIfSomeGetNone(notice(task), answers);
    record(task, "notice released", released(task, answers));
  }

  private void record(DelegateTask task, String act, String detail) {
    timeline.record(
        Desk.caseOf(task),
        desk.whoActs(),
        act,
        detail,
        signOffs.get(notice(task).documentId()).sha256());
  }

  private void takeTheListBack(DelegateTask task, String reason) {
    refuseUnlessItCanBeAskedFor(task);
    recipients.withdraw(Desk.caseOf(task), reason, desk.whoActs());
  }

  /** A case may be in a version of the diagram that would release to nobody instead. */
  private void refuseUnlessItCanBeAskedFor(DelegateTask task) {
    if (areRecipientsStillAsked(task)) {
      throw new IllegalArgumentException(
          "decision: the list is not complete yet; please wait until the task 'Provide recipients' is done");
    }
    if (task.getBpmnModelInstance().getModelElementById("provideAnotherList") == null) {
      throw new IllegalArgumentException(
          "decision: this case began with a diagram that asks for no other list; please have it moved to the newest version");
    }
  }

  private void refuseIfSomeGetNone(Notice notice, Answers answers) {
    var without = noticeSheet.withoutMail(notice);
    if (without > 0 && !answers.yes("someGetNone")) {
      throw new IllegalArgumentException(
          "someGetNone: %d recipients are in no segment and get no mail; please have it drafted again with a segment for them, or confirm that they get none"
              .formatted(without));
    }
  }

  /** To the list that was looked at: a file may have come while the form was open. */
  private String released(DelegateTask task, Answers answers) {
    var list = recipients.release(Desk.caseOf(task), notice(task).id());
    if (!answers.is("list", list.digest())) {
      throw new IllegalArgumentException(
          "decision: the list of recipients has changed since you opened this form; please reload the task and look at it again");
    }
    return "to %d recipients, SHA-256 of their list %s".formatted(list.people(), list.digest());
  }

  private void refuseUnlessOthersSigned(Document document) {
    var who = desk.whoActs();
    var signed = signOffs.signatures(document.id()).stream().map(Signature::person);
    if (document.author().equals(who)
        || !isEmergencyOf(who, document) && signed.anyMatch(who::equals)) {
      throw new IllegalArgumentException(
          "decision: who wrote or signed a notice cannot release it, please leave it to somebody else");
    }
  }

  private boolean isEmergencyOf(String person, Document document) {
    return signOffs
        .emergencyRelease(document.id())
        .filter(release -> release.person().equals(person))
        .isPresent();
  }

  private void refuseUnlessRecipientsAreClear(DelegateTask task) {
    if (areRecipientsStillAsked(task) && recipients.summary(Desk.caseOf(task)).total() == 0) {
      throw new IllegalArgumentException(
          "decision: there are no recipients yet; please wait until the task 'Provide recipients' is done");
    }
  }

  private boolean areRecipientsStillAsked(DelegateTask task) {
    return tasks
            .createTaskQuery()
            .processInstanceId(task.getProcessInstanceId())
            .taskDefinitionKey("provideRecipients")
            .count()
        > 0;
  }

  private String takenBack(CaseNumber caseNumber) {
    return timeline.of(caseNumber).stream()
        .filter(entry -> entry.act().equals(Recipients.WITHDRAWN))
        .map(entry -> entry.detail().orElse(""))
        .reduce((earlier, later) -> later)
        .map(CaseSheet::plain)
        .map(why -> catalogue.of("**The list was taken back.** %s").formatted(why) + "\n\n")
        .orElse("");
  }

  private void proposeDecision(CaseNumber caseNumber, Map<String, Object> shown) {
    var owed = duties.of(caseNumber);
    shown.put(
        "duties",
        owed.isEmpty()
            ? catalogue.of("No law that we know demands that they are told.")
            : caseSheet.table(owed));
    if (!owed.isEmpty()) {
      shown.put("decision", "tell");
    }
    lastDecision(caseNumber).ifPresent(last -> shown.put("reason", last.reason().orElse("")));
    shown.put(
        "objections",
        documents.objections(caseNumber, Document.Kind.NO_NOTICE, DECISION).orElse(""));
  }

  private String decision(CaseNumber caseNumber, String reason) {
    var owed = duties.of(caseNumber);
    return "# "
        + DECISION
        + "\n\n"
        + caseSheet.of(caseNumber)
        + "\n\n## Duties that this touches\n\n"
        + (owed.isEmpty()
            ? "None that we know of."
            : owed.stream().map(duty -> "- " + line(duty)).collect(joining("\n")))
        + Document.REASON
        + reason;
  }

  private static String line(Obligation duty) {
    return "%s: %s (%s)"
        .formatted(
            CaseSheet.plain(duty.duty().recipientName()),
            CaseSheet.plain(duty.duty().citation()),
            duty.duty().jurisdiction());
  }

  private Optional<Document> lastDecision(CaseNumber caseNumber) {
    return signOffs.newest(caseNumber, Document.Kind.NO_NOTICE, DECISION);
  }

  /** Of the signatories, or of who did not release it. */
  private String objections(DelegateTask task) {
    if (task.getVariable("noticeId") == null) {
      return "";
    }
    var document = signOffs.get(notice(task).documentId());
    return documents
        .objections(document.caseNumber(), document.kind(), document.title())
        .orElseGet(() -> sentBackFor(document));
  }

  private String sentBackFor(Document document) {
    return timeline.of(document.caseNumber()).stream()
        .filter(entry -> entry.act().equals(SENT_BACK))
        .filter(entry -> entry.contentHash().equals(Optional.of(document.sha256())))
        .map(entry -> DocumentSheet.objection(people.name(entry.by()), entry.detail().orElse("")))
        .reduce("", (earlier, later) -> later);
  }

  private Notice notice(DelegateTask task) {
    return notices.get(UUID.fromString((String) task.getVariable("noticeId")));
  }
}
