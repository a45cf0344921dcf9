package breachresponse.workflow;

import static breachresponse.support.Breach.confirmed;
import static breachresponse.support.Breach.exposure;
import static breachresponse.support.Breach.report;
import static breachresponse.support.Breach.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incident.Status;
import breachresponse.incident.Incidents;
import breachresponse.obligation.Duty;
import breachresponse.obligation.LegalBaseline;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.obligation.Verdict;
import breachresponse.plan.Plans;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.engine.Unrestricted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@ApplicationTest
class RespondToBreachTest {

  private static final String AWARE = "2026-03-03T15:30+01:00";

  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private SignOffs signOffs;
  @Autowired private RespondToBreach respondToBreach;
  @Autowired private ObligationRegister register;
  @Autowired private RunningObligations running;
  @Autowired private Timeline timeline;
  @Autowired private Cases cases;
  @Autowired private RuntimeService processes;
  @Autowired private TaskService tasks;
  @Autowired private RepositoryService repository;
  @Autowired private LawWatch law;
  @Autowired private LegalBaseline baseline;
  @Autowired private NextVersion nextPlan;
  @Autowired private ManagementService jobs;
  @Autowired private Unrestricted engine;
  @Autowired private Plans plans;
  @Autowired private PlanAtRest atRest;

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
  }

  @Test
  void a_report_opens_a_case_under_its_own_number_for_core_it_to_triage() {
    var caseNumber = reported();

    assertThat(incidents.get(new CaseNumber(caseNumber)).status()).isEqualTo(Status.REPORTED);
    var triage = staff.task(caseNumber, "triage");
    assertThat(staff.groups(triage)).containsExactly("core-it");
    assertThat(triage.getDueDate()).isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
    assertThat(triage.getFollowUpDate()).isEqualTo(Instant.parse("2026-03-03T15:30:00Z"));
    assertThat(staff.form(triage))
        .hasEntrySatisfying(
            "report", text -> assertThat(text.toString()).contains("customer table"));
  }

  @Test
  void a_report_without_its_title_is_refused_and_opens_nothing() {
    assertThatThrownBy(() -> staff.starts("pia", "respond-to-breach", Map.of("description", "x")))
        .hasMessageContaining("title: please answer");
  }

  @Test
  void nobody_takes_a_case_over_by_starting_its_process_again() {
    var caseNumber = reported();

    assertThatThrownBy(() -> processes.startProcessInstanceByKey("respond-to-breach", caseNumber))
        .hasMessageContaining("please use the form");
  }

  @Test
  void a_false_alarm_ends_the_case_with_its_reason() {
    var caseNumber = reported();

    staff.does(
        "ian",
        caseNumber,
        "triage",
        Map.of("outcome", "false-alarm", "reason", "It was our own backup."));

    assertThat(incidents.get(new CaseNumber(caseNumber)).status()).isEqualTo(Status.FALSE_ALARM);
    assertThat(staff.tasks(caseNumber)).isEmpty();
    assertThat(acts(caseNumber)).contains("no breach found", "false alarm recorded");
  }

  @Test
  void a_breach_is_contained_while_its_exposure_is_assessed() {
    var caseNumber = confirmedCase();

    assertThat(staff.tasks(caseNumber)).containsExactly("assessExposure", "containBreach");
  }

  @Test
  void we_are_aware_of_our_processors_breach_once_it_has_told_us() {
    var caseNumber = reported();

    staff.does(
        "ian",
        caseNumber,
        "triage",
        Map.of("outcome", "at-processor", "reason", "Their mail says so."));
    assertThat(staff.tasks(caseNumber)).containsExactly("obtainProcessorsReport");
    staff.does(
        "petra",
        caseNumber,
        "obtainProcessorsReport",
        Map.of("processor", "Mailer Ltd", "informedAt", AWARE, "report", "Their list was copied."));

    assertThat(staff.tasks(caseNumber)).containsExactly("assessExposure", "containBreach");
    assertThat(facts(caseNumber).awareAt().toInstant())
        .isEqualTo(Instant.parse("2026-03-03T14:30:00Z"));
  }

  @Test
  void becoming_aware_in_the_future_is_refused_and_the_task_stays_open() {
    var caseNumber = reported();

    assertThatThrownBy(
            () -> staff.does("ian", caseNumber, "triage", confirmed("2026-03-04T10:00+01:00")))
        .hasMessageContaining("awareAt:")
        .hasMessageContaining("future");
    assertThat(staff.tasks(caseNumber)).containsExactly("triage");
  }

  @Test
  void the_assessed_exposure_sets_the_level_and_starts_the_clocks() {
    var caseNumber = assessed();

    assertThat(incidents.get(new CaseNumber(caseNumber)).criticality()).isPresent();
    assertThat(obligations(caseNumber))
        .filteredOn(o -> o.duty().id().equals("eu-gdpr-33-sa"))
        .singleElement()
        .satisfies(
            o -> assertThat(o.clock().due()).contains(Instant.parse("2026-03-06T14:30:00Z")));
    assertThat(staff.tasks(caseNumber))
        .contains("confirmCriticality", "containBreach", "decideOnCustomers", "prepareFiling");
  }

  @Test
  void places_that_cannot_be_read_are_named_with_their_line() {
    var caseNumber = confirmedCase();

    assertThatThrownBy(
            () ->
                staff.does(
                    "ian",
                    caseNumber,
                    "assessExposure",
                    with(exposure(AWARE, 1), "affected", "DE 300\nGermany many")))
        .hasMessageContaining("affected: line 2, 'Germany many'");
    assertThat(staff.tasks(caseNumber)).contains("assessExposure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          affected   | UK 300                 | 'UK' is no code of ISO 3166-1
          affected   | DE 1.5                 | affected: line 1, 'DE 1.5', is not understood
          affected   | DE ,,,                 | affected: line 1, 'DE ,,,', is not understood
          occurrence | 2126-03-03T15:30+01:00 | clocks.occurrence: 2126-03-03T15:30+01:00 lies in the future
          """)
  void findings_in_a_form_keep_the_rules_of_facts(String field, String answer, String message) {
    var caseNumber = confirmedCase();
    var findings = with(exposure(AWARE, 1), field, answer);

    assertThatThrownBy(() -> staff.does("ian", caseNumber, "assessExposure", findings))
        .hasMessageContaining(message);
    assertThat(staff.tasks(caseNumber)).contains("assessExposure");
  }

  @Test
  void thousands_may_be_parted() {
    var caseNumber = confirmedCase();
    staff.does(
        "ian", caseNumber, "assessExposure", with(exposure(AWARE, 1), "affected", "DE 1.200"));
    assertThat(incidents.facts(new CaseNumber(caseNumber)).orElseThrow().facts().people())
        .isEqualTo(1200);
  }

  @Test
  void the_organisation_is_that_of_the_plan_until_a_case_says_otherwise() {
    var caseNumber = confirmedCase();

    var form = staff.form(staff.task(caseNumber, "assessExposure"));
    assertThat(form.get("organisation").toString())
        .contains("Established in DE; US\\-CA", "Main establishment: DE", "Online service");

    var hospital =
        with(
            with(exposure(AWARE, 1), "affected", "US-CA 600"),
            "dataCategories",
            List.of("name", "health"));
    staff.does(
        "ian",
        caseNumber,
        "assessExposure",
        with(
            with(
                with(with(hospital, "organisationDiffers", true), "establishments", "us-ca"),
                "sectors",
                List.of("health-care")),
            "attributes",
            List.of("hipaa-covered-entity")));

    var organisation =
        incidents.facts(new CaseNumber(caseNumber)).orElseThrow().facts().organisation();
    assertThat(organisation.establishments()).containsExactly("US-CA");
    assertThat(organisation.mainEstablishment()).isNull();
    assertThat(obligations(caseNumber))
        .extracting(o -> o.duty().id())
        .contains("us-hipaa-individuals")
        .doesNotContain("eu-gdpr-33-sa");
  }

  @Test
  void an_organisation_that_cannot_be_is_refused_by_field() {
    var caseNumber = confirmedCase();
    var elsewhere =
        with(
            with(with(exposure(AWARE, 1), "organisationDiffers", true), "establishments", "Berlin"),
            "sectors",
            List.of("florist"));

    assertThatThrownBy(() -> staff.does("ian", caseNumber, "assessExposure", elsewhere))
        .hasMessageContaining("organisation.establishments: 'BERLIN' is no code of ISO 3166-1")
        .hasMessageContaining("organisation.sectors: 'florist' is not in the vocabulary");
    assertThatThrownBy(
            () ->
                staff.does(
                    "ian", caseNumber, "assessExposure", with(elsewhere, "establishments", " ")))
        .hasMessageContaining("establishments: please answer");
    assertThat(staff.tasks(caseNumber)).contains("assessExposure");
  }

  @Test
  void a_choice_that_is_no_text_is_refused() {
    var caseNumber = confirmedCase();
    var findings = with(exposure(AWARE, 1), "dataCategories", Arrays.asList("name", null));

    assertThatThrownBy(() -> staff.does("ian", caseNumber, "assessExposure", findings))
        .hasMessageContaining("dataCategories: please give a list of choices");
  }

  @Test
  void from_triage_on_the_case_shows_what_the_law_may_ask_and_which_facts_are_missing() {
    var caseNumber = confirmedCase();

    assertThat(obligations(caseNumber))
        .filteredOn(o -> o.duty().id().equals("eu-gdpr-33-sa"))
        .singleElement()
        .satisfies(
            o -> {
              assertThat(o.finding().verdict()).isEqualTo(Verdict.UNDECIDED);
              assertThat(o.clock().due()).contains(Instant.parse("2026-03-06T14:30:00Z"));
            });
    assertThat(staff.form(staff.task(caseNumber, "assessExposure")).get("obligations").toString())
        .contains("undecided", "the likely risk to people");
  }

  @Test
  void starts_in_a_row_do_not_pile_up_looks_at_the_law() {
    var caseNumber = assessed();
    var response =
        processes
            .createProcessInstanceQuery()
            .processDefinitionKey("respond-to-breach")
            .processInstanceBusinessKey(caseNumber)
            .singleResult();

    for (var start = 1; start <= 5; start++) {
      new LawWatch(baseline, cases, nextPlan, processes, jobs, engine).look();
    }

    var waiting =
        jobs.createJobQuery().processInstanceId(response.getId()).activityId("findingsRecorded");
    assertThat(waiting.count()).isEqualTo(2);
    staff.runDueJobs(caseNumber);
    assertThat(waiting.count()).isZero();
  }

  @Test
  void a_table_that_is_deployed_while_a_case_runs_is_followed_and_legal_accepts_the_difference() {
    var caseNumber = assessed();
    law.look();
    staff.runDueJobs();
    assertThat(staff.tasks(caseNumber)).doesNotContain("acceptChanges");

    var deployment =
        repository
            .createDeployment()
            .addString(
                "processes/obligations-europe.dmn",
                europe()
                    .replaceFirst("(id=\"eu-gdpr-33-sa-out11\">\\s*<text>)72(</text>)", "$148$2"))
            .deploy();
    try {
      law.look();
      staff.runDueJobs();

      assertThat(staff.tasks(caseNumber)).contains("acceptChanges");
      assertThat(obligations(caseNumber))
          .filteredOn(o -> o.duty().id().equals("eu-gdpr-33-sa"))
          .allSatisfy(
              o -> assertThat(o.clock().due()).contains(Instant.parse("2026-03-05T14:30:00Z")));
    } finally {
      repository.deleteDeployment(deployment.getId(), true);
    }
  }

  private static String europe() {
    try {
      return new ClassPathResource("processes/obligations-europe.dmn")
          .getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void what_stays_empty_is_not_known_and_leaves_the_duty_undecided() {
    var caseNumber = confirmedCase();
    staff.does("ian", caseNumber, "assessExposure", with(exposure(AWARE, 1), "risk", "unknown"));

    assertThat(obligations(caseNumber))
        .filteredOn(o -> o.duty().id().equals("eu-gdpr-33-sa"))
        .extracting(o -> o.finding().verdict())
        .containsExactly(Verdict.UNDECIDED);
    assertThat(staff.form(staff.task(caseNumber, "decideOnCustomers")).get("duties").toString())
        .contains("undecided", "the likely risk to people");
  }

  @Test
  void a_case_without_personal_data_and_without_duties_closes_with_the_reason_for_telling_nobody() {
    var caseNumber = confirmedCase();
    staff.does(
        "ian", caseNumber, "assessExposure", with(exposure(AWARE, 1), "noPersonalData", true));
    staff.does("chris", caseNumber, "confirmCriticality", level(caseNumber));
    staff.does("ian", caseNumber, "containBreach", Map.of("measures", "Account locked at 14:00."));
    doNotTell(caseNumber, "Nobody is affected.");
    var lessons = Map.<String, Object>of("lessons", "None.");

    assertThatThrownBy(() -> staff.does("chris", caseNumber, "reviewResponse", lessons))
        .hasMessageContaining("nobodyToldReason");
    assertThat(staff.form(staff.task(caseNumber, "reviewResponse")).get("notTriggered").toString())
        .contains("GDPR Art 33");

    staff.does(
        "chris",
        caseNumber,
        "reviewResponse",
        with(lessons, "nobodyToldReason", "Only price lists were copied."));
    assertThat(acts(caseNumber)).contains("no duty to tell anyone");
    assertThat(plans.inPreparation()).isEmpty();
  }

  @Test
  void lessons_that_change_the_plan_are_the_reason_of_its_next_version() {
    var caseNumber = confirmedCase();
    staff.does(
        "ian", caseNumber, "assessExposure", with(exposure(AWARE, 1), "noPersonalData", true));
    staff.does("chris", caseNumber, "confirmCriticality", level(caseNumber));
    staff.does("ian", caseNumber, "containBreach", Map.of("measures", "Account locked at 14:00."));
    doNotTell(caseNumber, "Nobody is affected.");

    staff.does(
        "chris",
        caseNumber,
        "reviewResponse",
        Map.of(
            "nobodyToldReason", "Only price lists were copied.",
            "lessons", "Nobody knew who calls the press.",
            "planMustChange", true));

    try {
      assertThat(plans.inPreparation().orElseThrow().reason())
          .contains("lessons of case " + caseNumber + ": Nobody knew who calls the press.");
      var preparation =
          processes
              .createProcessInstanceQuery()
              .processDefinitionKey("prepare-response-plan")
              .singleResult();
      processes.deleteProcessInstance(preparation.getId(), "the test is over");
    } finally {
      atRest.restore();
    }
  }

  @Test
  void a_text_that_left_in_an_emergency_is_looked_at_before_the_case_closes() {
    var caseNumber = assessed();
    staff.does("chris", caseNumber, "confirmCriticality", level(caseNumber));
    staff.does("ian", caseNumber, "containBreach", Map.of("measures", "Account locked at 14:00."));
    endAll(caseNumber);
    doNotTell(caseNumber, "They know already.");
    var text =
        signOffs.submit(
            new CaseNumber(caseNumber),
            Document.Kind.CUSTOMER_NOTICE,
            "Notice to customers",
            "It happened.",
            "pia");
    var signatories = signOffs.determineSignatories(text.id());
    signOffs.releaseInAnEmergency(text.id(), "lena", "The CEO is on a plane.");
    var lessons = Map.<String, Object>of("lessons", "Deputies need phones.");

    assertThatThrownBy(() -> staff.does("chris", caseNumber, "reviewResponse", lessons))
        .hasMessageContaining("look: a text was released in an emergency");
    assertThat(respondToBreach.isAnythingOpen(caseNumber)).isTrue();
    signatories.forEach(
        role -> signOffs.lookAgain(text.id(), role, "looks-for-" + role, true, null));
    staff.does("chris", caseNumber, "reviewResponse", lessons);

    assertThat(incidents.get(new CaseNumber(caseNumber)).status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void awareness_after_the_first_sign_needs_its_reason_and_doubtful_times_a_second_look() {
    var caseNumber = confirmedCase();

    assertRefused(
        caseNumber,
        with(exposure(AWARE, 1), "detection", "2026-03-03T14:00+01:00"),
        "awarenessReason");
    assertRefused(
        caseNumber, with(exposure(AWARE, 1), "detection", "2026-03-03T16:00+01:00"), "awareAt");
    assertRefused(caseNumber, exposure("2026-03-03T09:00+01:00", 1), "timesChecked");
    var dayBefore =
        with(
            with(exposure(AWARE, 1), "detection", "2026-03-01T14:00+01:00"),
            "awarenessReason",
            "The logs had to be restored.");
    assertRefused(caseNumber, dayBefore, "timesChecked");

    staff.does("ian", caseNumber, "assessExposure", with(dayBefore, "timesChecked", true));
    assertThat(facts(caseNumber).account().awarenessReason())
        .isEqualTo("The logs had to be restored.");
  }

  private void assertRefused(String caseNumber, Map<String, Object> answers, String field) {
    assertThatThrownBy(() -> staff.does("ian", caseNumber, "assessExposure", answers))
        .hasMessageContaining(field + ":");
  }

  @Test
  void what_somebody_else_has_recorded_meanwhile_is_not_overwritten() {
    var caseNumber = confirmedCase();
    cases.find(
        new CaseNumber(caseNumber),
        facts(caseNumber).awareSince(facts(caseNumber).awareAt().minusHours(1)),
        "petra");

    assertThatThrownBy(() -> staff.does("ian", caseNumber, "assessExposure", exposure(AWARE, 1)))
        .hasMessageContaining("version 2 was recorded since");
  }

  @Test
  void another_level_than_the_tables_needs_a_reason() {
    var caseNumber = assessed();

    assertThatThrownBy(
            () -> staff.does("chris", caseNumber, "confirmCriticality", Map.of("level", "6")))
        .hasMessage("reason: please say why the level differs from the table's");

    staff.does(
        "chris",
        caseNumber,
        "confirmCriticality",
        Map.of("level", "6", "reason", "A ministry is hit."));
    assertThat(incidents.get(new CaseNumber(caseNumber)).criticality()).contains(6);
  }

  @Test
  void a_processor_leaves_it_to_the_controller_to_tell_the_people() {
    var caseNumber = confirmedCase();
    staff.does("ian", caseNumber, "assessExposure", with(exposure(AWARE, 1), "role", "processor"));

    assertThat(obligations(caseNumber))
        .extracting(o -> o.duty().recipient())
        .contains(Duty.Recipient.CONTROLLER)
        .doesNotContain(Duty.Recipient.PEOPLE);
    assertThat(staff.tasks(caseNumber)).doesNotContain("decideOnCustomers");
  }

  @Test
  void the_case_closes_only_when_every_duty_is_fulfilled_or_released() {
    var caseNumber = assessed();
    staff.does("chris", caseNumber, "confirmCriticality", level(caseNumber));
    staff.does("ian", caseNumber, "containBreach", Map.of("measures", "Account locked at 14:00."));
    assertThat(staff.tasks(caseNumber)).doesNotContain("reviewResponse");

    endAll(caseNumber);
    doNotTell(caseNumber, "They know already.");
    assertThat(staff.form(staff.task(caseNumber, "reviewResponse")).get("obligations").toString())
        .contains("not told: Not owed.")
        .doesNotContain(", in ");
    staff.does(
        "chris",
        caseNumber,
        "reviewResponse",
        Map.of("lessons", "Two factors for administrators."));

    assertThat(incidents.get(new CaseNumber(caseNumber)).status()).isEqualTo(Status.CLOSED);
    assertThat(staff.tasks(caseNumber)).isEmpty();
    assertThat(acts(caseNumber)).contains("response reviewed", "case closed");
  }

  @Test
  void new_findings_add_duties_that_run_at_once_and_legal_accepts_them() {
    var caseNumber = assessed();
    var before = staff.tasks(caseNumber, "prepareFiling").size();

    finds("petra", caseNumber, with(exposure(AWARE, 2), "affected", "DE 300\nGB 40"));

    assertThat(obligations(caseNumber)).extracting(o -> o.duty().id()).contains("gb-ukgdpr-33-ico");
    assertThat(staff.tasks(caseNumber, "prepareFiling")).hasSizeGreaterThan(before);
    assertThat(staff.form(staff.task(caseNumber, "acceptChanges")).get("changes").toString())
        .contains("* obligation determined: GB, Information Commissioner")
        .doesNotContain("gb-ukgdpr");
    staff.does("lena", caseNumber, "acceptChanges", Map.of());
    assertThat(staff.tasks(caseNumber)).doesNotContain("acceptChanges");

    endAll(caseNumber);
    assertThat(staff.passed(caseNumber)).contains("fulfilNewObligations");
  }

  @Test
  void people_whom_the_decision_did_not_know_of_are_asked_about_again() {
    var caseNumber = assessed();
    doNotTell(caseNumber, "Told in the shop.");
    assertThat(staff.tasks(caseNumber)).doesNotContain("decideOnCustomers");

    finds("petra", caseNumber, with(exposure(AWARE, 2), "affected", "DE 300\nGB 40"));

    assertThat(staff.form(staff.task(caseNumber, "decideOnCustomers")).get("duties").toString())
        .contains("UK GDPR");
    doNotTell(caseNumber, "Told in that shop too.");
    assertThat(staff.passed(caseNumber)).contains("notifyCustomersToo");
    assertThat(staff.tasks(caseNumber)).doesNotContain("decideOnCustomers");
  }

  @Test
  void what_the_first_report_had_triggered_and_the_assessment_does_not_is_for_legal_as_well() {
    var seen = assessed();
    finds("petra", seen, with(exposure(AWARE, 2), "affected", "DE 300\nGB 40"));
    var caseNumber = cases.report("Copied", "By the scanner.", facts(seen), "ian").value();
    staff.runDueJobs();
    staff.does("ian", caseNumber, "triage", confirmed(AWARE));

    staff.does("ian", caseNumber, "assessExposure", exposure(AWARE, 1));
    staff.runDueJobs();

    var form = staff.form(staff.task(caseNumber, "acceptChanges"));
    assertThat(form.get("goneChoices").toString()).contains("UK GDPR");
    assertThat(form.get("obligations").toString()).contains("**(no longer triggered:** ");
  }

  @Test
  void what_the_facts_no_longer_trigger_goes_only_when_legal_releases_it() {
    var caseNumber = assessed();

    finds("petra", caseNumber, with(exposure(AWARE, 2), "risk", "unlikely"));

    var gone =
        obligations(caseNumber).stream()
            .filter(o -> o.status() == Obligation.Status.NO_LONGER_TRIGGERED)
            .toList();
    assertThat(gone).extracting(o -> o.duty().id()).contains("eu-gdpr-33-sa");
    assertThat(staff.tasks(caseNumber)).contains("prepareFiling");

    assertThatThrownBy(() -> staff.does("lena", caseNumber, "acceptChanges", Map.of()))
        .hasMessageContaining("reason");
    staff.does(
        "lena",
        caseNumber,
        "acceptChanges",
        Map.of(
            "released",
            gone.stream().map(o -> o.id().toString()).toList(),
            "reason",
            "Keys are safe."));
    assertThat(obligations(caseNumber)).filteredOn(o -> !o.status().isOver()).isEmpty();
    assertThat(staff.tasks(caseNumber)).doesNotContain("prepareFiling");
  }

  @Test
  void a_later_deadline_counts_when_legal_has_accepted_it() {
    var caseNumber = assessed();
    var filing = staff.tasks(caseNumber, "prepareFiling").get(0).getId();
    var due = taskDue(filing);

    finds("petra", caseNumber, exposure("2026-03-03T15:45+01:00", 2));
    assertThat(taskDue(filing)).isEqualTo(due);
    assertThat(staff.form(staff.task(caseNumber, "acceptChanges")).get("changes").toString())
        .contains("15:45");

    staff.does("lena", caseNumber, "acceptChanges", Map.of());
    assertThat(taskDue(filing)).isEqualTo(due.plusSeconds(15 * 60));

    finds("petra", caseNumber, exposure("2026-03-03T15:45+01:00", 3));
    assertThat(staff.tasks(caseNumber)).doesNotContain("acceptChanges");
  }

  private Instant taskDue(String task) {
    return tasks.createTaskQuery().taskId(task).singleResult().getDueDate().toInstant();
  }

  @Test
  void what_a_recorded_clock_start_changes_is_for_legal_to_accept_as_well() {
    var caseNumber = confirmedCase();
    staff.does("ian", caseNumber, "assessExposure", with(exposure(AWARE, 1), "affected", "SG 600"));

    staff.does(
        "lena",
        staff.tasks(caseNumber, "recordClockStart").get(0),
        Map.of("outcome", "happened", "happenedAt", "2026-03-03T15:45+01:00"));

    assertThat(obligations(caseNumber))
        .filteredOn(o -> o.status() == Obligation.Status.NO_LONGER_TRIGGERED)
        .extracting(o -> o.duty().id())
        .containsExactly("sg-pdpa-26c-assess");
    assertThat(staff.tasks(caseNumber)).contains("acceptChanges");
  }

  @Test
  void findings_that_change_nothing_bother_nobody() {
    var caseNumber = assessed();
    var before = staff.tasks(caseNumber);

    finds(
        "petra", caseNumber, with(exposure(AWARE, 2), "cause", "A stolen password, most likely."));

    assertThat(staff.tasks(caseNumber)).isEqualTo(before);
    assertThat(staff.passed(caseNumber)).contains("nothingChanged");
  }

  @Test
  void worse_findings_raise_the_level_and_better_ones_leave_it_to_people() {
    var caseNumber = assessed();
    var level = incidents.get(new CaseNumber(caseNumber)).criticality().orElseThrow();

    finds("petra", caseNumber, with(exposure(AWARE, 2), "consequence", "national-security"));
    assertThat(incidents.get(new CaseNumber(caseNumber)).criticality()).contains(6);

    finds("petra", caseNumber, with(exposure(AWARE, 3), "consequence", "none"));
    assertThat(incidents.get(new CaseNumber(caseNumber)).criticality()).contains(6);
    assertThat(level).isLessThan(6);
  }

  @Test
  void findings_for_a_case_that_is_over_are_refused() {
    var caseNumber = reported();
    staff.does("ian", caseNumber, "triage", Map.of("outcome", "false-alarm", "reason", "A test."));

    assertThatThrownBy(
            () -> staff.starts("petra", "report-findings", Map.of("caseNumber", caseNumber)))
        .hasMessageContaining("is over");
    assertThatThrownBy(
            () -> staff.starts("petra", "report-findings", Map.of("caseNumber", "2026-9999")))
        .hasMessage("caseNumber: there is no case 2026-9999");
  }

  @Test
  void a_case_reported_by_the_api_begins_with_its_facts() {
    var facts = facts(assessed());

    var caseNumber = cases.report("Copied", "By the scanner.", facts, "ian").value();
    staff.runDueJobs();

    assertThat(facts(caseNumber)).isEqualTo(facts);
    assertThat(staff.form(staff.task(caseNumber, "triage"))).containsKey("awareAt");
  }

  private String reported() {
    var instance = staff.starts("pia", "respond-to-breach", report());
    return processes
        .createProcessInstanceQuery()
        .processInstanceId(instance)
        .singleResult()
        .getBusinessKey();
  }

  private String confirmedCase() {
    var caseNumber = reported();
    staff.does("ian", caseNumber, "triage", confirmed(AWARE));
    return caseNumber;
  }

  private String assessed() {
    var caseNumber = confirmedCase();
    staff.does("ian", caseNumber, "assessExposure", exposure(AWARE, 1));
    return caseNumber;
  }

  private void finds(String person, String caseNumber, Map<String, Object> answers) {
    staff.starts(person, "report-findings", Map.of("caseNumber", caseNumber));
    staff.does(person, caseNumber, "recordFindings", answers);
  }

  private Map<String, Object> level(String caseNumber) {
    return Map.of(
        "level", incidents.get(new CaseNumber(caseNumber)).criticality().orElseThrow().toString());
  }

  private void endAll(String caseNumber) {
    obligations(caseNumber).stream()
        .filter(o -> !o.tellsPeople())
        .forEach(o -> register.release(o.id(), "Not owed.", "lena"));
    running.follow(new CaseNumber(caseNumber));
    staff.runDueJobs();
  }

  private void doNotTell(String caseNumber, String reason) {
    staff.does(
        "lena",
        caseNumber,
        "decideOnCustomers",
        Map.of("decision", "do-not-tell", "reason", reason));
    signAll(caseNumber);
  }

  private void signAll(String caseNumber) {
    var people = Map.of("legal", "leo", "cio", "chris", "ceo", "carla", "pr", "paul");
    for (var task : staff.tasks(caseNumber, "sign")) {
      staff.does(people.get(staff.groups(task).get(0)), task, Map.of("decision", "sign"));
    }
  }

  private Facts facts(String caseNumber) {
    return incidents.facts(new CaseNumber(caseNumber)).orElseThrow().facts();
  }

  private List<Obligation> obligations(String caseNumber) {
    return register.of(new CaseNumber(caseNumber));
  }

  private List<String> acts(String caseNumber) {
    return timeline.of(new CaseNumber(caseNumber)).stream().map(Timeline.Entry::act).toList();
  }
}
