package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.delivery.Recipients;
import breachresponse.evidence.ActsInWords;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.incident.OwnTargets;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.Plans;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.CaseClock;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.FactsForm;
import breachresponse.workflow.desk.ReachSheet;
import breachresponse.workflow.desk.ScaleSheet;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import breachresponse.workflow.restricted.RestrictedCases;
import breachresponse.workflow.staff.People;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code respond-to-breach.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class RespondToBreach implements ProcessSide {

  private final Incidents incidents;
  private final CaseAccess access;
  private final CaseLevel caseLevel;
  private final OwnTargets targets;
  private final ObligationRegister register;
  private final RunningObligations running;
  private final RunningDispatches dispatches;
  private final SignOffs signOffs;
  private final Cases cases;
  private final Recipients recipients;
  private final EraseRecipients eraseRecipients;
  private final Timeline timeline;
  private final ActsInWords acts;
  private final ResponsePlan plan;
  private final Plans plans;
  private final NextVersion nextPlan;
  private final CaseSheet sheet;
  private final ScaleSheet scaleSheet;
  private final ReachSheet reachSheet;
  private final FactsForm form;
  private final HoldSheet holdSheet;
  private final Words words;
  private final CaseClock caseClock;
  private final Desk desk;
  private final RuntimeService processes;
  private final TaskService tasks;
  private final Catalogue catalogue;
  private final People people;
  private final RestrictedCases restricted;

  RespondToBreach(
      Incidents incidents,
      CaseAccess access,
      CaseLevel caseLevel,
      OwnTargets targets,
      ObligationRegister register,
      RunningObligations running,
      RunningDispatches dispatches,
      SignOffs signOffs,
      Cases cases,
      Recipients recipients,
      EraseRecipients eraseRecipients,
      Timeline timeline,
      ActsInWords acts,
      ResponsePlan plan,
      Plans plans,
      NextVersion nextPlan,
      CaseSheet sheet,
      ScaleSheet scaleSheet,
      ReachSheet reachSheet,
      FactsForm form,
      HoldSheet holdSheet,
      Words words,
      CaseClock caseClock,
      Desk desk,
      RuntimeService processes,
      TaskService tasks,
      Catalogue catalogue,
      People people,
      RestrictedCases restricted) {
    this.incidents = incidents;
    this.access = access;
    this.caseLevel = caseLevel;
    this.targets = targets;
    this.register = register;
    this.running = running;
    this.dispatches = dispatches;
    this.signOffs = signOffs;
    this.cases = cases;
    this.recipients = recipients;
    this.eraseRecipients = eraseRecipients;
    this.timeline = timeline;
    this.acts = acts;
    this.plan = plan;
    this.plans = plans;
    this.nextPlan = nextPlan;
    this.sheet = sheet;
    this.scaleSheet = scaleSheet;
    this.reachSheet = reachSheet;
    this.form = form;
    this.holdSheet = holdSheet;
    this.words = words;
    this.caseClock = caseClock;
    this.desk = desk;
    this.processes = processes;
    this.tasks = tasks;
    this.catalogue = catalogue;
    this.people = people;
    this.restricted = restricted;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", sheet.of(task));
    switch (task.getTaskDefinitionKey()) {
      case "triage" -> showReport(shown, caseNumber);
      case "assessExposure" -> {
        shown.putAll(form.shown(caseNumber));
        shown.putAll(holdSheet.of(caseNumber));
        shown.put("obligations", sheet.obligations(caseNumber));
      }
      case "confirmCriticality" -> shown.putAll(scaleSheet.of(caseNumber));
      case "acceptChanges" -> {
        shown.put("changes", changes(caseNumber));
        shown.put("obligations", sheet.obligations(caseNumber));
        shown.put("goneChoices", gone(caseNumber).stream().map(CaseSheet::choice).toList());
      }
      case "reviewResponse" -> {
        shown.put("obligations", sheet.table(register.of(caseNumber)));
        shown.put("notTriggered", sheet.notTriggered(caseNumber));
        shown.put("reach", reachSheet.of(caseNumber));
        shown.put("nobodyTold", register.of(caseNumber).isEmpty());
      }
      default -> {}
    }
    return shown;
  }

  /** Opens the case, unless the API has done so already, and says which plan it is opened by. */
  public void breachReported(DelegateExecution execution) {
    if (!Cases.isOpened(execution)) {
      open(execution);
    }
    plans.pin(Desk.caseOf(execution));
  }

  private void open(DelegateExecution execution) {
    var answers = Answers.in(execution);
    var by = (String) execution.getVariable("reporter");
    var caseNumber = incidents.open(answers.needText("title"), answers.needText("description"), by);
    answers
        .instant("awareAt")
        .ifPresent(
            at ->
                incidents.record(
                    caseNumber, Facts.first(desk.past("awareAt", at), plan.facts()), by));
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
    if (answers.yes("restricted")) {
      restricted.restrict(caseNumber, answers.names("mayBeSeenBy"), "when it was reported", by);
    }
  }

  public Date triageDue(String caseNumber) {
    return Desk.date(targets.triage(new CaseNumber(caseNumber)));
  }

  public void triage(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    var outcome = answers.needText("outcome");
    switch (outcome) {
      case "breach" -> {
        recordAware(caseNumber, desk.past("awareAt", answers.needInstant("awareAt")));
        incidents.respond(caseNumber, answers.needText("reason"), desk.whoActs());
        register.determine(caseNumber);
      }
      case "at-processor" ->
          incidents.respond(
              caseNumber, "at our processor: " + answers.needText("reason"), desk.whoActs());
      default ->
          timeline.record(
              caseNumber, desk.whoActs(), "no breach found", answers.needText("reason"), null);
    }
    if (answers.yes("restricted")) {
      restricted.restrict(
          caseNumber,
          answers.list("mayBeSeenBy"),
          answers.needText("restrictionReason"),
          desk.whoActs());
    }
    task.setVariable("triage", outcome);
  }

  public void recordFalseAlarm(String caseNumber) {
    incidents.dismiss(new CaseNumber(caseNumber), "respond-to-breach");
    eraseRecipients.begin();
  }

  public Date processorDue(String caseNumber) {
    return soon(caseNumber);
  }

  /** The organisation is aware once its processor has informed it (EDPB Guidelines 9/2022). */
  public void obtainProcessorsReport(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    recordAware(caseNumber, desk.past("informedAt", answers.needInstant("informedAt")));
    timeline.record(
        caseNumber,
        desk.whoActs(),
        "processor's report obtained",
        answers.needText("processor") + ": " + answers.needText("report"),
        null);
    register.determine(caseNumber);
  }

  public void containBreach(DelegateTask task) {
    var answers = Answers.in(task);
    timeline.record(
        Desk.caseOf(task), desk.whoActs(), "breach contained", answers.needText("measures"), null);
  }

  public void assessExposure(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    cases.record(caseNumber, form.read(answers, caseNumber), desk.whoActs());
  }

  public void assessCriticality(String caseNumber) {
    caseLevel.propose(new CaseNumber(caseNumber));
  }

  /** What the first facts had triggered and these do not is for legal to accept, too. */
  public void determineObligations(String caseNumber) {
    var number = new CaseNumber(caseNumber);
    register.determine(number);
    if (!gone(number).isEmpty()) {
      cases.evaluateAgain(number);
    }
  }

  public void confirmCriticality(DelegateTask task) {
    caseLevel.confirm(Desk.caseOf(task), Answers.in(task), desk.whoActs());
  }

  /** Obligations that no process takes care of yet. */
  public List<String> newObligations(String caseNumber) {
    return running.without(new CaseNumber(caseNumber));
  }

  /** A processor tells its controller, who tells the people (GDPR Art 33(2), 34(1)). */
  public boolean controllerTells(String caseNumber) {
    return form.known(new CaseNumber(caseNumber)).organisation().role() == Facts.Role.PROCESSOR;
  }

  public void reviewResponse(DelegateTask task) {
    var caseNumber = Desk.caseOf(task);
    var open = register.of(caseNumber).stream().filter(o -> !o.status().isOver()).toList();
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          "obligations: still open, please fulfil or release them first: %s"
              .formatted(open.stream().map(o -> o.duty().recipientName()).collect(joining(", "))));
    }
    if (areFindingsOpen(caseNumber)) {
      throw new IllegalArgumentException(
          "findings: new ones, or another level, are still being recorded or followed; please see to the other tasks of this case first");
    }
    if (!signOffs.unseen(caseNumber).isEmpty()) {
      throw new IllegalArgumentException(
          "look: a text was released in an emergency, please have the tasks 'Look again' of this case done first");
    }
    var answers = Answers.in(task);
    if (register.of(caseNumber).isEmpty()) {
      timeline.record(
          caseNumber,
          desk.whoActs(),
          "no duty to tell anyone",
          answers.needText("nobodyToldReason"),
          null);
    }
    var lessons = answers.needText("lessons");
    timeline.record(caseNumber, desk.whoActs(), "response reviewed", lessons, null);
    if (answers.yes("planMustChange")) {
      nextPlan.askFor(
          "lessonsAccepted",
          access.isRestricted(caseNumber)
              ? "lessons of a case that only named people may see; legal knows more"
              : "lessons of case %s: %s".formatted(caseNumber, lessons));
    }
  }

  /** Whether something has come up since the review began. */
  public boolean isAnythingOpen(String caseNumber) {
    var number = new CaseNumber(caseNumber);
    return register.of(number).stream().anyMatch(o -> !o.status().isOver())
        || !signOffs.unseen(number).isEmpty()
        || areFindingsOpen(number);
  }

  private boolean areFindingsOpen(CaseNumber caseNumber) {
    var response =
        processes
            .createProcessInstanceQuery()
            .processDefinitionKey("respond-to-breach")
            .processInstanceBusinessKey(caseNumber.value())
            .singleResult();
    return openTasks(caseNumber, "recordFindings") > 0
        || openTasks(caseNumber, "setTheLevel") > 0
        || processes
                .getActivityInstance(response.getId())
                .getActivityInstances("newFindings")
                .length
            > 0;
  }

  public void closeCase(String caseNumber) {
    incidents.close(new CaseNumber(caseNumber), "respond-to-breach");
    eraseRecipients.begin();
  }

  /** Raises the level if the facts are worse; that they are better is for people to say. */
  public void assessCriticalityAgain(String caseNumber) {
    var number = new CaseNumber(caseNumber);
    if (incidents.get(number).criticality().isPresent()) {
      caseLevel.propose(number);
    }
  }

  /**
   * Before the obligations were determined for the first time there is nothing to do again: the
   * latest facts will be taken. Whoever has recorded the findings may have determined them already,
   * so that what is left to do counts, not what has changed just now.
   *
   * @return {@code anythingChanged}: whether people have something to do because of it
   */
  public boolean determineObligationsAgain(String caseNumber) {
    var incident = incidents.get(new CaseNumber(caseNumber));
    if (incident.criticality().isEmpty()) {
      return false;
    }
    var changes = register.determine(incident.caseNumber());
    running.follow(incident.caseNumber());
    return !changes.isEmpty()
        || !newObligations(caseNumber).isEmpty()
        || isSomebodyUntold(caseNumber)
        || isAnythingToAccept(incident.caseNumber())
            && openTasks(incident.caseNumber(), "acceptChanges") == 0;
  }

  private boolean isAnythingToAccept(CaseNumber caseNumber) {
    return !gone(caseNumber).isEmpty() || running.isAnyLater(caseNumber);
  }

  public Date changesDue(String caseNumber) {
    return soon(caseNumber);
  }

  public void acceptChanges(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    var released = answers.list("released");
    for (var obligation : gone(caseNumber)) {
      var reason = answers.needText("reason");
      if (released.contains(obligation.id().toString())) {
        register.release(obligation.id(), reason, desk.whoActs());
      } else {
        register.keep(obligation.id(), reason, desk.whoActs());
      }
    }
    timeline.record(
        caseNumber, desk.whoActs(), "changes accepted", answers.text("reason").orElse(null), null);
    running.accept(caseNumber);
    running.follow(caseNumber);
  }

  /**
   * Whether there are people to tell, by law or because we tell the others, and no notice to come.
   */
  public boolean isSomebodyUntold(String caseNumber) {
    var number = new CaseNumber(caseNumber);
    return !controllerTells(caseNumber)
        && (recipients.areLate(number)
            || register.isAnybodyToTellSince(number, dispatches.lastBegunAfter(number)))
        && !dispatches.isANoticeToCome(number);
  }

  private void showReport(Map<String, Object> shown, CaseNumber caseNumber) {
    Incident incident = incidents.get(caseNumber);
    shown.put("report", CaseSheet.plain(incident.description()));
    shown.put("reportedBy", people.name(incident.reportedBy()));
    shown.put("reportedAt", words.at(incident.reportedAt(), plan.zone()));
    shown.put("isRestricted", access.isRestricted(caseNumber));
    shown.put("peopleChoices", people.choices());
    incidents
        .facts(caseNumber)
        .map(latest -> latest.facts().awareAt())
        .ifPresent(at -> shown.put("awareAt", FactsForm.at(at, plan.zone())));
  }

  private void recordAware(CaseNumber caseNumber, OffsetDateTime at) {
    incidents.record(caseNumber, form.known(caseNumber).awareSince(at), desk.whoActs());
  }

  /** What the timeline says of the law since the facts were recorded. */
  private String changes(CaseNumber caseNumber) {
    var done = timeline.of(caseNumber);
    var recorded =
        done.stream()
            .filter(act -> act.act().equals("facts recorded"))
            .mapToInt(Timeline.Entry::number)
            .max()
            .orElse(0);
    return done.stream()
        .filter(act -> act.number() > recorded && act.by().equals(ObligationRegister.LAW))
        .map(
            act -> "* %s: %s".formatted(catalogue.of(act.act()), CaseSheet.plain(acts.detail(act))))
        .collect(joining("\n"));
  }

  private List<Obligation> gone(CaseNumber caseNumber) {
    return register.of(caseNumber).stream()
        .filter(o -> o.status() == Obligation.Status.NO_LONGER_TRIGGERED)
        .toList();
  }

  private long openTasks(CaseNumber caseNumber, String task) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseNumber.value())
        .taskDefinitionKey(task)
        .count();
  }

  private Date soon(String caseNumber) {
    return Desk.date(caseClock.within(new CaseNumber(caseNumber), plan.targets().answer()));
  }
}
