package breachresponse.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people to whom a case's notice is mailed. */
@Service
@Transactional
public class Recipients {

  /** A row that was not taken: its line in the file (the header is line 1), and why. */
  public record Refused(long line, String reason) {}

  /**
   * What became of a file.
   *
   * @param accepted rows taken
   * @param duplicates rows whose address was there already: it is mailed once
   * @param refusedRows how many rows were refused
   * @param refused the first hundred of them
   */
  public record ImportReport(
      int accepted, int duplicates, int refusedRows, List<Refused> refused) {}

  /** What recipients have in common that decides what they are told; {@code ""} is not known. */
  public record Kind(String language, String residence, Set<String> groups) {}

  /** Whom the next notice goes to: how many of each kind. */
  public record Summary(Map<Kind, Integer> byKind) {

    public int total() {
      return byKind.values().stream().mapToInt(n -> n).sum();
    }

    public Map<String, Integer> byLanguage() {
      return byKind.entrySet().stream()
          .collect(
              groupingBy(
                  people -> people.getKey().language(),
                  TreeMap::new,
                  summingInt(Map.Entry::getValue)));
    }
  }

  private static final int WRITTEN_TOGETHER = 500;
  private static final int REFUSED_ROWS_KEPT = 100;

  private final JdbcClient db;
  private final JdbcTemplate batches;
  private final Incidents incidents;
  private final Timeline timeline;

  Recipients(JdbcClient db, JdbcTemplate batches, Incidents incidents, Timeline timeline) {
    this.db = db;
    this.batches = batches;
    this.incidents = incidents;
    this.timeline = timeline;
  }

  /**
   * Adds the people in the file, a row each: {@code id,email,name,language,residence} and, where
   * there are any, {@code groups}; UTF-8, RFC 4180; a byte order mark and semicolons are tolerated.
   *
   * @throws IllegalArgumentException if it is not such a file, or a notice is being sent; nothing
   *     is stored then
   * @throws java.util.NoSuchElementException if there is no such case
   */
  public ImportReport add(CaseNumber caseNumber, InputStream csv, String by) {
    incidents.get(caseNumber);
    lock(caseNumber);
    refuseWhileSending(caseNumber);
    var writing = new Writing(caseNumber);
    var file = new RecipientFile(csv);
    for (var line = file.next(); line.isPresent(); line = file.next()) {
      writing.take(line.get());
    }
    var report = writing.end();
    keep(caseNumber, report, writing.lastNumber);
    timeline.record(
        caseNumber,
        by,
        "recipients added",
        "%d added, %d already there, %d rows refused"
            .formatted(report.accepted(), report.duplicates(), report.refusedRows()),
        null);
    return report;
  }

  /** Counts the people of the case who have had no notice yet; of an unknown one there are none. */
  public Summary summary(CaseNumber caseNumber) {
    var byKind = new HashMap<Kind, Integer>();
    db.sql(
            """
            select r.language, r.residence, r.groups, count(*) as people
            from recipient r join recipient_list l on l.case_number = r.case_number
            where r.case_number = :case and r.number > l.noticed
            group by r.language, r.residence, r.groups
            """)
        .param("case", caseNumber.value())
        .query(
            row -> {
              byKind.put(
                  new Kind(
                      row.getString("language"),
                      row.getString("residence"),
                      Groups.in(row.getString("groups"))),
                  row.getInt("people"));
            });
    return new Summary(byKind);
  }

  /** Whether people were added after a notice had gone out, and have had none yet. */
  public boolean areLate(CaseNumber caseNumber) {
    return db.sql("select count(*) from dispatch where case_number = :case")
                .param("case", caseNumber.value())
                .query(Integer.class)
                .single()
            > 0
        && summary(caseNumber).total() > 0;
  }

  /** What became of the last file; zeros if there was none. */
  public ImportReport lastImport(CaseNumber caseNumber) {
    return db.sql("select * from recipient_list where case_number = :case")
        .param("case", caseNumber.value())
        .query(
            (row, number) ->
                new ImportReport(
                    row.getInt("accepted"),
                    row.getInt("duplicates"),
                    row.getInt("refused"),
                    refused(caseNumber)))
        .optional()
        .orElse(new ImportReport(0, 0, 0, List.of()));
  }

