package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.staff.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** When one person alone may release a text that lacks signatures, and what that sets off. */
@Component
class Emergencies {

  /** A timer needs a date; no sign-off lives to see this one. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private static final List<String> LEADERSHIP =
      List.of(Role.SENIOR_LEADERSHIP.group(), Role.CEO.group(), Role.LEGAL.group());

  private final DutiesToPeople duties;
  private final ObligationRegister register;
  private final SignOffs signOffs;
  private final Incidents incidents;
  private final ResponsePlan plan;
  private final Deputies deputies;
  private final People people;
  private final RuntimeService processes;
  private final TaskService tasks;
  private final ManagementService jobs;
  private final Unrestricted engine;
  private final Clock clock;
  private final Catalogue catalogue;

  Emergencies(
      DutiesToPeople duties,
      ObligationRegister register,
      SignOffs signOffs,
      Incidents incidents,
      ResponsePlan plan,
      Deputies deputies,
      People people,
      RuntimeService processes,
      TaskService tasks,
      ManagementService jobs,
      Unrestricted engine,
      Clock clock,
      Catalogue catalogue) {
    this.duties = duties;
    this.register = register;
    this.signOffs = signOffs;
    this.incidents = incidents;
    this.plan = plan;
    this.deputies = deputies;
    this.people = people;
    this.processes = processes;
    this.tasks = tasks;
    this.jobs = jobs;
    this.engine = engine;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  /** By when the law wants somebody to have the text: our own targets are no emergency. */
  Optional<Instant> legalDeadline(Document document) {
    return switch (document.kind()) {
      case CUSTOMER_NOTICE -> duties.legalDeadline(document.caseNumber());
      case FILING ->
          duty(document)
              .filter(duty -> !duty.status().isOver())
              .flatMap(duty -> duty.clock().due());
      case RULING_OUT, NO_NOTICE, HOLDING_STATEMENT, POST_UPDATE, RESPONSE_PLAN -> Optional.empty();
    };
  }

  /** Which the text is to fulfil; nothing where it is filed in addition. */
  private Optional<Obligation> duty(Document document) {
    return Optional.ofNullable(
            engine.ask(
                () ->
                    processes
                        .createProcessInstanceQuery()
                        .processDefinitionKey("fulfil-obligation")
                        .processInstanceBusinessKey(document.caseNumber().value())
                        .variableValueEquals("documentId", document.id().toString())
                        .singleResult()))
        .map(fulfilling -> engine.ask(() -> obligationOf(fulfilling.getId())))
        .map(register::get);
  }

  private UUID obligationOf(String instance) {
    return UUID.fromString((String) processes.getVariable(instance, "obligationId"));
  }

  /** When the task is to come: never while it is there already, or no law has a deadline. */
  Date timer(Document document) {
    return Desk.date(
        from(document)
            .filter(at -> !isAsked(document))
            .orElseGet(() -> document.submittedAt().plus(NEVER)));
  }

  /**
   * @throws IllegalArgumentException if there is time left to get the signatures
   */
  void refuseUnlessAtHand(Document document) {
    if (from(document).filter(at -> !clock.instant().isBefore(at)).isEmpty()) {
      throw new IllegalArgumentException(
          "reason: the law's deadline is not at hand any more, please get the signatures");
    }
  }

  /** Has the timers of the case follow the deadline of the law. */
  void follow(CaseNumber caseNumber) {
    processes
        .createProcessInstanceQuery()
        .processDefinitionKey("sign-off")
        .processInstanceBusinessKey(caseNumber.value())
        .unlimitedList()
        .stream()
        .flatMap(signOff -> timers(signOff.getId()))
        .forEach(this::follow);
  }

  private Stream<Job> timers(String instance) {
    return jobs
        .createJobQuery()
        .processInstanceId(instance)
        .activityId("deadlineAtHand")
        .timers()
        .unlimitedList()
        .stream();
  }

  /** One that ends in this very transaction is still found, but knows nothing any more. */
  private void follow(Job job) {
    var id = (String) processes.getVariable(job.getProcessInstanceId(), "documentId");
    if (id == null) {
      return;
    }
    var due = timer(signOffs.get(UUID.fromString(id)));
    if (!due.equals(job.getDuedate())) {
      jobs.setJobDuedate(job.getId(), due);
    }
  }

  void wakeLeadership(Document document) {
    var release = signOffs.emergencyRelease(document.id()).orElseThrow();
    deputies.post(
        document.caseNumber(),
        LEADERSHIP,
        incidents
            .get(document.caseNumber())
            .marked(
                catalogue
                    .of("Case %s: a text was released in an emergency")
                    .formatted(document.caseNumber())),
        catalogue
            .of(
                """
                %s was released by %s without the signatures of %s:

                %s

                Those who are missing find the task "Look again" in their task list. Until they have
                looked, the case can't be closed.
                """)
            .formatted(
                catalogue.of(document.title()),
                people.name(release.person()),
                release.unseenBy().stream()
                    .map(Role::title)
                    .map(catalogue::of)
                    .collect(joining(", ")),
                release.reason()));
  }

  void askForASecondLook(Document document) {
    processes.startProcessInstanceByKey(
        "look-again",
        document.caseNumber().value(),
        Map.of("documentId", document.id().toString()));
  }

  private Optional<Instant> from(Document document) {
    return legalDeadline(document).map(at -> at.minus(lead(document.caseNumber())));
  }

  private Duration lead(CaseNumber caseNumber) {
    return incidents.get(caseNumber).timeScale().onTheWall(plan.targets().emergency());
  }

  private boolean isAsked(Document document) {
    return tasks
            .createTaskQuery()
            .taskDefinitionKey("releaseInAnEmergency")
            .processVariableValueEquals("documentId", document.id().toString())
            .count()
        > 0;
  }
}
