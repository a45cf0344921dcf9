package breachresponse.delivery;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.Sha256;
import breachresponse.incident.CaseNumber;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of recipients, which may have a million rows: it is written and read in bulk. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RecipientRows {

  /** Somebody on the list. */
  record Listed(long number, RecipientRow row) {}

  /** Takes recipients with the numbers under which the queue knows them. */
  interface Reader {
    void accept(long number, RecipientRow row);
  }

  private static final String COLUMNS =
      "case_number, number, id, address, written, name, language, residence, groups";
  private static final int COLUMN_COUNT = 9;
  // One statement with a hundred rows takes H2 a third of the time of a hundred in a batch.
  private static final int ROWS_IN_A_STATEMENT = 100;
  private static final Pattern SMTP_CODE =
      Pattern.compile("\\d{3}\\b([ -]\\d\\.\\d{1,3}\\.\\d{1,3})?");
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
  // PostgreSQL would hand over a million rows at once.
  private static final int ROWS_AT_A_TIME = 1000;

  private final JdbcTemplate db;

  RecipientRows(DataSource database) {
    db = new JdbcTemplate(database);
    db.setFetchSize(ROWS_AT_A_TIME);
  }

  /**
   * Adds rows whose addresses the case has not got yet, numbered from that number on. They are
   * committed at once: a transaction of a million rows writes each of them twice on H2. As long as
   * the list does not go so far they are not on it.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void add(CaseNumber caseNumber, long firstNumber, List<FileRow> rows) {
    db.execute(
        (Connection connection) -> {
          if (connection.isWrapperFor(PGConnection.class)) {
            copy(connection, caseNumber, firstNumber, rows);
          } else {
            insert(connection, caseNumber, firstNumber, rows);
          }
          return null;
        });
  }

  private static void copy(
      Connection connection, CaseNumber caseNumber, long firstNumber, List<FileRow> rows)
      throws SQLException {
    try (var statement = connection.createStatement()) {
      // The commit that moves the end of the list waits for the disk, and for these with it.
      statement.execute("set local synchronous_commit = off");
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy recipient (" + COLUMNS + ") from stdin",
              new StringReader(text(caseNumber, firstNumber, rows)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** No field has a tab or a line break, so that a backslash is all there is to escape. */
  private static String text(CaseNumber caseNumber, long firstNumber, List<FileRow> rows) {
    var text = new StringBuilder();
    var number = firstNumber;
    for (var filed : rows) {
      var row = filed.row();
      text.append(caseNumber).append('\t').append(number++);
      append(text, row.id());
      append(text, filed.address());
      append(text, filed.written());
      append(text, row.name());
      append(text, row.language());
      append(text, row.residence());
      append(text, row.groups());
      text.append('\n');
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String field) {
    text.append('\t').append(field == null ? "\\N" : field.replace("\\", "\\\\"));
  }

  private static void insert(
      Connection connection, CaseNumber caseNumber, long firstNumber, List<FileRow> rows)
      throws SQLException {
    var few = rows.size() % ROWS_IN_A_STATEMENT;
    var many = rows.size() - few;
    insert(connection, caseNumber, firstNumber, rows.subList(0, many), ROWS_IN_A_STATEMENT);
    insert(connection, caseNumber, firstNumber + many, rows.subList(many, rows.size()), few);
  }

  private static void insert(
      Connection connection,
      CaseNumber caseNumber,
      long firstNumber,
      List<FileRow> rows,
      int together)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (var insert = connection.prepareStatement(insertOf(together))) {
      for (var from = 0; from < rows.size(); from += together) {
        execute(insert, caseNumber, firstNumber + from, rows.subList(from, from + together));
      }
    }
  }

  private static void execute(
      PreparedStatement insert, CaseNumber caseNumber, long firstNumber, List<FileRow> rows)
      throws SQLException {
    var number = firstNumber;
    var parameter = 0;
    for (var filed : rows) {
      var row = filed.row();
      insert.setString(++parameter, caseNumber.value());
      insert.setLong(++parameter, number++);
      insert.setString(++parameter, row.id());
      insert.setString(++parameter, filed.address());
      insert.setString(++parameter, filed.written());
      insert.setString(++parameter, row.name());
      insert.setString(++parameter, row.language());
      insert.setString(++parameter, row.residence());
      insert.setString(++parameter, row.groups());
    }
    insert.executeUpdate();
  }

  /** Who of them is on the list already, which ends with that number, by their addresses. */
  Map<String, Listed> listed(CaseNumber caseNumber, long last, List<FileRow> rows) {
    return db.execute((Connection connection) -> listed(connection, caseNumber, last, rows));
  }

  private static Map<String, Listed> listed(
      Connection connection, CaseNumber caseNumber, long last, List<FileRow> rows)
      throws SQLException {
    var listed = new HashMap<String, Listed>();
    try (var query =
        connection.prepareStatement(
            """
            select r.address, r.number, r.id, coalesce(r.written, r.address) as email, r.name,
              r.language, r.residence, r.groups
            from unnest(?) as file(address)
            join recipient r
              on r.case_number = ? and r.address = file.address and r.number <= ?
            """)) {
      var addresses = rows.stream().map(FileRow::address).toArray();
      query.setArray(1, connection.createArrayOf("varchar", addresses));
      query.setString(2, caseNumber.value());
      query.setLong(3, last);
      var found = query.executeQuery();
      while (found.next()) {
        listed.put(
            found.getString("address"), new Listed(found.getLong("number"), recipient(found)));
      }
    }
    return listed;
  }

  /** Puts people, by their numbers, into these groups. */
  void setGroups(CaseNumber caseNumber, Map<Long, String> groups) {
    db.batchUpdate(
        "update recipient set groups = ? where case_number = ? and number = ?",
        groups.entrySet().stream()
            .map(person -> new Object[] {person.getValue(), caseNumber.value(), person.getKey()})
            .toList());
  }

  private static String insertOf(int rows) {
    var row = Collections.nCopies(COLUMN_COUNT, "?").stream().collect(joining(",", "(", ")"));
    return "insert into recipient ("
        + COLUMNS
        + ") values "
        + String.join(",", Collections.nCopies(rows, row));
  }

  /** Hands over those after one number up to another, in their order; never holds all of them. */
  void each(CaseNumber caseNumber, long after, long upTo, Reader reader) {
    db.query(
        """
        select number, id, coalesce(written, address) as email, name, language, residence, groups
        from recipient
        where case_number = ? and number > ? and number <= ? order by number
        """,
        row -> {
          reader.accept(row.getLong("number"), recipient(row));
        },
        caseNumber.value(),
        after,
        upTo);
  }

  /**
   * Removes those after that number.
   *
   * @return how many they were
   */
  int delete(CaseNumber caseNumber, long after) {
    return db.update(
        "delete from recipient where case_number = ? and number > ?", caseNumber.value(), after);
  }

  /** Whether there are any after the last one on the list: an import did not come to its end. */
  boolean areUnlisted(CaseNumber caseNumber, long last) {
    return db.queryForObject(
        "select exists (select 1 from recipient where case_number = ? and number > ?)",
        Boolean.class,
        caseNumber.value(),
        last);
  }

  /**
   * Removes them for good: rows that are added next, in transactions of their own, may be the same.
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void deleteUnlisted(CaseNumber caseNumber, long last) {
    delete(caseNumber, last);
  }

  /** Leaves nothing that says who they are. */
  void erase(CaseNumber caseNumber, String salt) {
    inBatches(
        """
        update recipient set id = ?, address = ?, written = null, name = ''
        where case_number = ? and number = ?
        """,
        update ->
            db.query(
                """
                select number, id, coalesce(written, address) as email from recipient
                where case_number = ?
                """,
                row -> {
                  update.accept(
                      new Object[] {
                        Sha256.of(salt + row.getString("id")),
                        Sha256.of(salt + row.getString("email")),
                        caseNumber.value(),
                        row.getLong("number")
                      });
                },
                caseNumber.value()));
    inBatches(
        "update delivery set reason = ? where notice_id = ? and recipient = ?",
        update ->
            db.query(
                """
                select t.notice_id, t.recipient, t.reason from delivery t
                join dispatch d on d.notice_id = t.notice_id
                where d.case_number = ? and t.reason is not null
                """,
                row -> {
                  update.accept(
                      new Object[] {
                        withoutPeople(row.getString("reason")),
                        row.getObject("notice_id", UUID.class),
                        row.getLong("recipient")
                      });
                },
                caseNumber.value()));
  }

  private void inBatches(String sql, Consumer<Consumer<Object[]>> rows) {
    var next = new ArrayList<Object[]>();
    rows.accept(
        row -> {
          next.add(row);
          if (next.size() == ROWS_AT_A_TIME) {
            db.batchUpdate(sql, next);
            next.clear();
          }
        });
    db.batchUpdate(sql, next);
  }

  /** What mail servers say may name whom they refuse; their code does not. */
  private static String withoutPeople(String reason) {
    var code = SMTP_CODE.matcher(reason);
    return code.lookingAt() ? code.group() : ADDRESS.matcher(reason).replaceAll("…");
  }

  private static RecipientRow recipient(ResultSet row) throws SQLException {
    return new RecipientRow(
        row.getString("id"),
        row.getString("email"),
        row.getString("name"),
        row.getString("language"),
        row.getString("residence"),
        row.getString("groups"));
  }
}
