package breachresponse.report;

import breachresponse.evidence.Sha256;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.notice.StyledPage;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.Pdf;
import breachresponse.print.ShownTime;
import breachresponse.register.BreachRegister;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The evidence of a case as one document that a regulator or a judge can read. Nobody of the people
 * affected is named in it.
 */
@Component
public class EvidenceReport {

  private final Incidents incidents;
  private final BreachRegister register;
  private final List<Chapter> chapters;
  private final Timeline timeline;
  private final ResponsePlan plan;
  private final Clock clock;
  private final TransactionTemplate oneView;
  private final StyledPage page = new StyledPage("evidence-report");

  EvidenceReport(
      Incidents incidents,
      BreachRegister register,
      List<Chapter> chapters,
      Timeline timeline,
      ResponsePlan plan,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.incidents = incidents;
    this.register = register;
    this.chapters = chapters;
    this.timeline = timeline;
    this.plan = plan;
    this.clock = clock;
    oneView = new TransactionTemplate(transactions);
    oneView.setReadOnly(true);
    oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * Writes the report as PDF, all as of one moment. That it was taken out is recorded on the
   * timeline, with the hash of the file.
   *
   * @throws NoSuchElementException if there is no such case
   */
  public void write(CaseNumber caseNumber, String by, OutputStream out) {
    var hashed = new DigestOutputStream(out, Sha256.digest());
    Pdf.write(oneView.execute(status -> html(caseNumber)), hashed);
    timeline.record(
        caseNumber, by, "evidence report exported", null, Sha256.hex(hashed.getMessageDigest()));
  }

  /** The same, of what the transaction sees, and nothing is recorded. */
  public byte[] pdf(CaseNumber caseNumber) {
    var pdf = new ByteArrayOutputStream();
    Pdf.write(html(caseNumber), pdf);
    return pdf.toByteArray();
  }

  private String html(CaseNumber caseNumber) {
    var breach = register.line(incidents.get(caseNumber));
    var time = new ShownTime(plan.zone());
    var shown = new HashMap<String, Object>();
    shown.put("organisation", plan.organisation());
    shown.put("case", caseNumber.value());
    shown.put("title", breach.incident().title());
    shown.put("exercise", breach.incident().exercise());
    shown.put("asOf", time.at(clock.instant()));
    shown.put("zone", plan.zone().getId());
    chapters.forEach(chapter -> shown.putAll(chapter.of(breach, time)));
    return page.with(shown);
  }
}
