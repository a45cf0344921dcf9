package breachresponse.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** The table of faults in the operators' guide; each scenario writes its own row. */
final class Results {

  private static final Path GUIDE = Path.of("docs/operators.md");
  private static final String BEGIN = "<!-- written by bench/chaos.sh -->\n";
  private static final String END = "<!-- until here -->";
  private static final Pattern TABLE =
      Pattern.compile(
          "(?<=%s)(.*?)(?=%s)".formatted(Pattern.quote(BEGIN), Pattern.quote(END)), Pattern.DOTALL);

  private Results() {}

  /**
   * Adds the row, or replaces the one of that fault.
   *
   * @param fault what befell the application
   * @param tried how, and how often
   * @param health what the health endpoint said of it; empty where it was not asked
   * @param site which has survived it
   */
  static void write(String fault, String tried, String health, Site site) throws IOException {
    var mails = site.mails();
    var survived =
        "%d cases closed, %d mails to customers, %d to staff"
            .formatted(site.cases().size(), mails.toCustomers().count(), mails.toStaff().count());
    var lost =
        "nothing; %d mails to customers and %d to staff came twice"
            .formatted(mails.toCustomers().again(), mails.toStaff().again());
    var row = "| %s |".formatted(String.join(" | ", fault, tried, health, survived, lost));
    System.out.println(row);
    var guide = Files.readString(GUIDE);
    var table = TABLE.matcher(guide);
    if (!table.find()) {
      throw new IllegalStateException(GUIDE + " has no place for the table of faults");
    }
    var rows = new ArrayList<>(table.group().lines().toList());
    var known =
        rows.stream().filter(line -> line.startsWith("| %s |".formatted(fault))).findFirst();
    known.ifPresentOrElse(line -> rows.set(rows.indexOf(line), row), () -> rows.add(row));
    Files.writeString(
        GUIDE,
        guide.substring(0, table.start())
            + String.join("\n", rows)
            + "\n"
            + guide.substring(table.end()));
  }
}
