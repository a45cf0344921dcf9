package breachresponse.evidence;

import breachresponse.incident.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which processes of a case were moved to another version of their diagram, and when. */
@Repository
@Transactional
public class MovedProcesses {

  /**
   * @param from the diagram's version by which it had run until then
   */
  public record Move(String process, String from, Instant at) {}

  private final JdbcClient db;
  private final Timeline timeline;
  private final Clock clock;

  MovedProcesses(JdbcClient db, Timeline timeline, Clock clock) {
    this.db = db;
    this.timeline = timeline;
    this.clock = clock;
  }

  /**
   * Notes a move, for the evidence and on the timeline.
   *
   * @param inWords which diagram, from which version to which
   */
  public void add(CaseNumber caseNumber, String process, String from, String by, String inWords) {
    timeline.record(caseNumber, by, "moved to another version", inWords, null);
    db.sql(
            """
            insert into moved_process (process_id, number, case_number, from_definition, moved_at)
            select :process, count(*) + 1, :case, :from, cast(:now as timestamp with time zone)
            from moved_process where process_id = :process
            """)
        .param("process", process)
        .param("case", caseNumber.value())
        .param("from", from)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The moves of each process in their order. */
  @Transactional(readOnly = true)
  public List<Move> of(CaseNumber caseNumber) {
    return db.sql(
            """
            select process_id, from_definition, moved_at from moved_process
            where case_number = :case
            order by process_id, number
            """)
        .param("case", caseNumber.value())
        .query(MovedProcesses::move)
        .list();
  }

  private static Move move(ResultSet row, int number) throws SQLException {
    return new Move(
        row.getString("process_id"),
        row.getString("from_definition"),
        row.getObject("moved_at", OffsetDateTime.class).toInstant());
  }
}
