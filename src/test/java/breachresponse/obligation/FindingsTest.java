package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts.Role;
import breachresponse.incident.Incidents;
import breachresponse.obligation.Obligation.Status;
import breachresponse.support.ApplicationTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a law that concerns the case does not ask for, and what depends on facts still missing. */
@ApplicationTest
class FindingsTest {

  @Autowired private ObligationRegister register;
  @Autowired private Incidents incidents;

  @Test
  void below_a_threshold_nobody_is_told_and_the_finding_says_which() {
    assertThat(finding("us-ca-civ1798.82-ag", californians(500)))
        .isEqualTo(notTriggered("People here: 500, where the law asks for more than 500"));
    assertThat(finding("us-ca-civ1798.82-ag", californians(501)).verdict())
        .isEqualTo(Verdict.TRIGGERED);
  }

  @Test
  void an_exemption_is_a_reason() {
    assertThat(finding("eu-gdpr-34-people", shop().unreadable()).because())
        .containsExactly("Data unreadable: yes, where the law asks for no");
    assertThat(finding("eu-gdpr-33-sa", shop().risk("unlikely")).because())
        .containsExactly(
            "Risk to people: unlikely, where the law asks for neither none nor unlikely");
  }

  @Test
  void laws_for_other_kinds_of_organisations_are_not_mentioned() {
    assertThat(register.evaluate(californians(1).known()))
        .extracting(evaluated -> evaluated.duty().id())
        .doesNotContain("us-ca-hsc1280.15-cdph", "eu-gdpr-33-sa");
  }

  @Test
  void a_duty_that_depends_on_an_unknown_fact_is_undecided_and_names_it() {
    assertThat(finding("eu-gdpr-33-sa", shop().risk(null)))
        .isEqualTo(undecided("the likely risk to people"));
    assertThat(finding("us-ca-civ1798.82-ag", californians().somePeople("US-CA")))
        .isEqualTo(undecided("how many people in US-CA are affected"));
  }

  @Test
  void a_fact_that_makes_no_difference_is_not_missed() {
    assertThat(
            finding("us-ca-civ1798.82-individuals", californians().somePeople("US-CA").risk(null)))
        .isEqualTo(new Finding(Verdict.TRIGGERED, List.of()));
    assertThat(finding("eu-gdpr-34-people", shop().risk("risk").protection(null, null)).verdict())
        .isEqualTo(Verdict.NOT_TRIGGERED);
  }

  @Test
  void encryption_without_news_of_the_key_decides_nothing() {
    assertThat(finding("eu-gdpr-34-people", shop().protection(true, null)))
        .isEqualTo(undecided("whether the data were encrypted and the key is safe"));
  }

  @Test
  void undecided_duties_are_kept_as_owed_and_their_clocks_run() {
    var breach = caseWith(shop().risk(null));
    register.determine(breach);

    var authority = obligation(breach, "eu-gdpr-33-sa");

    assertThat(authority.status()).isEqualTo(Status.OPEN);
    assertThat(authority.finding().verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(authority.clock().due()).isPresent();
  }

  @Test
  void facts_that_decide_against_an_undecided_duty_end_it_without_anybody() {
    var breach = caseWith(shop().risk(null));
    register.determine(breach);

    find(breach, shop().risk("unlikely"));
    var changes = register.determine(breach);

    assertThat(changes.noLongerTriggered()).isEmpty();
    assertThat(register.of(breach)).isEmpty();
    assertThat(register.notTriggered(breach))
        .filteredOn(duty -> duty.duty().id().equals("eu-gdpr-33-sa"))
        .singleElement()
        .satisfies(
            duty -> assertThat(duty.finding().because().get(0)).startsWith("Risk to people"));
    assertThat(register.determine(breach).isEmpty()).isTrue();
  }

  @Test
  void facts_that_reach_a_threshold_open_what_was_not_triggered() {
    var breach = caseWith(californians(500));
    register.determine(breach);
    assertThat(register.notTriggered(breach))
        .extracting(duty -> duty.duty().id())
        .contains("us-ca-civ1798.82-ag");

    find(breach, californians(501));

    assertThat(register.determine(breach).added())
        .extracting(duty -> duty.duty().id())
        .containsExactly("us-ca-civ1798.82-ag");
    assertThat(obligation(breach, "us-ca-civ1798.82-ag").status()).isEqualTo(Status.OPEN);
  }

  @Test
  void who_is_controller_and_processor_owes_what_each_of_them_owes() {
    assertThat(register.evaluate(shop().role(Role.BOTH).known()))
        .filteredOn(evaluated -> evaluated.finding().isOwed())
        .extracting(evaluated -> evaluated.duty().id())
        .containsExactlyInAnyOrder("eu-gdpr-33-sa", "eu-gdpr-33-processor", "eu-gdpr-34-people");
  }

  @Test
  void the_case_keeps_the_table_and_its_version() {
    var breach = caseWith(shop());
    register.determine(breach);

    assertThat(obligation(breach, "eu-gdpr-33-sa").duty().table())
        .matches("Obligations in Europe, version \\d+");
  }

  private static FactsOf shop() {
    return organisationIn("DE").people("DE", 300).data("name").risk("high");
  }

  private static FactsOf californians() {
    return organisationIn("US-CA").data("name", "ssn").risk("high");
  }

  private static FactsOf californians(long people) {
    return californians().people("US-CA", people);
  }

  private static Finding notTriggered(String because) {
    return new Finding(Verdict.NOT_TRIGGERED, List.of(because));
  }

  private static Finding undecided(String because) {
    return new Finding(Verdict.UNDECIDED, List.of(because));
  }

  private Finding finding(String duty, FactsOf facts) {
    return register.evaluate(facts.known()).stream()
        .filter(evaluated -> evaluated.duty().id().equals(duty))
        .findFirst()
        .orElseThrow()
        .finding();
  }

  private CaseNumber caseWith(FactsOf facts) {
    var breach = incidents.open("Mailbox read", "", "ines");
    find(breach, facts);
    return breach;
  }

  private void find(CaseNumber breach, FactsOf facts) {
    incidents.record(breach, facts.known(), "ines");
  }

  private Obligation obligation(CaseNumber breach, String duty) {
    return register.of(breach).stream()
        .filter(obligation -> obligation.duty().id().equals(duty))
        .findFirst()
        .orElseThrow();
  }
}
