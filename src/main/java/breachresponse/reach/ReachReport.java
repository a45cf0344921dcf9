package breachresponse.reach;

import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.reach.Reach.Line;
import breachresponse.reach.Reach.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Adds up who was reached, and lists who was not. */
@Repository
@Transactional(readOnly = true)
public class ReachReport {

  /**
   * How many mails of a case to a domain in a language came to what.
   *
   * @param domain empty once addresses are erased
   * @param status as {@link breachresponse.delivery.DeliveryResults.Result} has it
   */
  public record Delivered(
      String language, String domain, String status, Optional<String> statusCode, long people) {}

  /** Somebody whom mail did not reach, or may not have, and who was not told one by one. */
  public record NotReached(
      String id, String name, String email, String residence, String why, Optional<String> code) {}

  /** Recipients by their numbers in the list; from 0 to 0 there are none. */
  private record Numbers(long first, long last) {}

  // PostgreSQL would hand over a million rows at once.
  private static final int ROWS_AT_A_TIME = 1000;
  private static final UUID NONE = new UUID(0, 0);

  /** Everybody on the list once: nobody gets two notices of a case. */
  private static final String PEOPLE =
      """
      from recipient r
      join recipient_list m on m.case_number = r.case_number and r.number <= m.last_number
      left join delivery t on t.recipient = r.number and t.notice_id in (:notices)
      left join dispatch d on d.notice_id = t.notice_id
      left join letter l on l.case_number = r.case_number and l.recipient = r.number
      """;

  /** Whom mail did not reach, and those whom a notice left that was stopped: nobody tried them. */
  private static final String TOLD_IN_PUBLIC =
      """
      left join released_list x on t.status is null and x.case_number = r.case_number
        and r.number > x.after_number and r.number <= x.last_number
        and exists (
          select 1 from substitute_notice a
          where a.notice_id = x.notice_id and a.announced_at is not null)
      left join dispatch n on n.notice_id = coalesce(t.notice_id, x.notice_id)
      left join substitute_notice p on p.notice_id = n.notice_id
        and (t.status in ('BOUNCED', 'UNDELIVERABLE', 'UNKNOWN')
          or coalesce(t.status, 'WAITING') = 'WAITING' and n.finished_at is not null)
      """;

  private static final String STATES =
      """
      select state, channel, cast(at as date) as on_day, count(*) as people,
        min(at) as first_at, max(at) as last_at
      from (
        select
          case
            when t.status = 'SENT' then 'ACCEPTED'
            when l.recipient is not null then 'LETTER'
            when t.status = 'LEFT_OUT' then 'LEFT_OUT'
            when p.announced_at is not null then 'PUBLIC'
            when t.status in ('BOUNCED', 'UNDELIVERABLE') then 'BOUNCED'
            when t.status = 'WAITING' and d.finished_at is null and not d.paused
              and not d.on_hold then 'WAITING'
            when t.status is null and r.number between :first and :last then 'WAITING'
            else 'HELD'
          end as state,
          case
            when t.status = 'SENT' then 'mail'
            when l.recipient is not null then l.how
            when p.announced_at is not null then 'public'
            else ''
          end as channel,
          case
            when t.status = 'SENT' then t.tried_at
            when l.recipient is not null then l.told_at
            else p.announced_at
          end as at
        %s%swhere r.case_number = :case) one
      group by state, channel, cast(at as date)
      """
          .formatted(PEOPLE, TOLD_IN_PUBLIC);

  private static final String DELIVERED =
      """
      select language, domain, status, status_code, count(*) as people
      from (
        select r.language,
          case when r.address like '%%@%%'
              then substring(r.address from position('@' in r.address) + 1)
            else '' end as domain,
          case
            when stopped.first_number is not null and coalesce(t.status, 'WAITING') = 'WAITING'
              then 'held'
            else replace(lower(coalesce(t.status, 'NOT-TRIED')), '_', '-')
          end as status, t.status_code
        %s
        left join (
          select min(b.first_recipient) as first_number, max(b.last_recipient) as last_number
          from dispatch stop join delivery_batch b on b.notice_id = stop.notice_id
          where stop.case_number = :case and stop.stopped_at is not null
          group by stop.notice_id) stopped
          on r.number between stopped.first_number and stopped.last_number
        where r.case_number = :case) one
      group by language, domain, status, status_code
      order by language, domain, status, status_code
      """
          .formatted(PEOPLE);

