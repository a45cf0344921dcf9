package breachresponse.delivery;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import breachresponse.delivery.RecipientRows.Listed;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.incident.LegalHolds;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The people to whom a case's notice is mailed. */
@Service
@Transactional
public class Recipients {

  /** The act on the timeline. */
  public static final String WITHDRAWN = "recipients withdrawn";

  /**
   * A row that was not taken, or not wholly: its line in the file (the header is line 1), and why.
   */
  public record Refused(long line, String reason) {}

  /**
   * What became of a file.
   *
   * @param accepted rows taken
   * @param duplicates rows whose address was there already: it is mailed once, and its groups are
   *     those of all its rows
   * @param differing how many of these said what could not be taken
   * @param differences a hundred of them at most
   * @param refusedRows how many rows were refused
   * @param refused the first hundred of them
   */
  public record ImportReport(
      int accepted,
      int duplicates,
      int differing,
      List<Refused> differences,
      int refusedRows,
      List<Refused> refused) {

    private String inWords() {
      return "%d added, %d already there, %s%d rows refused"
          .formatted(
              accepted,
              duplicates,
              differing == 0 ? "" : "%d of which say something else, ".formatted(differing),
              refusedRows);
    }

    /** With the reasons in other words. */
    public ImportReport saying(UnaryOperator<String> words) {
      return new ImportReport(
          accepted,
          duplicates,
          differing,
          saying(words, differences),
          refusedRows,
          saying(words, refused));
    }

    private static List<Refused> saying(UnaryOperator<String> words, List<Refused> rows) {
      return rows.stream().map(row -> new Refused(row.line(), words.apply(row.reason()))).toList();
    }
  }

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

  /**
   * To whom a notice goes: those after one number up to another.
   *
   * @param digest SHA-256 of the lines of {@code recipients/*.txt} in the evidence
   */
  public record Released(long after, long last, int people, String digest) {}

  /**
   * The list of a notice, as it was signed for; its digest is {@link Released#digest}.
   *
   * @param listed how many people it has now, which are as many unless somebody has meddled
   */
  public record ReleasedList(UUID noticeId, int people, String digest, long listed) {

    /** Whether it still has as many people as were signed for. */
    public boolean isWhole() {
      return listed == people;
    }
  }

  /**
   * What became of the rows of one file; the files of a case are numbered as they come.
   *
   * @param corrected of those refused, how many came again in a later file, which counts them now
   */
  public record FileCounts(int number, int accepted, int duplicates, int refused, int corrected) {}

  /** How many there are, how many of them have had a notice, and the digest of the others. */
  private record Standing(long noticed, long last, String digest) {}

  /** How far the file has come that is being added, or what became of the last one. */
  public record Progress(
      boolean importing, int rows, int accepted, int duplicates, int refusedRows) {

    private static Progress of(ImportReport last) {
      return new Progress(
          false,
          last.accepted() + last.duplicates() + last.refusedRows(),
          last.accepted(),
          last.duplicates(),
          last.refusedRows());
    }
  }

  /** Each keeps two connections to the database, of which others need some too. */
  private static final int FILES_AT_ONCE = 3;

  private final JdbcClient db;
  private final JdbcTemplate batches;
  private final RecipientRows rows;
  private final RefusedPeople refusedPeople;
  private final Incidents incidents;
  private final LegalHolds legalHolds;
  private final PostOffice postOffice;
  private final Timeline timeline;
  private final TransactionTemplate transaction;
  // On this node: between nodes the lock on the list decides.
  private final Map<CaseNumber, RecipientImport> imports = new ConcurrentHashMap<>();

