package breachresponse.workflow.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Recipients;
import breachresponse.evidence.Timeline;
import breachresponse.exercise.Scenarios;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.Role;
import breachresponse.report.EvidenceReport;
import breachresponse.signoff.Document;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.CaseOverview;
import breachresponse.workflow.ScriptedTeam;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.staff.DemoStaff;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Who did what, in Tasklist, in Cockpit and in the evidence report: people read words, not codes.
 */
@ApplicationTest
class WhoDidWhatTest {

  private static final String RANSOMWARE = "ransomware-with-exfiltration";

  /** Ids, and times as machines write them. */
  private static final Pattern CODE =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}|\\d{4}-\\d\\d-\\d\\dT\\d\\d|\\.dmn|waiting-for-");

  /** But for those who stand beside their names. */
  private static final Pattern LOG_IN =
      Pattern.compile(
          DemoStaff.PEOPLE.stream()
              .map(DemoStaff.Person::id)
              .collect(Collectors.joining("|", "(?<!\\()\\b(", ")\\b")));

  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private Scenarios scenarios;
  @Autowired private Recipients recipients;
  @Autowired private ObligationRegister register;
  @Autowired private Timeline timeline;
  @Autowired private CaseOverview overview;
  @Autowired private CaseTimeline caseTimeline;
  @Autowired private EvidenceReport report;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;
  @Autowired private ManagementService jobs;
  @Autowired private RepositoryService repository;

  private CaseNumber caseNumber;

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
  }

  @Test
  void what_was_done_in_a_case_is_told_in_words_from_its_report_to_its_end() throws IOException {
    aCaseIsLedToItsEnd();

    var codes = codes().toList();
    assertThat(shown())
        .allSatisfy(page -> assertThat(page).doesNotContainPattern(CODE))
        .allSatisfy(page -> assertThat(page).doesNotContainPattern(LOG_IN))
        .allSatisfy(page -> assertThat(codes).filteredOn(page::contains).isEmpty());
    assertThat(overview.of(caseNumber))
        .contains("| Fulfil an obligation | deadline passed: ", "| Criticality scale | ")
        .contains("| Sign\\-off | signatories determined: customer notice ");
    assertThat(caseTimeline.of(caseNumber).acts())
        .extracting(CaseTimeline.Act::by)
        .contains("Petra Privacy", "Criticality", "The system");
    assertThat(pdf()).contains("Petra Privacy (petra) obligation fulfilled: DE, ");
  }

  private void aCaseIsLedToItsEnd() {
    var instance = staff.starts("sam", "exercise-plan", Map.of());
    staff.does(
        "sam",
        staff.taskOf(instance),
        Map.of("scenario", RANSOMWARE, "participants", List.of("ian", "petra"), "timeLapse", 60));
    caseNumber =
        new CaseNumber(
            processes
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey());
    new ScriptedTeam(
            staff,
            time,
            tasks,
            processes,
            jobs,
            recipients,
            caseNumber.value(),
            scenarios.get(RANSOMWARE).facts(),
            Duration.ofMinutes(1))
        .playUntil("drawTheLessons", this::isLeftForLater);
  }

  /** Filings are late, so that reminders and deadlines are on record as well. */
  private boolean isLeftForLater(Task task) {
    return task.getTaskDefinitionKey().equals("endTheExercise")
        || task.getTaskDefinitionKey().equals("fileIt")
            && time.instant().isBefore(Instant.parse("2026-03-03T16:20:00Z"));
  }

  /** What stands for something that has a name. */
  private Stream<String> codes() {
    return Stream.of(
            register.of(caseNumber).stream().map(duty -> duty.duty().id()),
            Stream.of(Role.values()).map(Role::group),
            Stream.of(Document.Kind.values()).map(Document.Kind::key),
            repository.createProcessDefinitionQuery().list().stream()
                .map(ResourceDefinition::getKey),
            repository.createDecisionDefinitionQuery().list().stream()
                .map(ResourceDefinition::getKey))
        .flatMap(all -> all)
        .filter(Predicate.not(WhoDidWhatTest::isAWord));
  }

  private static boolean isAWord(String code) {
    return code.matches("[a-z]+");
  }

  private List<String> shown() throws IOException {
    return List.of(
        // links lead somewhere, and are not read
        overview.of(caseNumber).replace("\\", "").replaceAll("\\]\\([^)]*\\)", "]"),
        caseTimeline.of(caseNumber).toString(),
        pdf());
  }

  private String pdf() throws IOException {
    try (var pdf = Loader.loadPDF(report.pdf(caseNumber))) {
      return new PDFTextStripper().getText(pdf).replaceAll("-\\s+", "-").replaceAll("\\s+", " ");
    }
  }

  // what earlier releases wrote

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          obligation fulfilled | eu-gdpr-33-sa (DE), The authority: told at 2026-11-27T08:48:44.902656780Z, reference 26-118 | DE, The authority: told at Fri 27 Nov 2026, 09:48 Berlin, reference 26-118
          obligation released | us-ca-1798-82 (US-CA), Customers (all): none is hurt | US-CA, Customers (all): none is hurt
          filed again | eu-gdpr-33-sa (DE), The authority: follow-up at 2026-03-05T09:00:00Z | DE, The authority: follow-up at Thu 5 Mar 2026, 10:00 Berlin
          text submitted for signature | customer-notice 'Notice to customers' | customer notice 'Notice to customers'
          signatories determined | ruling-out 'GDPR Art 33: The authority': legal, senior-leadership | ruling out 'GDPR Art 33: The authority': Legal, Senior leadership
          text signed | filing 'GDPR Art 33', for cio (known as 8f3c of https://login.example.org): core-it agrees | filing 'GDPR Art 33', for CIO (known as 8f3c of https://login.example.org): core-it agrees
          signature refused | no-notice 'Decision', for legal: Too soon | no notice 'Decision', for Legal: Too soon
          text released in an emergency | filing 'GDPR Art 33', without the signatures of legal, cio: Two hours are left | filing 'GDPR Art 33', without the signatures of Legal, CIO: Two hours are left
          released text found wrong | filing 'GDPR Art 33', for legal: The number | filing 'GDPR Art 33', for Legal: The number
          deputies asked to sign | Notice to customers, not signed yet by pr, ceo; deputies: senior-leadership, Dora Deputy | Notice to customers, not signed yet by PR, CEO; deputies: Senior leadership, Dora Deputy
          team mailed | core-it, legal: Look at the logs, 4 people | Core IT, Legal: Look at the logs, 4 people
          notice posted | linkedin: https://example.org/1 | LinkedIn: https://example.org/1
          posting tried again | x | X
          not posted | facebook: We have no page there | Facebook: We have no page there
          audience informed | press: By phone | Press: By phone
          dispatch started | notice 9fd9510a-2f6c-4a37-8d13-d12c8a574b37 to 2 recipients | notice to 2 recipients
          dispatch rehearsed | notice 9fd9510a-2f6c-4a37-8d13-d12c8a574b37 to 2 recipients: nothing is sent | notice to 2 recipients: nothing is sent
          told those whom mail did not reach | substitute-notice, 2026-03-05T09:00:00Z: In the press | substitute notice, Thu 5 Mar 2026, 10:00 Berlin: In the press
          people told one by one | 3 by letter, 2026-03-05T09:00:00Z | 3 by letter, Thu 5 Mar 2026, 10:00 Berlin
          hold order recorded | legal basis: § 95a StPO; ordered by: Det. Holmes; from: 2026-03-03T07:00+01:00; until: not said | legal basis: § 95a StPO; ordered by: Det. Holmes; from: Tue 3 Mar 2026, 07:00 Berlin; until: not said
          hold of law enforcement ended | It is over; first said by lena: They called | It is over; first said by Lena Legal (lena): They called
          exercise begun | Ransomware, 60 times as fast, with ian, lena | Ransomware, 60 times as fast, with Ian Core-It (ian), Lena Legal (lena)
          lesson drawn | File in phases: petra by 2026-04-15 | File in phases: Petra Privacy (petra) by 2026-04-15
          case restricted | only ian, lena may see it: An insider | only Ian Core-It (ian), Lena Legal (lena) may see it: An insider
          let in | pia: She writes the notice | Pia Pr (pia): She writes the notice
          staff woken | level 4: Legal, 2 people by mail; no mail address of ian, gone | level 4: Legal, 2 people by mail; no mail address of Ian Core-It (ian), gone
          administrator intervened | ModifyProcessInstance (ProcessInstance) in sign-off | modify process instance in Sign-off
          moved to another version | respond-to-breach: from version 1, to version 2 | Respond to a breach: from version 1, to version 2
          breach contained | not before 2026-02-30T10:00Z | not before 2026-02-30T10:00Z
          breach contained | eu-gdpr-33-sa (DE), as people write it | eu-gdpr-33-sa (DE), as people write it
          """)
  void what_was_written_in_codes_is_shown_in_words(String act, String written, String shown) {
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    timeline.record(caseNumber, "ian", act, written, null);

    assertThat(caseTimeline.of(caseNumber).acts().get(0).detail()).isEqualTo(shown);
    assertThat(overview.of(caseNumber)).contains(CaseSheet.plain(act + ": " + shown));
    assertThat(timeline.firstBroken(caseNumber)).isEmpty();
  }
}
