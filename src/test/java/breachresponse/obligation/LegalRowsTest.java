package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import breachresponse.incident.Facts;
import breachresponse.support.ApplicationTest;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each row of the legal tables, reached by facts that fit and just missed by one that does not. */
@ApplicationTest
class LegalRowsTest {

  @Autowired private LegalBaseline baseline;

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void each_row_is_reached_and_just_missed(LegalRow row) {
    assertThat(duties(row.reached())).contains(row.duty() + " in " + row.jurisdiction());
    assertThat(duties(row.missed())).doesNotContain(row.duty() + " in " + row.jurisdiction());
  }

  @Test
  void every_row_of_every_table_is_among_them() {
    var tested = rows().map(LegalRow::duty).collect(Collectors.toCollection(TreeSet::new));

    var duties = LegalFiles.rows();
    // a cap is no duty of its own
    duties.values().removeIf(row -> !row.word("limits").isEmpty());

    assertThat(tested).isEqualTo(new TreeSet<>(duties.keySet()));
  }

  @Test
  void without_an_establishment_in_the_union_every_affected_state_is_told() {
    var facts =
        organisationIn("US-NY").people("DE", 10).people("AT", 5).people("NO", 1).risk("risk");

    assertThat(duties(facts.data("name")))
        .containsExactlyInAnyOrder(
            "eu-gdpr-33-sa in DE", "eu-gdpr-33-sa in AT", "no-gdpr-33-sa in NO");
  }

  @Test
  void with_a_main_establishment_the_lead_authority_alone_is_told() {
    var facts =
        organisationIn("IE", "DE").people("DE", 10).people("AT", 5).data("name").risk("risk");

    assertThat(duties(facts)).containsExactly("eu-gdpr-33-sa in IE");
  }

  @Test
  void a_single_establishment_leads_even_if_the_main_one_is_elsewhere() {
    var facts =
        organisationIn("US-NY", "DE").people("DE", 10).people("AT", 5).data("name").risk("risk");

    assertThat(duties(facts)).containsExactly("eu-gdpr-33-sa in DE");
  }

  @Test
  void a_sole_establishment_is_the_main_one() {
    var facts = organisationIn("DE").main(null).people("US-WA", 5).data("name").risk("risk");

    assertThat(duties(facts)).containsExactly("eu-gdpr-33-sa in DE");
  }

  @Test
  void whether_a_group_led_elsewhere_owes_it_waits_for_where_the_people_live() {
    var facts = organisationIn("US-NY", "DE").data("name").risk("risk");

    assertThat(baseline.requirementsOf(withoutPeople(facts)))
        .filteredOn(required -> required.duty().id().equals("eu-gdpr-33-sa"))
        .extracting(required -> required.duty().jurisdiction(), Requirement::finding)
        .containsExactly(
            tuple(
                "DE",
                new Finding(
                    Verdict.UNDECIDED,
                    List.of(
                        "how many people in EEA are affected",
                        "how many people in DE are affected"))));
  }

  @Test
  void whether_a_law_beyond_the_province_applies_waits_for_where_the_people_live() {
    var facts = organisationIn("CA-AB").data("name").risk("high");

    assertThat(baseline.requirementsOf(withoutPeople(facts)))
        .filteredOn(required -> required.duty().id().equals("ca-pipeda-opc"))
        .extracting(Requirement::finding)
        .containsExactly(new Finding(Verdict.UNDECIDED, List.of("where the people affected live")));
  }

  @Test
  void the_authority_is_named_for_the_land_of_the_main_establishment() {
    assertThat(named(organisationIn("DE-HH").people("DE", 10).data("name").risk("risk")))
        .containsExactly(
            "Hamburgischer Beauftragter für Datenschutz und Informationsfreiheit (HmbBfDI)");
  }

  @Test
  void residents_of_parts_of_a_country_count_for_the_country() {
    var facts =
        organisationIn("US-OH")
            .attributes("hipaa-covered-entity")
            .data("name", "health")
            .risk("high")
            .people("US-OH", 300)
            .people("US-MI", 200);

    assertThat(duties(facts)).contains("us-hipaa-hhs-500 in US");
  }

  @Test
  void people_whose_number_is_not_known_count_as_one() {
    var facts = organisationIn("US-CA").data("name", "ssn").somePeople("US-CA");

    assertThat(duties(facts)).containsOnly("us-ca-civ1798.82-individuals in US-CA");
  }

  @Test
  void the_investors_of_a_listed_company_are_told_wherever_it_is_established() {
    assertThat(duties(organisationIn("SG").attributes("us-listed")))
        .containsExactly("us-sec-8k-1.05 in US");
  }

  private static Facts withoutPeople(FactsOf facts) {
    var known = facts.known();
    return new Facts(
        known.awareAt(),
        known.clocks(),
        known.organisation(),
        null,
        known.breach(),
        known.dataCategories(),
        known.protection(),
        known.risk(),
        null,
        null,
        null);
  }

  static Stream<LegalRow> rows() {
    return Stream.of(
            RowsOfEurope.rows(),
            RowsOfAfricaMiddleEast.rows(),
            RowsOfAsiaPacific.rows(),
            RowsOfUsFederal.rows(),
            RowsOfUsStatesAToM.rows(),
            RowsOfUsStatesNToW.rows(),
            RowsOfUsHolders.rows(),
            RowsOfCanada.rows(),
            RowsOfContracts.rows(),
            RowsOfLatinAmerica.rows())
        .flatMap(List::stream);
  }

  private List<String> duties(FactsOf facts) {
    return triggered(facts).map(duty -> duty.id() + " in " + duty.jurisdiction()).toList();
  }

  private List<String> named(FactsOf facts) {
    return triggered(facts).map(Duty::recipientName).toList();
  }

  private Stream<Duty> triggered(FactsOf facts) {
    return baseline.requirementsOf(facts.known()).stream()
        .filter(required -> required.finding().verdict() == Verdict.TRIGGERED)
        .map(Requirement::duty);
  }
}