  private static final String NOT_REACHED =
      """
      select r.number, r.id, r.name, coalesce(r.written, r.address) as email, r.residence,
        t.reason, t.status_code
      %swhere r.case_number = :case
        and t.status in ('BOUNCED', 'UNDELIVERABLE', 'UNKNOWN') and l.recipient is null
      union all
      select r.number, r.id, r.name, coalesce(r.written, r.address) as email, r.residence,
        'it was stopped before', null
      from delivery_batch b
      join recipient r on r.case_number = :case
        and r.number between b.first_recipient and b.last_recipient
      left join delivery t on t.notice_id = b.notice_id and t.recipient = r.number
      left join letter l on l.case_number = r.case_number and l.recipient = r.number
      where b.notice_id in (:notices) and b.held > 0
        and coalesce(t.status, 'WAITING') = 'WAITING' and l.recipient is null
      order by number
      """
          .formatted(PEOPLE);

  private final JdbcClient db;
  private final JdbcClient rows;
  private final Recipients recipients;
  private final Clock clock;

  ReachReport(JdbcClient db, DataSource database, Recipients recipients, Clock clock) {
    this.db = db;
    this.recipients = recipients;
    this.clock = clock;
    var template = new JdbcTemplate(database);
    template.setFetchSize(ROWS_AT_A_TIME);
    rows = JdbcClient.create(new NamedParameterJdbcTemplate(template));
  }

  /** All counts are of one moment, unless the caller's transaction sees what others commit. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Reach of(CaseNumber caseNumber) {
    var sending = beingSent(caseNumber);
    var lines = new ArrayList<Line>();
    lines.addAll(
        everybody(db, STATES, caseNumber)
            .param("first", sending.first())
            .param("last", sending.last())
            .query(ReachReport::line)
            .list());
    var files = recipients.files(caseNumber);
    var refused = Reach.refused(files);
    if (refused > 0) {
      lines.add(new Line(State.REFUSED, "", null, refused, null, null));
    }
    lines.sort(
        Comparator.comparing(Line::day, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Line::state)
            .thenComparing(Line::channel));
    return new Reach(
        caseNumber,
        clock.instant(),
        listed(caseNumber),
        recipients.releasedLists(caseNumber),
        files,
        lines);
  }

  /** Hands over one line after the other, in the order of language and domain. */
  public void delivered(CaseNumber caseNumber, Consumer<Delivered> reader) {
    everybody(rows, DELIVERED, caseNumber)
        .query(
            row -> {
              reader.accept(
                  new Delivered(
                      row.getString("language"),
                      row.getString("domain"),
                      row.getString("status"),
                      Optional.ofNullable(row.getString("status_code")),
                      row.getLong("people")));
            });
  }

  /** Hands over one after the other, in the order of the list. */
  public void notReached(CaseNumber caseNumber, Consumer<NotReached> reader) {
    everybody(rows, NOT_REACHED, caseNumber)
        .query(
            row -> {
              reader.accept(
                  new NotReached(
                      row.getString("id"),
                      row.getString("name"),
                      row.getString("email"),
                      row.getString("residence"),
                      row.getString("reason"),
                      Optional.ofNullable(row.getString("status_code"))));
            });
  }

  private JdbcClient.StatementSpec everybody(JdbcClient client, String sql, CaseNumber caseNumber) {
    return client.sql(sql).param("case", caseNumber.value()).param("notices", notices(caseNumber));
  }

  private List<UUID> notices(CaseNumber caseNumber) {
    var notices =
        db.sql("select notice_id from dispatch where case_number = :case")
            .param("case", caseNumber.value())
            .query(UUID.class)
            .list();
    return notices.isEmpty() ? List.of(NONE) : notices;
  }

  /** The others who have had no mail are of a notice that was stopped, or of none yet. */
  private Numbers beingSent(CaseNumber caseNumber) {
    return db.sql(
            """
            select coalesce(min(b.first_recipient), 0) as first,
              coalesce(max(b.last_recipient), 0) as last
            from dispatch d join delivery_batch b on b.notice_id = d.notice_id
            where d.case_number = :case and d.finished_at is null
              and not d.paused and not d.on_hold
            """)
        .param("case", caseNumber.value())
        .query(Numbers.class)
        .single();
  }

  private long listed(CaseNumber caseNumber) {
    return db.sql(
            """
            select count(*) from recipient r
            join recipient_list m on m.case_number = r.case_number and r.number <= m.last_number
            where r.case_number = :case
            """)
        .param("case", caseNumber.value())
        .query(Long.class)
        .single();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        State.valueOf(row.getString("state")),
        row.getString("channel"),
        row.getObject("on_day", LocalDate.class),
        row.getLong("people"),
        instant(row, "first_at"),
        instant(row, "last_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
