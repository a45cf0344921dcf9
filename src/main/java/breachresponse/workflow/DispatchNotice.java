package breachresponse.workflow;

import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Dispatches.State;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.notice.ChannelRules.Channel;
import breachresponse.obligation.ObligationRegister;
import breachresponse.reach.Letters;
import breachresponse.reach.SubstituteNotices;
import breachresponse.workflow.deployment.TellsOutsiders;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.ReachSheet;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The Java side of {@code dispatch-notice.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class DispatchNotice implements ProcessSide {

  private static final String BY_ITSELF = "dispatch-notice";

  private final Desk desk;
  private final CaseSheet caseSheet;
  private final ReachSheet reachSheet;
  private final Incidents incidents;
  private final Holds holds;
  private final Cases cases;
  private final Dispatches dispatches;
  private final PostOnChannel posting;
  private final Letters letters;
  private final SubstituteNotices substitutes;
  private final DispatchSheet sheet;
  private final HoldSheet holdSheet;
  private final DutiesToPeople duties;
  private final ChannelRules channels;
  private final ObligationRegister obligations;
  private final RunningObligations runningObligations;
  private final Timeline timeline;
  private final Clock clock;

  DispatchNotice(
      Desk desk,
      CaseSheet caseSheet,
      ReachSheet reachSheet,
      Incidents incidents,
      Holds holds,
      Cases cases,
      Dispatches dispatches,
      PostOnChannel posting,
      Letters letters,
      SubstituteNotices substitutes,
      DispatchSheet sheet,
      HoldSheet holdSheet,
      DutiesToPeople duties,
      ChannelRules channels,
      ObligationRegister obligations,
      RunningObligations runningObligations,
      Timeline timeline,
      Clock clock) {
    this.desk = desk;
    this.caseSheet = caseSheet;
    this.reachSheet = reachSheet;
    this.incidents = incidents;
    this.holds = holds;
    this.cases = cases;
    this.dispatches = dispatches;
    this.posting = posting;
    this.letters = letters;
    this.substitutes = substitutes;
    this.sheet = sheet;
    this.holdSheet = holdSheet;
    this.duties = duties;
    this.channels = channels;
    this.obligations = obligations;
    this.runningObligations = runningObligations;
    this.timeline = timeline;
    this.clock = clock;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", caseSheet.of(task));
    switch (task.getTaskDefinitionKey()) {
      case "endTheHold" -> shown.putAll(holdSheet.of(Desk.caseOf(task)));
      case "endTheNewHold" -> {
        shown.putAll(holdSheet.of(Desk.caseOf(task)));
        shown.put("progress", sheet.progress(noticeOf(task)));
      }
      case "watchTheDispatch" -> shown.putAll(sheet.watch(noticeOf(task)));
      case "reachTheRest" -> {
        shown.put("progress", sheet.progress(noticeOf(task)));
        shown.put("reach", reachSheet.of(Desk.caseOf(task)));
        shown.put("rest", sheet.rest(noticeOf(task)));
        shown.put("postalList", ReachSheet.postalList(Desk.caseOf(task)));
      }
      case "postOnChannel" ->
          shown.putAll(
              posting.posting(
                  Desk.caseOf(task), noticeOf(task), (String) task.getVariable("channel")));
      default -> {}
    }
    return shown;
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.ofNullable((String) task.getVariable("channel")).map(StringUtils::capitalize);
  }

  public boolean isOnHold(String caseNumber) {
    return holds.inForce(new CaseNumber(caseNumber)).isPresent();
  }

  /** When the hold ends, or when legal is asked about it again. */
  public Date holdEnds(String caseNumber) {
    return Desk.date(holds.ends(new CaseNumber(caseNumber)));
  }

  /** The first to complete it asks, the second confirms or does not. */
  public void endTheHold(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    if (answers.is("decision", "keep")) {
      holds.keep(caseNumber, answers.needText("reason"), desk.whoActs());
    } else if (holds.end(
        caseNumber, answers.instant("endsAt"), answers.needText("reason"), desk.whoActs())) {
      cases.evaluateAgain(caseNumber);
    }
  }

  /**
   * A hold that somebody records at this moment is waited for, and found when it is tried again.
   */
  @TellsOutsiders("hands over the mail")
  public void startDispatch(String caseNumber, String noticeId) {
    incidents.lock(new CaseNumber(caseNumber));
    if (isOnHold(caseNumber)) {
      throw new IllegalStateException("dispatch: a hold of law enforcement has come just now");
    }
    if (isRehearsed(caseNumber)) {
      dispatches.rehearse(new CaseNumber(caseNumber), UUID.fromString(noticeId), BY_ITSELF);
      return;
    }
    dispatches.start(new CaseNumber(caseNumber), UUID.fromString(noticeId), BY_ITSELF);
    duties
        .legalDeadline(new CaseNumber(caseNumber))
        .ifPresent(legal -> dispatches.limit(UUID.fromString(noticeId), legal));
  }

  /** Whoever has not got it by half of the time for which it is tried is looked into. */
  public Date watchDue(String noticeId) {
    return Desk.date(dispatches.halfTime(UUID.fromString(noticeId)));
  }

  /** In an exercise all is done but the sending. */
  public boolean isRehearsed(String caseNumber) {
    return incidents.get(new CaseNumber(caseNumber)).exercise();
  }

  /** Completed, it is there again until everybody is mailed. */
  public void watchTheDispatch(DelegateTask task) {
    var answers = Answers.in(task);
    var noticeId = noticeOf(task);
    var decision = answers.needText("decision");
    var reason = answers.needText("reason");
    refuseUnlessPossible(noticeId, decision);
    switch (decision) {
      case "pause" -> dispatches.pause(noticeId, reason, desk.whoActs());
      case "stop" -> dispatches.stop(noticeId, reason, desk.whoActs());
      case "try-again" -> dispatches.tryAgain(noticeId, desk.whoActs());
      case "expect-failures" -> dispatches.expectFailures(noticeId, desk.whoActs());
      default -> {}
    }
    if (!decision.equals("pause") && !decision.equals("stop")) {
      dispatches.resume(noticeId, reason, desk.whoActs());
    }
  }

  public boolean isStopped(String noticeId) {
    return dispatches.state(UUID.fromString(noticeId)).filter(State::stopped).isPresent();
  }

  private void refuseUnlessPossible(UUID noticeId, String decision) {
    var state = dispatches.state(noticeId).orElseThrow();
    if (DispatchSheet.choices(state).stream()
        .noneMatch(choice -> choice.get("value").equals(decision))) {
      throw new IllegalArgumentException(
          "decision: this is not possible now; please open the task anew to see how far it is");
    }
    if (desk.whoActs().equals(state.resumeAskedBy()) && !decision.equals("stop")) {
      throw new IllegalArgumentException(
          "decision: you have asked to resume it already; since there was a hold, somebody else confirms");
    }
  }

  public void pauseDispatch(String noticeId) {
    dispatches.hold(UUID.fromString(noticeId), BY_ITSELF);
  }

  public void endTheNewHold(DelegateTask task) {
    endTheHold(task);
  }

  /** By itself only where two people have ended the hold. */
  @TellsOutsiders("hands over the mail again")
  public void resumeDispatch(String noticeId) {
    var notice = UUID.fromString(noticeId);
    if (holds.isTakenBack(dispatches.caseOf(notice))) {
      dispatches.endHold(notice, BY_ITSELF);
    } else {
      dispatches.holdExpired(notice, BY_ITSELF);
    }
  }

  /**
   * If mail reached nobody, or was stopped before it got to everybody, they are not told yet. They
   * were told with the last mail that was taken: others may have been tried for days after it.
   */
  public void recordCustomersTold(String caseNumber, String noticeId) {
    var notice = UUID.fromString(noticeId);
    if (isRehearsed(caseNumber) || areToldByMail(notice)) {
      var at = dispatches.lastSent(notice).orElseGet(clock::instant);
      recordTold(new CaseNumber(caseNumber), notice, at, BY_ITSELF);
    }
  }

  public boolean wasEveryoneReached(String caseNumber, String noticeId) {
    return isRehearsed(caseNumber) || wasEveryoneReached(noticeId);
  }

  /** As dispatches ask that began before there were exercises. */
  public boolean wasEveryoneReached(String noticeId) {
    return dispatches
        .progress(UUID.fromString(noticeId))
        .filter(progress -> progress.total() > progress.leftOut() && progress.unreached() == 0)
        .isPresent();
  }

  @TellsOutsiders("tells the rest by letter or phone")
  public void reachTheRest(DelegateTask task) {
    var answers = Answers.in(task);
    var toldAt = answers.needInstant("toldAt").toInstant();
    if (toldAt.isAfter(clock.instant())) {
      throw new IllegalArgumentException(
          "toldAt: this is in the future; please complete the task once they have been told");
    }
    var caseNumber = Desk.caseOf(task);
    timeline.record(
        caseNumber,
        desk.whoActs(),
        "told those whom mail did not reach",
        "%s, %s: %s"
            .formatted(
                answers.needText("how").replace('-', ' '),
                desk.onTheTimeline(toldAt),
                answers.needText("account")),
        null);
    if (answers.yes("everybody")) {
      recordTheRest(caseNumber, noticeOf(task), answers.needText("how"), toldAt);
    }
    if (!areToldByMail(noticeOf(task))) {
      recordTold(caseNumber, noticeOf(task), toldAt, desk.whoActs());
    }
  }

  private void recordTheRest(CaseNumber caseNumber, UUID noticeId, String how, Instant toldAt) {
    if (how.equals("substitute-notice")) {
      substitutes.announced(caseNumber, noticeId, toldAt);
    } else {
      letters.recordTheRest(caseNumber, noticeId, how, toldAt, desk.whoActs());
    }
  }

  public boolean isPosted(String caseNumber) {
    return !publicChannels(caseNumber).isEmpty();
  }

  /** Of dispatches that began before {@code tell-the-public} was there, as are the next two. */
  public void publishPost(String caseNumber, String noticeId) {
    posting.postByItself(caseNumber, noticeId, PostOnChannel.BLOG);
  }

  public List<String> socialChannels(String caseNumber) {
    return publicChannels(caseNumber).stream()
        .filter(channel -> !channel.equals(PostOnChannel.BLOG))
        .toList();
  }

  public void postOnChannel(DelegateTask task) {
    posting.postedByHand(task, noticeOf(task), (String) task.getVariable("channel"));
  }

  private void recordTold(CaseNumber caseNumber, UUID noticeId, Instant at, String by) {
    var begunAfter =
        isRehearsed(caseNumber.value()) ? Integer.MAX_VALUE : dispatches.begunAfter(noticeId);
    obligations.peopleTold(caseNumber, begunAfter, at, by);
    runningObligations.follow(caseNumber);
    cases.evaluateAgain(caseNumber);
  }

  private List<String> publicChannels(String caseNumber) {
    var level = incidents.get(new CaseNumber(caseNumber)).level();
    return channels.channelsFor(level, Audience.PUBLIC).stream().map(Channel::name).toList();
  }

  private boolean areToldByMail(UUID noticeId) {
    return dispatches
        .progress(noticeId)
        .filter(progress -> progress.sent() > 0 && progress.held() == 0)
        .isPresent();
  }

  private static UUID noticeOf(DelegateTask task) {
    return UUID.fromString((String) task.getVariable("noticeId"));
  }
}
