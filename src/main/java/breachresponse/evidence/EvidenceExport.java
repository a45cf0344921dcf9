package breachresponse.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Stream.concat;

import breachresponse.delivery.DeliveryResults;
import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Mailing;
import breachresponse.delivery.Recipients;
import breachresponse.exercise.Exercise;
import breachresponse.exercise.ExercisePage;
import breachresponse.exercise.Exercises;
import breachresponse.filing.Dossiers;
import breachresponse.filing.FilingTexts;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.notice.Posts;
import breachresponse.notice.Statements;
import breachresponse.obligation.ObligationRegister;
import breachresponse.reach.ReachReport;
import breachresponse.register.BreachRegister;
import breachresponse.register.RegisterLine;
import breachresponse.report.EvidenceReport;
import breachresponse.signoff.Document;
import breachresponse.signoff.EmergencyRelease;
import breachresponse.signoff.SignOffs;
import breachresponse.signoff.Signature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** All evidence of a case in one file, which verifies without this software. */
@Component
public class EvidenceExport {

  /** What a text for signature is, without the text itself. */
  record DocumentJson(
      UUID id,
      Document.Kind kind,
      String title,
      String sha256,
      String author,
      Instant submittedAt,
      boolean signed,
      List<Signature> signatures,
      Optional<EmergencyRelease> emergencyRelease) {}

  /** The mail that was signed, where else it can be read, and how far the telling has come. */
  record NoticeJson(
      Notice notice,
      Mailing mailing,
      List<Posts.Posting> postings,
      Optional<Recipients.Released> recipients,
      Optional<String> salt,
      Optional<Dispatches.Progress> delivery) {}

  /** What the public was told beside the notices, and where else it can be read. */
  record StatementJson(Statements.Statement statement, List<Posts.Posting> postings) {}

  /** What was rehearsed, and what came of it. */
  record ExerciseJson(
      Exercise exercise, List<Exercise.Answer> answers, List<Exercise.Lesson> lessons) {}

  /**
   * @param manifest SHA-256 of it
   * @param checkpoint the one that was made for it, if it had to be
   */
  private record Exported(String manifest, Optional<Checkpoint> checkpoint) {}

  private final Incidents incidents;
  private final ObligationRegister obligations;
  private final Dossiers dossiers;
  private final FilingTexts texts;
  private final SignOffs signOffs;
  private final Notices notices;
  private final Statements statements;
  private final Posts posts;
  private final Recipients recipients;
  private final Dispatches dispatches;
  private final DeliveryResults results;
  private final ReachReport reach;
  private final ReachFiles reachFiles;
  private final Exercises exercises;
  private final ExercisePage exercisePage;
  private final GovernedBy governedBy;
  private final BreachRegister register;
  private final EvidenceReport report;
  private final Timeline timeline;
  private final Checkpoints checkpoints;
  private final ObjectWriter json;
  private final TransactionTemplate oneView;

