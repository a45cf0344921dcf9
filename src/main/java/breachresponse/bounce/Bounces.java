package breachresponse.bounce;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails that came back. Each counts once, however often it comes. */
@Service
public class Bounces {

  /** Some bounces have come, and are committed. */
  public record Counted() {}

  /** No honest notification comes near; mail systems cut off what they return. */
  static final int LARGEST = 1 << 20;

  private static final String ADDRESSEES =
      """
      select d.notice_id, r.number, coalesce(r.written, r.address) as email,
        coalesce(t.status, 'WAITING') as status
      from dispatch d
      join recipient r on r.case_number = d.case_number
      left join delivery t on t.notice_id = d.notice_id and t.recipient = r.number
      """;

  /** Somebody to whom a mail was sent, or is about to be. */
  private record Addressee(MailKey mail, String email, String status) {}

  private final JdbcClient db;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Bounces(JdbcClient db, ApplicationEventPublisher events, Clock clock) {
    this.db = db;
    this.events = events;
    this.clock = clock;
  }

  /** Counts a mail if it is the notification of a failure of one of ours. Takes any bytes. */
  @Transactional
  public Outcome count(byte[] mail) {
    if (mail.length > LARGEST) {
      return Outcome.TOO_LARGE;
    }
    Optional<Dsn> dsn;
    try {
      dsn = DsnReader.read(mail);
    } catch (MessagingException | IOException | RuntimeException broken) {
      return Outcome.UNREADABLE;
    }
    return dsn.map(this::count).orElse(Outcome.NO_NOTIFICATION);
  }

  private Outcome count(Dsn dsn) {
    return dsn.mail()
        .flatMap(this::addressee)
        .filter(to -> dsn.names(to.email()))
        .map(to -> dsn.failure().map(why -> count(to, why)).orElse(Outcome.NO_FAILURE))
        .orElse(Outcome.NOT_OURS);
  }

  /**
   * Counts what a mail system has told in another way than by mail.
   *
   * @param messageId of our mail
   */
  @Transactional
  public Outcome countMail(String messageId, Failure failure) {
    return MailKey.inMessageId(messageId)
        .flatMap(this::addressee)
        .map(to -> count(to, failure))
        .orElse(Outcome.NOT_OURS);
  }

  /** The same by the address alone, if one mail alone went to it. */
  @Transactional
  public Outcome countAddress(String email, Failure failure) {
    var addressees = addressees(email);
    return addressees.size() == 1 ? count(addressees.get(0), failure) : Outcome.NOT_OURS;
  }

  /** Has those look who wait for bounces: once for many, since they add all of them up. */
  public void haveCome() {
    events.publishEvent(new Counted());
  }

  private Outcome count(Addressee to, Failure failure) {
    return switch (to.status()) {
      case "SENT", "UNKNOWN" -> replace(to, failure);
      case "BOUNCED", "UNDELIVERABLE" -> Outcome.KNOWN;
      default -> Outcome.TOO_EARLY;
    };
  }

  /** Of what may have arrived or not, a bounce says that it did not. */
  private Outcome replace(Addressee to, Failure failure) {
    var replaced =
        db.sql(
                """
                update delivery set
                  status = 'BOUNCED', status_code = :code, reason = :words, bounced_at = :at
                where notice_id = :notice and recipient = :recipient and status = :status
                """)
            .param("code", failure.status())
            .param("words", failure.words())
            .param("at", at(failure))
            .param("notice", to.mail().noticeId())
            .param("recipient", to.mail().recipient())
            .param("status", to.status())
            .update();
    if (replaced == 0) {
      return Outcome.KNOWN;
    }
    countInBatch(to, failure);
    return failure.isPolicy() ? Outcome.REFUSED_BY_POLICY : Outcome.BOUNCED;
  }

  private void countInBatch(Addressee to, Failure failure) {
    var sent = to.status().equals("SENT");
    db.sql(
            """
            update delivery_batch set sent = sent - :sent, "unknown" = "unknown" - :unknown,
              bounced = bounced + 1, policy = policy + :policy
            where notice_id = :notice
              and first_recipient <= :recipient and last_recipient >= :recipient
            """)
        .param("sent", sent ? 1 : 0)
        .param("unknown", sent ? 0 : 1)
        .param("policy", failure.isPolicy() ? 1 : 0)
        .param("notice", to.mail().noticeId())
        .param("recipient", to.mail().recipient())
        .update();
  }

  private OffsetDateTime at(Failure failure) {
    return Optional.ofNullable(failure.at()).orElseGet(clock::instant).atOffset(ZoneOffset.UTC);
  }

  private Optional<Addressee> addressee(MailKey mail) {
    return db.sql(ADDRESSEES + "where d.notice_id = :notice and r.number = :recipient")
        .param("notice", mail.noticeId())
        .param("recipient", mail.recipient())
        .query(Bounces::addressee)
        .optional();
  }

  private List<Addressee> addressees(String email) {
    return db.sql(ADDRESSEES + "where r.address = :address and t.status is not null")
        .param("address", email.toLowerCase(Locale.ROOT))
        .query(Bounces::addressee)
        .list();
  }

  private static Addressee addressee(ResultSet row, int number) throws SQLException {
    return new Addressee(
        new MailKey(row.getObject("notice_id", UUID.class), row.getLong("number")),
        row.getString("email"),
        row.getString("status"));
  }
}
