package breachresponse.delivery;

import breachresponse.operations.Figure;
import breachresponse.operations.Measured;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the mail stands, of all nodes. In exercises nobody outside is mailed. */
@Repository
class MailFigures implements Measured {

  private static final Duration RECENTLY = Duration.ofDays(7);
  private static final List<String> STATES =
      List.of("queued", "sent", "undeliverable", "bounced", "unknown", "held", "left-out");

  private final JdbcClient db;
  private final Clock clock;

  MailFigures(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public List<Figure> figures() {
    return Stream.of(Stream.of(recipients()), dispatches().stream(), staffMail().stream())
        .flatMap(figures -> figures)
        .toList();
  }

  private Figure recipients() {
    return db.sql(
            """
            select
              coalesce(sum(b.total - b.sent - b.undeliverable - b."unknown" - b.bounced - b.held
                - b.left_out), 0) as queued,
              coalesce(sum(b.sent), 0) as sent,
              coalesce(sum(b.undeliverable), 0) as undeliverable,
              coalesce(sum(b.bounced), 0) as bounced,
              coalesce(sum(b."unknown"), 0) as "unknown",
              coalesce(sum(b.held), 0) as held,
              coalesce(sum(b.left_out), 0) as "left-out"
            from delivery_batch b
            join dispatch d on d.notice_id = b.notice_id
            join incident i on i.case_number = d.case_number
            where i.status in ('REPORTED', 'RESPONDING')
            """)
        .query(MailFigures::recipientsIn)
        .single();
  }

  private static Figure recipientsIn(ResultSet row, int number) throws SQLException {
    var people = new TreeMap<String, Double>();
    for (var state : STATES) {
      people.put(state, row.getDouble(state));
    }
    return Figure.by(
        "state",
        "breach_recipients",
        "Recipients of the notices of open cases, by what became of their mail",
        people);
  }

  private List<Figure> dispatches() {
    return db.sql(
            """
            select
              count(case when not paused and not on_hold then 1 end) as running,
              count(case when paused and not on_hold then 1 end) as paused,
              count(case when on_hold then 1 end) as on_hold,
              (select count(*) from refusing_domain) as refusing
            from dispatch where finished_at is null and stopped_at is null
            """)
        .query(MailFigures::dispatchesIn)
        .single();
  }

  private static List<Figure> dispatchesIn(ResultSet row, int number) throws SQLException {
    return List.of(
        Figure.by(
            "state",
            "breach_dispatches",
            "Dispatches that are not over; on-hold are those that law enforcement holds",
            Map.of(
                "running", row.getDouble("running"),
                "paused", row.getDouble("paused"),
                "on-hold", row.getDouble("on_hold"))),
        Figure.of(
            "breach_domains_refusing",
            "Recipient domains whose mail servers refuse us",
            row.getDouble("refusing")));
  }

  private List<Figure> staffMail() {
    return List.of(
        Figure.by(
            "state",
            "breach_staff_mail",
            "Mail to staff that waits, and of the last seven days what was given up",
            Map.of("waiting", waiting(), "failed", givenUp())),
        Figure.of(
            "breach_staff_mail_oldest_due_seconds",
            "How long the oldest mail to staff is due; 0 if none is",
            oldestDue()
                .map(due -> (double) Duration.between(due, clock.instant()).toSeconds())
                .orElse(0.0)));
  }

  private double waiting() {
    return db.sql("select count(*) from staff_mail where retry_at is not null")
        .query(Double.class)
        .single();
  }

  private double givenUp() {
    return db.sql(
            """
            select count(*) from staff_mail
            where retry_at is null and reason is not null and posted_at > :since
            """)
        .param("since", utc(clock.instant().minus(RECENTLY)))
        .query(Double.class)
        .single();
  }

  /** Since when the oldest mail to staff is due that nobody has at hand. */
  Optional<Instant> oldestDue() {
    return db.sql(
            """
            select min(retry_at) as due from staff_mail
            where retry_at <= :now and (lease_until is null or lease_until <= :now)
            """)
        .param("now", utc(clock.instant()))
        .query((row, number) -> Optional.ofNullable(row.getObject("due", OffsetDateTime.class)))
        .single()
        .map(OffsetDateTime::toInstant);
  }

  /** Whether somebody waits for mail who may have it. */
  boolean isAnyWaiting() {
    return db.sql(
                """
                select (select count(*) from staff_mail where retry_at is not null)
                  + (select count(*) from delivery_batch b
                     join dispatch d on d.notice_id = b.notice_id
                     where b.due_at is not null and d.finished_at is null and d.stopped_at is null
                       and not d.paused and not d.on_hold) as waiting
                """)
            .query(Long.class)
            .single()
        > 0;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
