package breachresponse.evidence;

import breachresponse.incident.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who did what, when, on which content: entries are added, never changed. Each carries the hash of
 * the one before, so that a change to an old entry shows.
 */
@Repository
public class Timeline {

  /** The act of an administrator who did something to a process past its forms. */
  public static final String INTERVENTION = "administrator intervened";

  private static final String BEFORE_THE_FIRST = "0".repeat(64);

  /**
   * One act.
   *
   * @param number 1 is the case's first
   * @param at to the microsecond
   * @param previousHash the hash of the entry before; zeros in the first
   * @param hash SHA-256 in hex of {@link #text()} in UTF-8
   */
  public record Entry(
      CaseNumber caseNumber,
      int number,
      Instant at,
      String by,
      String act,
      Optional<String> detail,
      Optional<String> contentHash,
      String previousHash,
      String hash) {

    private static Entry after(
        Optional<Entry> previous,
        CaseNumber caseNumber,
        Instant at,
        String by,
        String act,
        String detail,
        String contentHash) {
      var open =
          new Entry(
              caseNumber,
              numberAfter(previous),
              at.truncatedTo(ChronoUnit.MICROS),
              by,
              act,
              Optional.ofNullable(detail),
              Optional.ofNullable(contentHash),
              hashOf(previous),
              "");
      return open.sealed();
    }

    private Entry sealed() {
      return new Entry(
          caseNumber, number, at, by, act, detail, contentHash, previousHash, Sha256.of(text()));
    }

    /**
     * @return what the hash covers: a line for each field, in which a backslash, carriage return
     *     and line feed are written as {@code \\}, {@code \r} and {@code \n}
     */
    public String text() {
      return """
      previous: %s
      case: %s
      entry: %d
      at: %s
      by: %s
      act: %s
      detail: %s
      content: %s
      """
          .formatted(
              previousHash,
              caseNumber,
              number,
              at,
              line(by),
              line(act),
              line(detail.orElse("")),
              contentHash.orElse(""));
    }

    private static String line(String field) {
      return field.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
    }

    private boolean follows(Optional<Entry> previous) {
      return number == numberAfter(previous)
          && previousHash.equals(hashOf(previous))
          && hash.equals(Sha256.of(text()));
    }

    private static int numberAfter(Optional<Entry> previous) {
      return previous.map(Entry::number).orElse(0) + 1;
    }

    private static String hashOf(Optional<Entry> previous) {
      return previous.map(Entry::hash).orElse(BEFORE_THE_FIRST);
    }
  }

  private final JdbcClient db;
  private final Clock clock;

  Timeline(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * Adds an act to the case's timeline, in the transaction of the act itself. Until that ends,
   * other acts on the case wait.
   *
   * @param by the person's user id, or the name of what acted by itself
   * @param act what was done, in the past tense: {@code notice signed}
   * @param detail the rest, in words; never personal data of people affected
   * @param contentHash SHA-256 in hex of the content acted on, or null
   * @throws NoSuchElementException if there is no such case
   */
  @Transactional
  public void record(
      CaseNumber caseNumber, String by, String act, String detail, String contentHash) {
    lock(caseNumber);
    add(Entry.after(last(caseNumber), caseNumber, clock.instant(), by, act, detail, contentHash));
  }

  /** All that was done in the case, the first act first. */
  @Transactional(readOnly = true)
  public List<Entry> of(CaseNumber caseNumber) {
    return db.sql("select * from timeline where case_number = :case order by entry")
        .param("case", caseNumber.value())
        .query(Timeline::entry)
        .list();
  }

  /** Each time that this was done in the case, the first time first. */
  @Transactional(readOnly = true)
  public List<Entry> of(CaseNumber caseNumber, String act) {
    return db.sql("select * from timeline where case_number = :case and act = :act order by entry")
        .param("case", caseNumber.value())
        .param("act", act)
        .query(Timeline::entry)
        .list();
  }

  /** When that was first done in the case. */
  @Transactional(readOnly = true)
  public Optional<Instant> first(CaseNumber caseNumber, String act) {
    return db.sql(
            """
            select at from timeline where case_number = :case and act = :act
            order by entry fetch first row only
            """)
        .param("case", caseNumber.value())
        .param("act", act)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  /** The same of all cases in which it was done. */
  @Transactional(readOnly = true)
  public Map<CaseNumber, Instant> firsts(String act) {
    var firsts = new HashMap<CaseNumber, Instant>();
    db.sql("select case_number, min(at) as at from timeline where act = :act group by case_number")
        .param("act", act)
        .query(
            row -> {
              firsts.put(
                  new CaseNumber(row.getString("case_number")),
                  row.getObject("at", OffsetDateTime.class).toInstant());
            });
    return firsts;
  }

  /**
   * Computes every hash again.
   *
   * @return the first entry that is not what was written, or that follows a gap; nothing if all is
   *     well. Entries cut off at the end leave no trace here: {@link Checkpoints#problem} finds
   *     them.
   */
  @Transactional(readOnly = true)
  public Optional<Entry> firstBroken(CaseNumber caseNumber) {
    var previous = Optional.<Entry>empty();
    for (var entry : of(caseNumber)) {
      if (!entry.follows(previous)) {
        return Optional.of(entry);
      }
      previous = Optional.of(entry);
    }
    return Optional.empty();
  }

  /**
   * Until the transaction ends, others who act on the case wait.
   *
   * @throws NoSuchElementException if there is no such case
   */
  public void lock(CaseNumber caseNumber) {
    db.sql("select case_number from incident where case_number = :case for update")
        .param("case", caseNumber.value())
        .query(String.class)
        .optional()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "caseNumber: there is no case %s".formatted(caseNumber)));
  }

  /** The entry that was added last. */
  @Transactional(readOnly = true)
  public Optional<Entry> last(CaseNumber caseNumber) {
    return db.sql(
            """
            select * from timeline where case_number = :case
            order by entry desc fetch first row only
            """)
        .param("case", caseNumber.value())
        .query(Timeline::entry)
        .optional();
  }

  private void add(Entry entry) {
    db.sql(
            """
            insert into timeline
              (case_number, entry, at, by_whom, act, detail, content_hash, previous_hash, hash)
            values (:case, :entry, :at, :by, :act, :detail, :content, :previous, :hash)
            """)
        .param("case", entry.caseNumber().value())
        .param("entry", entry.number())
        .param("at", entry.at().atOffset(ZoneOffset.UTC))
        .param("by", entry.by())
        .param("act", entry.act())
        .param("detail", entry.detail().orElse(null))
        .param("content", entry.contentHash().orElse(null))
        .param("previous", entry.previousHash())
        .param("hash", entry.hash())
        .update();
  }

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        new CaseNumber(row.getString("case_number")),
        row.getInt("entry"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("by_whom"),
        row.getString("act"),
        Optional.ofNullable(row.getString("detail")),
        Optional.ofNullable(row.getString("content_hash")),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
