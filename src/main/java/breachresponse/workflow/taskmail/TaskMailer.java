package breachresponse.workflow.taskmail;

import breachresponse.delivery.StaffMail;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.workflow.Members;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.taskmail.TaskMails.Kind;
import breachresponse.workflow.taskmail.TaskMails.Note;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails people their new and overdue tasks: those of a minute in one mail, and a few mails an hour
 * at most. Each is laid down with the mails to staff in the transaction that marks it as mailed,
 * and leaves from there.
 */
@Component
class TaskMailer {

  private static final Logger LOG = LoggerFactory.getLogger(TaskMailer.class);
  private static final Duration HOUR = Duration.ofHours(1);

  private final TaskMails mails;
  private final TaskMailText text;
  private final TaskMailSettings settings;
  private final StaffMail staffMail;
  private final Members members;
  private final TaskService tasks;
  private final IdentityService identities;
  private final Unrestricted engine;
  private final CaseAccess access;
  private final TransactionTemplate transaction;
  private final Clock clock;

  TaskMailer(
      TaskMails mails,
      TaskMailText text,
      TaskMailSettings settings,
      StaffMail staffMail,
      Members members,
      TaskService tasks,
      IdentityService identities,
      Unrestricted engine,
      CaseAccess access,
      TransactionTemplate transaction,
      Clock clock) {
    this.mails = mails;
    this.text = text;
    this.settings = settings;
    this.staffMail = staffMail;
    this.members = members;
    this.tasks = tasks;
    this.identities = identities;
    this.engine = engine;
    this.access = access;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** One person whose mail fails does not keep the others from theirs. */
  @Scheduled(fixedDelayString = "${breach.task-mail.every:30s}")
  void tell() {
    if (!settings.enabled()) {
      return;
    }
    noteOverdue();
    for (var person : mails.peopleWaitingSince(clock.instant().minus(settings.gather()))) {
      try {
        transaction.executeWithoutResult(status -> tell(person));
      } catch (RuntimeException failure) {
        LOG.warn("{} is not told of their tasks yet", person, failure);
      }
    }
    mails.forgetDone();
  }

  private void noteOverdue() {
    var overdue =
        engine.ask(
            () ->
                tasks
                    .createTaskQuery()
                    .active()
                    .dueBefore(Date.from(clock.instant()))
                    .unlimitedList());
    for (var task : overdue) {
      peopleWaitedFor(task).forEach(person -> noteOverdue(task, person));
    }
  }

  private void noteOverdue(Task task, String person) {
    try {
      mails.note(task.getId(), Kind.OVERDUE, person);
    } catch (DuplicateKeyException alreadyNoted) {
      // by another node, at the same moment
    }
  }

  private void tell(String person) {
    if (mails.mailsWithin(HOUR, person) >= settings.perHour()) {
      return;
    }
    var told = new EnumMap<Kind, List<Task>>(Kind.class);
    var address = members.address(person);
    for (var note : mails.take(person)) {
      var task = address.flatMap(known -> waiting(note, person));
      task.ifPresentOrElse(
          open -> told.computeIfAbsent(note.kind(), kind -> new ArrayList<>()).add(open),
          () -> mails.drop(note, person));
    }
    if (!told.isEmpty()) {
      staffMail.post(List.of(address.orElseThrow()), text.subject(told), text.plain(told));
    }
  }

  /** The task, if it still waits for the person, who need not be told that they have claimed it. */
  private Optional<Task> waiting(Note note, String person) {
    return Optional.ofNullable(
            engine.ask(() -> tasks.createTaskQuery().taskId(note.taskId()).active().singleResult()))
        .filter(task -> note.kind() == Kind.OVERDUE || task.getAssignee() == null)
        .filter(task -> peopleWaitedFor(task).contains(person));
  }

  /** Who has claimed it, else all who may: deputies too, once they were asked to step in. */
  private Set<String> peopleWaitedFor(Task task) {
    var people =
        task.getAssignee() != null
            ? Set.of(task.getAssignee())
            : engine.ask(
                () -> Candidates.of(tasks.getIdentityLinksForTask(task.getId()), identities));
    return text.caseOf(task)
        .filter(CaseNumber::isOne)
        .map(CaseNumber::new)
        .map(caseNumber -> access.among(people, caseNumber))
        .orElse(people);
  }
}
