package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A table deployed at noon governs the case that is open since morning. */
@ApplicationTest
class CorrectedLawTest {

  @Autowired private RepositoryService repository;
  @Autowired private ObligationRegister register;
  @Autowired private Incidents incidents;

  private String deployment;

  @AfterEach
  void as_it_was() {
    repository.deleteDeployment(deployment, true);
  }

  @Test
  void a_corrected_period_moves_the_deadline_of_an_open_case_and_leaves_what_was_filed() {
    var open = shopInGermany();
    var filed = shopInGermany();
    register.determine(open);
    register.determine(filed);
    register.fulfil(
        obligation(filed, "eu-gdpr-33-sa").id(),
        Filing.Kind.COMPLETE,
        Instant.parse("2026-12-09T08:00:00Z"),
        "26-118",
        null,
        null,
        "paul");

    deploy(europe().replaceFirst("(id=\"eu-gdpr-33-sa-out11\">\\s*<text>)72(</text>)", "$148$2"));

    assertThat(register.determine(open).moved())
        .extracting(moved -> moved.duty().id())
        .containsExactly("eu-gdpr-33-sa");
    assertThat(obligation(open, "eu-gdpr-33-sa").clock().due())
        .contains(Instant.parse("2026-12-10T07:00:00Z"));
    assertThat(register.determine(filed).isEmpty()).isTrue();
    assertThat(obligation(filed, "eu-gdpr-33-sa").clock().due())
        .contains(Instant.parse("2026-12-11T07:00:00Z"));
  }

  @Test
  void a_new_row_is_a_new_duty() {
    var open = shopInGermany();
    register.determine(open);
    var europe = europe();
    var row = europe.substring(europe.indexOf("<rule id=\"eu-gdpr-34-people\">"));
    var copy =
        row.substring(0, row.indexOf("</rule>") + 7).replace("eu-gdpr-34-people", "eu-new-1");

    deploy(europe.replaceFirst("<rule ", copy.replace("$", "\\$") + "\n<rule "));

    assertThat(register.determine(open).added())
        .extracting(added -> added.duty().id())
        .containsExactly("eu-new-1");
  }

  @Test
  void an_amendment_entered_today_governs_the_clocks_that_start_from_its_day_on() {
    var europe = europe();
    var row = europe.substring(europe.indexOf("<rule id=\"eu-gdpr-33-sa\">"));
    row = row.substring(0, row.indexOf("</rule>") + 7);
    var amended =
        with(
            with(row.replace("id=\"eu-gdpr-33-sa", "id=\"eu-gdpr-33-sa-2027"), 11, "96"),
            13,
            "\"2027-01-01\"");

    deploy(europe.replace(row, with(row, 14, "\"2026-12-31\"") + amended));

    assertThat(due(organisationIn("DE").aware("2026-12-31T23:00:00+01:00")))
        .contains(Instant.parse("2027-01-03T22:00:00Z"));
    assertThat(due(organisationIn("DE").aware("2027-01-01T01:00:00+01:00")))
        .contains(Instant.parse("2027-01-05T00:00:00Z"));
  }

  @Test
  void a_law_that_is_not_in_force_yet_is_shown_as_the_reason() {
    var europe = europe();
    var row = europe.substring(europe.indexOf("<rule id=\"eu-gdpr-33-sa\">"));
    row = row.substring(0, row.indexOf("</rule>") + 7);

    deploy(europe.replace(row, with(row, 13, "\"2027-01-01\"")));

    var shop = organisationIn("DE").people("DE", 300).data("name").risk("high");
    assertThat(register.evaluate(shop.known()))
        .filteredOn(evaluated -> evaluated.duty().id().equals("eu-gdpr-33-sa"))
        .singleElement()
        .satisfies(
            evaluated ->
                assertThat(evaluated.finding().because())
                    .containsExactly(
                        "the law is in force from 2027-01-01, and 2026-12-08 governs"));
  }

  @Test
  void a_country_is_added_while_the_server_runs() {
    var europe = europe();
    var serbia = europe.substring(europe.indexOf("<rule id=\"rs-zzpl-52\">"));
    serbia = serbia.substring(0, serbia.indexOf("</rule>") + 7);
    var andorra = serbia.replace("rs-zzpl-52", "ad-dpa-authority").replace("\"RS\"", "\"AD\"");
    var asked = LegalFiles.text("obligations.dmn");
    var japan = asked.substring(asked.indexOf("<rule id=\"place-JP\">"));
    japan = japan.substring(0, japan.indexOf("</rule>") + 7);
    var place =
        japan
            .replace("place-JP", "place-AD")
            .replace("\"JP\"", "\"AD\"")
            .replace("Asia/Tokyo", "Europe/Andorra");

    deployment =
        repository
            .createDeployment()
            .addString("obligations-europe.dmn", europe.replace(serbia, serbia + andorra))
            .addString(
                "obligations.dmn",
                asked.replace("\"RS\",", "\"RS\", \"AD\",").replace(japan, japan + place))
            .deploy()
            .getId();

    assertThat(
            register.evaluate(
                organisationIn("DE").people("AD", 12).data("name").risk("high").known()))
        .filteredOn(evaluated -> evaluated.duty().jurisdiction().equals("AD"))
        .singleElement()
        .satisfies(
            evaluated -> assertThat(evaluated.clock().explanation()).endsWith("(Europe/Andorra)."));
  }

  private static String with(String row, int output, String text) {
    return row.replaceFirst(
        "(-out%d\">\\s*<text>)[^<]*(</text>)".formatted(output), "$1" + text + "$2");
  }

  private Optional<Instant> due(FactsOf facts) {
    return register.evaluate(facts.people("DE", 300).data("name").risk("high").known()).stream()
        .filter(evaluated -> evaluated.duty().id().equals("eu-gdpr-33-sa"))
        .findFirst()
        .orElseThrow()
        .clock()
        .due();
  }

  private void deploy(String table) {
    deployment =
        repository
            .createDeployment()
            .addString("processes/obligations-europe.dmn", table)
            .deploy()
            .getId();
  }

  private static String europe() {
    return LegalFiles.text("obligations-europe.dmn");
  }

  private CaseNumber shopInGermany() {
    var breach = incidents.open("Mailbox read", "", "ines");
    incidents.record(
        breach, organisationIn("DE").people("DE", 300).data("name").risk("high").known(), "ines");
    return breach;
  }

  private Obligation obligation(CaseNumber breach, String duty) {
    return register.of(breach).stream()
        .filter(obligation -> obligation.duty().id().equals(duty))
        .findFirst()
        .orElseThrow();
  }
}
