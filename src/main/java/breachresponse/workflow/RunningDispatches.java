package breachresponse.workflow;

import breachresponse.delivery.Dispatches;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.engine.Unrestricted;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps the running {@code dispatch-notice} processes in step with the facts and the queue. */
@Component
class RunningDispatches {

  // The engine's default is 50.
  private static final int URGENT = 100;
  private static final List<String> WATCHERS = List.of("pr", "privacy");

  private final RuntimeService runtime;
  private final ManagementService jobs;
  private final TaskService tasks;
  private final Dispatches dispatches;
  private final Holds holds;
  private final Deputies deputies;
  private final Words words;
  private final ResponsePlan plan;
  private final Clock clock;
  private final Catalogue catalogue;
  private final Unrestricted engine;

  RunningDispatches(
      RuntimeService runtime,
      ManagementService jobs,
      TaskService tasks,
      Dispatches dispatches,
      Holds holds,
      Deputies deputies,
      Words words,
      ResponsePlan plan,
      Clock clock,
      Catalogue catalogue,
      Unrestricted engine) {
    this.runtime = runtime;
    this.jobs = jobs;
    this.tasks = tasks;
    this.dispatches = dispatches;
    this.holds = holds;
    this.deputies = deputies;
    this.words = words;
    this.plan = plan;
    this.clock = clock;
    this.catalogue = catalogue;
    this.engine = engine;
  }

  /**
   * Brings the case's running dispatches in line with the hold in its latest facts: a new one
   * pauses the sending, one whose end has moved is waited for until then, one that is gone no
   * longer. Done twice it changes nothing.
   */
  void follow(CaseNumber caseNumber) {
    var hold = holds.inForce(caseNumber);
    running("dispatch-notice", caseNumber)
        .list()
        .forEach(dispatch -> follow(dispatch.getId(), hold));
  }

  /** Whether a notice is being prepared that takes in whoever is affected now. */
  boolean isANoticeToCome(CaseNumber caseNumber) {
    return running("notify-customers", caseNumber).count() > begun(caseNumber).count();
  }

  /**
   * How many acts were on the timeline when the last of the notices that are under way began to be
   * sent, which tells nobody later; 0 if none is.
   */
  int lastBegunAfter(CaseNumber caseNumber) {
    return begun(caseNumber).mapToInt(dispatches::begunAfter).max().orElse(0);
  }

  private Stream<UUID> begun(CaseNumber caseNumber) {
    return running("dispatch-notice", caseNumber).list().stream()
        .map(dispatch -> noticeOf(dispatch.getId()))
        .filter(notice -> dispatches.progress(notice).isPresent());
  }

  private ProcessInstanceQuery running(String process, CaseNumber caseNumber) {
    return runtime
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(caseNumber.value());
  }

  private void follow(String dispatch, Optional<Facts.Hold> hold) {
    if (hold.isPresent() && isToBeHeld(dispatch)) {
      runtime.createMessageCorrelation("holdRequested").processInstanceId(dispatch).correlateAll();
      return;
    }
    // nobody knows when it ends: then it is asked about when it would have been
    hold.map(Holds::until)
        .orElse(Optional.of(clock.instant()))
        .ifPresent(end -> wait(dispatch, end));
  }

  private void wait(String dispatch, Instant end) {
    var date = Desk.date(end);
    jobs.createJobQuery().processInstanceId(dispatch).timers().list().stream()
        .filter(timer -> !date.equals(timer.getDuedate()))
        .forEach(timer -> jobs.setJobDuedate(timer.getId(), date, false));
    tasks
        .createTaskQuery()
        .processInstanceId(dispatch)
        .taskDefinitionKeyIn("endTheHold", "endTheNewHold")
        .list()
        .forEach(task -> tasks.setDueDate(task.getId(), date));
  }

  private boolean isToBeHeld(String dispatch) {
    return dispatches
        .state(noticeOf(dispatch))
        .filter(state -> !state.finished() && !state.onHold())
        .isPresent();
  }

