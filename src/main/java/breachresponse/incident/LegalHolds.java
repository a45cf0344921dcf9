package breachresponse.incident;

import breachresponse.evidence.Timeline;
import breachresponse.incident.LegalHold.Demander;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The cases whose evidence must not be destroyed: each as long as one hold on it is open. */
@Repository
@Transactional
public class LegalHolds {

  private final JdbcClient db;
  private final Timeline timeline;
  private final Clock clock;

  LegalHolds(JdbcClient db, Timeline timeline, Clock clock) {
    this.db = db;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * @return the id of the hold
   * @throws NoSuchElementException if there is no such case
   */
  public UUID put(
      CaseNumber caseNumber, Demander demandedBy, String reference, String reason, String by) {
    // what destroys evidence waits for the same lock, and finds the hold
    timeline.lock(caseNumber);
    var id = UUID.randomUUID();
    db.sql(
            """
            insert into legal_hold
              (id, case_number, demanded_by, reference, reason, put_by, put_at)
            values (:id, :case, :demander, :reference, :reason, :by, :now)
            """)
        .param("id", id)
        .param("case", caseNumber.value())
        .param("demander", demandedBy.code())
        .param("reference", reference)
        .param("reason", reason)
        .param("by", by)
        .param("now", now())
        .update();
    timeline.record(
        caseNumber,
        by,
        "put under legal hold",
        "%s, %s: %s".formatted(demandedBy.title(), reference, reason),
        null);
    return id;
  }

  /**
   * @throws IllegalArgumentException naming {@code reason}, if this person has put it on the case
   */
  public void end(UUID id, String reason, String by) {
    var hold = get(id);
    timeline.lock(hold.caseNumber());
    if (hold.putBy().equals(by)) {
      throw new IllegalArgumentException(
          "reason: you have put the case under this hold, please leave it to somebody else to end it");
    }
    db.sql(
            """
            update legal_hold set ended_by = :by, ended_at = :now, end_reason = :reason
            where id = :id and ended_at is null
            """)
        .param("by", by)
        .param("now", now())
        .param("reason", reason)
        .param("id", id)
        .update();
    timeline.record(
        hold.caseNumber(),
        by,
        "legal hold ended",
        "%s, %s: %s".formatted(hold.demandedBy().title(), hold.reference(), reason),
        null);
  }

  @Transactional(readOnly = true)
  public boolean isHeld(CaseNumber caseNumber) {
    return !open(caseNumber).isEmpty();
  }

  /** Whether any case is held. */
  @Transactional(readOnly = true)
  public boolean areThere() {
    return db.sql("select count(*) from legal_hold where ended_at is null")
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Those that are open, the first one first. */
  @Transactional(readOnly = true)
  public List<LegalHold> open(CaseNumber caseNumber) {
    return db.sql(
            """
            select * from legal_hold where case_number = :case and ended_at is null
            order by put_at, id
            """)
        .param("case", caseNumber.value())
        .query(LegalHolds::hold)
        .list();
  }

  /**
   * @throws NoSuchElementException if there is no such hold
   */
  @Transactional(readOnly = true)
  public LegalHold get(UUID id) {
    return db.sql("select * from legal_hold where id = :id")
        .param("id", id)
        .query(LegalHolds::hold)
        .optional()
        .orElseThrow(() -> new NoSuchElementException("there is no legal hold " + id));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static LegalHold hold(ResultSet row, int number) throws SQLException {
    return new LegalHold(
        row.getObject("id", UUID.class),
        new CaseNumber(row.getString("case_number")),
        Demander.of(row.getString("demanded_by")),
        row.getString("reference"),
        row.getString("reason"),
        row.getString("put_by"),
        row.getObject("put_at", OffsetDateTime.class).toInstant());
  }
}
