package breachresponse.plan;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the response plan, each kept for good. */
@Repository
@Transactional
public class Plans {

  private final JdbcClient db;
  private final ObjectMapper json;
  private final Timeline timeline;
  private final Clock clock;
  private final PlanVersion settings;

  /** What is in force does not change any more, and is asked for all the time. */
  private final Map<Integer, PlanVersion> known = new ConcurrentHashMap<>();

  Plans(JdbcClient db, ObjectMapper json, Timeline timeline, Clock clock, PlanContent settings) {
    this.db = db;
    this.json = json;
    this.timeline = timeline;
    this.clock = clock;
    this.settings =
        new PlanVersion(
            0,
            "the default of the settings",
            settings,
            write(settings),
            "settings",
            Instant.EPOCH,
            Optional.empty(),
            Optional.empty());
  }

  /** The version by which a breach is answered now. */
  @Transactional(readOnly = true)
  public PlanVersion inForce() {
    return db.sql("select max(version) from plan_version where in_force_from is not null")
        .query(Integer.class)
        .optional()
        .map(version -> known.computeIfAbsent(version, this::get))
        .orElse(settings);
  }

  /** The default of the settings: version 0. */
  public PlanVersion settings() {
    return settings;
  }

  /** All versions, the first first. */
  @Transactional(readOnly = true)
  public List<PlanVersion> versions() {
    return db.sql("select * from plan_version order by version").query(this::version).list();
  }

  /**
   * @throws NoSuchElementException if there is no such version
   */
  @Transactional(readOnly = true)
  public PlanVersion get(int version) {
    return db.sql("select * from plan_version where version = :version")
        .param("version", version)
        .query(this::version)
        .optional()
        .orElseThrow(() -> none(version));
  }

  /** The version that people work on, if they do. */
  @Transactional(readOnly = true)
  public Optional<PlanVersion> inPreparation() {
    return db.sql("select * from plan_version where in_force_from is null")
        .query(this::version)
        .optional();
  }

  /** The version that a document is the text of, if it is of one. */
  @Transactional(readOnly = true)
  public Optional<PlanVersion> ofDocument(UUID documentId) {
    return db.sql("select * from plan_version where document_id = :document")
        .param("document", documentId)
        .query(this::version)
        .optional();
  }

  /**
   * Begins the next version with what the last one says; one that is in preparation already goes
   * on.
   *
   * @param reason why, in words that the team reads
   */
  public PlanVersion openNext(String reason, String by) {
    var open = inPreparation();
    if (open.isPresent()) {
      return open.get();
    }
    var last = inForce();
    db.sql(
            """
            insert into plan_version (version, reason, content, opened_by, opened_at)
            values (:version, :reason, :content, :by, :at)
            """)
        .param("version", last.number() + 1)
        .param("reason", reason)
        .param("content", write(last.content()))
        .param("by", by)
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return get(last.number() + 1);
  }

  /**
   * Changes a version in preparation; several people do so at the same time.
   *
   * @throws IllegalStateException if it is in force
   */
  public void settle(int version, UnaryOperator<PlanContent> change) {
    var draft = locked(version);
    db.sql("update plan_version set content = :content where version = :version")
        .param("content", write(change.apply(draft.content())))
        .param("version", version)
        .update();
  }

  /** Says why else the version is prepared; what was said already is not said twice. */
  public void addReason(int version, String reason) {
    var draft = locked(version);
    if (!draft.reason().contains(reason)) {
      db.sql("update plan_version set reason = :reason where version = :version")
          .param("reason", draft.reason() + "; " + reason)
          .param("version", version)
          .update();
    }
  }

  /** Says which document is to be signed for it. */
  public void submit(int version, UUID documentId) {
    locked(version);
    db.sql("update plan_version set document_id = :document where version = :version")
        .param("document", documentId)
        .param("version", version)
        .update();
  }

  /** Records by which version a case is opened, and its SHA-256. */
  public void pin(CaseNumber caseNumber) {
    var version = inForce();
    db.sql(
            """
            update incident set plan_version = :version, plan_sha256 = :sha256
            where case_number = :case
            """)
        .param("version", version.isDefault() ? null : version.number())
        .param("sha256", version.sha256())
        .param("case", caseNumber.value())
        .update();
    record(caseNumber, "opened by response plan", version);
  }

