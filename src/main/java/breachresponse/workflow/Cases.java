package breachresponse.workflow;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.reach.SubstituteNotices;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.restricted.RestrictedCases;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens cases and brings findings to them, for callers that are no diagram and have checked who
 * may.
 */
@Service
@Transactional
public class Cases {

  private static final String OPENED = "opened";
  private static final int MOST_ASKED = 10;

  private record Opened(CaseNumber caseNumber) {}

  private final Incidents incidents;
  private final CaseAccess access;
  private final Holds holds;
  private final RunningDispatches dispatches;
  private final RunningPosts posts;
  private final RestrictedCases restricted;
  private final RuntimeService processes;
  private final IdentityService identities;
  private final Unrestricted engine;

  Cases(
      Incidents incidents,
      CaseAccess access,
      Holds holds,
      RunningDispatches dispatches,
      RunningPosts posts,
      RestrictedCases restricted,
      RuntimeService processes,
      IdentityService identities,
      Unrestricted engine) {
    this.incidents = incidents;
    this.access = access;
    this.holds = holds;
    this.dispatches = dispatches;
    this.posts = posts;
    this.restricted = restricted;
    this.processes = processes;
    this.identities = identities;
    this.engine = engine;
  }

  /**
   * Opens a case and starts its response.
   *
   * @param facts what is known already, or null
   */
  public CaseNumber report(String title, String description, Facts facts, String by) {
    return report(title, description, facts, List.of(), by);
  }

  /**
   * The same, to be seen by these people alone.
   *
   * @param people by the names to log in with; none if all who have a role in it may see it
   * @throws IllegalArgumentException naming {@code restrictedTo} if the response could not go on
   *     with them
   */
  public CaseNumber report(
      String title, String description, Facts facts, Collection<String> people, String by) {
    if (!people.isEmpty()) {
      restricted.check("restrictedTo", people);
    }
    var caseNumber = incidents.open(title, description, by);
    if (!people.isEmpty()) {
      restricted.restrict(caseNumber, people, "when it was reported", by);
    }
    if (facts != null) {
      incidents.record(caseNumber, facts, by);
    }
    engine.ask(
        () ->
            processes.startProcessInstanceByKey(
                "respond-to-breach",
                caseNumber.value(),
                Variables.putValue("caseNumber", caseNumber.value())
                    .putValue(OPENED, Variables.untypedValue(new Opened(caseNumber), true))));
    return caseNumber;
  }

  /**
   * @return whether the process was started by {@link #report}, or is called by another, which has
   *     opened the case: nobody else can say so
   */
  static boolean isOpened(DelegateExecution execution) {
    return execution.getVariable(OPENED) instanceof Opened || execution.getSuperExecution() != null;
  }

  /**
   * Records new facts; the case's obligations are determined again.
   *
   * @throws IllegalStateException if the case is over
   */
  public void find(CaseNumber caseNumber, Facts facts, String by) {
    record(caseNumber, facts, by);
    evaluateAgain(caseNumber);
  }

  /**
   * Records new facts, and no more. A hold in force ends sooner only once two people say so.
   *
   * @throws IllegalStateException if the case is over
   */
  void record(CaseNumber caseNumber, Facts facts, String by) {
    refuseIfOver(caseNumber);
    holds.record(caseNumber, facts, by);
  }

  /**
   * Has the case's criticality and obligations determined again by its running process, once that
   * has determined them at all: before, it will take the latest facts anyway. Its notices and posts
   * wait from now on if law enforcement has asked for it.
   */
  public void evaluateAgain(CaseNumber caseNumber) {
    engine.ask(
        () -> {
          dispatches.follow(caseNumber);
          posts.follow(caseNumber);
          return processes
              .createMessageCorrelation("findingsRecorded")
              .processInstanceBusinessKey(caseNumber.value())
              .correlateAllWithResult();
        });
  }

  /**
   * Has the case determined again for the people on its list, who stay listed whatever comes of it:
   * if a job of the case comes first, it is asked again. In no transaction, which could not go on
   * then.
   */
  @Transactional(propagation = Propagation.NEVER)
  public void peopleListed(CaseNumber caseNumber) {
    for (var asked = 1; ; asked++) {
      try {
        evaluateAgain(caseNumber);
        return;
      } catch (OptimisticLockingException jobCameFirst) {
        if (asked == MOST_ASKED) {
          throw jobCameFirst;
        }
      }
    }
  }

  /** Whoever brought the bounces may not start processes. */
  @EventListener
  void substituteNoticeWanted(SubstituteNotices.Wanted wanted) {
    engine.ask(
        () ->
            processes.startProcessInstanceByKey(
                "substitute-notice",
                wanted.caseNumber().value(),
                Variables.putValue("caseNumber", wanted.caseNumber().value())
                    .putValue("noticeId", wanted.noticeId().toString())));
  }

  /**
   * The case that somebody names in a form which starts a process. To whom it is not shown there is
   * none of that number.
   *
   * @throws NoSuchElementException naming the field, if there is none
   */
  CaseNumber named(DelegateExecution execution) {
    var caseNumber = new CaseNumber(Answers.in(execution).needText("caseNumber"));
    var who = identities.getCurrentAuthentication();
    if (who != null && !access.maySee(who.getUserId(), caseNumber)) {
      throw incidents.none(caseNumber);
    }
    incidents.get(caseNumber);
    return caseNumber;
  }

  /**
   * @throws IllegalStateException if the case is over
   */
  public void refuseIfOver(CaseNumber caseNumber) {
    if (incidents.get(caseNumber).status().isOver()) {
      throw new IllegalStateException(
          "caseNumber: case %s is over, please report a new breach".formatted(caseNumber));
    }
  }
}
