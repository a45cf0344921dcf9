package breachresponse.obligation;

import breachresponse.incident.CaseNumber;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The obligations of all cases. */
@Repository
class Obligations {

  /** An obligation with what only the register needs to know of it. */
  record Entry(Obligation obligation, Term term) {}

  private final JdbcClient db;
  private final ObjectMapper json;

  Obligations(JdbcClient db, ObjectMapper json) {
    this.db = db;
    this.json = json;
  }

  List<Entry> all() {
    return db.sql(
            """
            select * from obligation
            order by coalesce(due, target) nulls last, case_number, duty_id, jurisdiction
            """)
        .query(this::entry)
        .list();
  }

  List<Entry> of(CaseNumber caseNumber) {
    return db.sql(
            """
            select * from obligation where case_number = :case
            order by coalesce(due, target) nulls last, duty_id, jurisdiction
            """)
        .param("case", caseNumber.value())
        .query(this::entry)
        .list();
  }

  /** Of all cases that are not over: those with a deadline by law, the first due first. */
  List<Entry> withDeadline() {
    return db.sql(
            """
            select obligation.* from obligation
            join incident on incident.case_number = obligation.case_number
            where incident.status in ('REPORTED', 'RESPONDING')
              and obligation.status in ('OPEN', 'NO_LONGER_TRIGGERED')
              and obligation.due is not null
            order by due, obligation.id
            """)
        .query(this::entry)
        .list();
  }

  /**
   * What is owed or was, in all cases, the first due first.
   *
   * @param closedToo whether in cases that are closed as well
   */
  List<Obligation> ofAllCases(boolean closedToo) {
    return db
        .sql(
            """
            select obligation.* from obligation
            join incident on incident.case_number = obligation.case_number
            where obligation.status <> 'NOT_TRIGGERED'
              and (incident.closed_at is null or :closedToo)
            order by coalesce(due, target) nulls last, obligation.case_number, duty_id, jurisdiction
            """)
        .param("closedToo", closedToo)
        .query(this::entry)
        .list()
        .stream()
        .map(Entry::obligation)
        .toList();
  }

  /**
   * @throws NoSuchElementException if there is no such obligation
   */
  Entry get(UUID id) {
    return db.sql("select * from obligation where id = :id")
        .param("id", id)
        .query(this::entry)
        .optional()
        .orElseThrow(
            () -> new NoSuchElementException("obligation: there is none with id %s".formatted(id)));
  }

  void add(Entry entry) {
    db.sql(
            """
            insert into obligation (
              id, case_number, duty_id, jurisdiction, regime, recipient, recipient_name, step, wording,
              citation, last_checked, confidence, how_to_tell, legal_table, term, starts_with, started, due, legal_latest, target,
              zone, clock_status, explanation, status, verdict, because, filed_at, reference, reason_for_delay,
              release_reason)
            values (
              :id, :case, :duty, :jurisdiction, :regime, :recipient, :recipientName, :step, :wording,
              :citation, :lastChecked, :confidence, :howToTell, :table, :term, :startsWith, :started, :due, :latest, :target,
              :zone, :clockStatus, :explanation, :status, :verdict, :because, :filedAt, :reference, :delay,
              :release)
            """)
        .params(columns(entry))
        .update();
    arises(entry);
  }

  /** It is owed from now on, for the first time or again. */
  void arises(Entry entry) {
    db.sql(
            """
            update obligation set arose_after = (
              select count(*) from timeline where case_number = obligation.case_number)
            where id = :id
            """)
        .param("id", entry.obligation().id())
        .update();
  }

  /** The obligations of the case that came up when more was on its timeline. */
  Set<UUID> arisenAfter(CaseNumber caseNumber, int acts) {
    return db.sql("select id from obligation where case_number = :case and arose_after > :acts")
        .param("case", caseNumber.value())
        .param("acts", acts)
        .query(UUID.class)
        .set();
  }

