package breachresponse.delivery;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.partitioningBy;

import breachresponse.delivery.Attempt.Status;
import breachresponse.delivery.Recipients.Released;
import breachresponse.incident.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The queue: recipients in batches, each under a lease while a worker sends to it. Recipients are
 * only ever read by their numbers: looking for them by status would read all of them each time.
 */
@Repository
@Transactional
class Batches {

  /**
   * Recipients {@code first} to {@code last}, which {@code owner} may send to and mark.
   *
   * @param before an owner who did not give it back
   * @param run how often the dispatch was started or resumed
   * @param startedAt when the dispatch was started
   * @param failuresExpected whether many addresses are known to be bad
   * @param legalLimit by when the law wants them told; null where it says nothing
   * @param stopped whether nobody is sent to any more, but what an owner before us has sent is
   *     still to be marked
   */
  record Batch(
      UUID noticeId,
      int number,
      CaseNumber caseNumber,
      long first,
      long last,
      UUID owner,
      Optional<UUID> before,
      int run,
      Instant startedAt,
      boolean failuresExpected,
      Instant legalLimit,
      boolean stopped) {}

  /**
   * Somebody who has not got it yet.
   *
   * @param groups empty if there are none
   * @param firstTriedAt null if never
   * @param retryAt null if never tried
   */
  record Waiting(
      long number,
      String email,
      String name,
      String language,
      String residence,
      Set<String> groups,
      int attempts,
      Instant firstTriedAt,
      Instant retryAt) {

    boolean isDue(Instant now) {
      return retryAt == null || !retryAt.isAfter(now);
    }
  }

  private record Range(int number, long first, long last) {}

  /** An attempt at a recipient. */
  record Marked(long recipient, Attempt attempt) {}

  /** What the worker may do with the batch next. */
  enum Standing {
    GO_ON,
    PAUSED,
    LOST
  }

  private static final int SIZE = 1000;
  // Of each dispatch, more than there are workers: each that comes second to one tries the next.
  private static final int CANDIDATES = 50;

  /** Said here, or each null has the driver look its column up. */
  private static final int[] TYPES = {
    Types.VARCHAR,
    Types.INTEGER,
    Types.TIMESTAMP_WITH_TIMEZONE,
    Types.TIMESTAMP_WITH_TIMEZONE,
    Types.TIMESTAMP_WITH_TIMEZONE,
    Types.VARCHAR,
    SqlTypeValue.TYPE_UNKNOWN,
    Types.BIGINT
  };

  private final JdbcClient db;
  private final JdbcTemplate rows;
  private final DeliverySettings settings;
  private final Journal journal;
  private final Clock clock;
  private final AtomicLong turns = new AtomicLong();
  private final Map<UUID, Long> lastTurns = new ConcurrentHashMap<>();

  Batches(
      JdbcClient db, JdbcTemplate rows, DeliverySettings settings, Journal journal, Clock clock) {
    this.db = db;
    this.rows = rows;
    this.settings = settings;
    this.journal = journal;
    this.clock = clock;
  }

  /** Cuts these recipients of the case into batches, all due now. */
  void make(UUID noticeId, CaseNumber caseNumber, Released list) {
    db.sql(
            """
            insert into delivery_batch (
              notice_id, number, first_recipient, last_recipient,
              total, sent, undeliverable, due_at)
            select cast(:notice as uuid), batch, min(number), max(number),
              count(*), 0, 0, cast(:now as timestamp with time zone)
            from (
              select number, (number - 1) / :size as batch from recipient
              where case_number = :case and number > :after and number <= :last) numbered
            group by batch
            """)
        .param("notice", noticeId)
        .param("now", utc(clock.instant()))
        .param("size", SIZE)
        .param("case", caseNumber.value())
        .param("after", list.after())
        .param("last", list.last())
        .update();
  }

  /**
   * Takes a batch that is due and nobody else's. Dispatches take turns: a notice to a million keeps
   * none to a hundred back.
   */
  Optional<Batch> claim() {
    // as they are now: other workers take turns meanwhile
    var turnsBefore = Map.copyOf(lastTurns);
    var taken =
        unfinished().stream()
            .sorted(comparing(notice -> turnsBefore.getOrDefault(notice, 0L)))
            .flatMap(notice -> candidates(notice).stream())
            .filter(this::take)
            .findFirst();
    taken.ifPresent(batch -> lastTurns.put(batch.noticeId(), turns.incrementAndGet()));
    return taken;
  }

  private List<UUID> unfinished() {
    return db.sql(
            """
            select d.notice_id from dispatch d join incident i on i.case_number = d.case_number
            where d.finished_at is null and not i.exercise
              and (d.stopped_at is not null or not d.paused and not d.on_hold)
            order by d.started_at
            """)
        .query(UUID.class)
        .list();
  }

