package breachresponse.workflow;

import static java.util.stream.Collectors.groupingBy;

import breachresponse.incident.CaseNumber;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.workflow.desk.TaskCards;
import breachresponse.workflow.engine.Unrestricted;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the running {@code fulfil-obligation} processes in step with the register. Whoever changes
 * that need not have permissions on the processes that follow.
 */
@Component
@Transactional
public class RunningObligations {

  private static final String PROCESS = "fulfil-obligation";

  /** Where a process stands before it has begun to tell anyone. */
  private static final List<String> BEGINNING =
      List.of("obligationArose", "recordClockStart", "clockStarted");

  private final ObligationRegister register;
  private final RuntimeService processes;
  private final TaskService tasks;
  private final ManagementService jobs;
  private final Unrestricted engine;
  private final TaskCards cards;
  private final ReminderTimes reminders;
  private final Emergencies emergencies;

  RunningObligations(
      ObligationRegister register,
      RuntimeService processes,
      TaskService tasks,
      ManagementService jobs,
      Unrestricted engine,
      TaskCards cards,
      ReminderTimes reminders,
      Emergencies emergencies) {
    this.register = register;
    this.reminders = reminders;
    this.emergencies = emergencies;
    this.cards = cards;
    this.processes = processes;
    this.tasks = tasks;
    this.jobs = jobs;
    this.engine = engine;
  }

  /** Open obligations of the case that no process takes care of yet, by their ids. */
  public List<String> without(CaseNumber caseNumber) {
    var running = engine.ask(() -> running(caseNumber));
    return register.of(caseNumber).stream()
        .filter(obligation -> !obligation.status().isOver())
        .map(Obligation::id)
        .filter(id -> !running.containsKey(id))
        .map(UUID::toString)
        .toList();
  }

  /**
   * Brings the case's running processes in line with the register after any change of it: timers
   * and due dates follow clocks that are earlier now, started clocks start, released and fulfilled
   * ones end. A deadline that is later now waits for {@link #accept}. Done twice it changes
   * nothing.
   */
  public void follow(CaseNumber caseNumber) {
    followBut(null, caseNumber);
  }

  /** The same, but for the process of one obligation, which goes on by itself. */
  void followBut(UUID obligationId, CaseNumber caseNumber) {
    engine.ask(
        () -> {
          var running = running(caseNumber);
          running.remove(obligationId);
          obligations(caseNumber)
              .forEach(
                  obligation ->
                      running
                          .getOrDefault(obligation.id(), List.of())
                          .forEach(instance -> follow(obligation, instance)));
          emergencies.follow(caseNumber);
          return null;
        });
  }

  /** Whether a deadline of the register is later than the one that its process watches. */
  boolean isAnyLater(CaseNumber caseNumber) {
    return engine.ask(() -> later(caseNumber).findAny().isPresent());
  }

  /** Has deadlines that have become later count. */
  void accept(CaseNumber caseNumber) {
    engine.ask(
        () -> {
          later(caseNumber).toList().forEach(this::watch);
          return null;
        });
  }

  private record Running(String instance, Obligation obligation) {}

  private Stream<Running> later(CaseNumber caseNumber) {
    var running = running(caseNumber);
    return obligations(caseNumber)
        .filter(obligation -> !obligation.status().isOver())
        .filter(obligation -> obligation.clock().actBy().isPresent())
        .flatMap(
            obligation ->
                running.getOrDefault(obligation.id(), List.of()).stream()
                    .map(instance -> new Running(instance, obligation)))
        .filter(this::isLater);
  }

  private Stream<Obligation> obligations(CaseNumber caseNumber) {
    return Stream.of(register.of(caseNumber), register.notTriggered(caseNumber))
        .flatMap(List::stream);
  }

  /** What people have to do for it now: in its own process, in its sign-off, or for the notice. */
  List<Task> openTasks(Obligation obligation) {
    var own =
        running(obligation.caseNumber()).getOrDefault(obligation.id(), List.of()).stream()
            .flatMap(this::tasksOf);
    return obligation.tellsPeople()
        ? Stream.concat(own, noticeTasks(obligation.caseNumber())).toList()
        : own.toList();
  }

  private Stream<Task> tasksOf(String instance) {
    var called =
        processes.createProcessInstanceQuery().superProcessInstanceId(instance).unlimitedList();
    return Stream.concat(
        tasks.createTaskQuery().processInstanceId(instance).unlimitedList().stream(),
        called.stream().map(ProcessInstance::getId).flatMap(this::tasksOf));
  }

