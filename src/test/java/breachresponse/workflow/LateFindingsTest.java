package breachresponse.workflow;

import static breachresponse.support.Breach.confirmed;
import static breachresponse.support.Breach.exposure;
import static breachresponse.support.Breach.report;
import static breachresponse.support.Breach.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incident;
import breachresponse.obligation.Obligation.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes up while others are being told, or the case is about to be closed, is not lost. */
class LateFindingsTest extends TellingCustomers {

  private static final String BRITONS_TOO = "DE 300\nGB 40";
  private static final Map<String, Object> DO_NOT_TELL =
      Map.of("decision", "do-not-tell", "reason", "They were told in the shop.");
  private static final Map<String, Object> REVIEWED = Map.of("lessons", "None.");

  @Autowired private ManagementService jobs;

  private String number;

  @Test
  void a_duty_that_comes_up_while_the_decision_is_signed_is_decided_on_as_well() {
    assessed();
    staff.does("lena", number, "decideOnCustomers", DO_NOT_TELL);
    finds(BRITONS_TOO);

    everybodySigns();

    assertThat(staff.form(staff.task(number, "decideOnCustomers")).get("duties").toString())
        .contains("UK GDPR");
    staff.does("lena", number, "decideOnCustomers", DO_NOT_TELL);
    everybodySigns();
    assertThat(duties()).extracting("status").containsOnly(Status.RELEASED);
    assertThat(staff.passed(number)).doesNotContain("notifyCustomersToo");
  }

  @ParameterizedTest(name = "the clock shows {0} min later")
  @ValueSource(ints = {1, -1})
  void people_found_while_the_others_are_mailed_are_not_told_by_that(int minutes) {
    assessed();
    released("1,ann@example.com,Ann Other,en,DE");
    time.passes(Duration.ofMinutes(minutes));
    finds(BRITONS_TOO);

    time.passes(Duration.ofMinutes(1));
    mailIsSent();

    assertThat(dutiesIn("EU")).containsOnly(Status.FULFILLED);
    assertThat(dutiesIn("GB")).containsOnly(Status.OPEN);
    released("2,bob@example.com,Bob Other,en,GB");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(mailsTo("bob@example.com")).hasSize(1);
    assertThat(dutiesIn("GB")).containsOnly(Status.FULFILLED);
  }

  @Test
  void people_found_before_are_told_though_the_clock_was_set_back() {
    assessed();
    time.passes(Duration.ofMinutes(-1));
    released("1,ann@example.com,Ann Other,en,DE");
    mailIsSent();

    assertThat(dutiesIn("EU")).containsOnly(Status.FULFILLED);
    assertThat(staff.tasks(number)).doesNotContain("decideOnCustomers", "acceptChanges");
  }

  @Test
  void findings_of_nobody_else_while_people_are_mailed_ask_nothing_again() {
    assessed();
    released("1,ann@example.com,Ann Other,en,DE");
    time.passes(Duration.ofMinutes(1));

    finds(with(found("DE 300"), "cause", "A stolen password, most likely."));

    assertThat(staff.tasks(number)).doesNotContain("decideOnCustomers", "acceptChanges");
    mailIsSent();
    assertThat(staff.tasks(number)).doesNotContain("decideOnCustomers", "acceptChanges");
    assertThat(dutiesIn("EU")).containsOnly(Status.FULFILLED);
  }

  @Test
  void people_found_while_the_rest_is_being_reached_are_asked_about() {
    assessed();
    mailServer.answers("RCPT", "gone@example.com", "550 5.1.1 <gone@example.com> unknown", 1);
    released("1,gone@example.com,Gone Away,en,DE");
    mailIsSent();
    time.passes(Duration.ofMinutes(1));

    finds(BRITONS_TOO);

    assertThat(staff.tasks(number)).contains("reachTheRest", "decideOnCustomers");
  }

  @Test
  void recipients_who_are_added_after_the_notice_has_gone_out_are_asked_about() {
    assessed();
    released("1,ann@example.com,Ann Other,en,DE");
    mailIsSent();
    assertThat(staff.tasks(number)).doesNotContain("decideOnCustomers");

    upload("2,late@example.com,Late Comer,en,DE");
    cases.evaluateAgain(caseNumber);
    staff.runDueJobs(number);

    released("3,later@example.com,Later Comer,en,DE");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(mailsTo("late@example.com")).hasSize(1);
    assertThat(mailsTo("later@example.com")).hasSize(1);
  }

