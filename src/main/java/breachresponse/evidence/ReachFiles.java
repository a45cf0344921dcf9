package breachresponse.evidence;

import breachresponse.incident.CaseNumber;
import breachresponse.reach.Reach;
import breachresponse.reach.ReachReport;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who was reached, as files for spreadsheets. */
@Component
public class ReachFiles {

  private final ReachReport report;
  private final Timeline timeline;

  ReachFiles(ReachReport report, Timeline timeline) {
    this.report = report;
    this.timeline = timeline;
  }

  /** How many people are in which state, by channel and day; nobody is named. */
  public void reach(CaseNumber caseNumber, OutputStream out) {
    var csv = new CsvFile(out);
    reach(report.of(caseNumber), csv);
    csv.flush();
  }

  static void reach(Reach reach, CsvFile csv) {
    csv.row("state", "channel", "day", "people", "percent", "first", "last", "reached-by-then");
    ReachTotals.of(reach)
        .lines()
        .forEach(
            line ->
                csv.row(
                    line.state(),
                    line.channel(),
                    line.day(),
                    line.people(),
                    line.percent(),
                    line.first(),
                    line.last(),
                    line.reachedByThen()));
  }

  /** To whom each notice was released, by the SHA-256 of the list, and how many are on it now. */
  static void lists(Reach reach, CsvFile csv) {
    csv.row("notice", "people", "sha256", "listed");
    reach
        .lists()
        .forEach(list -> csv.row(list.noticeId(), list.people(), list.digest(), list.listed()));
  }

  /** How many mails came to what, by language and domain; there are no addresses in it. */
  public void delivery(CaseNumber caseNumber, OutputStream out) {
    var csv = new CsvFile(out);
    delivery(caseNumber, csv);
    csv.flush();
  }

  void delivery(CaseNumber caseNumber, CsvFile csv) {
    csv.row("language", "domain", "status", "code", "mails");
    report.delivered(
        caseNumber,
        to -> csv.row(to.language(), to.domain(), to.status(), to.statusCode(), to.people()));
  }

  /** Whom mail did not reach, to be told by letter. That they were taken out is recorded. */
  @Transactional
  public void postalList(CaseNumber caseNumber, String by, OutputStream out) {
    var hashed = new DigestOutputStream(out, Sha256.digest());
    var csv = new CsvFile(hashed);
    var people = new AtomicInteger();
    csv.row("id", "name", "email", "residence", "why", "code");
    report.notReached(
        caseNumber,
        to -> {
          csv.row(to.id(), to.name(), to.email(), to.residence(), to.why(), to.code());
          people.incrementAndGet();
        });
    csv.flush();
    timeline.record(
        caseNumber,
        by,
        "postal list exported",
        "%d people".formatted(people.get()),
        Sha256.hex(hashed.getMessageDigest()));
  }
}
