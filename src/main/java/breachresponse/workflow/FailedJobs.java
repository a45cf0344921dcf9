package breachresponse.workflow;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import breachresponse.delivery.StaffMail;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.plan.Role;
import breachresponse.workflow.engine.Unrestricted;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells administrators and core IT of steps that have failed for good: until somebody has them
 * tried once more, their process stands still. Of a restricted case those alone are told who may
 * see it.
 */
@Component
class FailedJobs {

  /** A database that comes back after a night has hundreds of them. */
  private static final Duration BETWEEN_MAILS = Duration.ofMinutes(15);

  private static final List<String> READERS = List.of(Groups.CAMUNDA_ADMIN, Role.CORE_IT.group());

  private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

  private final RuntimeService processes;
  private final RepositoryService repository;
  private final Unrestricted engine;
  private final CaseAccess access;
  private final Members members;
  private final StaffMail mail;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Catalogue catalogue;
  private final Clock clock;

  FailedJobs(
      RuntimeService processes,
      RepositoryService repository,
      Unrestricted engine,
      CaseAccess access,
      Members members,
      StaffMail mail,
      JdbcClient db,
      TransactionTemplate transaction,
      Catalogue catalogue,
      Clock clock) {
    this.processes = processes;
    this.repository = repository;
    this.engine = engine;
    this.access = access;
    this.members = members;
    this.mail = mail;
    this.db = db;
    this.transaction = transaction;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** A step that stands still, and the restricted case that it belongs to. */
  private record Failed(String words, Optional<CaseNumber> restrictedCase) {}

  @Scheduled(fixedDelayString = "${breach.failed-jobs.every:1m}")
  void tell() {
    try {
      transaction.executeWithoutResult(status -> engine.ask(this::tellOfNewOnes));
    } catch (DuplicateKeyException told) {
      LOG.debug("another node has told of it at the same moment");
    }
  }

  private boolean tellOfNewOnes() {
    var incidents = incidents();
    forgetAllBut(incidents);
    var news = incidents.stream().filter(incident -> !isTold(incident)).toList();
    if (news.isEmpty() || isTooSoon()) {
      return false;
    }
    news.forEach(this::note);
    var failed = news.stream().map(this::failed).collect(groupingBy(Failed::restrictedCase));
    failed.forEach(
        (restrictedCase, steps) ->
            restrictedCase.ifPresentOrElse(
                caseNumber -> tellWhoMaySee(caseNumber, steps), () -> tellAll(steps)));
    return true;
  }

  /** Of those that the engine repeats for the processes above, the one itself. */
  private List<Incident> incidents() {
    return processes
        .createIncidentQuery()
        .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
        .unlimitedList()
        .stream()
        .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId()))
        .toList();
  }

  private void tellAll(List<Failed> steps) {
    mail.post(
        members.addresses(READERS).toList(),
        catalogue.of("Steps have failed and stand still"),
        catalogue
            .of(
                """
                These steps were tried again and again, and have failed:

                %s

                Each stands still until somebody has it tried once more, and deadlines go on. Cockpit says why it failed: open the process, and its incidents. Mend the cause, then increment the retries there.
                """)
            .formatted(inWords(steps)));
  }

  private void tellWhoMaySee(CaseNumber caseNumber, List<Failed> steps) {
    mail.post(
        members.mayKnow(caseNumber, List.of()),
        catalogue.of("Steps have failed and stand still"),
        catalogue
            .of(
                """
                These steps were tried again and again, and have failed:

                %s

                Each stands still until an administrator has it tried once more, and deadlines go on. Only named people may see the case: please let an administrator in, by "Say who may see a case" in Tasklist.
                """)
            .formatted(inWords(steps)));
  }

  private static String inWords(List<Failed> steps) {
    return steps.stream().map(Failed::words).distinct().map("* "::concat).collect(joining("\n"));
  }

  private Failed failed(Incident incident) {
    var caseNumber = caseOf(incident);
    var process = process(incident);
    return new Failed(
        caseNumber.map(number -> "%s: %s".formatted(number, process)).orElse(process),
        caseNumber.filter(access::isRestricted));
  }

  private Optional<CaseNumber> caseOf(Incident incident) {
    return Optional.ofNullable(incident.getProcessInstanceId())
        .map(id -> processes.createProcessInstanceQuery().processInstanceId(id).singleResult())
        .map(process -> process.getBusinessKey())
        .filter(CaseNumber::isOne)
        .map(CaseNumber::new);
  }

  /** Jobs of the engine itself, such as the clean-up of the history, are of no process. */
  private String process(Incident incident) {
    return Optional.ofNullable(incident.getProcessDefinitionId())
        .map(repository::getProcessDefinition)
        .map(process -> process.getName())
        .orElseGet(() -> catalogue.of("A job of the engine itself"));
  }

  private boolean isTold(Incident incident) {
    return db.sql("select count(*) from failed_job_told where incident_id = :id")
            .param("id", incident.getId())
            .query(Integer.class)
            .single()
        > 0;
  }

  private boolean isTooSoon() {
    return db.sql("select max(told_at) as last from failed_job_told")
        .query((row, number) -> Optional.ofNullable(row.getObject("last", OffsetDateTime.class)))
        .single()
        .map(last -> last.toInstant().plus(BETWEEN_MAILS))
        .filter(clock.instant()::isBefore)
        .isPresent();
  }

  private void note(Incident incident) {
    db.sql("insert into failed_job_told (incident_id, told_at) values (:id, :now)")
        .param("id", incident.getId())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** What was mended and fails again is news. The last mail is remembered as long as it counts. */
  private void forgetAllBut(Collection<Incident> incidents) {
    var open = incidents.stream().map(Incident::getId).toList();
    db
        .sql("select incident_id from failed_job_told where told_at < :before")
        .param("before", clock.instant().minus(BETWEEN_MAILS).atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list()
        .stream()
        .filter(id -> !open.contains(id))
        .forEach(
            id ->
                db.sql("delete from failed_job_told where incident_id = :id")
                    .param("id", id)
                    .update());
  }
}
