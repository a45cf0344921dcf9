package breachresponse.incident;

import breachresponse.evidence.Checkpoints;
import breachresponse.evidence.Timeline;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.ShownTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The cases and what is known of each, every version of it kept. */
@Repository
@Transactional
public class Incidents {

  private static final String CONFIRMED = "breach confirmed";
  private static final String NOT_SAID = "not said";

  private final JdbcClient db;
  private final CaseNumbers numbers;
  private final Timeline timeline;
  private final Checkpoints checkpoints;
  private final ResponsePlan plan;
  private final ObjectMapper json;
  private final Clock clock;

  Incidents(
      JdbcClient db,
      CaseNumbers numbers,
      Timeline timeline,
      Checkpoints checkpoints,
      ResponsePlan plan,
      ObjectMapper json,
      Clock clock) {
    this.db = db;
    this.numbers = numbers;
    this.timeline = timeline;
    this.checkpoints = checkpoints;
    this.plan = plan;
    this.json = json;
    this.clock = clock;
  }

  /** Opens a case under the next number of this year. */
  public CaseNumber open(String title, String description, String reportedBy) {
    var caseNumber = numbers.next(now().getYear());
    add(caseNumber, title, description, reportedBy, 1);
    return caseNumber;
  }

  /**
   * Opens an exercise, under a number that says so.
   *
   * @param timeLapse how many times as fast as real time it runs
   */
  public CaseNumber openExercise(
      String title, String description, String reportedBy, int timeLapse) {
    var caseNumber = numbers.nextOfExercise(now().getYear());
    add(caseNumber, Incident.EXERCISE + title, description, reportedBy, timeLapse);
    return caseNumber;
  }

  private void add(
      CaseNumber caseNumber, String title, String description, String reportedBy, int timeLapse) {
    db.sql(
            """
            insert into incident (case_number, title, description, reported_by, reported_at, status, exercise, time_lapse)
            values (:case, :title, :description, :by, :at, 'REPORTED', :exercise, :timeLapse)
            """)
        .param("case", caseNumber.value())
        .param("title", title)
        .param("description", description)
        .param("by", reportedBy)
        .param("at", now())
        .param("exercise", caseNumber.isExercise())
        .param("timeLapse", timeLapse)
        .update();
    timeline.record(caseNumber, reportedBy, "breach reported", title, null);
  }

  /**
   * @throws NoSuchElementException if there is no such case
   */
  public Incident get(CaseNumber caseNumber) {
    return find(caseNumber).orElseThrow(() -> none(caseNumber));
  }

  /** What is said of a case that is not there, or not for whoever asks. */
  public NoSuchElementException none(CaseNumber caseNumber) {
    return new NoSuchElementException("caseNumber: there is no case %s".formatted(caseNumber));
  }

  public Optional<Incident> find(CaseNumber caseNumber) {
    return db.sql("select * from incident where case_number = :case")
        .param("case", caseNumber.value())
        .query(Incidents::incident)
        .optional();
  }

  /** The cases that are neither closed nor a false alarm, the first reported first. */
  @Transactional(readOnly = true)
  public List<Incident> open() {
    return db.sql("select * from incident where closed_at is null order by reported_at")
        .query(Incidents::incident)
        .list();
  }

  /** All cases that there ever were, the first reported first. */
  @Transactional(readOnly = true)
  public List<Incident> all() {
    return db.sql("select * from incident order by reported_at, case_number")
        .query(Incidents::incident)
        .list();
  }

  /** The same without exercises. */
  @Transactional(readOnly = true)
  public List<Incident> real() {
    return all().stream().filter(incident -> !incident.exercise()).toList();
  }

  /** When triage found that it is a breach. */
  public Optional<Instant> confirmedAt(CaseNumber caseNumber) {
    return timeline.first(caseNumber, CONFIRMED);
  }

  /** The same of all cases that were found to be one. */
  public Map<CaseNumber, Instant> confirmedAt() {
    return timeline.firsts(CONFIRMED);
  }

  /**
   * Until the transaction ends, others who record facts of the case wait.
   *
   * @throws NoSuchElementException if there is no such case
   */
  public void lock(CaseNumber caseNumber) {
    timeline.lock(caseNumber);
  }

  /** Records what is known now as a new version; facts that changed nothing make none. */
  public FactsVersion record(CaseNumber caseNumber, Facts facts, String by) {
    lock(caseNumber);
    var latest = facts(caseNumber);
    if (latest.isPresent() && latest.get().facts().equals(facts)) {
      return latest.get();
    }
    var next =
        new FactsVersion(
            latest.map(FactsVersion::version).orElse(0) + 1, facts, by, clock.instant());
    db.sql(
            """
            insert into facts (case_number, version, content, recorded_by, recorded_at)
            values (:case, :version, :content, :by, :at)
            """)
        .param("case", caseNumber.value())
        .param("version", next.version())
        .param("content", write(facts))
        .param("by", by)
        .param("at", next.recordedAt().atOffset(ZoneOffset.UTC))
        .update();
    timeline.record(caseNumber, by, "facts recorded", "version " + next.version(), null);
    recordHold(caseNumber, latest.map(FactsVersion::facts).map(Facts::hold), facts.hold(), by);
    return next;
  }

  private void recordHold(
      CaseNumber caseNumber, Optional<Facts.Hold> before, Facts.Hold hold, String by) {
    if (hold != null && !before.equals(Optional.of(hold))) {
      timeline.record(
          caseNumber,
          by,
          "hold order recorded",
          "legal basis: %s; ordered by: %s; from: %s; until: %s"
              .formatted(
                  hold.basis(),
                  Objects.requireNonNullElse(hold.orderedBy(), NOT_SAID),
                  said(hold.from()),
                  said(hold.until())),
          null);
    }
  }