  private List<Refused> refused(CaseNumber caseNumber) {
    return db.sql("select line, reason from refused_row where case_number = :case order by line")
        .param("case", caseNumber.value())
        .query(Refused.class)
        .list();
  }

  /**
   * Until the transaction ends nobody else adds people to the case, or starts to send to them.
   *
   * @throws IllegalArgumentException if somebody else holds it for long
   */
  void lock(CaseNumber caseNumber) {
    try {
      var there =
          db.sql("update recipient_list set last_number = last_number where case_number = :case")
              .param("case", caseNumber.value())
              .update();
      if (there == 0) {
        db.sql(
                """
                insert into recipient_list (
                  case_number, last_number, noticed, accepted, duplicates, refused)
                values (:case, 0, 0, 0, 0, 0)
                """)
            .param("case", caseNumber.value())
            .update();
      }
    } catch (DuplicateKeyException | ConcurrencyFailureException busy) {
      throw new IllegalArgumentException(
          "recipients: another file is being added to case %s, try again when that is done"
              .formatted(caseNumber),
          busy);
    }
  }

  private void refuseWhileSending(CaseNumber caseNumber) {
    var sending =
        db.sql(
                """
                select count(*) from dispatch
                where case_number = :case and finished_at is null
                """)
            .param("case", caseNumber.value())
            .query(Integer.class)
            .single();
    if (sending > 0) {
      throw new IllegalArgumentException(
          "recipients: the notice of case %s is being sent, add them for the next one when that is done"
              .formatted(caseNumber));
    }
  }

  private void keep(CaseNumber caseNumber, ImportReport report, long lastNumber) {
    db.sql(
            """
            update recipient_list set last_number = :last,
              accepted = :accepted, duplicates = :duplicates, refused = :refused
            where case_number = :case
            """)
        .param("last", lastNumber)
        .param("accepted", report.accepted())
        .param("duplicates", report.duplicates())
        .param("refused", report.refusedRows())
        .param("case", caseNumber.value())
        .update();
    db.sql("delete from refused_row where case_number = :case")
        .param("case", caseNumber.value())
        .update();
    batches.batchUpdate(
        "insert into refused_row (case_number, line, reason) values (?, ?, ?)",
        report.refused().stream()
            .map(row -> new Object[] {caseNumber.value(), row.line(), row.reason()})
            .toList());
  }

  /** One file on its way into the table, some hundred rows at a time. */
  private final class Writing {

    private final CaseNumber caseNumber;
    private final List<RecipientRow> next = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private long lastNumber;
    private int accepted;
    private int duplicates;
    private int refusedRows;

    Writing(CaseNumber caseNumber) {
      this.caseNumber = caseNumber;
      lastNumber =
          db.sql("select last_number from recipient_list where case_number = :case")
              .param("case", caseNumber.value())
              .query(Long.class)
              .single();
    }

    void take(RecipientFile.Line line) {
      line.row().ifPresentOrElse(this::accept, () -> refuse(line));
    }

    ImportReport end() {
      write();
      return new ImportReport(accepted, duplicates, refusedRows, refused);
    }

    private void refuse(RecipientFile.Line line) {
      refusedRows++;
      if (refused.size() < REFUSED_ROWS_KEPT) {
        refused.add(new Refused(line.number(), line.wrong()));
      }
    }

    private void accept(RecipientRow row) {
      next.add(row);
      if (next.size() == WRITTEN_TOGETHER) {
        write();
      }
    }

    private void write() {
      var added =
          batches.batchUpdate(
              """
              insert into recipient (
                case_number, number, id, email, name, language, residence, groups)
              select ?, ?, ?, ?, ?, ?, ?, ? where not exists (
                select 1 from recipient where case_number = ? and email = ?)
              """,
              next.stream().map(this::columns).toList());
      var addedRows = IntStream.of(added).sum();
      accepted += addedRows;
      duplicates += added.length - addedRows;
      next.clear();
    }

    private Object[] columns(RecipientRow row) {
      return new Object[] {
        caseNumber.value(),
        ++lastNumber,
        row.id(),
        row.email(),
        row.name(),
        row.language(),
        row.residence(),
        row.groups(),
        caseNumber.value(),
        row.email()
      };
    }
  }
}
