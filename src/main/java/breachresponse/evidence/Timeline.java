package breachresponse.evidence;

import breachresponse.incident.CaseNumber;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who did what, when, on which content: rows are added, never changed. */
@Repository
public class Timeline {

  private final JdbcClient db;
  private final Clock clock;

  Timeline(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Adds an act to the case's timeline, in the transaction of the act itself.
   *
   * @param by the person's user id, or the name of what acted by itself
   * @param act what was done, in the past tense: {@code notice signed}
   * @param detail the rest, in words; never personal data of people affected
   * @param contentHash SHA-256 in hex of the content acted on, or null
   */
  @Transactional
  public void record(
      CaseNumber caseNumber, String by, String act, String detail, String contentHash) {
    db.sql(
            """
            insert into timeline (case_number, at, by_whom, act, detail, content_hash)
            values (:case, :at, :by, :act, :detail, :hash)
            """)
        .param("case", caseNumber.value())
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("act", act)
        .param("detail", detail)
        .param("hash", contentHash)
        .update();
  }
}
