package breachresponse.evidence;

import breachresponse.incident.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** By which versions of decision tables each case was judged. */
@Repository
@Transactional
public class GoverningTables {

  private final JdbcClient db;
  private final Timeline timeline;
  private final Clock clock;

  GoverningTables(JdbcClient db, Timeline timeline, Clock clock) {
    this.db = db;
    this.timeline = timeline;
    this.clock = clock;
  }

  /** Whether there is such a case, and nobody has noted this version for it yet. */
  @Transactional(readOnly = true)
  public boolean lack(String caseNumber, String definitionId) {
    return db.sql(
                """
                select count(*) from incident
                where case_number = :case and not exists (
                  select 1 from governing_table
                  where governing_table.case_number = :case and definition_id = :definition)
                """)
            .param("case", caseNumber)
            .param("definition", definitionId)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Notes that the case is judged by this version from now on; the second time changes nothing. */
  public void add(CaseNumber caseNumber, RuleVersion table) {
    timeline.lock(caseNumber);
    db.sql(
            """
            insert into governing_table (
              case_number, definition_id, table_key, version, deployment_id, resource,
              deployed_at, sha256, first_at)
            select :case, :definition, :key, :version, :deployment, :resource,
              cast(:deployedAt as timestamp with time zone), :sha256,
              cast(:now as timestamp with time zone)
            where not exists (
              select 1 from governing_table
              where case_number = :case and definition_id = :definition)
            """)
        .param("case", caseNumber.value())
        .param("definition", table.id())
        .param("key", table.key())
        .param("version", table.version())
        .param("deployment", table.deployment())
        .param("resource", table.resource())
        .param("deployedAt", table.deployedAt().atOffset(ZoneOffset.UTC))
        .param("sha256", table.sha256())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** By name, and each from its first version on. */
  @Transactional(readOnly = true)
  public List<Governing> of(CaseNumber caseNumber) {
    return db.sql(
            """
            select governing_table.*,
              lead(first_at) over (partition by table_key order by version) as until
            from governing_table
            where case_number = :case
            order by table_key, version
            """)
        .param("case", caseNumber.value())
        .query(GoverningTables::governing)
        .list();
  }

  private static Governing governing(ResultSet row, int number) throws SQLException {
    return new Governing(
        new RuleVersion(
            row.getString("definition_id"),
            row.getString("table_key"),
            row.getInt("version"),
            row.getString("deployment_id"),
            row.getString("resource"),
            instant(row, "deployed_at").orElseThrow(),
            row.getString("sha256")),
        instant(row, "first_at").orElseThrow(),
        instant(row, "until"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
