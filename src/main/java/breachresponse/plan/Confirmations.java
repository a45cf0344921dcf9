package breachresponse.plan;

import breachresponse.evidence.Sha256;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which addresses and numbers of the plan were found to reach whom they should. */
@Repository
@Transactional
public class Confirmations {

  private static final int TOKEN_BYTES = 32;

  /** Somebody has followed a link. */
  public record Confirmed(Link link) {}

  /**
   * A link that is valid, or has been used.
   *
   * @param usedAt empty while it waits
   */
  public record Link(String whose, String address, Optional<Instant> usedAt) {}

  private final JdbcClient db;
  private final ReadinessSettings settings;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final SecureRandom random = new SecureRandom();

  Confirmations(
      JdbcClient db, ReadinessSettings settings, Clock clock, ApplicationEventPublisher events) {
    this.db = db;
    this.settings = settings;
    this.clock = clock;
    this.events = events;
  }

  /** When the contact was last confirmed. */
  @Transactional(readOnly = true)
  public Optional<Instant> last(Contact contact) {
    return db.sql(
            """
            select confirmed_at from contact_confirmation
            where whose = :whose and address = :address
            order by confirmed_at desc fetch first 1 row only
            """)
        .param("whose", contact.whose())
        .param("address", contact.address())
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** Whether a confirmation has lapsed or will while a link is valid, and no link is out for it. */
  @Transactional(readOnly = true)
  public boolean isLinkDue(Contact contact) {
    var soon = clock.instant().plus(settings.link()).minus(settings.contact());
    return last(contact).filter(soon::isBefore).isEmpty() && !isLinkOut(contact);
  }

  private boolean isLinkOut(Contact contact) {
    return db.sql(
                """
                select count(*) from confirmation_link
                where whose = :whose and address = :address
                  and used_at is null and valid_until > :now
                """)
            .param("whose", contact.whose())
            .param("address", contact.address())
            .param("now", utc(clock.instant()))
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * @return the secret of a new link, which is known to nobody but its reader
   */
  public String newLink(Contact contact) {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    db.sql(
            """
            insert into confirmation_link (token_sha256, whose, address, valid_until)
            values (:sha256, :whose, :address, :until)
            """)
        .param("sha256", Sha256.of(token))
        .param("whose", contact.whose())
        .param("address", contact.address())
        .param("until", utc(clock.instant().plus(settings.link())))
        .update();
    return token;
  }

  /** A link whose time is over leads nowhere, and names a person's address. */
  @Scheduled(cron = "0 50 0 * * *", zone = "UTC")
  public void forgetOldLinks() {
    db.sql("delete from confirmation_link where valid_until <= :now")
        .param("now", utc(clock.instant()))
        .update();
  }

  /** The link of that secret, unless its time is over. */
  @Transactional(readOnly = true)
  public Optional<Link> find(String token) {
    return db.sql(
            """
            select * from confirmation_link where token_sha256 = :sha256 and valid_until > :now
            """)
        .param("sha256", Sha256.of(token))
        .param("now", utc(clock.instant()))
        .query(Confirmations::link)
        .optional();
  }

  /**
   * Confirms what the link is for; followed again, it confirms nothing more.
   *
   * @return empty if there is no such link, or its time is over
   */
  public Optional<Link> follow(String token) {
    var isFirst =
        db.sql(
                    """
                    update confirmation_link set used_at = :now
                    where token_sha256 = :sha256 and used_at is null and valid_until > :now
                    """)
                .param("sha256", Sha256.of(token))
                .param("now", utc(clock.instant()))
                .update()
            == 1;
    var link = find(token);
    if (isFirst) {
      link.ifPresent(
          used -> {
            record(used.whose(), used.address(), "who followed the link");
            events.publishEvent(new Confirmed(used));
          });
    }
    return link;
  }

  /** Somebody has called the number and reached whom they should. */
  public void reached(Contact contact, String by) {
    record(contact.whose(), contact.address(), by);
  }

  private void record(String whose, String address, String by) {
    db.sql(
            """
            insert into contact_confirmation (whose, address, confirmed_at, confirmed_by)
            values (:whose, :address, :at, :by)
            """)
        .param("whose", whose)
        .param("address", address)
        .param("at", utc(clock.instant()))
        .param("by", by)
        .update();
  }

  private static Link link(ResultSet row, int number) throws SQLException {
    return new Link(
        row.getString("whose"),
        row.getString("address"),
        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
