package breachresponse.delivery;

import breachresponse.evidence.Sha256;
import breachresponse.incident.CaseNumber;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose rows were refused, so that whoever comes again in a later file counts there alone. They are
 * kept as hashes with a salt of their own, which goes with the names.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RefusedPeople {

  private static final int ROWS_AT_A_TIME = 1000;

  private final JdbcClient db;
  private final JdbcTemplate batches;

  RefusedPeople(JdbcClient db, JdbcTemplate batches) {
    this.db = db;
    this.batches = batches;
  }

  /** What a row is known by when it comes again: its id, or its address where it has none. */
  static String person(String id, String email) {
    return id.isBlank() ? email.strip().toLowerCase(Locale.ROOT) : id.strip();
  }

  /** Keeps who was refused from that file. */
  void add(CaseNumber caseNumber, int file, List<String> people) {
    if (people.isEmpty()) {
      return;
    }
    var salt = salt(caseNumber).orElseGet(() -> newSalt(caseNumber));
    cameAgain(caseNumber, file, people.stream().map(person -> Sha256.of(salt + person)));
    batches.batchUpdate(
        "insert into refused_person (case_number, file_number, person) values (?, ?, ?)",
        people,
        ROWS_AT_A_TIME,
        (row, person) -> {
          row.setString(1, caseNumber.value());
          row.setInt(2, file);
          row.setString(3, Sha256.of(salt + person));
        });
  }

  /** Whether it is worth asking who was: most files have nobody who was refused before. */
  boolean areAny(CaseNumber caseNumber) {
    return db.sql(
                """
                select count(*) from refused_person
                where case_number = :case and corrected_by is null
                """)
            .param("case", caseNumber.value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Of those who were refused from earlier files, these are valid in that file now. */
  void taken(CaseNumber caseNumber, int file, List<FileRow> rows) {
    var salt = salt(caseNumber);
    if (salt.isEmpty()) {
      return;
    }
    cameAgain(
        caseNumber,
        file,
        rows.stream().flatMap(RefusedPeople::people).map(person -> Sha256.of(salt.get() + person)));
  }

  private static Stream<String> people(FileRow row) {
    return Stream.concat(
        Stream.of(person(row.row().id(), ""), person("", row.row().email())),
        row.otherIds().stream().map(id -> person(id, "")));
  }

  /** Whoever is refused once more is still one person. */
  private void cameAgain(CaseNumber caseNumber, int file, Stream<String> hashes) {
    batches.batchUpdate(
        """
        update refused_person set corrected_by = ?
        where case_number = ? and person = ? and corrected_by is null
        """,
        hashes.map(hash -> new Object[] {file, caseNumber.value(), hash}).toList());
  }

  /** Has earlier files say how many of their refused rows came again in that file. */
  void count(CaseNumber caseNumber, int file) {
    db.sql(
            """
            update recipient_file set corrected = corrected + (
              select count(*) from refused_person p
              where p.case_number = recipient_file.case_number
                and p.file_number = recipient_file.number and p.corrected_by = :file)
            where case_number = :case
            """)
        .param("case", caseNumber.value())
        .param("file", file)
        .update();
  }

  /** What those files had corrected is wrong again. */
  void forget(CaseNumber caseNumber, List<Integer> files) {
    db.sql("delete from refused_person where case_number = :case and file_number in (:files)")
        .param("case", caseNumber.value())
        .param("files", files)
        .update();
    db.sql(
            """
            update refused_person set corrected_by = null
            where case_number = :case and corrected_by in (:files)
            """)
        .param("case", caseNumber.value())
        .param("files", files)
        .update();
  }

  void countAnew(CaseNumber caseNumber) {
    db.sql(
            """
            update recipient_file set corrected = (
              select count(*) from refused_person p
              where p.case_number = recipient_file.case_number
                and p.file_number = recipient_file.number and p.corrected_by is not null)
            where case_number = :case
            """)
        .param("case", caseNumber.value())
        .update();
  }

  /** How many there are of each stays; who they were can't be asked any more. */
  void erase(CaseNumber caseNumber) {
    db.sql("update recipient_list set refused_salt = null where case_number = :case")
        .param("case", caseNumber.value())
        .update();
    db.sql("delete from refused_person where case_number = :case")
        .param("case", caseNumber.value())
        .update();
  }

  private Optional<String> salt(CaseNumber caseNumber) {
    return db.sql(
            """
            select refused_salt from recipient_list
            where case_number = :case and refused_salt is not null
            """)
        .param("case", caseNumber.value())
        .query(String.class)
        .optional();
  }

  private String newSalt(CaseNumber caseNumber) {
    var salt = HexFormat.of().formatHex(SecureRandom.getSeed(32));
    db.sql("update recipient_list set refused_salt = :salt where case_number = :case")
        .param("salt", salt)
        .param("case", caseNumber.value())
        .update();
    return salt;
  }
}
