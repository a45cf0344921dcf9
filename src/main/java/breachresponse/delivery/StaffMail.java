package breachresponse.delivery;

import breachresponse.plan.ResponsePlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mail to our own people: reminders, escalations, test sends. */
@Service
@Transactional
public class StaffMail {

  /** A letter that is due, which {@code owner} may send and mark. */
  record Posted(
      UUID id, Instant postedAt, Letter letter, int attempts, Instant firstTriedAt, UUID owner) {

    Mail mail() {
      return letter.mail(postedAt);
    }
  }

  private final JdbcClient db;
  private final ResponsePlan plan;
  private final DeliverySettings settings;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  StaffMail(
      JdbcClient db,
      ResponsePlan plan,
      DeliverySettings settings,
      ApplicationEventPublisher events,
      Clock clock) {
    this.db = db;
    this.plan = plan;
    this.settings = settings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Queues a mail in the caller's transaction; it leaves after the commit.
   *
   * @throws IllegalArgumentException if an address or the subject contains a control character
   */
  public void post(List<String> to, String subject, String plain) {
    for (var address : to) {
      add(
          new Letter(
              newId(),
              plan.organisation() + ": breach response",
              plan.contact().email(),
              plan.contact().email(),
              address,
              "en",
              subject,
              plain,
              Optional.empty()));
    }
  }

  /**
   * Queues a notice as recipients will get it, marked as a test, once for each segment and
   * language.
   *
   * @param caseMark what else the case has all mails marked with; may be empty
   */
  public void postTest(List<String> to, Mailing mailing, String caseMark) {
    var merge = new MailMerge(mailing, clock.instant());
    merge.check();
    for (var segment : mailing.segments()) {
      var mark =
          mailing.segments().size() == 1 ? "[TEST] " : "[TEST: %s] ".formatted(segment.name());
      for (var text : segment.texts()) {
        to.forEach(
            address -> add(asTest(mark + caseMark, merge.letter(newId(), address, "", text))));
      }
    }
  }

  private static Letter asTest(String mark, Letter letter) {
    return new Letter(
        letter.id(),
        letter.fromName(),
        letter.from(),
        letter.replyTo(),
        letter.to(),
        letter.language(),
        mark + letter.subject(),
        letter.plain(),
        letter.html());
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private void add(Letter letter) {
    db.sql(
            """
            insert into staff_mail (
              id, from_name, from_address, reply_to, to_address, language, subject, plain, html,
              posted_at, attempts, retry_at)
            values (
              :id, :fromName, :from, :replyTo, :to, :language, :subject, :plain, :html,
              :now, 0, :now)
            """)
        .param("id", UUID.fromString(letter.id()))
        .param("fromName", letter.fromName())
        .param("from", letter.from())
        .param("replyTo", letter.replyTo())
        .param("to", letter.to())
        .param("language", letter.language())
        .param("subject", letter.subject())
        .param("plain", letter.plain())
        .param("html", letter.html().orElse(null))
        .param("now", utc(clock.instant()))
        .update();
    events.publishEvent(new Dispatches.Queued());
  }

  /** Takes a letter that is due and nobody else's. */
  Optional<Posted> claim() {
    return db
        .sql(
            """
            select * from staff_mail
            where retry_at <= :now and (lease_until is null or lease_until <= :now)
            order by posted_at, id limit 10
            """)
        .param("now", utc(clock.instant()))
        .query(StaffMail::posted)
        .list()
        .stream()
        .filter(this::take)
        .findFirst();
  }

  private boolean take(Posted posted) {
    return db.sql(
                """
                update staff_mail set owner = :owner, lease_until = :until
                where id = :id and retry_at <= :now
                  and (lease_until is null or lease_until <= :now)
                """)
            .param("owner", posted.owner())
            .param("until", utc(leaseFromNow()))
            .param("id", posted.id())
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  /** Whoever has it keeps it, unless it is another's by now. */
  void renew(Posted posted) {
    db.sql("update staff_mail set lease_until = :until where id = :id and owner = :owner")
        .param("until", utc(leaseFromNow()))
        .param("id", posted.id())
        .param("owner", posted.owner())
        .update();
  }

  private Instant leaseFromNow() {
    return clock.instant().plus(settings.lease());
  }

  void mark(Posted posted, Attempt attempt) {
    db.sql(
            """
            update staff_mail set attempts = :attempts, first_tried_at = :first,
              retry_at = :retry, reason = :reason, owner = null, lease_until = null
            where id = :id and owner = :owner
            """)
        .param("attempts", attempt.number())
        .param("first", utc(attempt.firstTriedAt()))
        .param("retry", utc(attempt.retryAt()))
        .param("reason", attempt.reason())
        .param("id", posted.id())
        .param("owner", posted.owner())
        .update();
  }

  void release(Posted posted) {
    db.sql(
            """
            update staff_mail set owner = null, lease_until = null
            where id = :id and owner = :owner
            """)
        .param("id", posted.id())
        .param("owner", posted.owner())
        .update();
  }

  private static Posted posted(ResultSet row, int number) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var firstTriedAt = row.getObject("first_tried_at", OffsetDateTime.class);
    return new Posted(
        id,
        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
        new Letter(
            id.toString(),
            row.getString("from_name"),
            row.getString("from_address"),
            row.getString("reply_to"),
            row.getString("to_address"),
            row.getString("language"),
            row.getString("subject"),
            row.getString("plain"),
            Optional.ofNullable(row.getString("html"))),
        row.getInt("attempts"),
        firstTriedAt == null ? null : firstTriedAt.toInstant(),
        UUID.randomUUID());
  }

  /**
   * What was mailed, or given up, is forgotten after a while: it names staff, and tells of cases.
   * While any case is under legal hold all stays, since nothing says of which case a mail is.
   */
  @Scheduled(cron = "${breach.staff-mail.forget:0 45 0 * * *}", zone = "UTC")
  void forgetOld() {
    db.sql(
            """
            delete from staff_mail where retry_at is null and posted_at < :before
              and not exists (select 1 from legal_hold where ended_at is null)
            """)
        .param("before", utc(clock.instant().minus(settings.keepStaffMail())))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
