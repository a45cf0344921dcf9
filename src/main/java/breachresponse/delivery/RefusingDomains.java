package breachresponse.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Recipient domains whose policy refuses us (RFC 3463, X.7.x). That is no fault of a recipient, and
 * each further letter would make it worse: one is tried after a time, which grows.
 */
@Repository
class RefusingDomains {

  private final JdbcClient db;
  private final Clock clock;

  RefusingDomains(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  List<RefusingDomain> all() {
    return db.sql("select * from refusing_domain order by since, domain")
        .query(RefusingDomains::refusal)
        .list();
  }

  /**
   * @param before the last refusal; null if there was none
   */
  RefusingDomain refused(String domain, String reason, RefusingDomain before) {
    var now = clock.instant();
    var refusals = before == null ? 1 : before.refusals() + 1;
    var until = now.plus(Retry.after(refusals));
    var since = before == null ? now : before.since();
    var refusal = new RefusingDomain(domain, reason, refusals, since, until);
    var known =
        db.sql(
                """
                update refusing_domain set reason = :reason, refusals = :refusals,
                  paused_until = :until
                where domain = :domain
                """)
            .param("reason", reason)
            .param("refusals", refusals)
            .param("until", utc(until))
            .param("domain", domain)
            .update();
    if (known == 0) {
      add(refusal);
    }
    return refusal;
  }

  private void add(RefusingDomain refusal) {
    try {
      db.sql(
              """
              insert into refusing_domain (domain, reason, refusals, since, paused_until)
              values (:domain, :reason, :refusals, :since, :until)
              """)
          .param("domain", refusal.domain())
          .param("reason", refusal.reason())
          .param("refusals", refusal.refusals())
          .param("since", utc(refusal.since()))
          .param("until", utc(refusal.pausedUntil()))
          .update();
    } catch (DuplicateKeyException anotherNodeWasFirst) {
      // It was refused at the same time, and says the same.
    }
  }

  void accepts(String domain) {
    db.sql("delete from refusing_domain where domain = :domain").param("domain", domain).update();
  }

  /** All are tried again now. */
  void forget() {
    db.sql("delete from refusing_domain").update();
  }

  private static RefusingDomain refusal(ResultSet row, int number) throws SQLException {
    return new RefusingDomain(
        row.getString("domain"),
        row.getString("reason"),
        row.getInt("refusals"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getObject("paused_until", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