  /**
   * @return the number of the version by which the case was opened; empty for the default of the
   *     settings
   */
  @Transactional(readOnly = true)
  public Optional<Integer> pinned(CaseNumber caseNumber) {
    return db.sql("select plan_version from incident where case_number = :case")
        .param("case", caseNumber.value())
        .query(Integer.class)
        .optional();
  }

  /**
   * @param version 0 is the default of the settings
   */
  public record Governing(int version, String sha256, Instant from) {}

  /**
   * @return by which versions the case was answered: the one that it was opened by, and each that
   *     came into force until it was closed
   */
  @Transactional(readOnly = true)
  public List<Governing> governing(CaseNumber caseNumber) {
    var opened =
        db.sql(
                """
                select coalesce(plan_version, 0) as version, plan_sha256, reported_at
                from incident where case_number = :case and plan_sha256 is not null
                """)
            .param("case", caseNumber.value())
            .query(
                (row, number) ->
                    new Governing(
                        row.getInt("version"),
                        row.getString("plan_sha256"),
                        row.getObject("reported_at", OffsetDateTime.class).toInstant()))
            .list();
    return Stream.concat(opened.stream(), replacing(caseNumber)).toList();
  }

  private Stream<Governing> replacing(CaseNumber caseNumber) {
    return db
        .sql(
            """
            select plan_version.* from plan_version
            join incident on plan_version.version > coalesce(incident.plan_version, 0)
              and in_force_from >= reported_at
              and (closed_at is null or in_force_from <= closed_at)
            where case_number = :case
            order by plan_version.version
            """)
        .param("case", caseNumber.value())
        .query(this::version)
        .list()
        .stream()
        .map(
            replacing ->
                new Governing(
                    replacing.number(), replacing.sha256(), replacing.inForceFrom().orElseThrow()));
  }

  /** The content as it was hashed; empty for an earlier default, which nobody keeps. */
  @Transactional(readOnly = true)
  public Optional<PlanVersion> content(Governing governing) {
    return Optional.of(governing.version() == 0 ? settings : get(governing.version()))
        .filter(version -> version.sha256().equals(governing.sha256()));
  }

  private void record(CaseNumber caseNumber, String act, PlanVersion version) {
    timeline.record(
        caseNumber,
        "breach-response",
        act,
        version.isDefault()
            ? "none is in force: the default of the settings"
            : "version " + version.number(),
        version.sha256());
  }

  /** From now on a breach is answered by it; open cases are told. */
  public void putInForce(int version) {
    locked(version);
    db.sql("update plan_version set in_force_from = :at where version = :version")
        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
        .param("version", version)
        .update();
    openCases().forEach(open -> record(open, "response plan replaced", inForce()));
  }

  private List<CaseNumber> openCases() {
    return db
        .sql("select case_number from incident where status in ('REPORTED', 'RESPONDING')")
        .query(String.class)
        .list()
        .stream()
        .map(CaseNumber::new)
        .toList();
  }

  private PlanVersion locked(int version) {
    var draft =
        db.sql("select * from plan_version where version = :version for update")
            .param("version", version)
            .query(this::version)
            .optional()
            .orElseThrow(() -> none(version));
    if (draft.inForceFrom().isPresent()) {
      throw new IllegalStateException(
          "plan: version %d is in force and can't be changed, please prepare the next one"
              .formatted(version));
    }
    return draft;
  }

  private static NoSuchElementException none(int version) {
    return new NoSuchElementException("plan: there is no version %d".formatted(version));
  }

  private PlanVersion version(ResultSet row, int number) throws SQLException {
    return new PlanVersion(
        row.getInt("version"),
        row.getString("reason"),
        read(row.getString("content")),
        row.getString("content"),
        row.getString("opened_by"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("document_id", UUID.class)),
        Optional.ofNullable(row.getObject("in_force_from", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private String write(PlanContent content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PlanContent read(String text) {
    try {
      return json.readValue(text, PlanContent.class).orOf(settings.content());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
