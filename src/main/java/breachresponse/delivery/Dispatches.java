package breachresponse.delivery;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
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
   * @param held those who were not sent to when it was stopped
   * @param leftOut those whom no segment includes
   * @param paused whether it waits, for people or for a hold
   */
  public record Progress(
      int total,
      int sent,
      int undeliverable,
      int unknown,
      int bounced,
      int held,
      int leftOut,
      boolean paused) {

    public int done() {
      return sent + undeliverable + unknown + bounced + leftOut;
    }

    public int queued() {
      return total - done() - held;
    }

    /** Whom the mail did not reach, or may not have reached. */
    public int unreached() {
      return undeliverable + unknown + bounced + held;
    }

    public boolean isFinished() {
      return queued() == 0;
    }
  }

  /**
   * Whether a dispatch runs, and why not.
   *
   * @param paused by people, or by itself
   * @param pauseReason of the last pause
   * @param storm whether the pause is for a storm of failures
   * @param onHold whether a hold of law enforcement keeps it
   * @param wasOnHold whether one has since it was started: then two people resume it
   * @param resumeAskedBy the first of them
   * @param runningSince when it was started or resumed last
   * @param doneBefore how many were done by then
   */
  public record State(
      boolean paused,
      String pauseReason,
      boolean storm,
      boolean onHold,
      boolean wasOnHold,
      String resumeAskedBy,
      boolean stopped,
      boolean finished,
      Instant runningSince,
      int doneBefore) {

    public boolean isRunning() {
      return !paused && !onHold && !stopped && !finished;
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

  /**
   * Published once, in the transaction that ends the first round: a mail to each recipient was
   * tried. If a listener throws, the round ends again later.
   */
  public record FirstRoundEnded(UUID noticeId, CaseNumber caseNumber) {}

  /** Published when a dispatch has paused by itself, after that is safe. */
  public record Stormed(UUID noticeId, CaseNumber caseNumber) {}

  /** Published when people have stopped a dispatch. */
  public record Stopped(UUID noticeId, CaseNumber caseNumber) {}

  /** Published when the time of a hold has come. */
  public record HoldExpired(UUID noticeId, CaseNumber caseNumber) {}

  /**
   * Published when a domain goes on refusing us, after that is safe.
   *
   * @param until when its recipients are given up
   */
  public record DomainRefuses(UUID noticeId, CaseNumber caseNumber, String domain, Instant until) {}

  private record GivenUp(String domain, int people, String reason) {}

  /** There is mail to be sent once the transaction has committed. */
  record Queued() {}

  private static final String HOLD_EXPIRED = "the time of the hold of law enforcement has come";
  // On the timeline; deliveries.csv has all.
  private static final int DOMAINS_NAMED = 20;

  private final JdbcClient db;
  private final Batches batches;
  private final RefusingDomains refusingDomains;
  private final Recipients recipients;
  private final Mailings mailings;
  private final Incidents incidents;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Dispatches(
      JdbcClient db,
      Batches batches,
      RefusingDomains refusingDomains,
      Recipients recipients,
      Mailings mailings,
      Incidents incidents,
      Timeline timeline,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.batches = batches;
    this.refusingDomains = refusingDomains;
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
            insert into dispatch (
              notice_id, case_number, started_at, running_since, begun_after, paused)
            select cast(:notice as uuid), cast(:case as varchar),
              cast(:now as timestamp with time zone), cast(:now as timestamp with time zone),
              count(*), false
            from timeline where case_number = :case
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
        "notice to %d recipients".formatted(list.people()),
        list.digest());
    events.publishEvent(new Queued());
  }

  /**
   * In an exercise, all but the sending: the letters are tried out, the recipients count as told.
   *
   * @throws IllegalArgumentException if the notice couldn't be sent as it is
   */
  public void rehearse(CaseNumber caseNumber, UUID noticeId, String by) {
    new MailMerge(mailings.signed(noticeId), clock.instant()).check();
    recipients.lock(caseNumber);
    var list =
        recipients.released(noticeId).orElseGet(() -> recipients.release(caseNumber, noticeId));
    recipients.notice(caseNumber, list);
    timeline.record(
        caseNumber,
        by,
        "dispatch rehearsed",
        "notice to %d recipients: nothing is sent".formatted(list.people()),
        list.digest());
  }

  /** By when the law wants the recipients told: until then, what is refused is tried again. */
  public void limit(UUID noticeId, Instant legalLimit) {
    db.sql("update dispatch set legal_limit = :limit where notice_id = :notice")
        .param("limit", utc(legalLimit))
        .param("notice", noticeId)
        .update();
  }

  /** Pauses the sending within a few recipients. What is finished or paused stays as it is. */
  public void pause(UUID noticeId, String reason, String by) {
    if (pause(noticeId, reason, (Instant) null)) {
      timeline.record(caseOf(noticeId), by, "dispatch paused", reason, null);
    }
  }

  /**
   * Pauses what fails too often, until a person has looked at it: until then it does not finish
   * either.
   *
   * @param since the first of the failures
   */
  void pauseForFailures(UUID noticeId, Instant since, String reason) {
    if (pause(noticeId, reason, since)) {
      timeline.record(caseOf(noticeId), "delivery", "dispatch paused by itself", reason, null);
      events.publishEvent(new Stormed(noticeId, caseOf(noticeId)));
    }
  }

  /** Somebody looks into it while its recipients are still tried. */
  void domainRefuses(UUID noticeId, RefusingDomain refusal, Instant until) {
    var caseNumber = caseOf(noticeId);
    timeline.record(
        caseNumber,
        "delivery",
        "domain refuses us",
        "%s, %d times: %s".formatted(refusal.domain(), refusal.refusals(), refusal.reason()),
        null);
    events.publishEvent(new DomainRefuses(noticeId, caseNumber, refusal.domain(), until));
  }

  private boolean pause(UUID noticeId, String reason, Instant stormSince) {
    get(noticeId);
    return db.sql(
                """
                update dispatch set paused = true, pause_reason = :reason, storm_since = :storm
                where notice_id = :notice and not paused
                  and finished_at is null and stopped_at is null
                """)
            .param("reason", reason)
            .param("storm", utc(stormSince))
            .param("notice", noticeId)
            .update()
        == 1;
  }

  /**
   * Lets it go on, once two people have asked for it where a hold has been in force meanwhile.
   * Whoever waits is tried now, and so are domains that refused us.
   */
  public void resume(UUID noticeId, String reason, String by) {
    var state = state(noticeId).orElseThrow();
    if (!state.paused() || state.stopped() || state.finished()) {
      return;
    }
    if (state.wasOnHold() && (state.resumeAskedBy() == null || state.resumeAskedBy().equals(by))) {
      db.sql("update dispatch set resume_asked_by = :by where notice_id = :notice")
          .param("by", by)
          .param("notice", noticeId)
          .update();
      timeline.record(caseOf(noticeId), by, "asked to resume the dispatch", reason, null);
      return;
    }
    db.sql(
            """
            update dispatch set paused = false, storm_since = null, resume_asked_by = null
            where notice_id = :notice
            """)
        .param("notice", noticeId)
        .update();
    timeline.record(caseOf(noticeId), by, "dispatch resumed", reason, null);
    refusingDomains.forget();
    goOn(noticeId);
  }

  /**
   * The failures of the storm that paused it count no more: these recipients are tried again. It
   * goes on once it is resumed.
   */
  public void tryAgain(UUID noticeId, String by) {
    instant("storm_since", noticeId)
        .map(since -> batches.tryAgain(noticeId, since))
        .ifPresent(
            again ->
                timeline.record(
                    caseOf(noticeId),
                    by,
                    "failed mails are tried again",
                    "%d recipients".formatted(again),
                    null));
  }

  /** Many addresses are known to be bad: it is not paused again for the share that fails. */
  public void expectFailures(UUID noticeId, String by) {
    db.sql("update dispatch set failures_expected = true where notice_id = :notice")
        .param("notice", noticeId)
        .update();
    timeline.record(caseOf(noticeId), by, "many bad addresses are expected", null, null);
  }

  /** Law enforcement wants it to wait, whatever else has paused it. */
  public void hold(UUID noticeId, String by) {
    get(noticeId);
    var held =
        db.sql(
                """
                update dispatch set on_hold = true, was_on_hold = true, resume_asked_by = null
                where notice_id = :notice and not on_hold and finished_at is null
                """)
            .param("notice", noticeId)
            .update();
    if (held == 1) {
      timeline.record(caseOf(noticeId), by, "dispatch paused", "hold of law enforcement", null);
    }
  }

  /** Two people have ended the hold. What else has paused it keeps it. */
  public void endHold(UUID noticeId, String by) {
    if (lift(noticeId)) {
      timeline.record(
          caseOf(noticeId), by, "dispatch resumed", "the hold of law enforcement is over", null);
      goOn(noticeId);
    }
  }

  /** The hold's time has come, which no second person has confirmed: two people resume it. */
  public void holdExpired(UUID noticeId, String by) {
    if (lift(noticeId)) {
      db.sql(
              """
              update dispatch set paused = true,
                pause_reason = case when paused then pause_reason else :reason end
              where notice_id = :notice
              """)
          .param("reason", HOLD_EXPIRED)
          .param("notice", noticeId)
          .update();
      timeline.record(caseOf(noticeId), by, "dispatch paused", HOLD_EXPIRED, null);
      events.publishEvent(new HoldExpired(noticeId, caseOf(noticeId)));
    }
  }

  /**
   * @return whether there was one, and mail is still to be sent
   */
  private boolean lift(UUID noticeId) {
    var lifted =
        db.sql("update dispatch set on_hold = false where notice_id = :notice and on_hold")
            .param("notice", noticeId)
            .update();
    return lifted == 1
        && state(noticeId).filter(state -> !state.stopped() && !state.finished()).isPresent();
  }

  private void goOn(UUID noticeId) {
    db.sql(
            """
            update dispatch set run = run + 1, running_since = :now, done_before = :done
            where notice_id = :notice
            """)
        .param("now", now())
        .param("done", get(noticeId).done())
        .param("notice", noticeId)
        .update();
    batches.hurry(noticeId);
    events.publishEvent(new Queued());
  }

  /** Ends it for good within a few recipients: who was not sent to by then is held. */
  public void stop(UUID noticeId, String reason, String by) {
    get(noticeId);
    var stopped =
        db.sql(
                """
                update dispatch set stopped_at = :now
                where notice_id = :notice and stopped_at is null and finished_at is null
                """)
            .param("now", now())
            .param("notice", noticeId)
            .update();
    if (stopped == 1) {
      timeline.record(caseOf(noticeId), by, "dispatch stopped", reason, null);
      events.publishEvent(new Queued());
      events.publishEvent(new Stopped(noticeId, caseOf(noticeId)));
    }
  }

  /** The cases that have any. */
  public Set<CaseNumber> cases() {
    return db.sql("select distinct case_number from dispatch")
        .query((row, number) -> new CaseNumber(row.getString("case_number")))
        .set();
  }

  /**
   * @return nothing if it has not been started
   */
  public Optional<Progress> progress(UUID noticeId) {
    return db.sql(
            """
            select d.paused or d.on_hold as paused, coalesce(sum(b.total), 0) as total,
              coalesce(sum(b.sent), 0) as sent,
              coalesce(sum(b.undeliverable), 0) as undeliverable,
              coalesce(sum(b."unknown"), 0) as "unknown",
              coalesce(sum(b.bounced), 0) as bounced,
              coalesce(sum(b.held), 0) as held,
              coalesce(sum(b.left_out), 0) as left_out
            from dispatch d left join delivery_batch b on b.notice_id = d.notice_id
            where d.notice_id = :notice group by d.paused, d.on_hold
            """)
        .param("notice", noticeId)
        .query(Progress.class)
        .optional();
  }

  /**
   * @return nothing if it has not been started
   */
  public Optional<State> state(UUID noticeId) {
    return db.sql("select * from dispatch where notice_id = :notice")
        .param("notice", noticeId)
        .query(Dispatches::state)
        .optional();
  }

  /** The domains that take no mail from us, of any dispatch. */
  public List<RefusingDomain> refusingDomains() {
    return refusingDomains.all();
  }

  /** When retries end for those who were tried as soon as it was started. */
  public Instant retriesEnd(UUID noticeId) {
    return Retry.givenUpAt(startedAt(noticeId), legalLimit(noticeId).orElse(null));
  }

  /** Half of the time for which those are tried. */
  public Instant halfTime(UUID noticeId) {
    var started = startedAt(noticeId);
    return started.plus(Duration.between(started, retriesEnd(noticeId)).dividedBy(2));
  }

  /** From then on none of the domain's recipients is tried any more, unless it relents. */
  public Instant givenUpAt(UUID noticeId, RefusingDomain domain) {
    return domain.givenUpAt(startedAt(noticeId), legalLimit(noticeId).orElse(null));
  }

  /**
   * @throws NoSuchElementException if it has not been started
   */
  public Instant startedAt(UUID noticeId) {
    return instant("started_at", noticeId).orElseThrow(() -> notSent(noticeId));
  }

  /**
   * How many acts were on the case's timeline before it was started.
   *
   * @throws NoSuchElementException if it has not been started
   */
  public int begunAfter(UUID noticeId) {
    return db.sql("select begun_after from dispatch where notice_id = :notice")
        .param("notice", noticeId)
        .query(Integer.class)
        .optional()
        .orElseThrow(() -> notSent(noticeId));
  }

  /** By when the law wants the recipients told; nothing where it says nothing. */
  public Optional<Instant> legalLimit(UUID noticeId) {
    return instant("legal_limit", noticeId);
  }

  /** Whom mail did not reach, or may not have reached, and why, in the mail server's words. */
  public List<Undeliverable> undeliverable(UUID noticeId) {
    return db.sql(
            """
            select r.id as recipient_id, coalesce(r.written, r.address) as email, d.reason
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

  /** Some of those who were not sent to when it was stopped, by their ids in the file. */
  public List<String> held(UUID noticeId, int limit) {
    return db.sql(
            """
            select r.id from delivery_batch b
            join dispatch on dispatch.notice_id = b.notice_id
            join recipient r on r.case_number = dispatch.case_number
              and r.number between b.first_recipient and b.last_recipient
            left join delivery d on d.notice_id = b.notice_id and d.recipient = r.number
            where b.notice_id = :notice and b.held > 0
              and (d.status is null or d.status = 'WAITING')
            order by r.number limit :limit
            """)
        .param("notice", noticeId)
        .param("limit", limit)
        .query(String.class)
        .list();
  }

  /**
   * Whether mail to somebody is still to be tried for the first time. The round does not end before
   * the caller's transaction does, so that who waits for it then is seen.
   */
  public boolean isInFirstRound(UUID noticeId) {
    return db.sql(
            """
            select first_round_ended_at is null from dispatch
            where notice_id = :notice for update
            """)
        .param("notice", noticeId)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /**
   * @return the dispatches whose first round is to be ended: not that of a stopped one, nor under a
   *     hold, nor before a storm of failures has been looked into
   */
  List<UUID> triedAll() {
    return db.sql(
            """
            select notice_id from dispatch d
            where first_round_ended_at is null and stopped_at is null
              and storm_since is null and not on_hold
              and not exists (
              select 1 from delivery_batch b
              where b.notice_id = d.notice_id and b.due_at is not null and b.tried < b.total)
            """)
        .query(UUID.class)
        .list();
  }

  /** Only the first of several workers that come at once tells those who wait for it. */
  void endFirstRound(UUID noticeId) {
    if (isFirstTo("first_round_ended_at", noticeId)) {
      events.publishEvent(new FirstRoundEnded(noticeId, caseOf(noticeId)));
    }
  }

  /**
   * @return the dispatches that have nobody left to send to and are not finished yet
   */
  List<UUID> done() {
    return db.sql(
            """
            select notice_id from dispatch d
            where finished_at is null and (storm_since is null or stopped_at is not null)
              and not exists (
              select 1 from delivery_batch b
              where b.notice_id = d.notice_id and b.due_at is not null)
            """)
        .query(UUID.class)
        .list();
  }

  /** Tells those who wait for it. Only the first of several workers that come at once does. */
  void finish(UUID noticeId) {
    if (isFirstTo("finished_at", noticeId)) {
      var caseNumber = caseOf(noticeId);
      var progress = get(noticeId);
      recordGivenUp(noticeId, caseNumber);
      timeline.record(
          caseNumber,
          "delivery",
          "dispatch finished",
          "%d sent, %d undeliverable, %d unknown, %d held, %d left out"
              .formatted(
                  progress.sent(),
                  progress.undeliverable(),
                  progress.unknown(),
                  progress.held(),
                  progress.leftOut()),
          null);
      events.publishEvent(new Finished(noticeId, caseNumber));
    }
  }

  private boolean isFirstTo(String end, UUID noticeId) {
    return db.sql(
                "update dispatch set %1$s = :now where notice_id = :notice and %1$s is null"
                    .formatted(end))
            .param("now", now())
            .param("notice", noticeId)
            .update()
        == 1;
  }

  private void recordGivenUp(UUID noticeId, CaseNumber caseNumber) {
    var domains = givenUp(noticeId);
    if (!domains.isEmpty()) {
      var listed =
          domains.stream()
              .limit(DOMAINS_NAMED)
              .map(
                  domain ->
                      "%s: %d, %s".formatted(domain.domain(), domain.people(), domain.reason()))
              .map(Outage::withoutAddresses)
              .collect(joining("\n"));
      timeline.record(
          caseNumber,
          "delivery",
          "retries ended",
          "%d recipients\n%s".formatted(domains.stream().mapToInt(GivenUp::people).sum(), listed),
          null);
    }
  }

  /** Those for whom retries have ended, the most first. */
  private List<GivenUp> givenUp(UUID noticeId) {
    return db.sql(
            """
            select given_up.domain, count(*) as people, max(given_up.reason) as reason from (
              select substring(r.address from position('@' in r.address) + 1) as domain, d.reason
              from delivery_batch b
              join delivery d on d.notice_id = b.notice_id
                and d.recipient between b.first_recipient and b.last_recipient
              join dispatch on dispatch.notice_id = b.notice_id
              join recipient r on r.case_number = dispatch.case_number and r.number = d.recipient
              where b.notice_id = :notice and b.undeliverable > 0
                and d.status = 'UNDELIVERABLE' and d.reason like :given) given_up
            group by given_up.domain order by count(*) desc, given_up.domain
            """)
        .param("notice", noticeId)
        .param("given", Retry.GIVEN_UP + "%")
        .query(GivenUp.class)
        .list();
  }

  /** When the last mail was taken that has not come back. */
  public Optional<Instant> lastSent(UUID noticeId) {
    return db.sql(
            """
            select max(tried_at) as at from delivery
            where notice_id = :notice and status = 'SENT'
            """)
        .param("notice", noticeId)
        .query((row, number) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  private Optional<Instant> instant(String column, UUID noticeId) {
    return db.sql(
            "select %1$s from dispatch where notice_id = :notice and %1$s is not null"
                .formatted(column))
        .param("notice", noticeId)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private Progress get(UUID noticeId) {
    return progress(noticeId).orElseThrow(() -> notSent(noticeId));
  }

  private static NoSuchElementException notSent(UUID noticeId) {
    return new NoSuchElementException("dispatch: notice %s is not being sent".formatted(noticeId));
  }

  public CaseNumber caseOf(UUID noticeId) {
    return new CaseNumber(
        db.sql("select case_number from dispatch where notice_id = :notice")
            .param("notice", noticeId)
            .query(String.class)
            .single());
  }

  private static State state(ResultSet row, int number) throws SQLException {
    return new State(
        row.getBoolean("paused"),
        row.getString("pause_reason"),
        row.getObject("storm_since") != null,
        row.getBoolean("on_hold"),
        row.getBoolean("was_on_hold"),
        row.getString("resume_asked_by"),
        row.getObject("stopped_at") != null,
        row.getObject("finished_at") != null,
        row.getObject("running_since", OffsetDateTime.class).toInstant(),
        row.getInt("done_before"));
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