  private Stream<Task> noticeTasks(CaseNumber caseNumber) {
    return tasks
        .createTaskQuery()
        .processDefinitionKey("notify-customers")
        .processInstanceBusinessKey(caseNumber.value())
        .unlimitedList()
        .stream();
  }

  private void follow(Obligation obligation, String instance) {
    switch (obligation.status()) {
      case RELEASED, NOT_TRIGGERED -> tell(instance, "obligationReleased");
      case FULFILLED -> end(instance);
      case OPEN, NO_LONGER_TRIGGERED -> {
        if (obligation.clock().actBy().isPresent()) {
          run(new Running(instance, obligation));
        }
      }
    }
  }

  private void run(Running running) {
    if (!tell(running.instance(), "clockStarted") && !isLater(running)) {
      watch(running);
    }
  }

  private boolean isLater(Running running) {
    var deadlines = deadlines(running.instance());
    return deadlines.isEmpty()
        ? hasUsedUpItsDeadline(running)
        : deadlines.stream().anyMatch(job -> job.getDuedate().before(due(running.obligation())));
  }

  private void watch(Running running) {
    var instance = running.instance();
    var obligation = running.obligation();
    moveTimer(instance, "reminderDue", reminders.next(obligation));
    moveTimer(instance, "nextReminderDue", reminders.next(obligation));
    moveTimer(instance, "deadlinePassed", due(obligation));
    moveTimer(instance, "newDeadlinePassed", due(obligation));
    if (deadlines(instance).isEmpty() && !reminders.isTooLate(obligation)) {
      tell(instance, "deadlineMoved");
    }
    moveTasks(instance, due(obligation));
  }

  /** A deadline that has passed, and is to come again since, has no timer any more. */
  private boolean hasUsedUpItsDeadline(Running running) {
    return waiting(running.instance(), "deadlineMoved").isPresent()
        && !reminders.isTooLate(running.obligation());
  }

  private List<Job> deadlines(String instance) {
    return Stream.of("deadlinePassed", "newDeadlinePassed")
        .flatMap(timer -> timers(instance, timer).stream())
        .toList();
  }

  private static Date due(Obligation obligation) {
    return Date.from(obligation.clock().actBy().orElseThrow());
  }

  /** One that has filed already goes its own way: a delay may be left to explain. */
  private void end(String instance) {
    if (!tell(instance, "customersTold")
        && processes.getActiveActivityIds(instance).stream().anyMatch(BEGINNING::contains)) {
      tell(instance, "obligationReleased");
    }
  }

  private boolean tell(String instance, String message) {
    var waiting = waiting(instance, message);
    waiting.ifPresent(event -> processes.messageEventReceived(message, event.getExecutionId()));
    return waiting.isPresent();
  }

  private Optional<EventSubscription> waiting(String instance, String message) {
    return Optional.ofNullable(
        processes
            .createEventSubscriptionQuery()
            .processInstanceId(instance)
            .eventType("message")
            .eventName(message)
            .singleResult());
  }

  private void moveTimer(String instance, String timer, Date due) {
    timers(instance, timer).stream()
        .filter(job -> !due.equals(job.getDuedate()))
        .forEach(job -> jobs.setJobDuedate(job.getId(), due));
  }

  private List<Job> timers(String instance, String timer) {
    return jobs.createJobQuery()
        .processInstanceId(instance)
        .activityId(timer)
        .timers()
        .unlimitedList();
  }

  private void moveTasks(String instance, Date due) {
    tasks.createTaskQuery().processInstanceId(instance).unlimitedList().stream()
        .filter(task -> !due.equals(task.getDueDate()))
        .forEach(
            task -> {
              tasks.setDueDate(task.getId(), due);
              tasks.setFollowUpDate(task.getId(), cards.followUp(due));
            });
  }

  private Map<UUID, List<String>> running(CaseNumber caseNumber) {
    return processes
        .createProcessInstanceQuery()
        .processDefinitionKey(PROCESS)
        .processInstanceBusinessKey(caseNumber.value())
        .unlimitedList()
        .stream()
        .map(ProcessInstance::getId)
        .collect(groupingBy(this::obligationOf));
  }

  private UUID obligationOf(String instance) {
    return UUID.fromString((String) processes.getVariable(instance, "obligationId"));
  }
}
