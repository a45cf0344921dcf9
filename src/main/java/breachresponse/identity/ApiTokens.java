package breachresponse.identity;

import breachresponse.evidence.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of machines: who made which for what, and whether they still hold. */
@Repository
@Transactional
public class ApiTokens {

  /**
   * What is known of a token.
   *
   * @param revokedAt empty if nobody has
   */
  public record Token(
      UUID id,
      Machine machine,
      String madeBy,
      Instant madeAt,
      Instant expiresAt,
      Optional<Instant> revokedAt) {

    public boolean holdsAt(Instant now) {
      return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
  }

  private static final int MOST_DAYS = 366;

  private final JdbcClient db;
  private final Clock clock;

  ApiTokens(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Makes a token.
   *
   * @param days until it expires, 1 to 366
   * @return the token itself, which is told this once
   * @throws IllegalArgumentException naming the field
   */
  public String make(Machine machine, int days, String by) {
    if (!machine.name().matches("[a-zA-Z0-9._-]{1,40}")) {
      throw new IllegalArgumentException(
          "machine: give it a name of up to 40 letters, digits, dots, dashes and underscores");
    }
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "days: choose 1 to %d, then a new token takes its place".formatted(MOST_DAYS));
    }
    var token = Secret.next();
    var now = clock.instant();
    db.sql(
            """
            insert into api_token (id, token_sha256, machine, scope, made_by, made_at, expires_at)
            values (:id, :hash, :machine, :scope, :by, :now, :end)
            """)
        .param("id", UUID.randomUUID())
        .param("hash", Sha256.of(token))
        .param("machine", machine.name())
        .param("scope", machine.scope().name())
        .param("by", by)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("end", now.plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  /** Ends a token; one that has ended already stays as it is. */
  public void revoke(UUID id, String by) {
    db.sql(
            """
            update api_token set revoked_by = :by, revoked_at = :now
            where id = :id and revoked_at is null
            """)
        .param("id", id)
        .param("by", by)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** All there ever were, the newest first. */
  @Transactional(readOnly = true)
  public List<Token> all() {
    return db.sql("select * from api_token order by made_at desc, machine")
        .query(ApiTokens::token)
        .list();
  }

  /** Whose token it is, if it holds. */
  @Transactional(readOnly = true)
  public Optional<Machine> machine(String token) {
    return db.sql("select * from api_token where token_sha256 = :hash")
        .param("hash", Sha256.of(token))
        .query(ApiTokens::token)
        .optional()
        .filter(found -> found.holdsAt(clock.instant()))
        .map(Token::machine);
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    return new Token(
        row.getObject("id", UUID.class),
        new Machine(row.getString("machine"), Scope.valueOf(row.getString("scope"))),
        row.getString("made_by"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
