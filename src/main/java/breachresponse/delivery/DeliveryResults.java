package breachresponse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What became of the mail to each recipient of a notice: the proof of delivery. */
@Repository
public class DeliveryResults {

  // PostgreSQL would hand over a million rows at once.
  private static final int ROWS_AT_A_TIME = 1000;

  /**
   * @param status {@code sent}, {@code bounced}, {@code undeliverable}, {@code unknown} whether it
   *     arrived, {@code waiting} for another attempt, {@code not-tried}, {@code held} where the
   *     dispatch was stopped before it got so far, or {@code left-out} where no segment of the
   *     notice includes them
   * @param at of the last attempt
   * @param reason what the mail server said, where it did not take the mail
   * @param statusCode of a bounce, RFC 3463
   * @param bouncedAt when it came back, or its sender says that it did
   */
  public record Result(
      String recipientId,
      String email,
      String name,
      String language,
      String residence,
      String groups,
      String status,
      int attempts,
      Optional<Instant> at,
      Optional<String> reason,
      Optional<String> statusCode,
      Optional<Instant> bouncedAt) {}

  private final JdbcTemplate db;

  DeliveryResults(DataSource database) {
    db = new JdbcTemplate(database);
    db.setFetchSize(ROWS_AT_A_TIME);
  }

  /**
   * Hands over one result after the other, in the order of the list, and never holds all of them.
   * Before the dispatch has been started there are none.
   */
  @Transactional(readOnly = true)
  public void each(UUID noticeId, Consumer<Result> reader) {
    db.query(
        """
        select r.id, coalesce(r.written, r.address) as email, r.name, r.language,
          r.residence, r.groups,
          case
            when d.stopped_at is not null and coalesce(t.status, 'WAITING') = 'WAITING' then 'held'
            else replace(lower(coalesce(t.status, 'NOT-TRIED')), '_', '-')
          end as status,
          coalesce(t.attempts, 0) as attempts, t.tried_at, t.reason,
          t.status_code, t.bounced_at
        from dispatch d
        join delivery_batch b on b.notice_id = d.notice_id
        join recipient r on r.case_number = d.case_number
          and r.number between b.first_recipient and b.last_recipient
        left join delivery t on t.notice_id = d.notice_id and t.recipient = r.number
        where d.notice_id = ?
        order by r.number
        """,
        row -> {
          reader.accept(result(row));
        },
        noticeId);
  }

  private static Result result(ResultSet row) throws SQLException {
    return new Result(
        row.getString("id"),
        row.getString("email"),
        row.getString("name"),
        row.getString("language"),
        row.getString("residence"),
        row.getString("groups"),
        row.getString("status"),
        row.getInt("attempts"),
        instant(row, "tried_at"),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("status_code")),
        instant(row, "bounced_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