  private String said(OffsetDateTime at) {
    return at == null ? NOT_SAID : new ShownTime(plan.zone()).inFull(at.toInstant());
  }

  /**
   * @return the facts as last recorded
   */
  public Optional<FactsVersion> facts(CaseNumber caseNumber) {
    return db.sql(
            """
            select * from facts where case_number = :case
            order by version desc fetch first row only
            """)
        .param("case", caseNumber.value())
        .query(this::factsVersion)
        .optional();
  }

  /**
   * The same of each case that has some.
   *
   * @param closedToo whether of those that are closed as well
   */
  @Transactional(readOnly = true)
  public Map<CaseNumber, FactsVersion> factsOfAllCases(boolean closedToo) {
    var latest = new HashMap<CaseNumber, FactsVersion>();
    db.sql(
            """
            select f.* from facts f join incident i on i.case_number = f.case_number
            where (i.closed_at is null or :closedToo) and f.version = (
              select max(version) from facts where case_number = f.case_number)
            """)
        .param("closedToo", closedToo)
        .query(
            row -> {
              latest.put(
                  new CaseNumber(row.getString("case_number")), factsVersion(row, latest.size()));
            });
    return latest;
  }

  /**
   * @return all that was ever recorded, the first version first
   */
  public List<FactsVersion> versions(CaseNumber caseNumber) {
    return db.sql("select * from facts where case_number = :case order by version")
        .param("case", caseNumber.value())
        .query(this::factsVersion)
        .list();
  }

  /**
   * Records what the table proposes. It becomes the case's criticality if that has none yet, or if
   * the facts are worse now than when they were last assessed: what people have decided on the same
   * facts stays, and that facts are better is for people to say.
   */
  public void propose(CaseNumber caseNumber, CriticalityScale.Assessment proposal, String table) {
    lock(caseNumber);
    var criticality = get(caseNumber).criticality();
    var before = proposed(caseNumber).or(() -> criticality);
    db.sql("update incident set criticality_proposed = :level where case_number = :case")
        .param("level", proposal.level())
        .param("case", caseNumber.value())
        .update();
    if (before.filter(level -> level >= proposal.level()).isEmpty()
        && criticality.filter(level -> level >= proposal.level()).isEmpty()) {
      assess(caseNumber, proposal.level(), proposal.reason(), table);
    }
  }

  private Optional<Integer> proposed(CaseNumber caseNumber) {
    return db.sql(
            """
            select criticality_proposed from incident
            where case_number = :case and criticality_proposed is not null
            """)
        .param("case", caseNumber.value())
        .query(Integer.class)
        .optional();
  }

  public void assess(CaseNumber caseNumber, int criticality, String reason, String by) {
    lock(caseNumber);
    var before = get(caseNumber).criticality();
    db.sql(
            """
            update incident set criticality = :level, criticality_reason = :reason
            where case_number = :case
            """)
        .param("level", criticality)
        .param("reason", reason)
        .param("case", caseNumber.value())
        .update();
    timeline.record(
        caseNumber,
        by,
        act(before, criticality),
        change(before, criticality) + ": " + reason,
        null);
  }

  private static String act(Optional<Integer> before, int now) {
    if (before.isEmpty()) {
      return "criticality assessed";
    }
    if (before.get() == now) {
      return "criticality confirmed";
    }
    return before.get() < now ? "criticality raised" : "criticality lowered";
  }

  private static String change(Optional<Integer> before, int now) {
    return before
        .filter(level -> level != now)
        .map(level -> "from %d to %d".formatted(level, now))
        .orElse("level " + now);
  }

  public void respond(CaseNumber caseNumber, String reason, String by) {
    become(caseNumber, Incident.Status.RESPONDING);
    timeline.record(caseNumber, by, CONFIRMED, reason, null);
  }

  public void dismiss(CaseNumber caseNumber, String by) {
    become(caseNumber, Incident.Status.FALSE_ALARM);
    timeline.record(caseNumber, by, "false alarm recorded", null, null);
    checkpoints.sign(caseNumber);
  }

  public void close(CaseNumber caseNumber, String by) {
    become(caseNumber, Incident.Status.CLOSED);
    timeline.record(caseNumber, by, "case closed", null, null);
    checkpoints.sign(caseNumber);
  }

  private void become(CaseNumber caseNumber, Incident.Status status) {
    db.sql("update incident set status = :status, closed_at = :closed where case_number = :case")
        .param("status", status.name())
        .param("closed", status.isOver() ? now() : null)
        .param("case", caseNumber.value())
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private String write(Facts facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private FactsVersion factsVersion(ResultSet row, int number) throws SQLException {
    try {
      return new FactsVersion(
          row.getInt("version"),
          json.readValue(row.getString("content"), Facts.class),
          row.getString("recorded_by"),
          row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Incident incident(ResultSet row, int number) throws SQLException {
    return new Incident(
        new CaseNumber(row.getString("case_number")),
        row.getString("title"),
        row.getString("description"),
        row.getString("reported_by"),
        row.getObject("reported_at", OffsetDateTime.class).toInstant(),
        Incident.Status.valueOf(row.getString("status")),
        Optional.ofNullable(row.getObject("criticality", Integer.class)),
        Optional.ofNullable(row.getString("criticality_reason")),
        row.getBoolean("exercise"),
        row.getInt("time_lapse"),
        Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
