package breachresponse.delivery;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sending of notices to everybody, as the process sees it: start, progress, end. */
@Service
@Transactional
public class Dispatches {

  /**
   * How far a dispatch has come.
   *
   * @param undeliverable those whom mail can't reach
   * @param unknown those whose mail may have arrived or not, and is held for a person
   * @param bounced those whose mail came back after it had been sent
   */
  public record Progress(
      int total, int sent, int undeliverable, int unknown, int bounced, boolean paused) {

    public int queued() {
      return total - sent - unreached();
    }

    /** Whom the mail did not reach, or may not have reached. */
    public int unreached() {
      return undeliverable + unknown + bounced;
    }

    public boolean isFinished() {
      return queued() == 0;
    }
  }

  /** Somebody whom the mail did not reach, or may not have reached. */
  public record Undeliverable(String recipientId, String email, String reason) {}

  /**
   * Published once, in the transaction that finishes the dispatch, after the last recipient was
   * marked. If a listener throws, the dispatch is finished again later: the marks are safe by then,
   * so that nobody is mailed twice for it.
   */
  public record Finished(UUID noticeId, CaseNumber caseNumber) {}

  /** There is mail to be sent once the transaction has committed. */
  record Queued() {}

  private final JdbcClient db;
  private final Batches batches;
  private final Recipients recipients;
  private final Mailings mailings;
  private final Incidents incidents;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Dispatches(
      JdbcClient db,
      Batches batches,
      Recipients recipients,
      Mailings mailings,
      Incidents incidents,
      Timeline timeline,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.batches = batches;
    this.recipients = recipients;
    this.mailings = mailings;
    this.incidents = incidents;
    this.timeline = timeline;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Queues the notice for those to whom it was released: there may be nobody. Asked again it queues
   * nothing twice.
   *
   * @throws IllegalStateException if the case is an exercise, the notice is not signed, or the list
   *     of recipients is not the one that was released
   * @throws IllegalArgumentException if the notice can't be sent as it is
   */
  public void start(CaseNumber caseNumber, UUID noticeId, String by) {
    if (incidents.get(caseNumber).exercise()) {
      throw new IllegalStateException(
          "dispatch: case %s is an exercise, nothing is sent in it".formatted(caseNumber));
    }
    new MailMerge(mailings.signed(noticeId), clock.instant()).check();
    recipients.lock(caseNumber);
    if (progress(noticeId).isPresent()) {
      return;
    }
    db.sql(
            """
            insert into dispatch (notice_id, case_number, started_at, paused)
            values (:notice, :case, :now, false)
            """)
        .param("notice", noticeId)
        .param("case", caseNumber.value())
        .param("now", now())
        .update();
    // One that was released before lists were laid down goes to all who have had none yet.
    var list =
        recipients.released(noticeId).orElseGet(() -> recipients.release(caseNumber, noticeId));
    recipients.notice(caseNumber, list);
    batches.make(noticeId, caseNumber, list);
    timeline.record(
        caseNumber,
        by,
        "dispatch started",
        "notice %s to %d recipients".formatted(noticeId, list.people()),
        list.digest());
    events.publishEvent(new Queued());
  }

  /** Stops the sending within a few recipients. What is finished or paused stays as it is. */
  public void pause(UUID noticeId, String reason, String by) {
    if (set(noticeId, true)) {
      timeline.record(caseOf(noticeId), by, "dispatch paused", reason, null);
    }
  }

  public void resume(UUID noticeId, String by) {
    if (set(noticeId, false)) {
      timeline.record(caseOf(noticeId), by, "dispatch resumed", null, null);
      events.publishEvent(new Queued());
    }
  }

  /**
   * @return nothing if it has not been started
   */
  public Optional<Progress> progress(UUID noticeId) {
    return db.sql(
            """
            select d.paused, coalesce(sum(b.total), 0) as total, coalesce(sum(b.sent), 0) as sent,
              coalesce(sum(b.undeliverable), 0) as undeliverable,
              coalesce(sum(b."unknown"), 0) as "unknown",
              coalesce(sum(b.bounced), 0) as bounced
            from dispatch d left join delivery_batch b on b.notice_id = d.notice_id
            where d.notice_id = :notice group by d.paused
            """)
        .param("notice", noticeId)
        .query(Progress.class)
        .optional();
  }

  /**
   * @throws NoSuchElementException if it has not been started
   */
  public Instant startedAt(UUID noticeId) {
    get(noticeId);
    return db.sql("select started_at from dispatch where notice_id = :notice")
        .param("notice", noticeId)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** Whom mail did not reach, or may not have reached, and why, in the mail server's words. */
  public List<Undeliverable> undeliverable(UUID noticeId) {
    return db.sql(
            """
            select r.id as recipient_id, r.email, d.reason
            from delivery_batch b
            join delivery d on d.notice_id = b.notice_id
              and d.recipient between b.first_recipient and b.last_recipient
            join dispatch on dispatch.notice_id = b.notice_id
            join recipient r on r.case_number = dispatch.case_number and r.number = d.recipient
            where b.notice_id = :notice and b.undeliverable + b."unknown" + b.bounced > 0
              and d.status in ('UNDELIVERABLE', 'UNKNOWN', 'BOUNCED')
            order by r.number
            """)
        .param("notice", noticeId)
        .query(Undeliverable.class)
        .list();
  }

  /**
   * @return the dispatches that have nobody left to send to and are not finished yet
   */
  List<UUID> done() {
    return db.sql(
            """
            select notice_id from dispatch d where finished_at is null and not exists (
              select 1 from delivery_batch b
              where b.notice_id = d.notice_id and b.due_at is not null)
            """)
        .query(UUID.class)
        .list();
  }

  /** Tells those who wait for it. Only the first of several workers that come at once does. */
  void finish(UUID noticeId) {
    var first =
        db.sql(
                """
                update dispatch set finished_at = :now
                where notice_id = :notice and finished_at is null
                """)
            .param("now", now())
            .param("notice", noticeId)
            .update();
    if (first == 1) {
      var caseNumber = caseOf(noticeId);
      var progress = get(noticeId);
      timeline.record(
          caseNumber,
          "delivery",
          "dispatch finished",
          "%d sent, %d undeliverable, %d unknown"
              .formatted(progress.sent(), progress.undeliverable(), progress.unknown()),
          null);
      events.publishEvent(new Finished(noticeId, caseNumber));
    }
  }

  private boolean set(UUID noticeId, boolean paused) {
    get(noticeId);
    return db.sql(
                """
                update dispatch set paused = :paused
                where notice_id = :notice and paused <> :paused and finished_at is null
                """)
            .param("paused", paused)
            .param("notice", noticeId)
            .update()
        == 1;
  }

  private Progress get(UUID noticeId) {
    return progress(noticeId)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "dispatch: notice %s is not being sent".formatted(noticeId)));
  }

  private CaseNumber caseOf(UUID noticeId) {
    return new CaseNumber(
        db.sql("select case_number from dispatch where notice_id = :notice")
            .param("notice", noticeId)
            .query(String.class)
            .single());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
