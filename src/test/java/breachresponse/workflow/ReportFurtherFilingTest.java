package breachresponse.workflow;

import static breachresponse.support.Breach.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.Obligation.Status;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReportFurtherFilingTest extends TellingCustomers {

  @BeforeEach
  void a_case() {
    aCase(2);
  }

  @Test
  void a_follow_up_and_a_withdrawal_join_the_first_filing_and_leave_its_lateness() {
    filedIncompletely();

    fileAgain("follow-up", "The number of people is known now.");
    fileAgain("withdrawn", "It was our own test.");

    assertThat(register.filings(caseNumber))
        .extracting(Filing::kind)
        .containsExactly(Filing.Kind.INCOMPLETE, Filing.Kind.FOLLOW_UP, Filing.Kind.WITHDRAWN);
    assertThat(authority().status()).isEqualTo(Status.FULFILLED);
    assertThat(authority().filedAt()).contains(Instant.parse("2026-03-03T14:50:00Z"));
    assertThat(acts()).contains("filed again", "filing withdrawn");
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_follow_up_begins_with_what_has_changed_and_is_signed_before_it_is_filed() {
    filedIncompletely();
    time.is("2026-03-04T15:00:00Z");
    incidents.record(caseNumber, facts(null, "DE", "FR"), "ian");
    start();
    chooses(authority().id().toString(), "follow-up");

    assertThat(proposed().get("text").toString())
        .contains(
            "This follows what we told you on Tue 3 Mar 2026, 15:50 Berlin, your reference 26-118.")
        .contains("- People affected, approximately: 300 in DE, 300 in FR (before: 300 in DE)")
        .contains("- Cause: not known yet, to follow");
    prepares(proposed().get("text"));
    staff.does(
        "lena",
        caseNumber.value(),
        "sign",
        Map.of("decision", "refuse", "comment", "Say since when."));
    assertThat(proposed()).containsEntry("objections", "* Legal: Say since when.");
    prepares(proposed().get("text") + "\nSince this morning.");
    staff.does("lena", caseNumber.value(), "sign", Map.of("decision", "sign"));

    var task = staff.task(caseNumber.value(), "recordFurtherFiling");
    assertThat(staff.form(task).get("signedText").toString()).endsWith("Since this morning.");
    assertThatThrownBy(() -> record("withdrawn", "Another thing."))
        .hasMessageContaining("kind: a follow-up was signed");
    record("complete", "The number of people is known now.");

    var last = register.filings(caseNumber).get(1);
    assertThat(last.kind()).isEqualTo(Filing.Kind.COMPLETE);
    assertThat(signOffs.get(last.documentId().orElseThrow()).content())
        .endsWith("Since this morning.");
    assertThat(isOver()).isTrue();
  }

  @Test
  void what_changed_is_counted_from_the_text_that_was_signed_last() {
    filedIncompletely();
    start();
    chooses(authority().id().toString(), "follow-up");
    prepares(proposed().get("text"));
    time.is("2026-03-04T15:00:00Z");
    incidents.record(caseNumber, facts(null, "DE", "FR"), "ian");
    staff.does("lena", caseNumber.value(), "sign", Map.of("decision", "sign"));
    record("follow-up", "More.");

    start();
    chooses(authority().id().toString(), "follow-up");

    assertThat(proposed().get("text").toString())
        .contains("300 in DE, 300 in FR (before: 300 in DE)");
  }

  @Test
  void a_withdrawal_has_words_of_its_own_and_needs_its_reason() {
    filedIncompletely();
    start();
    chooses(authority().id().toString(), "withdrawal");
    var text = proposed().get("text").toString();

    assertThat(text)
        .startsWith("# Withdrawal: Notification of a personal data breach")
        .contains(
            "We withdraw what we told you on Tue 3 Mar 2026, 15:50 Berlin",
            "your reference 26-118");
    assertThatThrownBy(() -> prepares(text))
        .hasMessageContaining("text: please say why it is withdrawn");
    prepares(text.replace("[please say why]", "It was our own test."));
    staff.does("lena", caseNumber.value(), "sign", Map.of("decision", "sign"));
    record("withdrawn", "It was our own test.");

    assertThat(register.filings(caseNumber))
        .extracting(Filing::kind)
        .containsExactly(Filing.Kind.INCOMPLETE, Filing.Kind.WITHDRAWN);
    assertThat(staff.passed(caseNumber.value())).contains("signOffFurtherFiling");
  }

  @Test
  void a_task_from_before_texts_were_prepared_here_still_asks_for_all(
      @Autowired RepositoryService repository) {
    filedIncompletely();
    var before =
        repository
            .createDeployment()
            .addClasspathResource("processes-before/report-further-filing.bpmn")
            .deploy();
    try {
      start();
      var task = staff.task(caseNumber.value(), "recordFurtherFiling");

      assertThatThrownBy(() -> record("follow-up", "More."))
          .hasMessageContaining("obligation: please answer");
      staff.does(
          "petra",
          task,
          with(filing("follow-up", "More."), "obligation", authority().id().toString()));

      assertThat(register.filings(caseNumber)).hasSize(2);
    } finally {
      repository.deleteDeployment(before.getId(), true);
    }
  }

  @Test
  void nothing_follows_where_nothing_was_filed() {
    assertThatThrownBy(this::start).hasMessageContaining("caseNumber: nothing was filed");
  }

  @Test
  void only_a_filing_of_the_case_can_be_followed() {
    filedIncompletely();
    start();

    assertThatThrownBy(() -> chooses(duties().get(0).id().toString(), "follow-up"))
        .hasMessageContaining("obligation: it is not among those filed");
  }

  private void filedIncompletely() {
    register.fulfil(
        authority().id(),
        Filing.Kind.INCOMPLETE,
        Instant.parse("2026-03-03T14:50:00Z"),
        "26-118",
        null,
        null,
        "petra");
  }

  private void fileAgain(String kind, String note) {
    start();
    chooses(authority().id().toString(), "told-already");
    record(kind, note);
  }

  private void chooses(String obligation, String what) {
    staff.does(
        "petra",
        caseNumber.value(),
        "chooseFiling",
        Map.of("obligation", obligation, "what", what));
  }

  private Map<String, Object> proposed() {
    return staff.form(staff.task(caseNumber.value(), "prepareFurtherFiling"));
  }

  private void prepares(Object text) {
    staff.does("petra", caseNumber.value(), "prepareFurtherFiling", Map.of("text", text));
  }

  private void start() {
    staff.starts("petra", "report-further-filing", Map.of("caseNumber", caseNumber.value()));
  }

  private void record(String kind, String note) {
    staff.does("petra", caseNumber.value(), "recordFurtherFiling", filing(kind, note));
  }

  private static Map<String, Object> filing(String kind, String note) {
    return Map.of(
        "kind", kind, "filedAt", "2026-03-03T15:55+01:00", "reference", "26-118", "note", note);
  }

  private Obligation authority() {
    return register.of(caseNumber).stream()
        .filter(obligation -> obligation.duty().id().equals("eu-gdpr-33-sa"))
        .findFirst()
        .orElseThrow();
  }
}