  @TransactionalEventListener(fallbackExecution = true)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void lookIntoFailures(Dispatches.Stormed stormed) {
    watchNow(stormed.caseNumber(), stormed.noticeId());
    deputies.post(
        stormed.caseNumber(),
        WATCHERS,
        catalogue.of("Case %s: the sending has paused by itself").formatted(stormed.caseNumber()),
        catalogue.of("Too many mails failed. Please look into the task \"Watch the dispatch\"."));
  }

  @TransactionalEventListener(fallbackExecution = true)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void lookIntoRefusal(Dispatches.DomainRefuses refusal) {
    watchNow(refusal.caseNumber(), refusal.noticeId());
    deputies.post(
        refusal.caseNumber(),
        WATCHERS,
        catalogue
            .of("Case %s: %s refuses our mail")
            .formatted(refusal.caseNumber(), refusal.domain()),
        catalogue
            .of(
                "If nothing changes, its recipients are given up on %s. The task \"Watch the dispatch\" has the mail server's words.")
            .formatted(words.at(refusal.until(), plan.zone())));
  }

  @TransactionalEventListener(fallbackExecution = true)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void askToResume(Dispatches.HoldExpired expired) {
    watchNow(expired.caseNumber(), expired.noticeId());
    deputies.post(
        expired.caseNumber(),
        WATCHERS,
        catalogue
            .of("Case %s: the time of the hold of law enforcement has come")
            .formatted(expired.caseNumber()),
        catalogue.of(
            "The mails go on once two people resume them in the task \"Watch the dispatch\"."));
  }

  /** The posts do not go out by themselves any more. */
  @TransactionalEventListener(fallbackExecution = true)
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void askWhetherToPost(Dispatches.Stopped stopped) {
    // whoever has stopped it need not be of PR
    var waits =
        engine.ask(
            () -> {
              var tasks =
                  tasks("letTheMailsGoFirst", "postId", stopped.caseNumber(), stopped.noticeId());
              tasks.list().forEach(this::hurry);
              return tasks.count() > 0;
            });
    if (waits) {
      deputies.post(
          stopped.caseNumber(),
          List.of("pr"),
          catalogue
              .of("Case %s: a dispatch was stopped before its posts went out")
              .formatted(stopped.caseNumber()),
          catalogue.of(
              "They do not go out by themselves any more. Please say in the task \"Let the mails go first\" whether they do."));
    }
  }

  private void watchNow(CaseNumber caseNumber, UUID noticeId) {
    tasks("watchTheDispatch", "noticeId", caseNumber, noticeId).list().forEach(this::hurry);
  }

  private TaskQuery tasks(String key, String variable, CaseNumber caseNumber, UUID notice) {
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseNumber.value())
        .processVariableValueEquals(variable, notice.toString())
        .taskDefinitionKey(key);
  }

  /** Somebody must look now: it is the first task in the list, and due. */
  private void hurry(Task task) {
    tasks.setPriority(task.getId(), URGENT);
    tasks.setDueDate(task.getId(), Desk.date(clock.instant()));
  }

  private UUID noticeOf(String dispatch) {
    return UUID.fromString((String) runtime.getVariable(dispatch, "noticeId"));
  }

  @EventListener
  void mailsAreOut(Dispatches.FirstRoundEnded ended) {
    say("mailsAreOut", "postId", ended.caseNumber(), ended.noticeId());
  }

  @EventListener
  void everyoneMailed(Dispatches.Finished finished) {
    say("everyoneMailed", "noticeId", finished.caseNumber(), finished.noticeId());
  }

  private void say(String message, String variable, CaseNumber caseNumber, UUID notice) {
    runtime
        .createMessageCorrelation(message)
        .processInstanceBusinessKey(caseNumber.value())
        .processInstanceVariableEquals(variable, notice.toString())
        .correlateAll();
  }
}
