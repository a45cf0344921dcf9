package breachresponse.workflow;

import static breachresponse.support.Breach.confirmed;
import static breachresponse.support.Breach.exposure;
import static breachresponse.support.Breach.report;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.EvidenceExport;
import breachresponse.evidence.Governing;
import breachresponse.evidence.GoverningRules;
import breachresponse.evidence.GoverningTables;
import breachresponse.evidence.Sha256;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.obligation.LegalBaseline;
import breachresponse.plan.Plans;
import breachresponse.support.ApplicationTest;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** By which versions of the plan, the diagrams and the tables a case was answered. */
@ApplicationTest
class GoverningRulesTest {

  private static final String AWARE = "2026-03-03T15:30+01:00";
  private static final String EUROPE = "obligations-europe";

  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private Cases cases;
  @Autowired private GoverningRules rules;
  @Autowired private GoverningTables tables;
  @Autowired private LegalBaseline baseline;
  @Autowired private Plans plans;
  @Autowired private PlanAtRest atRest;
  @Autowired private EvidenceExport evidence;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService processes;
  @Autowired private ObjectMapper json;

  private CaseNumber caseNumber;

  @BeforeEach
  void a_breach_is_reported_at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
    atRest.restore();
    var process = staff.starts("ian", "respond-to-breach", report());
    caseNumber =
        new CaseNumber(
            processes
                .createProcessInstanceQuery()
                .processInstanceId(process)
                .singleResult()
                .getBusinessKey());
    staff.runDueJobs(caseNumber.value());
  }

  @AfterEach
  void the_plan_is_at_rest() {
    atRest.restore();
  }

  @Test
  void each_table_that_a_process_asks_is_noted_once_with_when_it_was_asked_first() {
    assess();
    var first = tables.of(caseNumber);
    time.is("2026-03-03T16:00:00Z");
    evaluateAgain();

    assertThat(first)
        .extracting(governing -> governing.rule().key())
        .contains("criticality", "obligations", EUROPE, "authorities", "places");
    assertThat(tables.of(caseNumber)).containsAll(first).doesNotHaveDuplicates();
    assertThat(europe())
        .singleElement()
        .satisfies(
            governing -> {
              assertThat(governing.from()).isEqualTo("2026-03-03T15:00:00Z");
              assertThat(governing.until()).isEmpty();
              assertThat(governing.rule().sha256()).isEqualTo(Sha256.of(deployed(EUROPE)));
            });
  }

  @Test
  void the_proposals_of_a_form_count_once_it_is_answered_and_not_when_somebody_looks() {
    assess();
    var task = staff.task(caseNumber.value(), "confirmCriticality");
    staff.form(task);
    baseline.requirementsOf(Facts.UNKNOWN);
    assertThat(keys()).doesNotContain("signatories", "channels");

    staff.does("chris", task, Map.of("level", "3", "reason", "As proposed."));

    assertThat(keys()).contains("signatories", "channels", "criticalityScale");
  }

  @Test
  void a_version_that_is_deployed_meanwhile_takes_over_from_the_earlier_one() throws IOException {
    assess();
    time.is("2026-03-03T17:00:00Z");
    var deployment =
        repository
            .createDeployment()
            .addString("processes/obligations-europe.dmn", deployed(EUROPE).replace("72", "48"))
            .deploy();
    try {
      evaluateAgain();

      var governing = europe();
      assertThat(governing).hasSize(2);
      assertThat(governing.get(0).until()).contains(Instant.parse("2026-03-03T17:00:00Z"));
      assertThat(governing.get(1).from()).isEqualTo("2026-03-03T17:00:00Z");
      assertThat(governing.get(1).rule().version())
          .isEqualTo(governing.get(0).rule().version() + 1);
      var files = exported();
      for (var table : named(files, "tables", EUROPE)) {
        assertThat(Sha256.of(files.get(table.get("file").asText())))
            .isEqualTo(table.get("sha256").asText());
      }
    } finally {
      repository.deleteDeployment(deployment.getId(), true);
    }
    assertThat(named(exported(), "tables", EUROPE))
        .extracting(table -> table.get("file").isNull())
        .containsExactly(false, true);
  }

  @Test
  void each_diagram_by_which_a_process_of_the_case_ran_is_there_with_its_file() throws IOException {
    assess();

    var response =
        rules.diagrams(caseNumber).stream()
            .filter(diagram -> diagram.rule().key().equals("respond-to-breach"))
            .toList();
    assertThat(response)
        .singleElement()
        .satisfies(
            diagram -> {
              assertThat(diagram.from()).isEqualTo("2026-03-03T15:00:00Z");
              assertThat(diagram.until()).isEmpty();
            });
    assertThat(rules.diagrams(caseNumber))
        .extracting(diagram -> diagram.rule().key())
        .contains("fulfil-obligation", "notify-customers");
    var files = exported();
    var file = named(files, "diagrams", "respond-to-breach").get(0).get("file").asText();
    assertThat(files.get(file)).isEqualTo(deployed("respond-to-breach", "bpmn"));
    assertThat(file)
        .matches("governed-by/respond-to-breach-[0-9a-f]{12}\\.bpmn")
        .contains(response.get(0).rule().sha256().substring(0, 12));
  }

  @Test
  void the_plan_is_there_as_it_was_hashed() throws IOException {
    var version = plans.inForce();

    var files = exported();

    var plan = json.readTree(files.get("governed-by.json")).get("plan");
    assertThat(plan).hasSize(1);
    assertThat(plan.at("/0/version").asInt()).isEqualTo(version.number());
    assertThat(plan.at("/0/booklet").isNull()).isTrue();
    assertThat(Sha256.of(files.get(plan.at("/0/file").asText())))
        .isEqualTo(plan.at("/0/sha256").asText())
        .isEqualTo(version.sha256());
    assertThat(files.get("VERIFY.txt")).contains("governed-by.json");
  }

  @Test
  void an_earlier_default_of_the_settings_is_known_by_its_hash_alone() {
    var now = time.instant();

    assertThat(plans.content(new Plans.Governing(0, plans.settings().sha256(), now)))
        .contains(plans.settings());
    assertThat(plans.content(new Plans.Governing(0, Sha256.of("{}"), now))).isEmpty();
  }

  private void assess() {
    staff.does("ian", caseNumber.value(), "triage", confirmed(AWARE));
    staff.does("ian", caseNumber.value(), "assessExposure", exposure(AWARE, 1));
    staff.runDueJobs(caseNumber.value());
  }

  private void evaluateAgain() {
    cases.evaluateAgain(caseNumber);
    staff.runDueJobs(caseNumber.value());
  }

  private List<Governing> europe() {
    return tables.of(caseNumber).stream()
        .filter(governing -> governing.rule().key().equals(EUROPE))
        .toList();
  }

  private List<String> keys() {
    return tables.of(caseNumber).stream().map(governing -> governing.rule().key()).toList();
  }

  private static String deployed(String table) {
    return deployed(table, "dmn");
  }

  private static String deployed(String name, String type) {
    try {
      return new ClassPathResource("processes/%s.%s".formatted(name, type))
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<JsonNode> named(Map<String, String> files, String list, String key)
      throws IOException {
    var all = json.readTree(files.get("governed-by.json")).get(list);
    return StreamSupport.stream(all.spliterator(), false)
        .filter(rule -> rule.get("key").asText().equals(key))
        .toList();
  }

  private Map<String, String> exported() throws IOException {
    var out = new ByteArrayOutputStream();
    evidence.write(caseNumber, "lena", out);
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