  @Test
  void a_case_is_not_closed_while_findings_are_recorded_or_followed() {
    reviewed();
    staff.starts("petra", "report-findings", Map.of("caseNumber", number));
    assertThatThrownBy(() -> staff.does("chris", number, "reviewResponse", REVIEWED))
        .hasMessageContaining("findings:");

    staff.does("petra", number, "recordFindings", found("DE 300\nCH 5"));
    everyDutyEnds();
    assertThatThrownBy(() -> staff.does("chris", number, "reviewResponse", REVIEWED))
        .hasMessageContaining("findings:");

    staff.does("lena", number, "acceptChanges", Map.of());
    staff.tasks(number, "decideOnCustomers").forEach(task -> staff.does("lena", task, DO_NOT_TELL));
    everybodySigns();
    staff.does("chris", number, "reviewResponse", REVIEWED);
    assertThat(incidents.get(caseNumber).status()).isEqualTo(Incident.Status.CLOSED);
    assertThat(staff.tasks(number)).isEmpty();
  }

  @Test
  void what_comes_up_between_the_review_and_the_closing_is_reviewed_as_well() {
    reviewed();
    var review = staff.task(number, "reviewResponse");
    staff.only("chris", review, REVIEWED);

    cases.find(caseNumber, facts(null, "DE", "GB"), "petra");
    var closing = jobs.createJobQuery().processInstanceId(review.getProcessInstanceId()).list();
    assertThat(closing).hasSizeGreaterThan(1);
    staff.runDueJobs(number);

    assertThat(incidents.get(caseNumber).status()).isEqualTo(Incident.Status.RESPONDING);
    assertThat(staff.tasks(number)).contains("reviewResponse", "acceptChanges", "prepareFiling");
  }

  private void assessed() {
    var instance = staff.starts("pia", "respond-to-breach", report());
    number =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .singleResult()
            .getBusinessKey();
    caseNumber = new CaseNumber(number);
    staff.does("ian", number, "triage", confirmed(AWARE));
    staff.does("ian", number, "assessExposure", exposure(AWARE, 1));
  }

  /** Up to the review. */
  private void reviewed() {
    assessed();
    var level = incidents.get(caseNumber).criticality().orElseThrow();
    staff.does("chris", number, "confirmCriticality", Map.of("level", level.toString()));
    staff.does("ian", number, "containBreach", Map.of("measures", "Account locked."));
    staff.does("lena", number, "decideOnCustomers", DO_NOT_TELL);
    everybodySigns();
    everyDutyEnds();
  }

  private void everyDutyEnds() {
    register.of(caseNumber).stream()
        .filter(duty -> !duty.status().isOver())
        .forEach(duty -> register.release(duty.id(), "Not owed.", "lena"));
    running.follow(caseNumber);
    staff.runDueJobs(number);
  }

  private void finds(String affected) {
    finds(found(affected));
  }

  private void finds(Map<String, Object> findings) {
    staff.starts("petra", "report-findings", Map.of("caseNumber", number));
    staff.does("petra", number, "recordFindings", findings);
  }

  private Map<String, Object> found(String affected) {
    var version = incidents.facts(caseNumber).orElseThrow().version();
    return with(exposure(AWARE, version), "affected", affected);
  }

  /** Decided, provided, drafted, signed and released. */
  private void released(String... rows) {
    staff.does("lena", number, "decideOnCustomers", Map.of("decision", "tell"));
    upload(rows);
    staff.does("petra", number, "provideRecipients", Map.of());
    staff.does("pia", number, "defineSegments", Map.of("sameForAll", "yes"));
    staff.does(
        "pia",
        number,
        "draftNotice",
        Map.of(
            "letterEnSubject", "Notice of data breach",
            "letterEnBody", "Dear {{name}}, it happened.",
            "letterEsSubject", "Aviso",
            "letterEsBody", "Hola {{name}}, ha pasado.",
            "postTitle", "Notice of data breach",
            "postBody", "It happened.",
            "social", "A data breach happened.",
            "incomplete", true,
            "incompleteReason", "The rest is on our page."));
    everybodySigns();
    staff.does("sam", number, "releaseNotice", Map.of("decision", "release"));
  }

  private void everybodySigns() {
    var people = Map.of("legal", "leo", "cio", "chris", "ceo", "carla", "pr", "paul");
    for (var task : staff.tasks(number, "sign")) {
      staff.does(people.get(staff.groups(task).get(0)), task, Map.of("decision", "sign"));
    }
  }

  private List<Status> dutiesIn(String place) {
    return duties().stream()
        .filter(duty -> duty.duty().jurisdiction().startsWith(place))
        .map(duty -> duty.status())
        .toList();
  }
}
