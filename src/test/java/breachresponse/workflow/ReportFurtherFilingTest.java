package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.Obligation.Status;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportFurtherFilingTest extends TellingCustomers {

  @BeforeEach
  void a_case() {
    aCase(3);
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
  void nothing_follows_where_nothing_was_filed() {
    assertThatThrownBy(this::start).hasMessageContaining("caseNumber: nothing was filed");
  }

  @Test
  void only_a_filing_of_the_case_can_be_followed() {
    filedIncompletely();
    start();

    assertThatThrownBy(() -> record(duties().get(0).id().toString(), "follow-up", "More."))
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
    record(authority().id().toString(), kind, note);
  }

  private void start() {
    staff.starts("petra", "report-further-filing", Map.of("caseNumber", caseNumber.value()));
  }

  private void record(String obligation, String kind, String note) {
    staff.does(
        "petra",
        caseNumber.value(),
        "recordFurtherFiling",
        Map.of(
            "obligation", obligation,
            "kind", kind,
            "filedAt", "2026-03-03T15:55+01:00",
            "reference", "26-118",
            "note", note));
  }

  private Obligation authority() {
    return register.of(caseNumber).stream()
        .filter(obligation -> obligation.duty().id().equals("eu-gdpr-33-sa"))
        .findFirst()
        .orElseThrow();
  }
}
