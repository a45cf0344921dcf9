package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.SmtpSink;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * This version on the database of an early one (schema 010), with cases that are open since then:
 *
 * <ul>
 *   <li>2026-0001: CIO, PR and CEO still have to sign the notice
 *   <li>2026-0002: the filing is signed and to be filed, the CEO still has to sign the notice
 *   <li>2026-0003: the exposure is to be assessed
 *   <li>2026-0004: reported
 * </ul>
 */
@ApplicationTest
@TestPropertySource(properties = "camunda.bpm.process-engine-name=upgraded")
class UpgradeTest {

  private static final List<String> CASES =
      List.of("2026-0001", "2026-0002", "2026-0003", "2026-0004");
  private static final Map<String, String> SIGNATORIES =
      Map.of("legal", "leo", "cio", "chris", "pr", "paul", "ceo", "carla");

  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private Timeline timeline;
  @Autowired private ObligationRegister register;
  @Autowired private Dispatcher dispatcher;
  @Autowired private SmtpSink mailServer;
  @Autowired private RuntimeService processes;
  @Autowired private Flyway flyway;

  @DynamicPropertySource
  static void a_database_of_then(DynamicPropertyRegistry properties) throws Exception {
    var url = "jdbc:h2:mem:upgraded;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";
    try (var database = DriverManager.getConnection(url, "sa", "");
        var script = database.createStatement()) {
      script.execute("runscript from 'classpath:/upgrade/open-cases.sql.zip' compression zip");
    }
    properties.add("spring.datasource.url", () -> url);
  }

  @BeforeEach
  void an_hour_after_the_reports() {
    time.is("2026-11-27T15:00:00Z");
  }

  @Test
  void timelines_verify_and_nothing_has_failed() {
    staff.runDueJobs();

    assertThat(flyway.info().pending()).isEmpty();
    for (var caseNumber : CASES) {
      assertThat(timeline.firstBroken(new CaseNumber(caseNumber))).isEmpty();
      assertThat(timeline.of(new CaseNumber(caseNumber))).isNotEmpty();
    }
    assertThat(processes.createIncidentQuery().list()).isEmpty();
  }

  @Test
  void a_notice_half_signed_then_is_signed_to_the_end_released_and_told() {
    everybodySigns("2026-0001");
    staff.does(
        "sam", "2026-0001", "releaseNotice", Map.of("decision", "release", "reason", "Signed."));
    dispatcher.sendDue();
    staff.runDueJobs("2026-0001");

    assertThat(mailServer.received())
        .extracting(SmtpSink.Received::to)
        .filteredOn(address -> address.matches(".*\\.1\\d{3}@example\\.org"))
        .hasSize(38)
        .doesNotHaveDuplicates();
    assertThat(staff.tasks("2026-0001")).doesNotContain("sign", "releaseNotice");
  }

  @Test
  void a_filing_signed_then_is_filed() {
    staff.does(
        "lena",
        "2026-0002",
        "fileIt",
        Map.of("reference", "AZ-1", "filedAt", "2026-11-27T15:00+01:00"));

    assertThat(register.of(new CaseNumber("2026-0002")))
        .extracting(Obligation::status)
        .contains(Obligation.Status.FULFILLED);
  }

  @Test
  void an_exposure_that_was_to_be_assessed_then_is_assessed_with_what_the_form_proposes() {
    var task = staff.task("2026-0003", "assessExposure");
    var answers = new HashMap<>(staff.form(task));
    answers.put("factsVersion", answers.get("shownVersion"));

    staff.does("ian", task, answers);

    assertThat(staff.tasks("2026-0003")).contains("confirmCriticality");
    assertThat(register.of(new CaseNumber("2026-0003"))).isNotEmpty();
  }

  @Test
  void a_case_reported_then_is_triaged() {
    var task = staff.task("2026-0004", "triage");
    var answers = new HashMap<>(staff.form(task));
    answers.putAll(Map.of("outcome", "breach", "reason", "The alarm was right."));

    staff.does("ian", task, answers);

    assertThat(staff.tasks("2026-0004")).containsExactly("assessExposure", "containBreach");
  }

  private void everybodySigns(String caseNumber) {
    for (var task : staff.tasks(caseNumber, "sign")) {
      staff.does(signatory(task), task, Map.of("decision", "sign"));
    }
  }

  private String signatory(Task task) {
    return SIGNATORIES.get(staff.groups(task).get(0));
  }
}
