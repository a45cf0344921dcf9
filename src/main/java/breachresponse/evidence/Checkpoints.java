package breachresponse.evidence;

import breachresponse.incident.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The signed heads of the timelines: at each export, at the closure of a case, and daily. Each goes
 * to the log as well, which operators keep elsewhere.
 */
@Repository
@Transactional
public class Checkpoints {

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final JdbcClient db;
  private final Timeline timeline;
  private final EvidenceKey key;
  private final Clock clock;

  Checkpoints(JdbcClient db, Timeline timeline, EvidenceKey key, Clock clock) {
    this.db = db;
    this.timeline = timeline;
    this.key = key;
    this.clock = clock;
  }

  /**
   * Signs how far the case has come, once for each last entry. What does not fit what was signed
   * before is not signed, and the log says so.
   */
  public void sign(CaseNumber caseNumber) {
    timeline.lock(caseNumber);
    due(caseNumber).ifPresent(this::keep);
  }

  /** The checkpoint that the case has to have and has not, to be kept later. */
  @Transactional(readOnly = true)
  Optional<Checkpoint> due(CaseNumber caseNumber) {
    var head = timeline.last(caseNumber);
    if (isSigned(caseNumber, head)) {
      return Optional.empty();
    }
    var problem = problem(caseNumber);
    problem.ifPresent(wrong -> LOG.error("the timeline of {}: {}", caseNumber, wrong));
    return problem.isPresent() ? Optional.empty() : head.map(this::of);
  }

  private boolean isSigned(CaseNumber caseNumber, Optional<Timeline.Entry> head) {
    var latest = of(caseNumber).stream().reduce((earlier, later) -> later);
    return head.isEmpty() && latest.isEmpty()
        || latest
            .filter(last -> last.key().equals(key.id()))
            .filter(last -> head.filter(last::isOf).isPresent())
            .isPresent();
  }

  private Checkpoint of(Timeline.Entry head) {
    return new Checkpoint(
            head.caseNumber(),
            head.number(),
            head.hash(),
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            key.id(),
            new byte[0])
        .signedBy(key);
  }

  /** Keeps it; the second of the same entry and key is left out. */
  void keep(Checkpoint checkpoint) {
    timeline.lock(checkpoint.caseNumber());
    keepKey();
    var kept =
        db.sql(
                """
                insert into checkpoint (case_number, entries, hash, at, key_id, signature)
                select :case, :entries, :hash, cast(:at as timestamp with time zone), :key, :signature
                where not exists (
                  select 1 from checkpoint
                  where case_number = :case and entries = :entries and key_id = :key)
                """)
            .param("case", checkpoint.caseNumber().value())
            .param("entries", checkpoint.entries())
            .param("hash", checkpoint.hash())
            .param("at", checkpoint.at().atOffset(ZoneOffset.UTC))
            .param("key", checkpoint.key())
            .param("signature", Base64.getEncoder().encodeToString(checkpoint.signature()))
            .update();
    if (kept > 0) {
      LOG.info(
          "checkpoint of {}: {} entries, {}",
          checkpoint.caseNumber(),
          checkpoint.entries(),
          checkpoint.hash());
    }
  }

  private void keepKey() {
    db.sql(
            """
            insert into evidence_key (id, public_key, first_used)
            select :id, :pem, cast(:now as timestamp with time zone)
            where not exists (select 1 from evidence_key where id = :id)
            """)
        .param("id", key.id())
        .param("pem", key.publicPem())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Those of the case, the first first. */
  @Transactional(readOnly = true)
  public List<Checkpoint> of(CaseNumber caseNumber) {
    return db.sql("select * from checkpoint where case_number = :case order by entries, at")
        .param("case", caseNumber.value())
        .query(Checkpoints::checkpoint)
        .list();
  }

  /** The public keys in PEM by their ids, the one that signs now first. */
  @Transactional(readOnly = true)
  public Map<String, String> keys() {
    var keys = new LinkedHashMap<String, String>();
    keys.put(key.id(), key.publicPem());
    db.sql("select id, public_key from evidence_key order by first_used desc")
        .query((row, number) -> Map.entry(row.getString("id"), row.getString("public_key")))
        .list()
        .forEach(earlier -> keys.putIfAbsent(earlier.getKey(), earlier.getValue()));
    return keys;
  }

  /** The key that signs now. */
  EvidenceKey key() {
    return key;
  }

  /**
   * Holds the timeline against all that was signed of it.
   *
   * @return what is wrong with it, in words; nothing if all is well
   */
  @Transactional(readOnly = true)
  public Optional<String> problem(CaseNumber caseNumber) {
    var broken = timeline.firstBroken(caseNumber);
    if (broken.isPresent()) {
      return broken.map(
          entry -> "entry %d was changed, or one before it is missing".formatted(entry.number()));
    }
    var entries = timeline.of(caseNumber);
    var keys = keys();
    return of(caseNumber).stream()
        .filter(
            point ->
                !point.isSignedBy(keys.get(point.key()))
                    || point.entries() > entries.size()
                    || !point.isOf(entries.get(point.entries() - 1)))
        .findFirst()
        .map(
            point ->
                "it does not fit the checkpoint of %d entries of %s, there are %d"
                    .formatted(point.entries(), point.at(), entries.size()));
  }

  private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
    return new Checkpoint(
        new CaseNumber(row.getString("case_number")),
        row.getInt("entries"),
        row.getString("hash"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("key_id"),
        Base64.getDecoder().decode(row.getString("signature")));
  }
}
