package breachresponse.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Whose account is whose at the identity provider. */
@Repository
@Transactional
public class Subjects {

  private final JdbcClient db;
  private final Clock clock;

  Subjects(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Gives an account to a person for ever.
   *
   * @throws org.springframework.dao.DuplicateKeyException if it is another's, or they have another
   */
  public void add(Subject subject, String account) {
    db.sql(
            """
            insert into sso_subject (issuer, subject, account, made_at)
            values (:issuer, :subject, :account, :now)
            """)
        .param("issuer", subject.issuer())
        .param("subject", subject.id())
        .param("account", account)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Whoever had the account, if a subject did, has it no more. */
  public void shutOut(String account) {
    db.sql(
            """
            update sso_subject set shut_out_at = :now
            where account = :account and shut_out_at is null
            """)
        .param("account", account)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The account is theirs again. */
  public void letIn(Subject subject) {
    db.sql(
            """
            update sso_subject set shut_out_at = null
            where issuer = :issuer and subject = :subject
            """)
        .param("issuer", subject.issuer())
        .param("subject", subject.id())
        .update();
  }

  @Transactional(readOnly = true)
  public boolean isShutOut(Subject subject) {
    return db.sql(
                """
            select count(*) from sso_subject
            where issuer = :issuer and subject = :subject and shut_out_at is not null
            """)
            .param("issuer", subject.issuer())
            .param("subject", subject.id())
            .query(Integer.class)
            .single()
        > 0;
  }

  @Transactional(readOnly = true)
  public Optional<String> account(Subject subject) {
    return db.sql("select account from sso_subject where issuer = :issuer and subject = :subject")
        .param("issuer", subject.issuer())
        .param("subject", subject.id())
        .query(String.class)
        .optional();
  }

  /** Nobody, where the account is one of our own with a password. Whose it was counts as well. */
  @Transactional(readOnly = true)
  public Optional<Subject> of(String account) {
    return db.sql("select issuer, subject from sso_subject where account = :account")
        .param("account", account)
        .query((row, number) -> new Subject(row.getString("issuer"), row.getString("subject")))
        .optional();
  }
}
