package breachresponse.workflow.taskmail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whom to mail of which task, and who was. */
@Repository
@Transactional
class TaskMails {

  /** Why somebody is mailed of a task. */
  enum Kind {
    NEW,
    OVERDUE
  }

  record Note(String taskId, Kind kind) {}

  private final JdbcClient db;
  private final Clock clock;

  TaskMails(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Once for each: who was mailed is not mailed of the same again. */
  void note(String taskId, Kind kind, String person) {
    db.sql(
            """
            insert into task_mail (task_id, person, kind, noted_at)
            select :task, :person, :kind, :now
            where not exists (
              select 1 from task_mail
              where task_id = :task and person = :person and kind = :kind)
            """)
        .param("task", taskId)
        .param("person", person)
        .param("kind", kind.name())
        .param("now", utc(now()))
        .update();
  }

  /** Who has been waiting for a mail since then or longer. */
  List<String> peopleWaitingSince(Instant since) {
    return db.sql(
            """
            select person from task_mail where mailed_at is null
            group by person having min(noted_at) <= :since order by person
            """)
        .param("since", utc(since))
        .query(String.class)
        .list();
  }

  int mailsWithin(Duration time, String person) {
    return db.sql(
            """
            select count(distinct mailed_at) from task_mail
            where person = :person and mailed_at > :since
            """)
        .param("person", person)
        .param("since", utc(now().minus(time)))
        .query(Integer.class)
        .single();
  }

  /**
   * Takes what waits for the person, as mailed now. Another node that wants the same waits for this
   * transaction to end, and finds nothing then.
   */
  List<Note> take(String person) {
    var now = utc(now());
    db.sql("update task_mail set mailed_at = :now where person = :person and mailed_at is null")
        .param("now", now)
        .param("person", person)
        .update();
    return db.sql(
            """
            select task_id, kind from task_mail where person = :person and mailed_at = :now
            order by noted_at, task_id
            """)
        .param("person", person)
        .param("now", now)
        .query(Note.class)
        .list();
  }

  /** What was not mailed after all, since the task does not wait for the person any more. */
  void drop(Note note, String person) {
    db.sql("delete from task_mail where task_id = :task and person = :person and kind = :kind")
        .param("task", note.taskId())
        .param("person", person)
        .param("kind", note.kind().name())
        .update();
  }

  /** Of tasks that are done nothing is kept but what counts for the mails of an hour. */
  void forgetDone() {
    db.sql(
            """
            delete from task_mail where noted_at < :before and not exists (
              select 1 from act_ru_task where act_ru_task.id_ = task_mail.task_id)
            """)
        .param("before", utc(now().minus(1, ChronoUnit.DAYS)))
        .update();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
