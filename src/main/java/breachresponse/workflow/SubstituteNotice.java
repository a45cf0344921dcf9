package breachresponse.workflow;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.language.Catalogue;
import breachresponse.notice.Notices;
import breachresponse.plan.ResponsePlan;
import breachresponse.reach.SubstituteNotices;
import breachresponse.workflow.deployment.TellsOutsiders;
import breachresponse.workflow.desk.CaseClock;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.ReachSheet;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code substitute-notice.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class SubstituteNotice implements ProcessSide {

  private static final String BY_ITSELF = "substitute-notice";

  private final CaseClock caseClock;
  private final Desk desk;
  private final CaseSheet caseSheet;
  private final ReachSheet reachSheet;
  private final ResponsePlan plan;
  private final Holds holds;
  private final Incidents incidents;
  private final Notices notices;
  private final SubstituteNotices substitutes;
  private final Timeline timeline;
  private final Catalogue catalogue;

  SubstituteNotice(
      CaseClock caseClock,
      Desk desk,
      CaseSheet caseSheet,
      ReachSheet reachSheet,
      ResponsePlan plan,
      Holds holds,
      Incidents incidents,
      Notices notices,
      SubstituteNotices substitutes,
      Timeline timeline,
      Catalogue catalogue) {
    this.caseClock = caseClock;
    this.desk = desk;
    this.caseSheet = caseSheet;
    this.reachSheet = reachSheet;
    this.plan = plan;
    this.holds = holds;
    this.incidents = incidents;
    this.notices = notices;
    this.substitutes = substitutes;
    this.timeline = timeline;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var shown = new LinkedHashMap<String, Object>();
    var caseNumber = Desk.caseOf(task);
    shown.put("caseSheet", caseSheet.of(task));
    shown.put("reach", reachSheet.of(caseNumber));
    shown.put(
        "page",
        notices
            .get(noticeOf(task))
            .postedAt()
            .map(Object::toString)
            .orElseGet(() -> catalogue.of("not published yet")));
    shown.put("postalList", ReachSheet.postalList(caseNumber));
    return shown;
  }

  public Date decisionDue(String caseNumber) {
    return Desk.date(caseClock.within(new CaseNumber(caseNumber), plan.targets().answer()));
  }

  public void decideOnSubstituteNotice(DelegateTask task) {
    var answers = Answers.in(task);
    var caseNumber = Desk.caseOf(task);
    var told = answers.needText("outcome").equals("public");
    if (told && holds.inForce(caseNumber).isPresent()) {
      throw new IllegalArgumentException(
          "hold: law enforcement has asked not to tell the public yet; please wait until legal has ended the hold");
    }
    var reason = answers.needText("reason");
    if (told) {
      var days = (int) Double.parseDouble(answers.needText("days"));
      substitutes.decideFor(noticeOf(task), days);
      reason = "the page stays up for %d days; %s".formatted(days, reason);
    }
    timeline.record(
        caseNumber,
        desk.whoActs(),
        told ? "substitute notice decided on" : "no substitute notice",
        reason,
        null);
    task.setVariable("publicIsTold", told);
  }

  /** A hold that somebody has recorded since legal decided keeps back what is not public yet. */
  @TellsOutsiders("publishes a page")
  public void publishPage(String caseNumber, String noticeId) {
    incidents.lock(new CaseNumber(caseNumber));
    if (notices.get(UUID.fromString(noticeId)).postedAt().isEmpty()
        && holds.inForce(new CaseNumber(caseNumber)).isPresent()) {
      throw new IllegalStateException("page: a hold of law enforcement has come just now");
    }
    notices.publish(UUID.fromString(noticeId), BY_ITSELF);
  }

  @TellsOutsiders("announces a page")
  public void announceSubstituteNotice(DelegateTask task) {
    var answers = Answers.in(task);
    var at = desk.past("announcedAt", answers.needInstant("announcedAt")).toInstant();
    substitutes.announced(Desk.caseOf(task), noticeOf(task), at);
    timeline.record(
        Desk.caseOf(task),
        desk.whoActs(),
        "substitute notice announced",
        "%s: linked at %s; %s"
            .formatted(desk.onTheTimeline(at), answers.needText("link"), answers.needText("media")),
        null);
  }

  public Date staysUpUntil(String noticeId) {
    return Desk.date(substitutes.staysUpUntil(UUID.fromString(noticeId)));
  }

  public void takeDownThePage(DelegateTask task) {
    var answers = Answers.in(task);
    var down = answers.needText("outcome").equals("down");
    timeline.record(
        Desk.caseOf(task),
        desk.whoActs(),
        down ? "substitute notice taken down" : "substitute notice left up",
        answers.needText("account"),
        null);
  }

  private static UUID noticeOf(DelegateTask task) {
    return UUID.fromString((String) task.getVariable("noticeId"));
  }
}
