package breachresponse.workflow;

import breachresponse.evidence.Timeline;
import breachresponse.filing.FilingTexts;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.incident.Milestone;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.deployment.SaysItIsSigned;
import breachresponse.workflow.deployment.TellsOutsiders;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.FactsForm;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code fulfil-obligation.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class FulfilObligation implements ProcessSide {

  /** What starts a clock only when another process of the case has done it. */
  private static final Set<String> DONE_ELSEWHERE = Set.of("notification", "individualsNotified");

  /** The tables call it by either name. */
  private static final Set<String> AWARE = Set.of("awareness", "discovery");

  private final ObligationRegister register;
  private final RunningObligations running;
  private final ReminderTimes reminders;
  private final Cases cases;
  private final Incidents incidents;
  private final SignOffs signOffs;
  private final FilingSheet filings;
  private final FilingTexts texts;
  private final ContentCheck contents;
  private final Deputies deputies;
  private final Timeline timeline;
  private final IdentityService identities;
  private final ResponsePlan plan;
  private final CaseSheet sheet;
  private final Words words;
  private final Desk desk;
  private final ObjectMapper json;
  private final Clock clock;
  private final Catalogue catalogue;

  FulfilObligation(
      ObligationRegister register,
      RunningObligations running,
      ReminderTimes reminders,
      Cases cases,
      Incidents incidents,
      SignOffs signOffs,
      FilingSheet filings,
      FilingTexts texts,
      ContentCheck contents,
      Deputies deputies,
      Timeline timeline,
      IdentityService identities,
      ResponsePlan plan,
      CaseSheet sheet,
      Words words,
      Desk desk,
      ObjectMapper json,
      Clock clock,
      Catalogue catalogue) {
    this.register = register;
    this.running = running;
    this.reminders = reminders;
    this.cases = cases;
    this.incidents = incidents;
    this.signOffs = signOffs;
    this.filings = filings;
    this.texts = texts;
    this.contents = contents;
    this.deputies = deputies;
    this.timeline = timeline;
    this.identities = identities;
    this.plan = plan;
    this.sheet = sheet;
    this.words = words;
    this.desk = desk;
    this.json = json;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var obligation = obligationOf(task);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", sheet.of(obligation.caseNumber()));
    shown.put("duty", filings.duty(obligation));
    shown.put("deadline", sheet.due(obligation));
    shown.put("explanation", CaseSheet.plain(catalogue.of(obligation.clock().explanation())));
    switch (task.getTaskDefinitionKey()) {
      case "recordClockStart" ->
          shown.put("doneElsewhere", DONE_ELSEWHERE.contains(obligation.clock().startsWith()));
      case "prepareFiling" -> {
        shown.put("outcome", "file");
        shown.putAll(filings.draft(obligation, documentOf(task), texts::filing));
        shown.put("contents", contents.of(List.of(obligation), shown.get("text").toString()));
      }
      case "fileIt" -> {
        shown.put("signedText", documentOf(task).orElseThrow().content());
        shown.put("isLate", obligation.isLateAt(clock.instant()));
        shown.put("filedAt", FactsForm.at(OffsetDateTime.now(clock), plan.zone()));
        if (incidents.get(obligation.caseNumber()).exercise()) {
          shown.put("reference", obligation.caseNumber().value());
        }
      }
      case "explainDelay" ->
          shown.put(
              "filedAt", words.at(obligation.filedAt().orElseThrow(), obligation.clock().zone()));
      default -> {}
    }
    return shown;
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of(obligationOf(task).duty().recipientName());
  }

  public boolean hasClockStarted(String obligationId) {
    return obligation(obligationId).clock().actBy().isPresent();
  }

  /**
   * @return when what starts this clock by itself is due, by the same law; null where people start
   *     it, who answer in our usual time
   */
  public Date clockStartDue(String obligationId) {
    var obligation = obligation(obligationId);
    if (!DONE_ELSEWHERE.contains(obligation.clock().startsWith())) {
      return null;
    }
    return register.of(obligation.caseNumber()).stream()
        .filter(other -> other.duty().regime().equals(obligation.duty().regime()))
        .filter(other -> other.duty().jurisdiction().equals(obligation.duty().jurisdiction()))
        .flatMap(other -> other.clock().actBy().stream())
        .max(Comparator.naturalOrder())
        .map(Desk::date)
        .orElse(null);
  }

  public void recordClockStart(DelegateTask task) {
    var answers = Answers.in(task);
    var obligation = obligationOf(task);
    var rulingOut = answers.is("outcome", "not-owed");
    task.setVariable("rulingOut", rulingOut);
    if (rulingOut) {
      submitRulingOut(task, obligation, reasonOfLegal(answers));
      return;
    }
    var what = obligation.clock().startsWith();
    if (DONE_ELSEWHERE.contains(what)) {
      throw new IllegalArgumentException(
          "outcome: this clock starts by itself as soon as %s is recorded by its own task; please leave this task open until then"
              .formatted(obligation.clock().startsWithInWords()));
    }
    var at = desk.past("happenedAt", answers.needInstant("happenedAt"));
    var facts = incidents.facts(obligation.caseNumber()).orElseThrow().facts();
    incidents.record(obligation.caseNumber(), started(facts, what, at), desk.whoActs());
    register.determine(obligation.caseNumber());
    if (!hasClockStarted(obligation.id().toString())) {
      throw new IllegalArgumentException(
          "happenedAt: with this the clock still does not run; please ask legal whether the duty is owed");
    }
    running.followBut(obligation.id(), obligation.caseNumber());
    cases.evaluateAgain(obligation.caseNumber());
  }

  public void ruleOutBeforehand(String obligationId, String documentId) {
    ruleOut(obligationId, documentId);
  }

  public boolean tellsPeople(String obligationId) {
    return obligation(obligationId).tellsPeople();
  }

  public void prepareFiling(DelegateTask task) {
    var answers = Answers.in(task);
    var obligation = obligationOf(task);
    if (answers.is("outcome", "not-owed")) {
      submitRulingOut(task, obligation, reasonOfLegal(answers));
    } else {
      var text = answers.needText("text");
      contents.refuseIncomplete("text", List.of(obligation), text, answers);
      laidDown(task, filings.submit(obligation, text, answers));
    }
  }

  private void submitRulingOut(DelegateTask task, Obligation obligation, String reason) {
    laidDown(task, filings.submit(obligation, Document.Kind.RULING_OUT, reason));
  }

  private static void laidDown(DelegateTask task, Document document) {
    task.setVariable("documentId", document.id().toString());
  }

  private String reasonOfLegal(Answers answers) {
    refuseUnlessLegal();
    return answers.needText("reason");
  }

  @SaysItIsSigned
  public boolean isSigned(String documentId) {
    return signOffs.mayGoOut(UUID.fromString(documentId));
  }

  public boolean isRulingOut(String documentId) {
    return signOffs.get(UUID.fromString(documentId)).kind() == Document.Kind.RULING_OUT;
  }

  public void ruleOut(String obligationId, String documentId) {
    var obligation = obligation(obligationId);
    var document = signOffs.get(UUID.fromString(documentId));
    register.release(obligation.id(), document.content(), document.author());
    running.followBut(obligation.id(), obligation.caseNumber());
  }

  @TellsOutsiders("files with an authority")
  public void fileIt(DelegateTask task) {
    var answers = Answers.in(task);
    var obligation = obligationOf(task);
    register.fulfil(
        obligation.id(),
        answers.yes("incomplete") ? Filing.Kind.INCOMPLETE : Filing.Kind.COMPLETE,
        sinceAware(obligation.caseNumber(), desk.past("filedAt", answers.needInstant("filedAt"))),
        answers.needText("reference"),
        answers.text("reasonForDelay").orElse(null),
        documentOf(task).orElseThrow().id(),
        desk.whoActs());
    running.follow(obligation.caseNumber());
  }

  /** Lateness is a matter of the law's own instant: a target of ours needs no excuse. */
  public boolean isDelayUnexplained(String obligationId) {
    var obligation = obligation(obligationId);
    return obligation.filedAt().filter(obligation::isLateAt).isPresent()
        && obligation.reasonForDelay().isEmpty();
  }

  public void explainDelay(DelegateTask task) {
    register.explainDelay(
        obligationOf(task).id(), Answers.in(task).needText("reason"), desk.whoActs());
  }

  /**
   * @return the next reminder, or the deadline where none is left before it
   */
  public Date reminderDue(String obligationId) {
    return reminders.next(obligation(obligationId));
  }

  public boolean isAReminderLeft(String obligationId) {
    return reminders.left(obligation(obligationId)).isPresent();
  }

  public void remind(String obligationId) {
    var obligation = obligation(obligationId);
    if (obligation.status().isOver() || reminders.isTooLate(obligation)) {
      return;
    }
    timeline.record(
        obligation.caseNumber(),
        "fulfil-obligation",
        "reminder sent",
        FilingSheet.name(obligation),
        null);
    deputies.post(
        obligation.caseNumber(), List.of(), subject(obligation, "due soon"), news(obligation));
  }

  /**
   * @return when to have acted; null while the clock waits
   */
  public Date due(String obligationId) {
    return obligation(obligationId).clock().actBy().map(Desk::date).orElse(null);
  }

  public void escalate(String obligationId) {
    var obligation = obligation(obligationId);
    if (obligation.status().isOver()) {
      return;
    }
    var isLaw = obligation.clock().due().isPresent();
    // the record locks the case: deadlines that pass together add deputies to the same tasks
    timeline.record(
        obligation.caseNumber(),
        "fulfil-obligation",
        isLaw ? "deadline passed" : "our target passed",
        FilingSheet.name(obligation),
        null);
    deputies.post(
        obligation.caseNumber(),
        deputies.join(obligation.caseNumber(), running.openTasks(obligation)),
        subject(obligation, isLaw ? "deadline passed" : "our target passed"),
        news(obligation));
  }

  private Obligation obligation(String obligationId) {
    return register.get(UUID.fromString(obligationId));
  }

  private Obligation obligationOf(DelegateTask task) {
    return obligation((String) task.getVariable("obligationId"));
  }

  private Optional<Document> documentOf(DelegateTask task) {
    return Optional.ofNullable((String) task.getVariable("documentId"))
        .map(id -> signOffs.get(UUID.fromString(id)));
  }

  private String subject(Obligation obligation, String what) {
    return catalogue
        .of("Case %s, %s: %s")
        .formatted(obligation.caseNumber(), catalogue.of(what), obligation.duty().citation());
  }

  private String news(Obligation obligation) {
    return catalogue
        .of(
            """
            %s
            %s

            It is not recorded as done. Please see the tasks of case %s.
            """)
        .formatted(FilingSheet.name(obligation), sheet.due(obligation), obligation.caseNumber());
  }

  private void refuseUnlessLegal() {
    var isLegal =
        identities
                .createGroupQuery()
                .groupId(Role.LEGAL.group())
                .groupMember(desk.whoActs())
                .count()
            > 0;
    if (!isLegal) {
      throw new IllegalArgumentException(
          "outcome: only legal can decide that nobody is told; please hand the task to them");
    }
  }

  private Facts started(Facts facts, String what, OffsetDateTime at) {
    return AWARE.contains(what)
        ? facts.awareSince(at)
        : facts.and(json.convertValue(what, Milestone.class), at);
  }

  private Instant sinceAware(CaseNumber caseNumber, OffsetDateTime at) {
    var aware =
        incidents
            .facts(caseNumber)
            .map(latest -> latest.facts().awareAt())
            .filter(awareAt -> at.toInstant().isBefore(awareAt.toInstant()));
    if (aware.isPresent()) {
      throw new IllegalArgumentException(
          "filedAt: %s is before the organisation became aware (%s), please check the date and the zone"
              .formatted(at, aware.get()));
    }
    return at.toInstant();
  }
}
