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
import breachresponse.incident.Incidents;
import breachresponse.incident.Milestone;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.Obligation.Status;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class FulfilObligationTest {

  private static final OffsetDateTime AWARE = OffsetDateTime.parse("2026-03-03T15:30+01:00");
  private static final String GDPR = "eu-gdpr-33-sa";
  private static final Map<String, Object> FILE =
      Map.of(
          "outcome", "file",
          "text", "# Dear authority\n\nA table was copied.",
          "incomplete", true);
  private static final Map<String, Object> SIGN = Map.of("decision", "sign");

  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private ObligationRegister register;
  @Autowired private RunningObligations running;
  @Autowired private SignOffs signOffs;
  @Autowired private Timeline timeline;
  @Autowired private RuntimeService processes;
  @Autowired private TaskService tasks;
  @Autowired private ManagementService jobs;
  @Autowired private IdentityService identities;
  @Autowired private JdbcClient db;

  private CaseNumber caseNumber;

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
  }

  // close to the deadline

  @Test
  void a_filing_without_signatures_opens_to_one_person_four_hours_before_its_own_deadline() {
    open("DE");
    start(GDPR);
    staff.does("leo", caseNumber.value(), "prepareFiling", FILE);

    emergencyAt(Instant.parse("2026-03-06T10:29:59Z"));
    assertThat(staff.tasks(caseNumber.value())).containsOnly("sign");
    emergencyAt(Instant.parse("2026-03-06T10:30:00Z"));

    var task = staff.task(caseNumber.value(), "releaseInAnEmergency");
    assertThat(task.getDueDate()).isEqualTo("2026-03-06T14:30:00Z");
    assertThat(staff.form(task).get("deadline").toString()).contains("6 Mar 2026, 15:30 Berlin");
    assertThatThrownBy(() -> staff.does("leo", task, Map.of("reason", "Nobody answers.")))
        .hasMessageContaining("who wrote a text cannot release it");
  }

  @Test
  void it_is_filed_on_the_word_of_one_person_and_legal_looks_again() {
    open("DE");
    start(GDPR);
    prepared();
    emergencyAt(Instant.parse("2026-03-06T10:30:00Z"));

    staff.does(
        "sam", caseNumber.value(), "releaseInAnEmergency", Map.of("reason", "Nobody answers."));
    assertThat(staff.tasks(caseNumber.value())).containsExactlyInAnyOrder("fileIt", "lookAgain");
    filed("2026-03-06T11:30+01:00");

    assertThat(obligation(GDPR).status()).isEqualTo(Status.FULFILLED);
    var look = staff.task(caseNumber.value(), "lookAgain");
    assertThat(staff.groups(look)).containsExactly("legal");
    assertThat(staff.form(look).get("caseSheet").toString()).contains("a second look is open");
    staff.does("lena", look, Map.of("finding", "right"));
    assertThat(timeline.of(caseNumber))
        .extracting(Timeline.Entry::act)
        .containsSubsequence("text released in an emergency", "released text found right");
    assertThat(staff.tasks(caseNumber.value())).isEmpty();
  }

  @Test
  void the_emergency_follows_the_deadline_of_its_duty() {
    open("DE");
    start(GDPR);
    prepared();

    learn(factsOf("DE").awareSince(AWARE.minusHours(10)));
    running.follow(caseNumber);
    emergencyAt(Instant.parse("2026-03-06T00:30:00Z"));

    assertThat(staff.tasks(caseNumber.value())).contains("releaseInAnEmergency");
  }

  @Test
  void that_a_duty_is_not_owed_is_never_decided_in_an_emergency() {
    open("DE");
    start(GDPR);
    staff.does(
        "leo",
        caseNumber.value(),
        "prepareFiling",
        Map.of("outcome", "not-owed", "reason", "No risk to anyone."));

    emergencyAt(Instant.parse("2026-03-06T14:29:00Z"));

    assertThat(staff.tasks(caseNumber.value()))
        .contains("sign")
        .doesNotContain("releaseInAnEmergency");
    var rulingOut = signOffs.of(caseNumber).get(0);
    assertThat(rulingOut.kind()).isEqualTo(Document.Kind.RULING_OUT);
    assertThatThrownBy(() -> signOffs.releaseInAnEmergency(rulingOut.id(), "sam", "It is late."))
        .hasMessageContaining("only a notice to customers or a filing");
  }

  private void emergencyAt(Instant at) {
    time.is(at.toString());
    staff.runDueJobs(caseNumber.value());
  }

  // told in time

  @Test
  void a_filing_is_proposed_from_the_facts_with_its_deadline_explained() {
    open("DE");
    start(GDPR);

    var task = staff.task(caseNumber.value(), "prepareFiling");
    assertThat(staff.groups(task)).containsExactly("legal", "privacy");
    assertThat(task.getDueDate()).isEqualTo("2026-03-06T14:30:00Z");
    assertThat(staff.form(task))
        .containsEntry("deadline", "Fri 6 Mar 2026, 15:30 Berlin, in 71 h")
        .hasEntrySatisfying(
            "text",
            text ->
                assertThat(text.toString())
                    .contains("Kind of breach: confidentiality")
                    .contains("People affected, approximately: 300 in DE")
                    .contains("Records affected, approximately: not known yet, to follow")
                    .contains("E-mail address")
                    .contains("Somebody may log in as a customer.")
                    .contains("All passwords were reset.")
                    .contains("privacy@example.org"));
  }

  @Test
  void a_case_that_has_all_that_is_asked_for_at_once_says_so_in_words() {
    open("DE");
    incidents.record(
        caseNumber, factsOf("DE").and(Milestone.OCCURRENCE, AWARE.minusDays(1)), "ian");
    start(GDPR);

    assertThat(staff.form(staff.task(caseNumber.value(), "prepareFiling")))
        .containsEntry("missed", "nothing");
  }

  @Test
  void what_is_signed_is_filed_and_the_duty_is_fulfilled_with_its_reference() {
    open("DE");
    start(GDPR);
    prepared();
    staff.does("lena", caseNumber.value(), "sign", SIGN);

    assertThat(staff.form(staff.task(caseNumber.value(), "fileIt")))
        .containsEntry("signedText", FILE.get("text"))
        .containsEntry("isLate", false);
    filed("2026-03-03T16:00+01:00");

    assertThat(obligation(GDPR))
        .satisfies(
            o -> {
              assertThat(o.status()).isEqualTo(Status.FULFILLED);
              assertThat(o.filedAt()).contains(Instant.parse("2026-03-03T15:00:00Z"));
              assertThat(o.reference()).contains("LDA-26-118");
            });
    assertThat(staff.passed(caseNumber.value()))
        .contains("recipientTold", "fulfilled")
        .doesNotContain("explainDelay", "remind", "escalate");
    assertThat(staff.tasks(caseNumber.value())).isEmpty();
  }

  @Test
  void a_refused_text_returns_with_what_was_said_and_is_signed_when_mended() {
    open("DE");
    start(GDPR);
    prepared();
    staff.does(
        "lena",
        caseNumber.value(),
        "sign",
        Map.of("decision", "refuse", "comment", "Say which table."));

    assertThat(staff.form(staff.task(caseNumber.value(), "prepareFiling")))
        .containsEntry("objections", "* Legal: Say which table.")
        .containsEntry("text", FILE.get("text"));
    staff.does(
        "petra",
        caseNumber.value(),
        "prepareFiling",
        with(FILE, "text", "The table of customers was copied."));
    staff.does("lena", caseNumber.value(), "sign", SIGN);

    assertThat(staff.form(staff.task(caseNumber.value(), "fileIt")))
        .containsEntry("signedText", "The table of customers was copied.");
  }

  @Test
  void nothing_is_filed_in_the_future_or_before_anyone_was_aware() {
    open("DE");
    start(GDPR);
    prepared();
    staff.does("lena", caseNumber.value(), "sign", SIGN);

    assertThatThrownBy(() -> filed("2026-03-03T16:01+01:00"))
        .hasMessageContaining("filedAt: Tue 3 Mar 2026, 16:01 Berlin is in the future");
    assertThatThrownBy(() -> filed("2026-03-03T15:29+01:00"))
        .hasMessageContaining("filedAt: 2026-03-03T15:29+01:00 is before");
    assertThat(obligation(GDPR).status()).isEqualTo(Status.OPEN);
    assertThat(staff.tasks(caseNumber.value())).containsExactly("fileIt");
  }

  // late

  @Test
  void a_late_filing_needs_its_reason() {
    open("DE");
    start(GDPR);
    prepared();
    staff.does("lena", caseNumber.value(), "sign", SIGN);
    time.is("2026-03-06T15:00:00Z");
    staff.runDueJobs(caseNumber.value());

    assertThat(staff.form(staff.task(caseNumber.value(), "fileIt"))).containsEntry("isLate", true);
    assertThatThrownBy(() -> filed("2026-03-06T16:00+01:00"))
        .hasMessageContaining("reasonForDelay:");
    staff.does(
        "petra",
        caseNumber.value(),
        "fileIt",
        with(filing("2026-03-06T16:00+01:00"), "reasonForDelay", "The portal was down."));

    assertThat(obligation(GDPR).reasonForDelay()).contains("The portal was down.");
    assertThat(staff.passed(caseNumber.value())).contains("recipientTold", "fulfilled");
  }

  @Test
  void the_team_is_reminded_at_half_time_and_a_day_and_four_hours_before_the_deadline() {
    open("DE");
    start(GDPR);

    assertThat(remindersBy("2026-03-05T02:29:59Z")).isZero();
    assertThat(remindersBy("2026-03-05T02:30:00Z")).isEqualTo(1);
    assertThat(remindersBy("2026-03-05T14:29:59Z")).isEqualTo(1);
    assertThat(remindersBy("2026-03-05T14:30:00Z")).isEqualTo(2);
    assertThat(remindersBy("2026-03-06T10:30:00Z")).isEqualTo(3);

    assertThat(acts()).doesNotContain("deadline passed");
    assertThat(mailTo("incident-team@example.org")).hasSize(3).containsOnly("due soon");
    assertThat(staff.passed(caseNumber.value())).contains("reminded");
  }

  private long remindersBy(String instant) {
    time.is(instant);
    staff.runDueJobs(caseNumber.value());
    return acts().stream().filter("reminder sent"::equals).count();
  }

  @Test
  void what_is_filed_is_over_at_once_even_if_a_reminder_was_to_come() {
    open("DE");
    start(GDPR);
    time.is("2026-03-05T02:30:00Z");
    staff.runDueJobs(caseNumber.value());
    assertThat(acts()).contains("reminder sent");

    prepared();
    staff.does("lena", caseNumber.value(), "sign", SIGN);
    filed("2026-03-05T02:30Z");

    assertThat(processesOfCase()).isEmpty();
  }

  @Test
  void when_the_deadline_passes_the_deputies_join_and_a_claimed_task_is_free_again() {
    open("DE");
    start(GDPR);
    time.is("2026-03-06T14:00:00Z");
    prepared();
    tasks.claim(staff.task(caseNumber.value(), "sign").getId(), "lena");

    time.is("2026-03-06T14:30:00Z");
    staff.runDueJobs(caseNumber.value());

    assertThat(acts()).contains("deadline passed");
    assertThat(mailTo("incident-team@example.org")).containsExactly("due soon", "deadline passed");
    assertThat(mailTo("petra@example.org")).containsExactly("deadline passed");
    var task = staff.task(caseNumber.value(), "sign");
    assertThat(staff.groups(task)).containsExactly("legal", "privacy");
    assertThat(task.getAssignee()).isNull();
    assertThat(staff.passed(caseNumber.value())).contains("escalated");
  }

  @Test
  void a_target_of_ours_that_passes_is_never_called_law() {
    open("DE");
    start("eu-gdpr-34-people");
    processes.startProcessInstanceByKey(
        "notify-customers", caseNumber.value(), Map.of("caseNumber", caseNumber.value()));
    staff.runDueJobs(caseNumber.value());

    time.is("2026-03-06T14:30:00Z");
    staff.runDueJobs(caseNumber.value());

    assertThat(acts()).contains("our target passed").doesNotContain("deadline passed");
    assertThat(mailTo("incident-team@example.org")).contains("our target passed");
    assertThat(staff.groups(staff.task(caseNumber.value(), "decideOnCustomers")))
        .containsExactly("legal", "privacy");
  }

  // clocks that wait

  @Test
  void what_starts_a_clock_is_recorded_as_a_fact_and_starts_all_clocks_that_wait_for_it() {
    open("US-NY", "nydfs-covered-entity");
    start("us-ny-nydfs-500.17-72h");
    start("us-ny-899aa-dfs");
    var task =
        staff.tasks(caseNumber.value(), "recordClockStart").stream()
            .filter(t -> idOf(t.getProcessInstanceId()).equals(id("us-ny-nydfs-500.17-72h")))
            .findFirst()
            .orElseThrow();
    assertThat(staff.groups(task)).containsExactly("legal", "privacy");
    assertThat(staff.form(task)).containsEntry("doneElsewhere", false);

    assertThatThrownBy(() -> staff.does("petra", task, happened("2026-03-03T16:01+01:00")))
        .hasMessageContaining("happenedAt: Tue 3 Mar 2026, 16:01 Berlin is in the future");
    staff.does("petra", task, happened("2026-03-03T15:45+01:00"));

    assertThat(incidents.facts(caseNumber).orElseThrow().facts().clocks())
        .containsEntry(Milestone.DETERMINATION, OffsetDateTime.parse("2026-03-03T15:45+01:00"));
    assertThat(staff.tasks(caseNumber.value())).containsExactly("prepareFiling", "prepareFiling");
    assertThat(staff.tasks(caseNumber.value(), "prepareFiling"))
        .allSatisfy(t -> assertThat(t.getDueDate()).isEqualTo("2026-03-06T14:45:00Z"));
    assertThat(staff.passed(caseNumber.value())).containsOnlyOnce("clockStarted");
  }

  @Test
  void a_clock_that_waits_for_an_earlier_filing_starts_by_itself_when_that_is_filed() {
    open("FR", "nis2-important");
    start("eu-nis2-23-notification");
    start("eu-nis2-23-final");
    var waiting = staff.task(caseNumber.value(), "recordClockStart");
    assertThat(waiting.getDueDate())
        .isEqualTo(staff.task(caseNumber.value(), "prepareFiling").getDueDate());
    assertThat(staff.form(waiting))
        .containsEntry("doneElsewhere", true)
        .containsEntry("deadline", "waits for the filing before it");
    assertThatThrownBy(() -> staff.does("petra", waiting, happened("2026-03-03T15:45+01:00")))
        .hasMessageContaining("outcome: this clock starts by itself");

    prepared();
    staff.does("lena", caseNumber.value(), "sign", SIGN);
    filed("2026-03-03T16:00+01:00");

    assertThat(staff.tasks(caseNumber.value())).containsExactly("prepareFiling");
    assertThat(staff.passed(caseNumber.value())).contains("clockStarted", "fulfilled");
    assertThat(obligation("eu-nis2-23-final").clock().start())
        .contains(Instant.parse("2026-03-03T15:00:00Z"));
  }

  @Test
  void a_clock_starts_when_its_start_becomes_known_elsewhere_whoever_records_it() {
    open("DE", "us-listed");
    start("us-sec-8k-1.05");
    assertThat(staff.tasks(caseNumber.value())).containsExactly("recordClockStart");

    identities.setAuthentication("ian", List.of("core-it"));
    try {
      learn(facts().and(Milestone.MATERIALITY, AWARE));
    } finally {
      identities.clearAuthentication();
    }
    staff.runDueJobs(caseNumber.value());

    assertThat(staff.tasks(caseNumber.value())).containsExactly("prepareFiling");
    assertThat(staff.passed(caseNumber.value())).contains("clockStarted");
  }

  @Test
  void what_starts_a_clock_has_the_whole_case_evaluated_again() {
    var instance = staff.starts("pia", "respond-to-breach", report());
    caseNumber =
        new CaseNumber(
            processes
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey());
    staff.does("ian", caseNumber.value(), "triage", confirmed(AWARE.toString()));
    staff.does(
        "ian",
        caseNumber.value(),
        "assessExposure",
        with(exposure(AWARE.toString(), 1), "affected", "SG 300"));

    var waiting = staff.tasks(caseNumber.value(), "recordClockStart");
    staff.does("petra", waiting.get(0), happened("2026-03-03T15:45+01:00"));

    assertThat(staff.passed(caseNumber.value())).contains("findingsRecorded");
    assertThat(staff.tasks(caseNumber.value(), "recordClockStart")).isEmpty();
  }

  @Test
  void a_filing_that_lacks_what_the_law_lists_is_refused_and_the_proposal_is_not() {
    open("DE");
    start(GDPR);
    var proposed = staff.form(staff.task(caseNumber.value(), "prepareFiling"));
    assertThat(proposed.get("contents").toString())
        .contains("GDPR Art 33\\(3\\)\\(d\\)")
        .doesNotContain("(missing)");

    assertThatThrownBy(
            () ->
                staff.does(
                    "petra",
                    caseNumber.value(),
                    "prepareFiling",
                    Map.of("outcome", "file", "text", "A table was copied.")))
        .hasMessageContaining("text: it does not say yet: the nature of the breach");

    staff.does(
        "petra",
        caseNumber.value(),
        "prepareFiling",
        Map.of("outcome", "file", "text", proposed.get("text")));
    assertThat(staff.tasks(caseNumber.value(), "sign")).isNotEmpty();
  }

  @Test
  void a_filing_that_says_other_than_the_facts_is_refused_unless_a_reason_goes_on_record() {
    open("DE");
    start(GDPR);
    var text =
        "It affects 3,000 people. It began on 1 March 2026. Names and health data were copied.";
    var wrong = with(FILE, "text", text);

    assertThatThrownBy(() -> staff.does("petra", caseNumber.value(), "prepareFiling", wrong))
        .hasMessageContaining("text: people: the filing says 3,000, the facts say 300")
        .hasMessageContaining(
            "text: date (it began): the filing says 2026-03-01, the facts say no day")
        .hasMessageContaining("text: data: the filing says health data");
    assertThatThrownBy(
            () ->
                staff.does(
                    "petra", caseNumber.value(), "prepareFiling", with(wrong, "differs", true)))
        .hasMessageContaining("differsReason: please answer");
    assertThat(staff.tasks(caseNumber.value())).containsExactly("prepareFiling");

    staff.does(
        "petra",
        caseNumber.value(),
        "prepareFiling",
        with(with(wrong, "differs", true), "differsReason", "The count came a minute ago."));

    assertThat(staff.tasks(caseNumber.value(), "sign")).isNotEmpty();
    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("filing prepared that differs from the facts"))
        .singleElement()
        .satisfies(
            entry ->
                assertThat(entry.detail().orElseThrow())
                    .contains("the filing says 3,000, the facts say 300")
                    .endsWith("because: The count came a minute ago."));
  }

  // not owed

  @Test
  void two_people_of_legal_decide_that_a_duty_is_not_owed() {
    open("DE");
    start(GDPR);
    var notOwed =
        Map.<String, Object>of("outcome", "not-owed", "reason", "The tape was found unread.");

    assertThatThrownBy(() -> staff.does("petra", caseNumber.value(), "prepareFiling", notOwed))
        .hasMessageContaining("outcome: only legal can decide");
    staff.does("lena", caseNumber.value(), "prepareFiling", notOwed);

    assertThat(obligation(GDPR).status()).isEqualTo(Status.OPEN);
    assertThatThrownBy(() -> staff.does("lena", caseNumber.value(), "sign", SIGN))
        .hasMessageContaining("wrote");
    staff.does("leo", caseNumber.value(), "sign", SIGN);

    assertThat(obligation(GDPR).status()).isEqualTo(Status.RELEASED);
    assertThat(obligation(GDPR).releaseReason()).contains("The tape was found unread.");
    assertThat(staff.tasks(caseNumber.value())).isEmpty();
    assertThat(staff.passed(caseNumber.value())).contains("ruledOut").doesNotContain("fileIt");
    assertThat(processesOfCase()).isEmpty();
  }

  @Test
  void a_ruling_out_that_is_refused_leaves_the_duty_to_be_filed() {
    open("DE");
    start(GDPR);

    staff.does(
        "lena",
        caseNumber.value(),
        "prepareFiling",
        Map.of("outcome", "not-owed", "reason", "The tape was found unread."));
    staff.does(
        "leo",
        caseNumber.value(),
        "sign",
        Map.of("decision", "refuse", "comment", "Nobody knows who read it."));

    var again = staff.form(staff.task(caseNumber.value(), "prepareFiling"));
    assertThat(again.get("objections").toString()).contains("Nobody knows who read it.");
    assertThat(again.get("text").toString()).doesNotContain("The tape was found unread.");
    assertThat(obligation(GDPR).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void a_duty_is_ruled_out_while_its_clock_still_waits() {
    open("DE", "us-listed");
    start("us-sec-8k-1.05");
    var notOwed = Map.<String, Object>of("outcome", "not-owed", "reason", "It is not material.");

    assertThatThrownBy(() -> staff.does("petra", caseNumber.value(), "recordClockStart", notOwed))
        .hasMessageContaining("outcome: only legal can decide");
    staff.does("lena", caseNumber.value(), "recordClockStart", notOwed);
    staff.does(
        "leo",
        caseNumber.value(),
        "sign",
        Map.of("decision", "refuse", "comment", "It may well be material."));
    staff.does("lena", caseNumber.value(), "recordClockStart", notOwed);
    staff.does("leo", caseNumber.value(), "sign", SIGN);

    assertThat(obligation("us-sec-8k-1.05").status()).isEqualTo(Status.RELEASED);
    assertThat(staff.passed(caseNumber.value()))
        .contains("ruledOutBeforehand")
        .doesNotContain("clockRuns");
    assertThat(processesOfCase()).isEmpty();
  }

  @Test
  void a_ruling_out_that_is_refused_after_the_clock_has_started_leaves_the_duty_to_be_filed() {
    open("DE", "us-listed");
    start("us-sec-8k-1.05");
    staff.does(
        "lena",
        caseNumber.value(),
        "recordClockStart",
        Map.of("outcome", "not-owed", "reason", "It is not material."));

    learn(facts().and(Milestone.MATERIALITY, OffsetDateTime.parse("2026-03-03T15:30+01:00")));
    staff.does(
        "leo",
        caseNumber.value(),
        "sign",
        Map.of("decision", "refuse", "comment", "It is material, says the board."));

    assertThat(staff.task(caseNumber.value(), "prepareFiling").getDueDate())
        .isEqualTo(obligation("us-sec-8k-1.05").clock().due().orElseThrow());
    assertThat(timers()).hasSize(2);
  }

  @Test
  void a_release_from_elsewhere_ends_a_running_sign_off_too() {
    open("DE");
    start(GDPR);
    prepared();

    register.release(obligation(GDPR).id(), "Not owed.", "lena");
    running.follow(caseNumber);
    staff.runDueJobs(caseNumber.value());

    assertThat(staff.tasks(caseNumber.value())).isEmpty();
    assertThat(staff.passed(caseNumber.value())).contains("released");
    assertThat(processesOfCase()).isEmpty();
  }

  // facts that change

  @Test
  void timers_and_due_dates_follow_a_clock_that_moves() {
    open("DE");
    start(GDPR);

    learn(facts().awareSince(AWARE.minusHours(10)));
    assertThat(staff.task(caseNumber.value(), "prepareFiling").getDueDate())
        .isEqualTo("2026-03-06T04:30:00Z");
    var followed = timers();
    running.follow(caseNumber);
    assertThat(timers()).isEqualTo(followed);
    assertThat(followed)
        .containsExactly(
            Date.from(Instant.parse("2026-03-04T16:30:00Z")),
            Date.from(Instant.parse("2026-03-06T04:30:00Z")));

    time.is("2026-03-06T04:30:00Z");
    staff.runDueJobs(caseNumber.value());
    assertThat(acts()).contains("deadline passed").doesNotContain("reminder sent");
  }

  @Test
  void a_deadline_that_has_become_later_is_watched_once_that_is_accepted() {
    open("DE");
    start(GDPR);
    var earlier = timers();

    learn(facts().awareSince(AWARE.plusHours(10)));
    assertThat(timers()).isEqualTo(earlier);
    assertThat(staff.task(caseNumber.value(), "prepareFiling").getDueDate())
        .isEqualTo("2026-03-06T14:30:00Z");
    assertThat(running.isAnyLater(caseNumber)).isTrue();

    running.accept(caseNumber);
    assertThat(timers()).contains(Date.from(Instant.parse("2026-03-07T00:30:00Z")));
    assertThat(staff.task(caseNumber.value(), "prepareFiling").getDueDate())
        .isEqualTo("2026-03-07T00:30:00Z");
    assertThat(running.isAnyLater(caseNumber)).isFalse();
  }

  @Test
  void a_deadline_that_moves_after_it_has_passed_is_watched_again() {
    open("DE");
    start(GDPR);
    time.is("2026-03-06T14:30:00Z");
    staff.runDueJobs(caseNumber.value());

    learn(facts().awareSince(AWARE.plusDays(1)));
    assertThat(running.isAnyLater(caseNumber)).isTrue();
    running.accept(caseNumber);
    learn(facts().awareSince(AWARE.plusDays(2)));
    running.accept(caseNumber);
    time.is("2026-03-08T14:29:59Z");
    staff.runDueJobs(caseNumber.value());
    assertThat(acts()).containsOnlyOnce("deadline passed");
    assertThat(staff.task(caseNumber.value(), "prepareFiling").getDueDate())
        .isEqualTo("2026-03-08T14:30:00Z");

    time.is("2026-03-08T14:30:00Z");
    staff.runDueJobs(caseNumber.value());
    assertThat(acts()).filteredOn("deadline passed"::equals).hasSize(2);
  }

  @Test
  void a_timer_whose_work_fails_is_tried_again_later() {
    open("DE");
    start(GDPR);
    var instance = processesOfCase().get(0);
    var timer =
        jobs.createJobQuery()
            .processInstanceId(instance)
            .activityId("deadlinePassed")
            .singleResult();
    processes.setVariable(instance, "obligationId", UUID.randomUUID().toString());
    time.is("2026-03-06T14:30:00Z");

    jobs.executeJob(timer.getId());
    var escalation =
        jobs.createJobQuery().processInstanceId(instance).messages().executable().singleResult();
    assertThatThrownBy(() -> jobs.executeJob(escalation.getId()))
        .hasMessageContaining("there is none");

    var failed = jobs.createJobQuery().jobId(escalation.getId()).singleResult();
    assertThat(failed.getRetries()).isEqualTo(4);
    assertThat(failed.getDuedate()).isEqualTo("2026-03-06T14:30:10Z");
    processes.deleteProcessInstance(instance, "other tests run all jobs that are due");
  }

  @Test
  void only_open_duties_without_a_process_want_one() {
    open("DE");
    assertThat(running.without(caseNumber)).contains(id(GDPR), id("eu-gdpr-34-people"));

    start(GDPR);
    assertThat(running.without(caseNumber))
        .contains(id("eu-gdpr-34-people"))
        .doesNotContain(id(GDPR));

    register.release(obligation("eu-gdpr-34-people").id(), "Not owed.", "lena");
    assertThat(running.without(caseNumber)).isEmpty();
  }

  // the people affected

  @Test
  void a_duty_towards_people_is_fulfilled_when_the_customers_are_told() {
    open("DE");
    start("eu-gdpr-34-people");
    assertThat(staff.tasks(caseNumber.value())).isEmpty();

    time.is("2026-03-06T15:00:00Z");
    customersTold();

    assertThat(obligation("eu-gdpr-34-people").status()).isEqualTo(Status.FULFILLED);
    assertThat(staff.passed(caseNumber.value()))
        .contains("awaitCustomersTold", "recipientTold", "fulfilled")
        .doesNotContain("explainDelay");
  }

  @Test
  void legal_explains_why_people_were_told_late() {
    open("US-CA");
    start("us-ca-civ1798.82-individuals");
    time.is("2026-04-10T15:00:00Z");
    customersTold();

    var task = staff.task(caseNumber.value(), "explainDelay");
    assertThat(staff.groups(task)).containsExactly("legal");
    running.follow(caseNumber);
    staff.does(
        "lena", caseNumber.value(), "explainDelay", Map.of("reason", "The addresses were lost."));

    assertThat(obligation("us-ca-civ1798.82-individuals").reasonForDelay())
        .contains("The addresses were lost.");
    assertThat(staff.passed(caseNumber.value())).contains("delayExplained", "fulfilled");
  }

  @Test
  void people_who_are_told_before_their_clock_has_started_wait_no_longer() {
    open("US-TX");
    start("us-tx-breach-individuals");
    assertThat(staff.tasks(caseNumber.value())).containsExactly("recordClockStart");

    customersTold();

    assertThat(obligation("us-tx-breach-individuals").status()).isEqualTo(Status.FULFILLED);
    assertThat(staff.tasks(caseNumber.value())).isEmpty();
    assertThat(processesOfCase()).isEmpty();
  }

  @Test
  void people_who_are_told_before_their_process_has_begun_are_not_waited_for() {
    open("DE");
    begin("eu-gdpr-34-people");

    customersTold();

    assertThat(processesOfCase()).isEmpty();
  }

  private void open(String residence, String... attributes) {
    caseNumber = incidents.open("Customer table copied", "The table was copied at night.", "ian");
    incidents.assess(caseNumber, 2, "A few people", "ian");
    incidents.record(caseNumber, factsOf(residence, attributes), "ian");
    register.determine(caseNumber);
  }

  private static Facts factsOf(String residence, String... attributes) {
    return new Facts(
        AWARE,
        Map.of(),
        new Facts.Organisation(
            Facts.Role.CONTROLLER,
            residence.startsWith("US") ? Set.of("US", residence) : Set.of(residence),
            residence,
            Set.of("online-service"),
            Set.of(attributes)),
        List.of(new Facts.Affected(residence, 300L, null)),
        Set.of(Facts.Aspect.CONFIDENTIALITY),
        Set.of("name", "email", "online-credentials", "ssn"),
        new Facts.Protection(false, null),
        Facts.Risk.HIGH,
        Facts.Consequence.HARM,
        new Facts.Account(
            "A stolen password.",
            "Somebody may log in as a customer.",
            "All passwords were reset.",
            "The passwords can be tried elsewhere.",
            null),
        null);
  }

  private void start(String duty) {
    begin(duty);
    staff.runDueJobs(caseNumber.value());
  }

  private void begin(String duty) {
    processes.startProcessInstanceByKey(
        "fulfil-obligation",
        caseNumber.value(),
        Map.of("caseNumber", caseNumber.value(), "obligationId", id(duty)));
  }

  private void prepared() {
    staff.does("petra", caseNumber.value(), "prepareFiling", FILE);
  }

  private void filed(String at) {
    staff.does("petra", caseNumber.value(), "fileIt", filing(at));
  }

  private static Map<String, Object> filing(String at) {
    return Map.of("filedAt", at, "reference", "LDA-26-118");
  }

  private static Map<String, Object> happened(String at) {
    return Map.of("outcome", "happened", "happenedAt", at);
  }

  private void learn(Facts facts) {
    incidents.record(caseNumber, facts, "ian");
    register.determine(caseNumber);
    running.follow(caseNumber);
  }

  private void customersTold() {
    register.peopleTold(caseNumber, Integer.MAX_VALUE, time.instant(), "notify-customers");
    running.follow(caseNumber);
    staff.runDueJobs(caseNumber.value());
  }

  private Facts facts() {
    return incidents.facts(caseNumber).orElseThrow().facts();
  }

  private Obligation obligation(String duty) {
    return register.of(caseNumber).stream()
        .filter(obligation -> obligation.duty().id().equals(duty))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no duty " + duty));
  }

  private String id(String duty) {
    return obligation(duty).id().toString();
  }

  private String idOf(String instance) {
    return (String) processes.getVariable(instance, "obligationId");
  }

  private List<String> processesOfCase() {
    return processes
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber.value())
        .list()
        .stream()
        .map(instance -> instance.getId())
        .toList();
  }

  private List<Date> timers() {
    var due = new ArrayList<Date>();
    for (var instance : processesOfCase()) {
      jobs.createJobQuery().processInstanceId(instance).timers().list().stream()
          .map(job -> new Date(job.getDuedate().getTime()))
          .sorted()
          .forEach(due::add);
    }
    return due;
  }

  private List<String> acts() {
    return timeline.of(caseNumber).stream().map(Timeline.Entry::act).toList();
  }

  /** What was said of this case, without its name. */
  private List<String> mailTo(String address) {
    return db
        .sql(
            """
            select subject from staff_mail where to_address = :to and subject like :case
            order by posted_at, subject desc
            """)
        .param("to", address)
        .param("case", "%" + caseNumber + "%")
        .query(String.class)
        .list()
        .stream()
        .map(subject -> subject.replaceAll("Case \\S+, ([^:]*):.*", "$1"))
        .toList();
  }
}
