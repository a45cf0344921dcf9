package breachresponse.delivery;

import breachresponse.incident.CaseNumber;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The people to whom a case's notice is mailed. */
@Service
public class Recipients {

  /** A row that was not taken: its line in the file (the header is line 1), and why. */
  public record Refused(long line, String reason) {}

  /**
   * What became of a file.
   *
   * @param accepted rows taken
   * @param duplicates rows whose address was there already: it is mailed once
   */
  public record ImportReport(int accepted, int duplicates, List<Refused> refused) {}

  /** How many there are, in all and by language. */
  public record Summary(int total, Map<String, Integer> byLanguage) {}

  /**
   * Adds the people in the file, a row each: {@code id,email,name,language,residence}, UTF-8, RFC
   * 4180; a byte order mark and semicolons are tolerated.
   *
   * @throws IllegalArgumentException if it is not such a file, or sending has begun; nothing is
   *     stored then
   */
  public ImportReport add(CaseNumber caseNumber, InputStream csv, String by) {
    throw new UnsupportedOperationException();
  }

  public Summary summary(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }

  /** What became of the last file; refused rows up to the first hundred. */
  public ImportReport lastImport(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }
}