  void change(Entry entry) {
    db.sql(
            """
            update obligation set
              regime = :regime, recipient = :recipient, recipient_name = :recipientName, step = :step,
              wording = :wording, citation = :citation, last_checked = :lastChecked,
              confidence = :confidence, how_to_tell = :howToTell, legal_table = :table, term = :term, starts_with = :startsWith, started = :started,
              due = :due, legal_latest = :latest, target = :target, zone = :zone,
              clock_status = :clockStatus, explanation = :explanation, status = :status,
              verdict = :verdict, because = :because, filed_at = :filedAt, reference = :reference,
              reason_for_delay = :delay, release_reason = :release
            where id = :id
            """)
        .params(columns(entry))
        .update();
  }

  private Map<String, Object> columns(Entry entry) {
    var obligation = entry.obligation();
    var duty = obligation.duty();
    var clock = obligation.clock();
    var columns = new HashMap<String, Object>();
    columns.put("id", obligation.id());
    columns.put("case", obligation.caseNumber().value());
    columns.put("duty", duty.id());
    columns.put("jurisdiction", duty.jurisdiction());
    columns.put("regime", duty.regime());
    columns.put("recipient", duty.recipient().name());
    columns.put("recipientName", duty.recipientName());
    columns.put("step", duty.step().name());
    columns.put("wording", duty.wording());
    columns.put("citation", duty.citation());
    columns.put("lastChecked", duty.lastChecked().orElse(null));
    columns.put("confidence", duty.confidence());
    columns.put("howToTell", duty.howToTell().orElse(null));
    columns.put("table", duty.table());
    columns.put("term", write(entry.term()));
    columns.put("startsWith", clock.startsWith());
    columns.put("started", stored(clock.start()));
    columns.put("due", stored(clock.due()));
    columns.put("latest", stored(clock.legalLatest()));
    columns.put("target", stored(clock.target()));
    columns.put("zone", clock.zone().getId());
    columns.put("clockStatus", clock.status());
    columns.put("explanation", clock.explanation());
    columns.put("status", obligation.status().name());
    columns.put("verdict", obligation.finding().verdict().name());
    columns.put("because", String.join("\n", obligation.finding().because()));
    columns.put("filedAt", stored(obligation.filedAt()));
    columns.put("reference", obligation.reference().orElse(null));
    columns.put("delay", obligation.reasonForDelay().orElse(null));
    columns.put("release", obligation.releaseReason().orElse(null));
    return columns;
  }

  private Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        new Obligation(
            row.getObject("id", UUID.class),
            new CaseNumber(row.getString("case_number")),
            duty(row),
            clock(row),
            finding(row),
            Obligation.Status.valueOf(row.getString("status")),
            instant(row, "filed_at"),
            Optional.ofNullable(row.getString("reference")),
            Optional.ofNullable(row.getString("reason_for_delay")),
            Optional.ofNullable(row.getString("release_reason"))),
        read(row.getString("term")));
  }

  private static Duty duty(ResultSet row) throws SQLException {
    return new Duty(
        row.getString("duty_id"),
        row.getString("jurisdiction"),
        row.getString("regime"),
        Duty.Recipient.valueOf(row.getString("recipient")),
        row.getString("recipient_name"),
        Duty.Step.valueOf(row.getString("step")),
        row.getString("wording"),
        row.getString("citation"),
        Optional.ofNullable(row.getObject("last_checked", LocalDate.class)),
        row.getString("confidence"),
        Optional.ofNullable(row.getString("how_to_tell")),
        row.getString("legal_table"));
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        Verdict.valueOf(row.getString("verdict")), row.getString("because").lines().toList());
  }

  private static StatutoryClock clock(ResultSet row) throws SQLException {
    return new StatutoryClock(
        row.getString("starts_with"),
        instant(row, "started"),
        instant(row, "due"),
        instant(row, "legal_latest"),
        instant(row, "target"),
        ZoneId.of(row.getString("zone")),
        row.getString("clock_status"),
        row.getString("explanation"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime stored(Optional<Instant> at) {
    return at.map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
  }

  private String write(Term term) {
    try {
      return json.writeValueAsString(term);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Term read(String term) {
    try {
      return json.readValue(term, Term.class);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
