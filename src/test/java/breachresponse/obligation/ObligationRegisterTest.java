package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.Milestone;
import breachresponse.obligation.Obligation.Status;
import breachresponse.support.ApplicationTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ObligationRegisterTest {

  /** All that is owed by then was owed before the notice was sent. */
  private static final int EVERYTHING = Integer.MAX_VALUE;

  @Autowired private ObligationRegister register;
  @Autowired private Incidents incidents;
  @Autowired private Timeline timeline;

  @Test
  void duties_are_written_down_once_however_often_they_are_determined() {
    var breach = caseWith(shop());

    var first = register.determine(breach);
    var second = register.determine(breach);

    assertThat(ids(first.added()))
        .containsExactlyInAnyOrder(
            "eu-gdpr-33-sa",
            "eu-gdpr-34-people",
            "us-ca-civ1798.82-individuals",
            "us-ca-civ1798.82-ag");
    assertThat(second.isEmpty()).isTrue();
    assertThat(register.of(breach)).isEqualTo(sorted(first.added()));
  }

  @Test
  void the_first_due_comes_first_and_what_waits_comes_last() {
    var breach = caseWith(shop());

    register.determine(breach);

    assertThat(ids(register.of(breach)))
        .containsExactly(
            "eu-gdpr-34-people",
            "eu-gdpr-33-sa",
            "us-ca-civ1798.82-individuals",
            "us-ca-civ1798.82-ag");
  }

  @Test
  void no_facts_no_duties() {
    var breach = incidents.open("Mailbox read", "", "ines");

    assertThat(register.determine(breach).isEmpty()).isTrue();
  }

  @Test
  void an_earlier_awareness_moves_the_deadline() {
    var breach = caseWith(shop());
    register.determine(breach);

    find(breach, shop().aware("2026-12-07T08:00:00+01:00"));
    var changes = register.determine(breach);

    assertThat(changes.added()).isEmpty();
    assertThat(ids(changes.moved())).contains("eu-gdpr-33-sa");
    assertThat(obligation(breach, "eu-gdpr-33-sa").clock().due())
        .contains(Instant.parse("2026-12-10T07:00:00Z"));
  }

  @Test
  void a_start_that_is_finer_than_the_database_keeps_moves_nothing() {
    var breach = caseWith(shop().aware("2026-12-07T08:00:00.123456789+01:00"));
    register.determine(breach);

    assertThat(register.determine(breach).isEmpty()).isTrue();
  }

  @Test
  void what_the_facts_no_longer_trigger_is_marked_once_and_stays_until_legal_releases_it() {
    var breach = caseWith(shop());
    register.determine(breach);

    find(breach, shop().risk("risk"));

    assertThat(ids(register.determine(breach).noLongerTriggered()))
        .containsExactly("eu-gdpr-34-people");
    assertThat(register.determine(breach).isEmpty()).isTrue();
    var dropped = obligation(breach, "eu-gdpr-34-people");
    assertThat(dropped.status()).isEqualTo(Status.NO_LONGER_TRIGGERED);

    register.release(dropped.id(), "The risk is not high", "lena");

    assertThat(register.get(dropped.id()).status()).isEqualTo(Status.RELEASED);
    assertThat(register.get(dropped.id()).releaseReason()).contains("The risk is not high");
  }

  @Test
  void what_legal_keeps_is_not_marked_again() {
    var breach = caseWith(shop());
    register.determine(breach);
    find(breach, shop().risk("risk"));
    register.determine(breach);
    var dropped = obligation(breach, "eu-gdpr-34-people");

    register.keep(dropped.id(), "We tell them anyway", "lena");

    assertThat(register.determine(breach).isEmpty()).isTrue();
    assertThat(register.get(dropped.id()).status()).isEqualTo(Status.OPEN);
  }

  @Test
  void facts_that_trigger_a_lapsed_duty_again_open_it_even_if_legal_released_it() {
    var breach = caseWith(shop());
    register.determine(breach);
    find(breach, shop().risk("risk"));
    register.determine(breach);
    var people = obligation(breach, "eu-gdpr-34-people").id();
    register.release(people, "The risk is not high", "lena");

    find(breach, shop().risk("high").attributes("cyberattack"));

    assertThat(ids(register.determine(breach).added())).containsExactly("eu-gdpr-34-people");
    assertThat(register.get(people).status()).isEqualTo(Status.OPEN);
    assertThat(register.get(people).releaseReason()).isEmpty();
  }

  @Test
  void what_legal_released_while_the_facts_triggered_it_stays_released() {
    var breach = caseWith(shop());
    register.determine(breach);
    var people = obligation(breach, "eu-gdpr-34-people").id();
    register.release(people, "Disproportionate effort, we publish (Art 34(3)(c))", "lena");

    find(breach, shop().people("AT", 5));

    assertThat(register.determine(breach).added()).isEmpty();
    assertThat(register.get(people).status()).isEqualTo(Status.RELEASED);
  }

  @Test
  void a_filing_in_time_needs_no_reason_and_is_not_undone_by_new_facts() {
    var breach = caseWith(shop());
    register.determine(breach);
    var filing = obligation(breach, "eu-gdpr-33-sa");

    register.fulfil(
        filing.id(),
        Filing.Kind.COMPLETE,
        filing.clock().due().orElseThrow(),
        "26-118",
        null,
        null,
        "paul");
    find(breach, shop().aware("2026-12-01T08:00:00+01:00").risk("none"));
    var changes = register.determine(breach);

    assertThat(ids(changes.moved())).doesNotContain("eu-gdpr-33-sa");
    assertThat(ids(changes.noLongerTriggered())).doesNotContain("eu-gdpr-33-sa");
    var filed = register.get(filing.id());
    assertThat(filed.status()).isEqualTo(Status.FULFILLED);
    assertThat(filed.reference()).contains("26-118");
    assertThat(filed.clock()).isEqualTo(filing.clock());
  }

  @Test
  void a_late_filing_is_refused_without_a_reason() {
    var breach = caseWith(shop());
    register.determine(breach);
    var filing = obligation(breach, "eu-gdpr-33-sa");
    var late = filing.clock().due().orElseThrow().plusSeconds(1);

    assertThatThrownBy(
            () ->
                register.fulfil(
                    filing.id(), Filing.Kind.COMPLETE, late, "26-118", " ", null, "paul"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reasonForDelay");
    assertThat(register.get(filing.id()).status()).isEqualTo(Status.OPEN);

    register.fulfil(
        filing.id(), Filing.Kind.COMPLETE, late, "26-118", "The portal was down", null, "paul");

    assertThat(register.get(filing.id()).reasonForDelay()).contains("The portal was down");
  }

  @Test
  void a_reason_recorded_before_lets_a_late_filing_pass() {
    var breach = caseWith(shop());
    register.determine(breach);
    var filing = obligation(breach, "eu-gdpr-33-sa");

    register.explainDelay(filing.id(), "The portal was down", "paul");
    register.fulfil(
        filing.id(),
        Filing.Kind.COMPLETE,
        filing.clock().due().orElseThrow().plusSeconds(60),
        "26-118",
        null,
        null,
        "paul");

    assertThat(register.get(filing.id()).status()).isEqualTo(Status.FULFILLED);
  }

  @Test
  void a_filing_told_twice_keeps_its_first_time() {
    var breach = caseWith(shop());
    register.determine(breach);
    var filing = obligation(breach, "eu-gdpr-33-sa").id();
    var at = Instant.parse("2026-12-09T08:00:00Z");

    register.fulfil(filing, Filing.Kind.COMPLETE, at, "26-118", null, null, "paul");
    register.fulfil(
        filing, Filing.Kind.COMPLETE, at.plusSeconds(3600), "26-119", null, null, "paul");

    assertThat(register.get(filing).filedAt()).contains(at);
    assertThat(register.get(filing).reference()).contains("26-118");
  }

  @Test
  void each_filing_to_a_financial_supervisor_starts_the_clock_of_the_next() {
    var breach =
        caseWith(
            organisationIn("DE-HE")
                .sectors("bank")
                .attributes("dora-financial-entity")
                .people("DE", 60000)
                .data("name", "bank-account")
                .risk("high")
                .on(Milestone.CLASSIFICATION, "2026-12-08T15:30:00+01:00"));
    register.determine(breach);
    assertThat(obligation(breach, "eu-dora-19-intermediate").clock().status())
        .isEqualTo("waiting-for-notification");

    file(breach, "eu-dora-19-initial", "2026-12-08T19:00:00+01:00");

    assertThat(obligation(breach, "eu-dora-19-intermediate").clock().due())
        .contains(instant("2026-12-11T19:00:00+01:00"));
    assertThat(obligation(breach, "eu-dora-19-final").clock().status())
        .isEqualTo("waiting-for-notification");

    file(breach, "eu-dora-19-intermediate", "2026-12-10T11:00:00+01:00");

    assertThat(obligation(breach, "eu-dora-19-final").clock().due())
        .contains(instant("2027-01-11T12:00:00+01:00"));
    assertThat(register.determine(breach).isEmpty()).isTrue();
  }

  @Test
  void notice_to_the_people_fulfils_what_is_owed_to_them_and_starts_the_clocks_that_run_from_it() {
    var breach = caseWith(shop().people("US-CA", 600));
    register.determine(breach);

    var told =
        register.peopleTold(breach, EVERYTHING, Instant.parse("2026-12-10T18:00:00Z"), "carla");

    assertThat(ids(told))
        .containsExactlyInAnyOrder("eu-gdpr-34-people", "us-ca-civ1798.82-individuals");
    assertThat(obligation(breach, "us-ca-civ1798.82-ag").clock().due())
        .contains(instant("2026-12-25T23:59:59-08:00"));
    assertThat(incidents.facts(breach).orElseThrow().facts().clocks())
        .containsKey(Milestone.INDIVIDUALS_NOTIFIED);
    assertThat(
            register.peopleTold(breach, EVERYTHING, Instant.parse("2026-12-11T18:00:00Z"), "carla"))
        .isEmpty();
    assertThat(obligation(breach, "us-ca-civ1798.82-ag").clock().due())
        .contains(instant("2026-12-25T23:59:59-08:00"));
  }

  @Test
  void people_told_late_are_told_all_the_same_and_the_reason_follows() {
    var breach = caseWith(shop());
    register.determine(breach);

    register.peopleTold(breach, EVERYTHING, Instant.parse("2027-02-01T18:00:00Z"), "carla");
    var late = obligation(breach, "us-ca-civ1798.82-individuals");
    register.explainDelay(late.id(), "Addresses had to be found", "lena");

    assertThat(register.get(late.id()).status()).isEqualTo(Status.FULFILLED);
    assertThat(register.get(late.id()).reasonForDelay()).contains("Addresses had to be found");
  }

  @Test
  void what_is_fulfilled_cannot_be_released() {
    var breach = caseWith(shop());
    register.determine(breach);
    var filing = obligation(breach, "eu-gdpr-33-sa").id();
    register.fulfil(
        filing,
        Filing.Kind.COMPLETE,
        Instant.parse("2026-12-09T08:00:00Z"),
        null,
        null,
        null,
        "paul");

    assertThatThrownBy(() -> register.release(filing, "No risk", "lena"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_release_needs_a_reason() {
    var breach = caseWith(shop());
    register.determine(breach);
    var filing = obligation(breach, "eu-gdpr-33-sa").id();

    assertThatThrownBy(() -> register.release(filing, "", "lena"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("releaseReason");
  }

  @Test
  void every_act_is_in_the_timeline() {
    var breach = caseWith(shop());
    register.determine(breach);
    var filing = obligation(breach, "eu-gdpr-33-sa").id();
    register.explainDelay(filing, "The portal was down", "paul");
    register.fulfil(
        filing,
        Filing.Kind.COMPLETE,
        Instant.parse("2026-12-09T08:00:00Z"),
        "26-118",
        null,
        null,
        "paul");
    find(breach, shop().risk("risk"));
    register.determine(breach);
    register.release(obligation(breach, "eu-gdpr-34-people").id(), "The risk is not high", "lena");

    assertThat(timeline.of(breach))
        .extracting(Timeline.Entry::act)
        .contains(
            "obligation determined",
            "delay explained",
            "obligation fulfilled",
            "obligation no longer triggered",
            "obligation released");
  }

  private static FactsOf shop() {
    return organisationIn("DE", "US-CA")
        .sectors("online-service")
        .people("DE", 300)
        .people("US-CA", 1200)
        .data("name", "email", "online-credentials", "payment-card")
        .risk("high");
  }

  private CaseNumber caseWith(FactsOf facts) {
    var breach = incidents.open("Mailbox read", "", "ines");
    find(breach, facts);
    return breach;
  }

  private FactsVersion find(CaseNumber breach, FactsOf facts) {
    return incidents.record(breach, facts.known(), "ines");
  }

  private void file(CaseNumber breach, String duty, String at) {
    register.fulfil(
        obligation(breach, duty).id(),
        Filing.Kind.COMPLETE,
        instant(at),
        "26-118",
        null,
        null,
        "paul");
  }

  private Obligation obligation(CaseNumber breach, String duty) {
    return register.of(breach).stream()
        .filter(obligation -> obligation.duty().id().equals(duty))
        .findFirst()
        .orElseThrow();
  }

  private static List<Obligation> sorted(List<Obligation> obligations) {
    return obligations.stream()
        .sorted(Comparator.comparing((Obligation o) -> o.clock().actBy().orElse(Instant.MAX)))
        .toList();
  }

  private static List<String> ids(List<Obligation> obligations) {
    return obligations.stream().map(o -> o.duty().id()).toList();
  }

  private static Instant instant(String at) {
    return OffsetDateTime.parse(at).toInstant();
  }
}
