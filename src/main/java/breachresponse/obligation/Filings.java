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
              id, obligation_id, kind, filed_at, reference, note, filed_by, recorded_at)
            values (:id, :obligation, :kind, :at, :reference, :note, :by, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("obligation", filing.obligationId())
        .param("kind", filing.kind().name())
        .param("at", stored(filing.at()))
        .param("reference", filing.reference().orElse(null))
        .param("note", filing.note().orElse(null))
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

  private static Filing filing(ResultSet row, int number) throws SQLException {
    return new Filing(
        row.getObject("obligation_id", UUID.class),
        Filing.Kind.valueOf(row.getString("kind")),
        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("reference")),
        Optional.ofNullable(row.getString("note")),
        row.getString("filed_by"));
  }

  private static OffsetDateTime stored(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