  EvidenceExport(
      Incidents incidents,
      ObligationRegister obligations,
      Dossiers dossiers,
      FilingTexts texts,
      SignOffs signOffs,
      Notices notices,
      Statements statements,
      Posts posts,
      Recipients recipients,
      Dispatches dispatches,
      DeliveryResults results,
      ReachReport reach,
      ReachFiles reachFiles,
      Exercises exercises,
      ExercisePage exercisePage,
      GovernedBy governedBy,
      BreachRegister register,
      EvidenceReport report,
      Timeline timeline,
      Checkpoints checkpoints,
      ObjectMapper json,
      PlatformTransactionManager transactions) {
    this.incidents = incidents;
    this.obligations = obligations;
    this.dossiers = dossiers;
    this.texts = texts;
    this.signOffs = signOffs;
    this.notices = notices;
    this.statements = statements;
    this.posts = posts;
    this.recipients = recipients;
    this.dispatches = dispatches;
    this.results = results;
    this.reach = reach;
    this.reachFiles = reachFiles;
    this.exercises = exercises;
    this.exercisePage = exercisePage;
    this.governedBy = governedBy;
    this.register = register;
    this.report = report;
    this.timeline = timeline;
    this.checkpoints = checkpoints;
    this.json = json.writerWithDefaultPrettyPrinter();
    oneView = new TransactionTemplate(transactions);
    oneView.setReadOnly(true);
    oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /**
   * Writes the evidence as a ZIP, piece by piece, all as of one moment. That it was taken out is
   * recorded on the timeline, with the hash of the manifest. If it throws, the ZIP has no end and
   * can't be opened.
   *
   * @throws NoSuchElementException if there is no such case
   */
  public void write(CaseNumber caseNumber, String by, OutputStream out) {
    var exported = oneView.execute(status -> write(caseNumber, new SealedZip(out)));
    exported.checkpoint().ifPresent(checkpoints::keep);
    timeline.record(caseNumber, by, "evidence exported", null, exported.manifest());
  }

  private Exported write(CaseNumber caseNumber, SealedZip zip) {
    try {
      var incident = incidents.get(caseNumber);
      zip.add("VERIFY.txt", new ClassPathResource("evidence/VERIFY.txt").getContentAsByteArray());
      zip.add("report.pdf", report.pdf(caseNumber));
      zip.add("case.json", json.writeValueAsBytes(incident));
      addFacts(caseNumber, zip);
      zip.add("obligations.json", json.writeValueAsBytes(obligations.of(caseNumber)));
      zip.add("filings.json", json.writeValueAsBytes(obligations.filings(caseNumber)));
      addDossiers(caseNumber, zip);
      zip.add("not-triggered.json", json.writeValueAsBytes(obligations.notTriggered(caseNumber)));
      addDocuments(caseNumber, zip);
      addNotices(caseNumber, zip);
      addStatements(caseNumber, zip);
      addReach(caseNumber, zip);
      addTimeline(caseNumber, zip);
      var checkpoint = checkpoints.due(caseNumber);
      addCheckpoints(caseNumber, checkpoint, zip);
      addRegisterLine(incident, zip);
      addExercise(caseNumber, zip);
      governedBy.addTo(zip, caseNumber);
      return new Exported(zip.seal(checkpoints.key()), checkpoint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addFacts(CaseNumber caseNumber, SealedZip zip) throws IOException {
    for (var version : incidents.versions(caseNumber)) {
      zip.add("facts/%04d.json".formatted(version.version()), json.writeValueAsBytes(version));
    }
  }

  private void addDossiers(CaseNumber caseNumber, SealedZip zip) throws IOException {
    for (var obligation : obligations.of(caseNumber)) {
      if (!obligation.tellsPeople()) {
        var name =
            "filings/%s-%s".formatted(obligation.duty().id(), obligation.duty().jurisdiction());
        var dossier = dossiers.of(obligation);
        zip.add(name + ".json", json.writeValueAsBytes(dossier));
        zip.add(name + ".html", texts.page(dossier).getBytes(UTF_8));
      }
    }
  }

  /** A text that was laid down twice has the same hash, and is there once. */
  private void addDocuments(CaseNumber caseNumber, SealedZip zip) throws IOException {
    var texts = new LinkedHashMap<String, String>();
    var documents = signOffs.of(caseNumber);
    documents.forEach(document -> texts.put(document.sha256(), document.content()));
    for (var text : texts.entrySet()) {
      zip.add("documents/%s.md".formatted(text.getKey()), text.getValue().getBytes(UTF_8));
    }
    zip.add(
        "documents.json",
        json.writeValueAsBytes(documents.stream().map(this::withSignatures).toList()));
  }

  private DocumentJson withSignatures(Document document) {
    return new DocumentJson(
        document.id(),
        document.kind(),
        document.title(),
        document.sha256(),
        document.author(),
        document.submittedAt(),
        signOffs.isSigned(document.id()),
        signOffs.signatures(document.id()),
        signOffs.emergencyRelease(document.id()));
  }

  private void addNotices(CaseNumber caseNumber, SealedZip zip) throws IOException {
    var all = notices.of(caseNumber).stream().map(this::withDelivery).toList();
    zip.add("notices.json", json.writeValueAsBytes(all));
    for (var notice : all) {
      addRecipients(notice, zip);
    }
    zip.addCsv("deliveries.csv", csv -> addDeliveries(all, csv));
  }

  private void addStatements(CaseNumber caseNumber, SealedZip zip) throws IOException {
    zip.add(
        "statements.json",
        json.writeValueAsBytes(
            statements.of(caseNumber).stream()
                .map(said -> new StatementJson(said, posts.postings(said.id())))
                .toList()));
  }

  private NoticeJson withDelivery(Notice notice) {
    return new NoticeJson(
        notice,
        notices.mailing(notice.id()),
        posts.postings(notice.id()),
        recipients.released(notice.id()),
        recipients.salt(notice.caseNumber()),
        dispatches.progress(notice.id()));
  }

  /** The very lines whose SHA-256 was released; once they are erased, that alone is left. */
  private void addRecipients(NoticeJson notice, SealedZip zip) throws IOException {
    var caseNumber = notice.notice().caseNumber();
    if (notice.recipients().isPresent() && recipients.salt(caseNumber).isEmpty()) {
      zip.addLines(
          "recipients/%s.txt".formatted(notice.notice().id()),
          lines -> recipients.each(caseNumber, notice.recipients().get(), lines));
    }
  }

  private void addDeliveries(List<NoticeJson> notices, CsvFile csv) {
    csv.row(
        "notice",
        "id",
        "email",
        "name",
        "language",
        "residence",
        "groups",
        "status",
        "attempts",
        "at",
        "reason",
        "code",
        "bounced");
    for (var notice : notices) {
      results.each(
          notice.notice().id(),
          to ->
              csv.row(
                  notice.notice().id(),
                  to.recipientId(),
                  to.email(),
                  to.name(),
                  to.language(),
                  to.residence(),
                  to.groups(),
                  to.status(),
                  to.attempts(),
                  to.at(),
                  to.reason(),
                  to.statusCode(),
                  to.bouncedAt()));
    }
  }

  private void addReach(CaseNumber caseNumber, SealedZip zip) throws IOException {
    var reached = reach.of(caseNumber);
    zip.add("reach.json", json.writeValueAsBytes(ReachTotals.of(reached)));
    zip.addCsv("reach.csv", csv -> ReachFiles.reach(reached, csv));
    zip.addCsv("reach-lists.csv", csv -> ReachFiles.lists(reached, csv));
    zip.addCsv("delivery-report.csv", csv -> reachFiles.delivery(caseNumber, csv));
  }

  private void addTimeline(CaseNumber caseNumber, SealedZip zip) throws IOException {
    var entries = timeline.of(caseNumber);
    var hashes = new StringBuilder();
    for (var entry : entries) {
      var name = "chain/%05d.txt".formatted(entry.number());
      zip.add(name, entry.text().getBytes(UTF_8));
      hashes.append(Sha256.line(entry.hash(), name));
    }
    zip.add("chain.sha256", hashes.toString().getBytes(UTF_8));
    zip.addCsv(
        "timeline.csv",
        csv -> {
          csv.row("entry", "at", "by", "act", "detail", "content", "previous", "hash");
          entries.forEach(
              e ->
                  csv.row(
                      e.number(),
                      e.at(),
                      e.by(),
                      e.act(),
                      e.detail(),
                      e.contentHash(),
                      e.previousHash(),
                      e.hash()));
        });
  }

  private void addCheckpoints(CaseNumber caseNumber, Optional<Checkpoint> newest, SealedZip zip)
      throws IOException {
    for (var key : checkpoints.keys().entrySet()) {
      zip.add("keys/%s.pem".formatted(key.getKey()), key.getValue().getBytes(UTF_8));
    }
    for (var point : concat(checkpoints.of(caseNumber).stream(), newest.stream()).toList()) {
      var name = "checkpoints/%s.txt".formatted(point.fileName());
      zip.add(name, point.text().getBytes(UTF_8));
      zip.add(name + ".sig", point.signature());
    }
  }

  /** What was rehearsed, and once it has ended, how it went. */
  private void addExercise(CaseNumber caseNumber, SealedZip zip) throws IOException {
    var exercise = exercises.find(caseNumber);
    if (exercise.isPresent()) {
      zip.add(
          "exercise.json",
          json.writeValueAsBytes(
              new ExerciseJson(
                  exercise.get(), exercises.answers(caseNumber), exercises.lessons(caseNumber))));
      if (exercise.get().report().isPresent()) {
        zip.add("exercise-report.html", exercisePage.of(caseNumber).getBytes(UTF_8));
      }
    }
  }

  private void addRegisterLine(Incident incident, SealedZip zip) throws IOException {
    var line = register.line(incident);
    zip.addCsv("register.csv", csv -> csv.row(RegisterLine.HEADER).row(line.cells()));
  }
}