  Recipients(
      JdbcClient db,
      JdbcTemplate batches,
      RecipientRows rows,
      RefusedPeople refusedPeople,
      Incidents incidents,
      LegalHolds legalHolds,
      PostOffice postOffice,
      Timeline timeline,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.batches = batches;
    this.rows = rows;
    this.refusedPeople = refusedPeople;
    this.incidents = incidents;
    this.legalHolds = legalHolds;
    this.postOffice = postOffice;
    this.timeline = timeline;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Adds the people in the file, a row each: {@code id,email,name,language,residence} and, where
   * there are any, {@code groups}; UTF-8, RFC 4180; a byte order mark and semicolons are tolerated.
   *
   * @throws IllegalArgumentException if it is not such a file, or a notice is being sent; nothing
   *     is stored then
   * @throws IllegalStateException if another file is being added to the case, or too many to others
   * @throws java.util.NoSuchElementException if there is no such case
   */
  @Transactional(propagation = Propagation.SUPPORTS)
  public ImportReport add(CaseNumber caseNumber, InputStream csv, String by) {
    incidents.get(caseNumber);
    var running = new RecipientImport();
    if (imports.putIfAbsent(caseNumber, running) != null) {
      throw busy(caseNumber, null);
    }
    try {
      if (imports.size() > FILES_AT_ONCE) {
        throw new IllegalStateException(
            "recipients: %d files are being added to other cases, try again when one is done"
                .formatted(FILES_AT_ONCE));
      }
      return addWholly(caseNumber, running, csv, by);
    } finally {
      imports.remove(caseNumber);
    }
  }

  /**
   * Rows are committed as they come; what lists them is the end of the last transaction. The first
   * one sees to it that there is a list to be locked by whoever removes what a dead node has left.
   */
  private ImportReport addWholly(
      CaseNumber caseNumber, RecipientImport running, InputStream csv, String by) {
    transaction.executeWithoutResult(status -> lock(caseNumber));
    try {
      return transaction.execute(status -> add(caseNumber, running, csv, by));
    } catch (RuntimeException | Error failed) {
      removeUnlisted(caseNumber, failed);
      throw failed;
    }
  }

  private void removeUnlisted(CaseNumber caseNumber, Throwable failed) {
    try {
      transaction.executeWithoutResult(status -> removeUnlisted(caseNumber));
    } catch (RuntimeException left) {
      failed.addSuppressed(left);
    }
  }

  private ImportReport add(
      CaseNumber caseNumber, RecipientImport running, InputStream csv, String by) {
    lock(caseNumber);
    refuseWhileSending(caseNumber);
    var before = standing(caseNumber);
    var digest = digest(caseNumber, before.noticed(), before.last());
    var file = files(caseNumber).stream().mapToInt(FileCounts::number).max().orElse(0) + 1;
    var anyRefused = refusedPeople.areAny(caseNumber);
    var released = Math.max(before.noticed(), lastReleased(caseNumber));
    var regrouped = new AtomicBoolean();
    var report =
        running.run(
            new RecipientFile(csv),
            before.last() + 1,
            (number, some) -> {
              Map<String, Listed> listed =
                  before.last() == 0 ? Map.of() : rows.listed(caseNumber, before.last(), some);
              var added = some.stream().filter(row -> !listed.containsKey(row.address())).toList();
              rows.add(caseNumber, number, added);
              var groups = moreGroups(running, some, listed, released);
              rows.setGroups(caseNumber, groups);
              regrouped.compareAndSet(false, !groups.isEmpty());
              if (anyRefused) {
                refusedPeople.taken(caseNumber, file, some);
              }
              return added.stream().map(FileRow::row).toList();
            },
            digest);
    keep(
        caseNumber,
        file,
        report,
        before,
        regrouped.get()
            ? digest(caseNumber, before.noticed(), before.last() + report.accepted()).hex()
            : digest.hex());
    refusedPeople.add(caseNumber, file, running.refusedPeople());
    refusedPeople.count(caseNumber, file);
    timeline.record(caseNumber, by, "recipients added", report.inWords(), null);
    return report;
  }

  /** Removes what is left of files whose node died while they were being added. */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  public void removeUnlisted() {
    db.sql(
            """
            select l.case_number from recipient_list l
            where exists (
              select 1 from recipient r
              where r.case_number = l.case_number and r.number > l.last_number)
            """)
        .query((row, number) -> new CaseNumber(row.getString(1)))
        .list()
        .forEach(this::removeUnlisted);
  }

  /**
   * Whoever has locked the list has done so before, and may be adding to it. A list without a file
   * goes too.
   */
  private void removeUnlisted(CaseNumber caseNumber) {
    db.sql(
            """
            select last_number from recipient_list where case_number = :case
            for update skip locked
            """)
        .param("case", caseNumber.value())
        .query(Long.class)
        .optional()
        .ifPresent(last -> removeAfter(caseNumber, last));
  }

  private void removeAfter(CaseNumber caseNumber, long last) {
    rows.delete(caseNumber, last);
    db.sql(
            """
            delete from recipient_list where case_number = :case and last_number = 0
              and not exists (select 1 from recipient_file where case_number = :case)
            """)
        .param("case", caseNumber.value())
        .update();
  }

  /** The groups of those, by their numbers, who are in more of them by their new rows. */
  private static Map<Long, String> moreGroups(
      RecipientImport running, List<FileRow> rows, Map<String, Listed> listed, long released) {
    var groups = new HashMap<Long, String>();
    for (var row : rows) {
      var person = listed.get(row.address());
      if (person != null) {
        var all = running.groups(person.row(), row, person.number() <= released);
        if (!all.equals(person.row().groups())) {
          groups.put(person.number(), all);
        }
      }
    }
    return groups;
  }

  /** The number of the last to whom a notice is released. */
  private long lastReleased(CaseNumber caseNumber) {
    return db.sql(
            "select coalesce(max(last_number), 0) from released_list where case_number = :case")
        .param("case", caseNumber.value())
        .query(Long.class)
        .single();
  }

  /** Counts the people of the case who have had no notice yet; of an unknown one there are none. */
  public Summary summary(CaseNumber caseNumber) {
    var byKind = new HashMap<Kind, Integer>();
    db.sql(
            """
            select r.language, r.residence, r.groups, count(*) as people
            from recipient r join recipient_list l on l.case_number = r.case_number
            where r.case_number = :case
              and r.number > l.noticed and r.number <= l.last_number
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

  /** The SHA-256 of the list of those who have had no notice yet. */
  public String digest(CaseNumber caseNumber) {
    var list = standing(caseNumber);
    return Optional.ofNullable(list.digest())
        .orElseGet(() -> digest(caseNumber, list.noticed(), list.last()).hex());
  }

  /**
   * Lays down to whom the notice goes: those who have had none yet, as they are listed now. Whoever
   * is added later gets the next one.
   */
  public Released release(CaseNumber caseNumber, UUID noticeId) {
    lock(caseNumber);
    var list = standing(caseNumber);
    var digest = digest(caseNumber, list.noticed(), list.last());
    var released = new Released(list.noticed(), list.last(), digest.people(), digest.hex());
    db.sql(
            """
            insert into released_list (
              notice_id, case_number, after_number, last_number, people, digest)
            values (:notice, :case, :after, :last, :people, :digest)
            """)
        .param("notice", noticeId)
        .param("case", caseNumber.value())
        .param("after", released.after())
        .param("last", released.last())
        .param("people", released.people())
        .param("digest", released.digest())
        .update();
    return released;
  }

  /**
   * Takes back those who have had no notice yet, with all that their files have left: they should
   * not have been on the list, or not like that. Nobody gets the number of one of them.
   *
   * @return how many they are
   * @throws IllegalArgumentException if a notice is released to them, or the case is under legal
   *     hold
   */
  public int withdraw(CaseNumber caseNumber, String reason, String by) {
    lock(caseNumber);
    incidents.lock(caseNumber);
    var list = standing(caseNumber);
    refuseToWithdraw(caseNumber, list);
    var digest = digest(caseNumber);
    var people = rows.delete(caseNumber, list.noticed());
    var files = filesAfter(caseNumber, list.noticed());
    if (!files.isEmpty()) {
      refusedPeople.forget(caseNumber, files);
      db.sql("delete from recipient_file where case_number = :case and number in (:files)")
          .param("case", caseNumber.value())
          .param("files", files)
          .update();
      refusedPeople.countAnew(caseNumber);
    }
    db.sql("delete from refused_row where case_number = :case")
        .param("case", caseNumber.value())
        .update();
    db.sql("update recipient_list set digest = null where case_number = :case")
        .param("case", caseNumber.value())
        .update();
    timeline.record(caseNumber, by, WITHDRAWN, "%d people: %s".formatted(people, reason), digest);
    return people;
  }

  private void refuseToWithdraw(CaseNumber caseNumber, Standing list) {
    if (lastReleased(caseNumber) > list.noticed()) {
      throw new IllegalArgumentException(
          "recipients: a notice is released to them already; stop its dispatch where they must not get it");
    }
    if (legalHolds.isHeld(caseNumber)) {
      throw new IllegalArgumentException(
          "recipients: the case is under legal hold, which keeps them; have the hold ended first, or leave them out by segments");
    }
  }

  /** One that brought nobody, at the end of those who have had a notice, stays with them. */
  private List<Integer> filesAfter(CaseNumber caseNumber, long noticed) {
    return db.sql(
            """
            select number from recipient_file where case_number = :case and (
              after_number > :noticed
              or after_number = :noticed and (accepted > 0 or after_number = 0))
            """)
        .param("case", caseNumber.value())
        .param("noticed", noticed)
        .query(Integer.class)
        .list();
  }

  /**
   * @return nothing if the notice is not released
   */
  public Optional<Released> released(UUID noticeId) {
    return db.sql(
            """
            select after_number as after, last_number as last, people, digest
            from released_list where notice_id = :notice
            """)
        .param("notice", noticeId)
        .query(Released.class)
        .optional();
  }

  /** The released lists of the case, in the order of their people. */
  public List<ReleasedList> releasedLists(CaseNumber caseNumber) {
    return db.sql(
            """
            select notice_id, people, digest, (
              select count(*) from recipient r where r.case_number = released_list.case_number
                and r.number > after_number and r.number <= last_number) as listed
            from released_list
            where case_number = :case order by after_number, last_number, notice_id
            """)
        .param("case", caseNumber.value())
        .query(ReleasedList.class)
        .list();
  }

  /** Hands over the lines of a released list, one after the other. */
  public void each(CaseNumber caseNumber, Released list, Consumer<String> reader) {
    rows.each(
        caseNumber, list.after(), list.last(), (number, row) -> reader.accept(row.line(number)));
  }

  /**
   * Has those of the list who get the notice now get no other.
   *
   * @throws IllegalStateException if the list is not the one that was released
   */
  void notice(CaseNumber caseNumber, Released released) {
    var list = standing(caseNumber);
    var digest = digest(caseNumber, list.noticed(), released.last());
    if (digest.people() != released.people() || !digest.hex().equals(released.digest())) {
      throw new IllegalStateException(
          "recipients: the list of case %s is not the one that was released (%d people, SHA-256 %s), find out why before anything is sent"
              .formatted(caseNumber, released.people(), released.digest()));
    }
    db.sql("update recipient_list set noticed = :last, digest = :rest where case_number = :case")
        .param("last", released.last())
        .param("rest", digest(caseNumber, released.last(), list.last()).hex())
        .param("case", caseNumber.value())
        .update();
  }

  /** Closed cases whose recipients are still known by name. */
  public List<CaseNumber> toBeErased() {
    return db.sql(
            """
            select l.case_number from recipient_list l
            join incident i on i.case_number = l.case_number
            where i.closed_at is not null and l.last_number > 0 and l.salt is null
            """)
        .query((row, number) -> new CaseNumber(row.getString(1)))
        .list();
  }

  /**
   * What stands before each address and id in its hash.
   *
   * @return nothing as long as recipients are known
   */
  public Optional<String> salt(CaseNumber caseNumber) {
    return db.sql("select salt from recipient_list where case_number = :case and salt is not null")
        .param("case", caseNumber.value())
        .query(String.class)
        .optional();
  }

  /**
   * Makes the recipients of the case nobody: hashes of their addresses and ids are left, and what
   * became of their mail. Asked again it does nothing.
   *
   * @return false if the case is under legal hold: then all stays. Until the transaction ends no
   *     hold is put on the case, and none ends
   */
  public boolean erase(CaseNumber caseNumber, String by) {
    lock(caseNumber);
    incidents.lock(caseNumber);
    if (legalHolds.isHeld(caseNumber)) {
      return false;
    }
    if (salt(caseNumber).isPresent()) {
      return true;
    }
    var salt = HexFormat.of().formatHex(SecureRandom.getSeed(32));
    rows.erase(caseNumber, salt);
    refusedPeople.erase(caseNumber);
    postOffice.discard(noticesOf(caseNumber));
    db.sql("update recipient_list set salt = :salt where case_number = :case")
        .param("salt", salt)
        .param("case", caseNumber.value())
        .update();
    timeline.record(
        caseNumber,
        by,
        "recipients erased",
        "names and addresses of %d people".formatted(listed(caseNumber)),
        null);
    return true;
  }

  private int listed(CaseNumber caseNumber) {
    return db.sql("select count(*) from recipient where case_number = :case")
        .param("case", caseNumber.value())
        .query(Integer.class)
        .single();
  }

  private List<UUID> noticesOf(CaseNumber caseNumber) {
    return db.sql("select notice_id from dispatch where case_number = :case")
        .param("case", caseNumber.value())
        .query(UUID.class)
        .list();
  }

  /** Says so while a file is being added: on the node that does it. */
  public Progress progress(CaseNumber caseNumber) {
    return Optional.ofNullable(imports.get(caseNumber))
        .map(RecipientImport::progress)
        .orElseGet(() -> Progress.of(lastImport(caseNumber)));
  }

  /** What became of the last file; zeros if there was none. */
  public ImportReport lastImport(CaseNumber caseNumber) {
    var files = files(caseNumber);
    if (files.isEmpty()) {
      return new ImportReport(0, 0, 0, List.of(), 0, List.of());
    }
    var last = files.get(files.size() - 1);
    return new ImportReport(
        last.accepted(),
        last.duplicates(),
        differing(caseNumber, last.number()),
        rows(caseNumber, true),
        last.refused(),
        rows(caseNumber, false));
  }

  /** What became of each file of the case, the first one first. */
  public List<FileCounts> files(CaseNumber caseNumber) {
    return db.sql(
            """
            select number, accepted, duplicates, refused, corrected from recipient_file
            where case_number = :case order by number
            """)
        .param("case", caseNumber.value())
        .query(FileCounts.class)
        .list();
  }

  private int differing(CaseNumber caseNumber, int file) {
    return db.sql(
            "select differing from recipient_file where case_number = :case and number = :file")
        .param("case", caseNumber.value())
        .param("file", file)
        .query(Integer.class)
        .single();
  }

  private List<Refused> rows(CaseNumber caseNumber, boolean thatDiffer) {
    return db.sql(
            """
            select line, reason from refused_row
            where case_number = :case and differs = :differs order by line
            """)
        .param("case", caseNumber.value())
        .param("differs", thatDiffer)
        .query(Refused.class)
        .list();
  }

  /**
   * Until the transaction ends nobody else adds people to the case, or starts to send to them, and
   * no rows are there but those on the list.
   *
   * @throws IllegalStateException if somebody else holds it for long
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
                insert into recipient_list (case_number, last_number, noticed)
                values (:case, 0, 0)
                """)
            .param("case", caseNumber.value())
            .update();
      }
    } catch (DuplicateKeyException | ConcurrencyFailureException busy) {
      throw busy(caseNumber, busy);
    }
    var last = standing(caseNumber).last();
    if (rows.areUnlisted(caseNumber, last)) {
      rows.deleteUnlisted(caseNumber, last);
    }
  }

  private static IllegalStateException busy(CaseNumber caseNumber, Exception cause) {
    return new IllegalStateException(
        "recipients: another file is being added to case %s, try again when that is done"
            .formatted(caseNumber),
        cause);
  }

  private Standing standing(CaseNumber caseNumber) {
    return db.sql(
            """
            select noticed, last_number as last, digest from recipient_list
            where case_number = :case
            """)
        .param("case", caseNumber.value())
        .query(Standing.class)
        .optional()
        .orElse(new Standing(0, 0, null));
  }

  private ListDigest digest(CaseNumber caseNumber, long after, long upTo) {
    var digest = new ListDigest();
    rows.each(caseNumber, after, upTo, digest::add);
    return digest;
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

  private void keep(
      CaseNumber caseNumber, int file, ImportReport report, Standing before, String digest) {
    db.sql(
            """
            update recipient_list set last_number = :last, digest = :digest
            where case_number = :case
            """)
        .param("last", before.last() + report.accepted())
        .param("digest", digest)
        .param("case", caseNumber.value())
        .update();
    db.sql(
            """
            insert into recipient_file (
              case_number, number, accepted, duplicates, differing, refused, after_number)
            values (:case, :file, :accepted, :duplicates, :differing, :refused, :after)
            """)
        .param("after", before.last())
        .param("file", file)
        .param("accepted", report.accepted())
        .param("duplicates", report.duplicates())
        .param("differing", report.differing())
        .param("refused", report.refusedRows())
        .param("case", caseNumber.value())
        .update();
    db.sql("delete from refused_row where case_number = :case")
        .param("case", caseNumber.value())
        .update();
    keep(caseNumber, report.refused(), false);
    keep(caseNumber, report.differences(), true);
  }

  private void keep(CaseNumber caseNumber, List<Refused> rows, boolean differ) {
    batches.batchUpdate(
        "insert into refused_row (case_number, line, reason, differs) values (?, ?, ?, ?)",
        rows.stream()
            .map(row -> new Object[] {caseNumber.value(), row.line(), row.reason(), differ})
            .toList());
  }
}
