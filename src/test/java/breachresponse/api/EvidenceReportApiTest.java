package breachresponse.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.evidence.GoverningTables;
import breachresponse.evidence.RuleVersion;
import breachresponse.evidence.Sha256;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Account;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Facts.Hold;
import breachresponse.incident.Facts.Protection;
import breachresponse.incident.Facts.Risk;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.SignedNotice;
import breachresponse.support.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The evidence of a case as a regulator or a judge reads it. */
@ApplicationTest
class EvidenceReportApiTest {

  @Autowired private TestRestTemplate web;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private ObligationRegister obligations;
  @Autowired private SignOffs signOffs;
  @Autowired private Notices notices;
  @Autowired private Recipients recipients;
  @Autowired private Dispatches dispatches;
  @Autowired private Dispatcher dispatcher;
  @Autowired private Timeline timeline;
  @Autowired private ResponsePlan plan;

  private CaseNumber caseNumber;
  private UUID notice;
  private Document filing;

  @BeforeEach
  void a_breach_that_was_told_late_and_of_a_filing_in_an_emergency() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Customer table copied", "By an <unknown> address", "ian");
    incidents.respond(caseNumber, "The logs show it", "ian");
    know(null);
    know(new Hold("§ 95a StPO", "Det. Holmes", null, null));
    obligations.determine(caseNumber);
    filing =
        signOffs.submit(
            caseNumber,
            Document.Kind.FILING,
            "Filing to the authority",
            "Dear *authority* & all",
            "lena");
    signOffs.determineSignatories(filing.id());
    signOffs.releaseInAnEmergency(filing.id(), "sam", "Two hours are left");
    signOffs.lookAgain(
        filing.id(),
        signOffs.emergencyRelease(filing.id()).orElseThrow().unseenBy().get(0),
        "leo",
        true,
        null);
    obligations.fulfil(
        authority(),
        Filing.Kind.INCOMPLETE,
        Instant.parse("2026-03-09T08:00:00Z"),
        "26-118",
        "The officer was ill",
        filing.id(),
        "lena");
    recipients.add(
        caseNumber,
        new ByteArrayInputStream(
            """
            id,email,name,language,residence
            1,maria@example.org,Maria Example,en,DE
            2,juan@example.org,Juan Example,en,DE
            """
                .getBytes(UTF_8)),
        "ian");
    notice = SignedNotice.of(caseNumber, notices, signOffs);
    dispatches.start(caseNumber, notice, "pia");
    dispatcher.sendDue();
  }

  @Test
  void it_tells_the_case_in_plain_words() throws IOException {
    assertThat(report())
        .contains("Evidence report " + caseNumber, "Customer table copied")
        .contains("By an <unknown> address")
        .contains("It was reported on 3 Mar 2026, 16:00 by Ian Core-It (ian).")
        .contains("Triage confirmed the breach on 3 Mar 2026, 16:00.")
        .contains("300 people are affected, as far as known (DE: 300).")
        .contains("Their data: E-mail address; Name.")
        .contains("Authorities: 1 duty, 1 met, 1 late, 0 released, 0 open.")
        .contains("The first authority was told on 9 Mar 2026, 09:00.")
        .contains("A stolen password", "Somebody may log in", "Passwords were reset");
  }

  @Test
  void each_duty_has_its_deadline_explained_its_receipt_and_why_it_was_late() throws IOException {
    var duty = obligations.get(authority());

    var report = report();
    assertThat(unbroken(report))
        .contains(unbroken(duty.clock().explanation()))
        .contains(unbroken(duty.duty().wording()));
    assertThat(report)
        .contains("told 9 Mar 2026, 09:00, late")
        .contains("9 Mar 2026, 09:00 incomplete 26-118 Lena Legal (lena)")
        .contains("The officer was ill");
  }

  @Test
  void laws_that_ask_for_nothing_are_there_with_the_reason() throws IOException {
    assertThat(report())
        .contains("Laws that were looked at and ask for nothing")
        .contains("Circumstances: none, where the law asks for");
  }

  @Test
  void the_texts_are_there_to_the_letter_with_hash_and_who_signed_it() throws IOException {
    var text = signOffs.get(notices.get(notice).documentId());

    assertThat(report())
        .contains(text.content().lines().map(String::strip).filter(l -> !l.isEmpty()).toList())
        .contains("SHA-256 " + text.sha256())
        .contains("Legal signs-for-legal signed 3 Mar 2026, 16:00")
        .contains("signed by all who had to sign");
  }

  @Test
  void an_emergency_release_is_there_with_its_reason_and_the_second_look() throws IOException {
    assertThat(report())
        .contains("Dear *authority* & all")
        .contains("released in an emergency, without all signatures")
        .contains("Sam Leadership (sam), 3 Mar 2026, 16:00: Two hours are left")
        .contains("of the text with the SHA-256 " + filing.sha256())
        .contains("Leo Legal (leo) found it right on 3 Mar 2026, 16:00");
  }

  @Test
  void how_many_were_reached_is_there_and_nobody_of_them_is_named() throws IOException {
    assertThat(report())
        .contains("Of 2 people known by name, 2 were reached (100.0 %).")
        .contains(
            "to the list with the SHA-256 " + recipients.released(notice).orElseThrow().digest())
        .doesNotContain("maria@example.org", "Maria Example", "juan@example.org");
  }

  @Test
  void the_hold_the_rules_and_the_timeline_are_there(@Autowired GoverningTables tables)
      throws IOException {
    tables.add(
        caseNumber,
        new RuleVersion(
            "t:3", "obligations-europe", 3, "d", "t.dmn", time.instant(), Sha256.of("t")));
    var entries = timeline.of(caseNumber);

    assertThat(report())
        .contains("§ 95a StPO Det. Holmes not said not said 3 Mar 2026, 16:00, Ian Core-It (ian)")
        .contains("table Obligations in Europe, 3 3 Mar 2026, 16:00")
        .contains("1 3 Mar 2026, 16:00:00 Ian Core-It (ian) breach reported: Customer table copied")
        .contains("The timeline had %d entries".formatted(entries.size()))
        .contains(entries.get(entries.size() - 1).hash());
  }

  @Test
  void it_has_pages_contents_bookmarks_and_can_be_read_out() throws IOException {
    try (var pdf = Loader.loadPDF(download().getBody())) {
      RegisterApiTest.assertIsAccessible(
          pdf, "Evidence report %s – Example Books".formatted(caseNumber));
      assertThat(pdf.getDocumentCatalog().getDocumentOutline().children())
          .extracting(bookmark -> bookmark.getTitle())
          .startsWith("1 Summary")
          .endsWith("8 How to verify");
      var text = new PDFTextStripper().getText(pdf);
      assertThat(text)
          .containsPattern("7 Timeline[ .]*\\d")
          .contains("1 / " + pdf.getNumberOfPages());
    }
  }

  @Test
  void that_it_was_taken_out_is_on_the_timeline_with_its_hash() {
    var pdf = download().getBody();

    var entries = timeline.of(caseNumber);
    var last = entries.get(entries.size() - 1);
    assertThat(last.act()).isEqualTo("evidence report exported");
    assertThat(last.by()).isEqualTo("mia");
    assertThat(last.contentHash()).contains(Sha256.of(pdf));
  }

  @Test
  void the_zip_has_it_too() throws IOException {
    var zip = new Api(web, "mia").download("/api/incidents/%s/evidence.zip".formatted(caseNumber));

    assertThat(spaced(text(file("report.pdf", zip.getBody()))))
        .contains("Evidence report " + caseNumber, "The officer was ill");
  }

  @Test
  void an_exercise_says_what_it_is() throws IOException {
    caseNumber = incidents.openExercise("Rehearsed", "Not real", "sam", 1);

    assertThat(report()).contains("EXERCISE – nothing of this has happened");
  }

  @ParameterizedTest
  @CsvSource({"lena, 200", "petra, 200", "mia, 200", "ian, 403", "pia, 403", "omar, 403"})
  void it_is_for_those_who_may_have_the_evidence(String person, int status) {
    assertThat(new Api(web, person).download(path()).getStatusCode().value()).isEqualTo(status);
  }

  @Test
  void a_case_that_does_not_exist_is_not_found() {
    assertThat(new Api(web, "mia").get("/api/incidents/1999-0001/evidence.pdf").getStatusCode())
        .isEqualTo(NOT_FOUND);
  }

  private void know(Hold hold) {
    incidents.record(
        caseNumber,
        new Facts(
            OffsetDateTime.parse("2026-03-03T09:00:00+01:00"),
            Map.of(),
            plan.facts(),
            List.of(new Affected("DE", 300L, null)),
            Set.of(Aspect.CONFIDENTIALITY),
            Set.of("name", "email"),
            new Protection(false, null),
            Risk.RISK,
            null,
            new Account(
                "A stolen password", "Somebody may log in", "Passwords were reset", "x", null),
            hold),
        "ian");
  }

  private UUID authority() {
    return obligations.of(caseNumber).stream()
        .filter(obligation -> obligation.duty().id().equals("eu-gdpr-33-sa"))
        .findFirst()
        .map(Obligation::id)
        .orElseThrow();
  }

  private String report() throws IOException {
    return spaced(text(download().getBody()));
  }

  private ResponseEntity<byte[]> download() {
    var answer = new Api(web, "mia").download(path());
    assertThat(answer.getStatusCode()).isEqualTo(OK);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PDF);
    return answer;
  }

  private String path() {
    return "/api/incidents/%s/evidence.pdf".formatted(caseNumber);
  }

  private static String text(byte[] file) throws IOException {
    Files.write(Path.of("target", "evidence-report.pdf"), file);
    try (var pdf = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static String spaced(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Lines end within words as well, after a slash or a colon. */
  private static String unbroken(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static byte[] file(String name, byte[] zip) throws IOException {
    var files = new ZipInputStream(new ByteArrayInputStream(zip));
    for (ZipEntry entry; (entry = files.getNextEntry()) != null; ) {
      if (entry.getName().equals(name)) {
        return files.readAllBytes();
      }
    }
    throw new AssertionError(name + " is not there");
  }
}