  /**
   * Those who have been due for longest, in the order of the index, which is read no further: of a
   * notice to a million a thousand batches are due at once.
   */
  private List<Batch> candidates(UUID noticeId) {
    return db.sql(
            """
            select b.notice_id, b.number, d.case_number, b.first_recipient, b.last_recipient,
              b.owner, d.run, d.started_at, d.failures_expected, d.legal_limit,
              d.stopped_at is not null as stopped
            from delivery_batch b join dispatch d on d.notice_id = b.notice_id
            where b.notice_id = :notice
              and b.due_at <= :now and (b.lease_until is null or b.lease_until <= :now)
              and (d.stopped_at is null and not d.paused and not d.on_hold
                or d.stopped_at is not null and b.owner is not null)
            order by b.notice_id, b.due_at
            limit :limit
            """)
        .param("notice", noticeId)
        .param("now", utc(clock.instant()))
        .param("limit", CANDIDATES)
        .query(this::batch)
        .list();
  }

  private boolean take(Batch batch) {
    return db.sql(
                """
                update delivery_batch set owner = :owner, lease_until = :until
                where notice_id = :notice and number = :number
                  and due_at <= :now and (lease_until is null or lease_until <= :now)
                """)
            .param("owner", batch.owner())
            .param("until", utc(leaseFromNow()))
            .param("notice", batch.noticeId())
            .param("number", batch.number())
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  Instant leaseFromNow() {
    return clock.instant().plus(settings.lease());
  }

  /**
   * @return false if the batch is no longer its owner's
   */
  boolean renew(Batch batch, Instant until) {
    return count(batch, until, List.of());
  }

  /**
   * Everybody in the batch who has not got it, by number. That the join says the numbers twice
   * keeps PostgreSQL, before it has statistics, from reading all deliveries of the notice.
   */
  List<Waiting> waiting(Batch batch) {
    return db.sql(
            """
            select r.number, coalesce(r.written, r.address) as email,
              r.name, r.language, r.residence, r.groups,
              coalesce(d.attempts, 0) as attempts, d.first_tried_at, d.retry_at
            from recipient r
            left join delivery d on d.notice_id = :notice and d.recipient = r.number
              and d.recipient between :first and :last
            where r.case_number = :case and r.number between :first and :last
              and (d.status is null or d.status = 'WAITING')
            order by r.number
            """)
        .param("notice", batch.noticeId())
        .param("case", batch.caseNumber().value())
        .param("first", batch.first())
        .param("last", batch.last())
        .query(Batches::waiting)
        .list();
  }

  /**
   * Marks what became of some recipients and renews the lease until then. A worker that has lost
   * its lease marks nothing: somebody else sends to these by now.
   */
  Standing mark(Batch batch, List<Marked> marked, Instant until) {
    if (!count(batch, until, marked)) {
      return Standing.LOST;
    }
    insert(batch, firstAttempts(marked));
    update(batch, marked.stream().filter(mark -> mark.attempt().number() > 1).toList());
    return isPaused(batch) ? Standing.PAUSED : Standing.GO_ON;
  }

  private boolean count(Batch batch, Instant until, List<Marked> marked) {
    return db.sql(
                """
                update delivery_batch set lease_until = :until,
                  sent = sent + :sent, undeliverable = undeliverable + :undeliverable,
                  "unknown" = "unknown" + :unknown, left_out = left_out + :leftOut,
                  tried = tried + :tried
                where notice_id = :notice and number = :number
                  and owner = :owner and lease_until > :now
                """)
            .param("until", utc(until))
            .param("sent", count(marked, Status.SENT))
            .param("undeliverable", count(marked, Status.UNDELIVERABLE))
            .param("unknown", count(marked, Status.UNKNOWN))
            .param("leftOut", count(marked, Status.LEFT_OUT))
            .param("tried", firstAttempts(marked).size())
            .param("notice", batch.noticeId())
            .param("number", batch.number())
            .param("owner", batch.owner())
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  private static int count(List<Marked> marked, Status status) {
    return (int) marked.stream().filter(mark -> mark.attempt().status() == status).count();
  }

  private static List<Marked> firstAttempts(List<Marked> marked) {
    return marked.stream().filter(mark -> mark.attempt().number() == 1).toList();
  }

  private void insert(Batch batch, List<Marked> firstTime) {
    rows.batchUpdate(
        """
        insert into delivery (
          status, attempts, first_tried_at, tried_at, retry_at, reason, notice_id, recipient)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        columns(batch, firstTime),
        TYPES);
  }

  private void update(Batch batch, List<Marked> again) {
    rows.batchUpdate(
        """
        update delivery set
          status = ?, attempts = ?, first_tried_at = ?, tried_at = ?, retry_at = ?, reason = ?
        where notice_id = ? and recipient = ?
        """,
        columns(batch, again),
        TYPES);
  }

  private static List<Object[]> columns(Batch batch, List<Marked> marked) {
    return marked.stream()
        .map(
            mark ->
                new Object[] {
                  mark.attempt().status().name(),
                  mark.attempt().number(),
                  utc(mark.attempt().firstTriedAt()),
                  utc(mark.attempt().at()),
                  utc(mark.attempt().retryAt()),
                  mark.attempt().reason(),
                  batch.noticeId(),
                  mark.recipient()
                })
        .toList();
  }

  private boolean isPaused(Batch batch) {
    return db.sql(
            """
            select paused or on_hold or stopped_at is not null from dispatch
            where notice_id = :notice
            """)
        .param("notice", batch.noticeId())
        .query(Boolean.class)
        .single();
  }

  /**
   * Gives the batch back: it is due again when the first of those who wait is, or never.
   *
   * @param comeBack when to come back for those who are due now, by their addresses
   */
  void release(Batch batch, Function<List<String>, Instant> comeBack) {
    db.sql(
            """
            update delivery_batch set owner = null, lease_until = null, due_at = :due
            where notice_id = :notice and number = :number
              and owner = :owner and lease_until > :now
            """)
        .param("due", utc(nextDue(batch, comeBack)))
        .param("notice", batch.noticeId())
        .param("number", batch.number())
        .param("owner", batch.owner())
        .param("now", utc(clock.instant()))
        .update();
  }

  private Instant nextDue(Batch batch, Function<List<String>, Instant> comeBack) {
    if (isDone(batch)) {
      return null;
    }
    var now = clock.instant();
    var dueNow = waiting(batch).stream().collect(partitioningBy(waiting -> waiting.isDue(now)));
    var later = dueNow.get(false).stream().map(Waiting::retryAt);
    var turn =
        dueNow.get(true).isEmpty()
            ? Stream.<Instant>empty()
            : Stream.of(comeBack.apply(dueNow.get(true).stream().map(Waiting::email).toList()));
    return Stream.concat(later, turn).min(Comparator.naturalOrder()).orElse(now);
  }

  private boolean isDone(Batch batch) {
    return db.sql(
            """
            select total = sent + undeliverable + "unknown" + bounced + held + left_out
            from delivery_batch where notice_id = :notice and number = :number
            """)
        .param("notice", batch.noticeId())
        .param("number", batch.number())
        .query(Boolean.class)
        .single();
  }

  /**
   * Those who failed since then wait again. Locks batches before recipients, as marking does.
   *
   * @return how many they are
   */
  int tryAgain(UUID noticeId, Instant since) {
    return db
        .sql(
            """
            select number, first_recipient as first, last_recipient as last from delivery_batch
            where notice_id = :notice and undeliverable > 0 for update
            """)
        .param("notice", noticeId)
        .query(Range.class)
        .list()
        .stream()
        .mapToInt(range -> tryAgain(noticeId, range, since))
        .sum();
  }

  private int tryAgain(UUID noticeId, Range range, Instant since) {
    var again =
        db.sql(
                """
                update delivery set status = 'WAITING', retry_at = :now
                where notice_id = :notice and recipient between :first and :last
                  and status = 'UNDELIVERABLE' and tried_at >= :since
                """)
            .param("now", utc(clock.instant()))
            .param("notice", noticeId)
            .param("first", range.first())
            .param("last", range.last())
            .param("since", utc(since))
            .update();
    if (again > 0) {
      db.sql(
              """
              update delivery_batch set undeliverable = undeliverable - :again, due_at = :now
              where notice_id = :notice and number = :number
              """)
          .param("again", again)
          .param("now", utc(clock.instant()))
          .param("notice", noticeId)
          .param("number", range.number())
          .update();
    }
    return again;
  }

  /** Whoever waits is looked at now: what kept them may be gone. */
  void hurry(UUID noticeId) {
    db.sql(
            """
            update delivery_batch set due_at = :now where notice_id = :notice and due_at > :now
            """)
        .param("now", utc(clock.instant()))
        .param("notice", noticeId)
        .update();
  }

  /**
   * Takes from the queue who waits in dispatches that were stopped. A batch that has an owner, even
   * a dead one, comes once it is given back: what was sent is marked first.
   */
  void holdBackStopped() {
    db.sql(
            """
            update delivery_batch set due_at = null,
              held = total - sent - undeliverable - "unknown" - bounced - left_out
            where due_at is not null and owner is null and notice_id in (
              select notice_id from dispatch
              where stopped_at is not null and finished_at is null)
            """)
        .update();
  }

  private Batch batch(ResultSet row, int number) throws SQLException {
    return new Batch(
        row.getObject("notice_id", UUID.class),
        row.getInt("number"),
        new CaseNumber(row.getString("case_number")),
        row.getLong("first_recipient"),
        row.getLong("last_recipient"),
        journal.owner(),
        Optional.ofNullable(row.getObject("owner", UUID.class)),
        row.getInt("run"),
        instant(row, "started_at"),
        row.getBoolean("failures_expected"),
        instant(row, "legal_limit"),
        row.getBoolean("stopped"));
  }

  private static Waiting waiting(ResultSet row, int number) throws SQLException {
    return new Waiting(
        row.getLong("number"),
        row.getString("email"),
        row.getString("name"),
        row.getString("language"),
        row.getString("residence"),
        Groups.in(row.getString("groups")),
        row.getInt("attempts"),
        instant(row, "first_tried_at"),
        instant(row, "retry_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
