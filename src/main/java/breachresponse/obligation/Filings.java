package breachresponse.obligation;

import breachresponse.incident.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The filings of all obligations: each is added, none is changed. */
@Repository
class Filings {

  private final JdbcClient db;
  private final Clock clock;

  Filings(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  void add(Filing filing) {
    db.sql(
            """
            insert into filing (
              id, obligation_id, kind, filed_at, reference, note, document_id, filed_by, recorded_at)
            values (:id, :obligation, :kind, :at, :reference, :note, :document, :by, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("obligation", filing.obligationId())
        .param("kind", filing.kind().name())
        .param("at", stored(filing.at()))
        .param("reference", filing.reference().orElse(null))
        .param("note", filing.note().orElse(null))
        .param("document", filing.documentId().orElse(null))
        .param("by", filing.by())
        .param("now", stored(clock.instant()))
        .update();
  }

  /** In the order in which they were recorded. */
  List<Filing> of(CaseNumber caseNumber) {
    return db.sql(
            """
            select filing.* from filing join obligation on obligation.id = filing.obligation_id
            where obligation.case_number = :case
            order by filing.recorded_at, filing.filed_at
            """)
        .param("case", caseNumber.value())
        .query(Filings::filing)
        .list();
  }

  /**
   * @return when the last text to this recipient was written; where none is kept, when it was
   *     recorded as filed
   */
  Optional<Instant> lastWritten(UUID obligationId) {
    return db.sql(
            """
            select coalesce(document.submitted_at, filing.recorded_at) as written
            from filing left join document on document.id = filing.document_id
            where filing.obligation_id = :obligation
            order by filing.recorded_at desc fetch first 1 row only
            """)
        .param("obligation", obligationId)
        .query((row, number) -> row.getObject("written", OffsetDateTime.class).toInstant())
        .optional();
  }

  private static Filing filing(ResultSet row, int number) throws SQLException {
    return new Filing(
        row.getObject("obligation_id", UUID.class),
        Filing.Kind.valueOf(row.getString("kind")),
        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("reference")),
        Optional.ofNullable(row.getString("note")),
        Optional.ofNullable(row.getObject("document_id", UUID.class)),
        row.getString("filed_by"));
  }

  private static OffsetDateTime stored(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
