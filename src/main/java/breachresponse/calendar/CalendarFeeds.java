package breachresponse.calendar;

import breachresponse.evidence.Sha256;
import breachresponse.identity.Secret;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has a feed, and under which secret. Calendar programs can't sign in: whoever knows the secret
 * reads the feed, so that only its hash is kept, and each person has one that they can revoke.
 */
@Repository
@Transactional
public class CalendarFeeds {

  private final JdbcClient db;
  private final Clock clock;

  CalendarFeeds(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Gives the person a new secret. One from before leads nowhere any more.
   *
   * @return 43 letters, digits, - and _, which are told this once
   */
  public String renew(String person) {
    revoke(person);
    var token = Secret.next();
    db.sql(
            """
            insert into calendar_feed (token_sha256, person, made_at)
            values (:hash, :person, :now)
            """)
        .param("hash", Sha256.of(token))
        .param("person", person)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  public void revoke(String person) {
    db.sql("delete from calendar_feed where person = :person").param("person", person).update();
  }

  /** Whether the person has an address, whatever it is. */
  @Transactional(readOnly = true)
  public boolean has(String person) {
    return db.sql("select count(*) from calendar_feed where person = :person")
            .param("person", person)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Transactional(readOnly = true)
  Optional<String> ownerOf(String token) {
    return db.sql("select person from calendar_feed where token_sha256 = :hash")
        .param("hash", Sha256.of(token))
        .query(String.class)
        .optional();
  }
}
