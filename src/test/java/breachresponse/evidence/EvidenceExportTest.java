package breachresponse.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.notice.Posts;
import breachresponse.notice.Statements;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class EvidenceExportTest {

  private static final Draft DRAFT =
      new Draft(
          Map.of("en", new Text("Notice of Data Breach", "Dear {{name}},\n\nI am sorry.")),
          new Text("Notice of Data Breach", "We are sorry."),
          "We are sorry.");

  @Autowired private EvidenceExport evidence;
  @Autowired private Incidents incidents;
  @Autowired private Notices notices;
  @Autowired private SignOffs signOffs;
  @Autowired private Recipients recipients;
  @Autowired private Dispatches dispatches;
  @Autowired private Dispatcher dispatcher;
  @Autowired private Timeline timeline;
  @Autowired private ResponsePlan plan;
  @Autowired private ObjectMapper json;
  @Autowired private Time time;

  @Autowired private Statements statements;
  @Autowired private Posts posts;

  private CaseNumber caseNumber;
  private Notice notice;

  @BeforeEach
  void a_case_whose_customers_were_told() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Customer table copied", "At night\nby an unknown", "ian");
    incidents.record(caseNumber, facts("2026-03-03T09:00:00+01:00"), "ian");
    incidents.record(caseNumber, facts("2026-03-03T08:00:00+01:00"), "lena");
    recipients.add(
        caseNumber,
        new ByteArrayInputStream(
            """
            id,email,name,language,residence,groups
            1,maria@example.org,Maria Example,en,DE,cards
            2,juan@example.org,=HYPERLINK(1),en,DE,
            """
                .getBytes(UTF_8)),
        "ian");
    notice = notices.submit(caseNumber, DRAFT, "paul");
    var signatories = signOffs.determineSignatories(notice.documentId());
    signatories.forEach(
        role -> signOffs.answer(notice.documentId(), role, "signs-for-" + role, true, null));
    dispatches.start(caseNumber, notice.id(), "pia");
    dispatcher.sendDue();
  }

  @Test
  void the_manifest_names_every_file_with_its_hash() throws Exception {
    var files = unzip(export());

    var listed = hashesIn(files.get("manifest.sha256"));
    var itself = Set.of("manifest.sha256", "manifest.sha256.sig");
    assertThat(listed.keySet())
        .containsExactlyInAnyOrderElementsOf(
            files.keySet().stream().filter(name -> !itself.contains(name)).toList());
    assertThat(broken(listed, files)).isEmpty();
  }

  @Test
  void a_file_that_was_tampered_with_no_longer_fits_the_manifest() throws Exception {
    var files = unzip(export());
    files.put(
        "case.json",
        new String(files.get("case.json"), UTF_8).replace("ian", "ina").getBytes(UTF_8));

    assertThat(broken(hashesIn(files.get("manifest.sha256")), files)).containsExactly("case.json");
  }

  @Test
  void the_timeline_is_a_chain_of_files() throws Exception {
    var files = unzip(export());

    var chain = hashesIn(files.get("chain.sha256"));
    assertThat(chain)
        .hasSameSizeAs(timeline.of(caseNumber).subList(1, timeline.of(caseNumber).size()));
    assertThat(broken(chain, files)).isEmpty();
    var previous = "0".repeat(64);
    for (var entry : chain.entrySet()) {
      assertThat(new String(files.get(entry.getKey()), UTF_8))
          .startsWith("previous: " + previous + "\n");
      previous = entry.getValue();
    }
  }

  @Test
  void what_the_public_was_told_beside_the_notices_is_there_with_where_and_by_whom()
      throws Exception {
    var holding = statements.proposeHolding(caseNumber, "pia");
    statements.release(holding.id(), "sam");
    posts.publish(holding.id(), "sam");
    posts.postedOn(holding.id(), "x", "https://x.example/1", "pia");

    var files = unzip(export());

    var told = read(files, "statements.json").get(0);
    assertThat(told.at("/statement/post/subject").asText()).contains("a first statement");
    assertThat(told.at("/statement/releasedBy").asText()).isEqualTo("sam");
    assertThat(told.at("/postings/0/link").asText()).isEqualTo("https://x.example/1");
    var text = signOffs.get(holding.documentId());
    assertThat(new String(files.get("documents/%s.md".formatted(text.sha256())), UTF_8))
        .isEqualTo(text.content());
  }

  @Test
  void the_signed_text_is_a_file_of_its_hash_with_its_signatures() throws Exception {
    var files = unzip(export());
    var document = signOffs.get(notice.documentId());

    var text = files.get("documents/%s.md".formatted(document.sha256()));
    assertThat(new String(text, UTF_8)).isEqualTo(document.content());
    assertThat(sha256(text)).isEqualTo(document.sha256());
    var described = read(files, "documents.json").get(0);
    assertThat(described.get("author").asText()).isEqualTo("paul");
    assertThat(described.get("signatures").findValuesAsText("person"))
        .contains("signs-for-legal", "signs-for-ceo");
    assertThat(described.get("signatures").findValuesAsText("sha256"))
        .containsOnly(document.sha256());
  }

  @Test
  void each_version_of_the_facts_is_there() throws Exception {
    var files = unzip(export());

    assertThat(read(files, "facts/0001.json").at("/facts/awareAt").asText())
        .isEqualTo("2026-03-03T09:00:00+01:00");
    assertThat(read(files, "facts/0002.json").get("recordedBy").asText()).isEqualTo("lena");
  }

  @Test
  void what_became_of_each_recipient_s_mail_is_there_and_no_cell_is_a_formula() throws Exception {
    var rows = lines(unzip(export()), "deliveries.csv");

    assertThat(rows).hasSize(3);
    assertThat(rows.get(2))
        .contains("maria@example.org,Maria Example,en,DE,cards,sent,1,2026-03-03T15:00:00Z");
    assertThat(rows.get(1)).contains("juan@example.org,'=HYPERLINK(1),en,DE,,sent");
  }

  @Test
  void the_form_of_each_authority_is_there_as_data_and_as_a_page(
      @Autowired ObligationRegister obligations) throws Exception {
    obligations.determine(caseNumber);

    var files = unzip(export());

    assertThat(read(files, "filings/eu-gdpr-33-sa-DE.json").at("/form/id").asText())
        .isEqualTo("gdpr");
    assertThat(new String(files.get("filings/eu-gdpr-33-sa-DE.html"), UTF_8))
        .contains("At night\n  by an unknown", "not known yet, to follow");
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("filings/eu-gdpr-34"));
  }

  @Test
  void who_was_reached_adds_up_to_the_list_and_the_report_of_the_mails_has_no_addresses()
      throws Exception {
    var files = unzip(export());

    assertThat(read(files, "reach.json").get("reconciles").asBoolean()).isTrue();
    assertThat(read(files, "reach.json").at("/people/accepted").asInt()).isEqualTo(2);
    var list = read(files, "reach.json").at("/lists/0");
    assertThat(list.get("sha256").asText())
        .isEqualTo(
            Sha256.of(new String(files.get("recipients/%s.txt".formatted(notice.id())), UTF_8)));
    assertThat(lines(files, "reach-lists.csv"))
        .containsExactly(
            "notice,people,sha256,listed",
            "%s,2,%s,2".formatted(notice.id(), list.get("sha256").asText()));
    assertThat(lines(files, "reach.csv")).anyMatch(line -> line.startsWith("accepted,mail,"));
    assertThat(lines(files, "delivery-report.csv"))
        .containsExactly("language,domain,status,code,mails", "en,example.org,sent,,2");
  }

  @Test
  void the_list_of_recipients_has_the_hash_with_which_it_was_released_until_they_are_erased()
      throws Exception {
    var file = "recipients/%s.txt".formatted(notice.id());
    var files = unzip(export());
    var digest = read(files, "notices.json").at("/0/recipients/digest").asText();
    assertThat(Sha256.of(new String(files.get(file), UTF_8))).isEqualTo(digest);
    assertThat(new String(files.get("timeline.csv"), UTF_8))
        .contains("notice to 2 recipients,%s".formatted(digest));
    assertThat(read(files, "notices.json").at("/0/salt").isNull()).isTrue();

    recipients.erase(caseNumber, "retention");

    var later = unzip(export());
    assertThat(later).doesNotContainKey(file);
    assertThat(read(later, "notices.json").at("/0/recipients/digest").asText()).isEqualTo(digest);
    var salt = read(later, "notices.json").at("/0/salt").asText();
    assertThat(lines(later, "deliveries.csv").get(2))
        .contains(Sha256.of(salt + "maria@example.org") + ",,en,DE,cards,sent");
  }

  @Test
  void the_register_has_a_line_for_the_case() throws Exception {
    var register = new String(unzip(export()).get("register.csv"), UTF_8);

    assertThat(register).startsWith("case,title,status,");
    assertThat(register).contains(caseNumber + ",Customer table copied,reported,");
  }

  @Test
  void the_register_says_why_somebody_is_not_told(@Autowired ObligationRegister obligations)
      throws Exception {
    var known = facts("2026-03-03T08:00:00+01:00");
    incidents.record(
        caseNumber,
        new Facts(
            known.awareAt(),
            null,
            plan.facts(),
            List.of(new Facts.Affected("US-CA", 500L, null)),
            Set.of(Facts.Aspect.CONFIDENTIALITY),
            Set.of("name", "ssn"),
            new Facts.Protection(false, null),
            Facts.Risk.HIGH,
            null,
            null,
            new Facts.Hold(
                "Cal. Civ. Code 1798.82(c)",
                "Agent Smith, FBI",
                OffsetDateTime.parse("2026-03-03T07:00:00+01:00"),
                OffsetDateTime.parse("2026-03-20T07:00:00+01:00"))),
        "lena");
    obligations.determine(caseNumber);

    var files = unzip(export());
    assertThat(new String(files.get("register.csv"), UTF_8))
        .contains("People here: 500, where the law asks for more than 500")
        .contains("not yet, law enforcement asked to wait: Cal. Civ. Code 1798.82(c)");
    assertThat(new String(files.get("timeline.csv"), UTF_8))
        .contains(
            "legal basis: Cal. Civ. Code 1798.82(c); ordered by: Agent Smith, FBI;"
                + " from: Tue 3 Mar 2026, 07:00 Berlin; until: Fri 20 Mar 2026, 07:00 Berlin");
    assertThat(new String(files.get("facts/0003.json"), UTF_8))
        .contains("\"orderedBy\" : \"Agent Smith, FBI\"", "\"from\"", "\"until\"");
  }

  @Test
  void that_it_was_taken_out_is_on_the_timeline_with_the_manifest_s_hash() throws Exception {
    var files = unzip(export());

    var last = timeline.of(caseNumber).get(timeline.of(caseNumber).size() - 1);
    assertThat(last.act()).isEqualTo("evidence exported");
    assertThat(last.by()).isEqualTo("lena");
    assertThat(last.contentHash()).contains(sha256(files.get("manifest.sha256")));
  }

  private Facts facts(String awareAt) {
    return Facts.first(OffsetDateTime.parse(awareAt), plan.facts());
  }

  private byte[] export() {
    var out = new ByteArrayOutputStream();
    evidence.write(caseNumber, "lena", out);
    return out.toByteArray();
  }

  private JsonNode read(Map<String, byte[]> files, String name) throws IOException {
    return json.readTree(files.get(name));
  }

  private static Map<String, byte[]> unzip(byte[] zip) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  /** As {@code sha256sum -c} reads them: hash, two blanks, file. */
  private static Map<String, String> hashesIn(byte[] manifest) {
    var hashes = new LinkedHashMap<String, String>();
    new String(manifest, UTF_8)
        .lines()
        .forEach(line -> hashes.put(line.substring(66), line.substring(0, 64)));
    return hashes;
  }

  private static List<String> broken(Map<String, String> hashes, Map<String, byte[]> files)
      throws Exception {
    var broken = new ArrayList<String>();
    for (var listed : hashes.entrySet()) {
      if (!sha256(files.get(listed.getKey())).equals(listed.getValue())) {
        broken.add(listed.getKey());
      }
    }
    return broken;
  }

  private static List<String> lines(Map<String, byte[]> files, String name) {
    return new String(files.get(name), UTF_8).lines().toList();
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }
}
