package breachresponse.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.delivery.SmtpSink;
import breachresponse.delivery.StaffMail;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.support.Breach;
import breachresponse.support.SignedNotice;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** The figures that operators see, as Prometheus reads them. */
@OperatedTest
class MetricsTest {

  private static final String SECRET = "Customer table of the shop";

  @Autowired private TestRestTemplate web;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private CaseAccess access;
  @Autowired private ObligationRegister register;
  @Autowired private Recipients recipients;
  @Autowired private Notices notices;
  @Autowired private SignOffs signOffs;
  @Autowired private Dispatches dispatches;
  @Autowired private Dispatcher dispatcher;
  @Autowired private StaffMail staffMail;
  @Autowired private SmtpSink mailServer;
  @Autowired private ResponsePlan plan;
  @Autowired private Staff staff;
  @Autowired private ManagementService jobs;

  @BeforeEach
  void at_three_on_a_tuesday_after_all_other_tests() {
    time.is("2026-05-05T15:00:00Z");
    dispatcher.sendDue();
    staff.runDueJobs();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-05T14:59:59Z, 0, 0, 0",
    "2026-05-05T15:00:00Z, 0, 1, 0",
    "2026-05-07T14:59:59Z, 0, 1, 0",
    "2026-05-07T15:00:00Z, 1, 1, 0",
    "2026-05-08T15:00:00Z, 1, 1, 0",
    "2026-05-08T15:00:01Z, 0, 0, 1"
  })
  void a_deadline_comes_nearer_and_passes(
      String now, int within24Hours, int within72Hours, int overdue) {
    time.is(now);
    var before = scrape();

    // GDPR 33: 72 hours
    breachIn("DE", incidents.open(SECRET, "", "ian"));

    var change = scrape().since(before);
    assertThat(change.getOrDefault("breach_deadlines_due{within=\"24h\"}", 0.0))
        .isEqualTo(within24Hours);
    assertThat(change.getOrDefault("breach_deadlines_due{within=\"72h\"}", 0.0))
        .isEqualTo(within72Hours);
    assertThat(change.getOrDefault("breach_deadlines_overdue", 0.0)).isEqualTo(overdue);
  }

  @Test
  void clocks_that_wait_and_cases_by_criticality_are_counted() {
    var before = scrape();
    var number = incidents.open(SECRET, "", "ian");
    breachIn("US-TX", number);
    assertThat(scrape().get("breach_cases_open{criticality=\"unassessed\"}"))
        .isEqualTo(before.get("breach_cases_open{criticality=\"unassessed\"}") + 1);

    incidents.assess(number, 4, "Passwords.", "chris");

    var change = scrape().since(before);
    assertThat(change).containsEntry("breach_cases_open{criticality=\"4\"}", 1.0);
    assertThat(change.get("breach_clocks_not_started{verdict=\"undecided\"}")).isPositive();
    incidents.close(number, "chris");
    assertThat(scrape().get("breach_cases_open{criticality=\"4\"}"))
        .isEqualTo(before.get("breach_cases_open{criticality=\"4\"}"));
  }

  @Test
  void a_restricted_case_changes_no_figure_of_cases() {
    var before = scrape();

    var number = incidents.open(SECRET, "", "ian");
    access.restrict(number, List.of("lena", "ian"), "An insider", "lena");
    breachIn("DE", number);

    assertThat(scrape().since(before)).isEmpty();
  }

  @Test
  void an_exercise_changes_no_figure_of_cases() {
    var before = scrape();

    breachIn("DE", incidents.openExercise(SECRET, "", "sam", 60));

    assertThat(scrape().since(before)).isEmpty();
  }

  @Test
  void recipients_are_counted_by_what_became_of_their_mail() {
    var before = scrape();
    mailServer.answers("RCPT", "gone@example.org", "550 5.1.1 nobody", 1);
    var notice = signedNoticeTo("ann@example.org", "gone@example.org");

    assertThat(scrape().since(before))
        .containsEntry("breach_recipients{state=\"queued\"}", 2.0)
        .containsEntry("breach_dispatches{state=\"running\"}", 1.0);

    dispatches.pause(notice, "Wait.", "pia");
    assertThat(scrape().since(before))
        .containsEntry("breach_dispatches{state=\"paused\"}", 1.0)
        .doesNotContainKey("breach_dispatches{state=\"running\"}");

    dispatches.resume(notice, "It is well.", "pia");
    dispatcher.sendDue();
    assertThat(scrape().since(before))
        .containsEntry("breach_recipients{state=\"sent\"}", 1.0)
        .containsEntry("breach_recipients{state=\"undeliverable\"}", 1.0)
        .containsEntry("breach_mails_total{outcome=\"taken\",to=\"recipients\"}", 1.0)
        .containsEntry("breach_mails_total{outcome=\"undeliverable\",to=\"recipients\"}", 1.0)
        .doesNotContainKey("breach_recipients{state=\"queued\"}")
        .doesNotContainKey("breach_dispatches{state=\"paused\"}");
  }

  @Test
  void a_dispatch_that_law_enforcement_holds_is_no_pause_of_ours() {
    var before = scrape();
    var notice = signedNoticeTo("ann@example.org");

    dispatches.hold(notice, "ian");

    assertThat(scrape().since(before)).containsEntry("breach_dispatches{state=\"on-hold\"}", 1.0);
  }

  @Test
  void mail_to_staff_waits_or_fails() {
    var before = scrape();
    mailServer.answers("RCPT", "gone@example.net", "550 5.1.1 nobody", 1);
    staffMail.post(List.of("gone@example.net"), "Late", "Please sign.");
    time.passes(Duration.ofSeconds(90));
    assertThat(scrape().since(before))
        .containsEntry("breach_staff_mail{state=\"waiting\"}", 1.0)
        .containsEntry("breach_staff_mail_oldest_due_seconds", 90.0)
        .doesNotContainKey("breach_staff_mail{state=\"failed\"}");

    dispatcher.sendDue();

    assertThat(scrape().since(before))
        .containsEntry("breach_staff_mail{state=\"failed\"}", 1.0)
        .containsEntry("breach_mails_total{outcome=\"undeliverable\",to=\"staff\"}", 1.0)
        .doesNotContainKey("breach_staff_mail_oldest_due_seconds");
  }

  @Test
  void jobs_that_wait_and_jobs_that_failed_are_seen() {
    var before = scrape();
    var breach = staff.starts("ian", "respond-to-breach", Breach.report());
    var triage = staff.taskOf(breach);
    staff.only("ian", triage, Breach.confirmed("2026-03-03T09:00:00+01:00"));
    time.passes(Duration.ofSeconds(45));
    assertThat(scrape().get("breach_jobs_oldest_due_seconds")).isEqualTo(45);

    var job = jobs.createJobQuery().processInstanceId(breach).executable().singleResult();
    jobs.setJobRetries(job.getId(), 0);

    assertThat(scrape().since(before))
        .containsEntry("breach_jobs_failed", 1.0)
        .doesNotContainKey("breach_jobs_oldest_due_seconds");
    jobs.setJobRetries(job.getId(), 1);
  }

  @Test
  void nothing_of_a_case_or_a_person_is_in_them() {
    var number = incidents.open(SECRET, "", "ian");
    breachIn("DE", number);
    web.withBasicAuth("mia", DemoStaff.PASSWORD)
        .getForEntity("/api/incidents/" + number, String.class);

    assertThat(text())
        .contains("/api/incidents/{caseNumber}")
        .doesNotContain(SECRET, number.value(), "mia", "example.org");
  }

  private void breachIn(String place, CaseNumber number) {
    incidents.record(
        number,
        Facts.ofPeopleIn(Set.of(place), plan.facts())
            .awareSince(OffsetDateTime.parse("2026-05-05T15:00:00Z")),
        "ian");
    register.determine(number);
  }

  private UUID signedNoticeTo(String... addresses) {
    var number = incidents.open(SECRET, "", "ian");
    var rows = new StringBuilder("id,email,name,language,residence\n");
    for (var address : addresses) {
      rows.append("%1$s,%1$s,Somebody,en,DE\n".formatted(address));
    }
    recipients.add(number, new ByteArrayInputStream(rows.toString().getBytes(UTF_8)), "ian");
    var notice = SignedNotice.of(number, notices, signOffs);
    dispatches.start(number, notice, "pia");
    return notice;
  }

  private Scraped scrape() {
    return Scraped.of(text());
  }

  private String text() {
    var answer =
        web.withBasicAuth("mia", DemoStaff.PASSWORD)
            .getForEntity("/actuator/prometheus", String.class);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    return answer.getBody();
  }
}
