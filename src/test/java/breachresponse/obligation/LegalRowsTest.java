package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Milestone;
import breachresponse.support.ApplicationTest;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Each row of the legal tables, reached by facts that fit and just missed by one that does not. */
@ApplicationTest
class LegalRowsTest {

  @Autowired private LegalBaseline baseline;

  @ParameterizedTest(name = "{0} in {1}, but not: {4}")
  @MethodSource("rows")
  void each_row_is_reached_and_just_missed(
      String duty, String jurisdiction, FactsOf reached, FactsOf missed, String difference) {
    assertThat(duties(reached)).contains(duty + " in " + jurisdiction);
    assertThat(duties(missed)).doesNotContain(duty + " in " + jurisdiction);
  }

  @Test
  void every_row_of_every_table_is_among_them() {
    var tested = new TreeSet<String>();
    rows().forEach(row -> tested.add((String) row.get()[0]));

    // a cap is no duty of its own
    tested.add("eu-dora-19-initial-cap");

    assertThat(tested).isEqualTo(new TreeSet<>(LegalFiles.rows().keySet()));
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

    assertThat(duties(facts)).containsExactly("us-ca-civ1798.82-individuals in US-CA");
  }

  @Test
  void the_investors_of_a_listed_company_are_told_wherever_it_is_established() {
    assertThat(duties(organisationIn("SG").attributes("us-listed")))
        .containsExactly("us-sec-8k-1.05 in US");
  }

  static Stream<Arguments> rows() {
    return Stream.of(europe(), americas(), asiaPacific()).flatMap(List::stream);
  }

  private static List<Arguments> europe() {
    return List.of(
        row(
            "eu-gdpr-33-sa",
            "DE",
            shop("DE"),
            shop("DE").risk("unlikely"),
            "unlikely to be a risk"),
        row("eu-gdpr-33-sa", "DE", shop("DE"), shop("DE").processor(), "processor"),
        row("eu-gdpr-33-sa", "AT", shop("AT"), shop("DE").people("AT", 5), "led elsewhere"),
        row("eu-gdpr-33-sa", "DE", shop("DE").risk(null), organisationIn("DE"), "nobody affected"),
        row(
            "eu-gdpr-33-phases",
            "DE",
            shop("DE").attributes("information-missing"),
            shop("DE"),
            "told in full"),
        row("eu-gdpr-33-processor", "EU", shop("NL").processor(), shop("NL"), "controller"),
        row("eu-gdpr-34-people", "EU", shop("DE"), shop("DE").risk("risk"), "no high risk"),
        row("eu-gdpr-34-people", "EU", shop("NO"), shop("NO").unreadable(), "unreadable"),
        row("no-gdpr-33-sa", "NO", shop("NO"), shop("NO").risk("none"), "no risk"),
        row("is-gdpr-33-sa", "IS", shop("IS"), shop("DE").people("IS", 5), "led elsewhere"),
        row("li-gdpr-33-sa", "LI", shop("LI"), shop("LI").processor(), "processor"),
        row(
            "eu-nis2-23-early",
            "BE",
            nis2("BE"),
            nis2("BE").attributes("dora-financial-entity"),
            "DORA goes before"),
        row("eu-nis2-23-early", "BE", nis2("BE"), nis2("DE"), "Germany's own law"),
        row("eu-nis2-23-notification", "BE", nis2("BE"), shop("BE"), "no NIS2 entity"),
        row(
            "eu-nis2-23-notification",
            "BE",
            nis2("BE"),
            trustService("BE"),
            "trust service provider"),
        row("eu-nis2-23-tsp", "BE", trustService("BE"), nis2("BE"), "no trust service provider"),
        row("eu-nis2-23-final", "BE", nis2("BE"), shop("BE"), "no NIS2 entity"),
        row(
            "eu-nis2-23-recipients",
            "BE",
            nis2("BE").breach(Aspect.AVAILABILITY),
            nis2("BE"),
            "services run on"),
        row("eu-dora-19-initial", "FR", bank("FR"), shop("FR"), "no financial entity"),
        row("eu-dora-19-initial", "FR", bank("FR"), bank("LU").people("FR", 5), "seat elsewhere"),
        row("eu-dora-19-intermediate", "FR", bank("FR"), shop("FR"), "no financial entity"),
        row("eu-dora-19-final", "FR", bank("FR"), shop("FR"), "no financial entity"),
        row(
            "eu-dora-19-clients",
            "FR",
            bank("FR").attributes("dora-clients-affected"),
            bank("FR"),
            "clients' interests safe"),
        row("de-bsig-32-early", "DE", nis2("DE"), nis2("BE"), "seat elsewhere"),
        row("de-bsig-32-notification", "DE", nis2("DE"), shop("DE"), "no NIS2 entity"),
        row("de-bsig-32-final", "DE", nis2("DE"), shop("DE"), "no NIS2 entity"),
        row("it-nis2-25-prenotifica", "IT", nis2("IT"), nis2("BE"), "seat elsewhere"),
        row("it-nis2-25-notifica", "IT", nis2("IT"), shop("IT"), "no NIS2 entity"),
        row("it-nis2-25-finale", "IT", nis2("IT"), shop("IT"), "no NIS2 entity"),
        row("gb-ukgdpr-33-ico", "GB", shop("DE").people("GB", 1), shop("DE"), "nobody in the UK"),
        row(
            "gb-ukgdpr-33-ico",
            "GB",
            shop("GB"),
            shop("GB").risk("unlikely"),
            "unlikely to be a risk"),
        row("gb-ukgdpr-33-processor", "GB", shop("GB").processor(), shop("GB"), "controller"),
        row("gb-ukgdpr-34-people", "GB", shop("GB"), shop("GB").risk("risk"), "no high risk"),
        row("ch-fadp-24-fdpic", "CH", shop("CH"), shop("CH").risk("risk"), "no high risk"),
        row("ch-fadp-24-processor", "CH", shop("CH").processor(), shop("CH"), "controller"),
        row(
            "ch-fadp-24-people",
            "CH",
            shop("CH").risk("risk").attributes("people-need-to-act"),
            shop("CH").risk("risk"),
            "no need to act"),
        row(
            "ch-isa-74e-initial",
            "CH",
            shop("CH").attributes("ch-critical-infrastructure", "cyberattack"),
            shop("CH").attributes("ch-critical-infrastructure"),
            "no attack"),
        row(
            "ch-isa-74e-final",
            "CH",
            shop("CH")
                .attributes("ch-critical-infrastructure", "ransomware", "information-missing"),
            shop("CH").attributes("ch-critical-infrastructure", "ransomware"),
            "told in full"));
  }

  private static List<Arguments> americas() {
    return List.of(
        row(
            "us-hipaa-individuals",
            "US",
            clinic(1),
            clinic(1).risk("unlikely"),
            "low probability of compromise"),
        row("us-hipaa-individuals", "US", clinic(1), clinic(1).unreadable(), "secured"),
        row("us-hipaa-hhs-500", "US", clinic(500), clinic(499), "fewer than 500"),
        row("us-hipaa-hhs-under500", "US", clinic(499), clinic(500), "500 or more"),
        row("us-hipaa-media", "US-OH", clinic(501), clinic(500), "not more than 500 in the State"),
        row("us-hipaa-business-associate", "US", associate(), clinic(1), "covered entity itself"),
        row(
            "us-sec-8k-1.05",
            "US",
            organisationIn("US").attributes("us-listed"),
            organisationIn("US"),
            "not listed"),
        row(
            "us-sec-8k-1.05-amend",
            "US",
            organisationIn("US").attributes("us-listed", "information-missing"),
            organisationIn("US").attributes("us-listed"),
            "told in full"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            store("US-CA", 1),
            store("US-CA", 1).unreadable(),
            "unreadable"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            mail("US-CA").data("online-credentials"),
            mail("US-CA").data("name"),
            "no password"),
        row(
            "us-ca-civ1798.82-individuals",
            "US-CA",
            store("US-CA", 1),
            store("US-CA", 1).sectors("public-body"),
            "an agency"),
        row(
            "us-ca-civ1798.82-ag",
            "US-CA",
            store("US-CA", 501),
            store("US-CA", 500),
            "not more than 500"),
        row("us-ca-civ1798.29-agency", "US-CA", agency(), agency().unreadable(), "unreadable"),
        row("us-ca-hsc1280.15-cdph", "US-CA", facility(), store("US-CA", 1), "no health facility"),
        row(
            "us-ca-hsc1280.15-patient",
            "US-CA",
            facility(),
            store("US-CA", 1),
            "no health facility"),
        row(
            "us-ny-899aa-individuals",
            "US-NY",
            store("US-NY", 1),
            store("US-NY", 1).unreadable(),
            "unreadable"),
        row("us-ny-899aa-individuals", "US-NY", store("US-NY", 1), hospital(), "told under HIPAA"),
        row(
            "us-ny-899aa-state-agencies",
            "US-NY",
            store("US-NY", 1),
            mail("US-NY").data("name"),
            "no private information"),
        row(
            "us-ny-899aa-dfs",
            "US-NY",
            store("US-NY", 1).attributes("nydfs-covered-entity"),
            store("US-NY", 1),
            "no covered entity"),
        row(
            "us-ny-899aa-cra",
            "US-NY",
            store("US-NY", 5001),
            store("US-NY", 5000),
            "not more than 5,000"),
        row("us-ny-899aa-hipaa-ag", "US-NY", hospital(), store("US-NY", 1), "no covered entity"),
        row(
            "us-ny-nydfs-500.17-72h",
            "US-NY",
            lender(),
            organisationIn("US-NY"),
            "no covered entity"),
        row(
            "us-ny-nydfs-500.17-extortion-24h",
            "US-NY",
            lender().on(Milestone.PAYMENT, PAID),
            lender(),
            "nothing paid"),
        row(
            "us-ny-nydfs-500.17-extortion-30d",
            "US-NY",
            lender().on(Milestone.PAYMENT, PAID),
            lender(),
            "nothing paid"),
        row(
            "us-tx-breach-individuals",
            "US-TX",
            store("US-TX", 1),
            mail("US-TX").data("online-credentials"),
            "no sensitive information"),
        row(
            "us-tx-breach-individuals",
            "US-TX",
            organisationIn("US-TX").people("US-OK", 1).data("name", "ssn"),
            store("US-OK", 1),
            "not in Texas"),
        row("us-tx-breach-ag", "US-TX", store("US-TX", 250), store("US-TX", 249), "fewer than 250"),
        row(
            "us-tx-breach-cra",
            "US-TX",
            store("US-TX", 10001),
            store("US-TX", 10000),
            "not more than 10,000"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            store("US-FL", 1),
            store("US-FL", 1).risk("unlikely"),
            "no likely harm"),
        row(
            "us-fl-breach-individuals",
            "US-FL",
            mail("US-FL").data("name", "passport"),
            mail("US-FL").data("name", "biometric"),
            "no biometrics in the act"),
        row("us-fl-breach-ag", "US-FL", store("US-FL", 500), store("US-FL", 499), "fewer than 500"),
        row(
            "us-fl-breach-cra",
            "US-FL",
            store("US-FL", 1001),
            store("US-FL", 1000),
            "not more than 1,000"),
        row(
            "us-fl-501.171-third-party",
            "US-FL",
            store("US-FL", 1).processor(),
            store("US-FL", 1),
            "covered entity itself"),
        row("ca-pipeda-opc", "CA", shop("CA"), shop("CA").risk("unlikely"), "no real risk"),
        row("ca-pipeda-individuals", "CA", shop("CA"), shop("CA").processor(), "processor"),
        row(
            "ca-pipeda-other-orgs",
            "CA",
            shop("CA").data("payment-card"),
            shop("CA"),
            "nobody could reduce the harm"),
        row(
            "br-lgpd-anpd",
            "BR",
            shop("BR").risk("risk").data("health"),
            shop("BR").risk("risk"),
            "no sensitive data"),
        row(
            "br-lgpd-individuals",
            "BR",
            shop("BR"),
            shop("BR").risk("unlikely"),
            "no relevant risk"),
        row(
            "br-lgpd-anpd-complement",
            "BR",
            shop("BR").attributes("information-missing"),
            shop("BR"),
            "told in full"));
  }

  private static List<Arguments> asiaPacific() {
    return List.of(
        row("jp-appi-ppc-prelim", "JP", japan(1001), japan(1000), "not more than 1,000"),
        row(
            "jp-appi-ppc-prelim",
            "JP",
            japan(1).data("health"),
            japan(1),
            "no special care-required data"),
        row(
            "jp-appi-ppc-prelim",
            "JP",
            japan(1).attributes("cyberattack"),
            japan(1).attributes("cyberattack").unreadable(),
            "unreadable"),
        row(
            "jp-appi-ppc-final",
            "JP",
            japan(1).data("payment-card"),
            japan(1).data("payment-card").attributes("cyberattack"),
            "60 days for an attack"),
        row(
            "jp-appi-ppc-final-60",
            "JP",
            japan(1).attributes("cyberattack"),
            japan(1001),
            "no attack"),
        row("jp-appi-people", "JP", japan(1001), japan(1000), "not more than 1,000"),
        row("jp-appi-entrustee", "JP", japan(1001).processor(), japan(1001), "not entrusted"),
        row(
            "jp-mynumber",
            "JP",
            japan(101).data("national-id"),
            japan(100).data("national-id"),
            "not more than 100"),
        row(
            "au-ndb-assess",
            "AU",
            shop("AU").risk(null),
            shop("AU").risk(null).on(Milestone.DETERMINATION, PAID),
            "assessed"),
        row("au-ndb-oaic", "AU", shop("AU"), shop("AU").risk("risk"), "serious harm not likely"),
        row(
            "au-ndb-oaic",
            "AU",
            shop("AU"),
            shop("AU").attributes("au-small-business"),
            "small business"),
        row("au-ndb-people", "AU", shop("AU"), shop("AU").unreadable(), "unreadable"),
        row(
            "au-cps234-incident",
            "AU",
            shop("AU").attributes("au-apra-regulated"),
            shop("AU"),
            "not under APRA"),
        row("au-soci-significant", "AU", asset().breach(Aspect.AVAILABILITY), asset(), "available"),
        row(
            "au-soci-other",
            "AU",
            asset(),
            asset().breach(Aspect.AVAILABILITY),
            "significant impact"),
        row(
            "au-ransom-payment",
            "AU",
            shop("AU").on(Milestone.PAYMENT, PAID),
            shop("AU"),
            "nothing paid"),
        row(
            "sg-pdpa-26c-assess",
            "SG",
            shop("SG"),
            shop("SG").on(Milestone.DETERMINATION, PAID),
            "assessed"),
        row("sg-pdpa-26d-pdpc", "SG", gym(500), gym(499), "fewer than 500"),
        row("sg-pdpa-26d-pdpc", "SG", gym(1).data("health"), gym(1), "no prescribed data"),
        row("sg-pdpa-26d-people", "SG", gym(1).data("health"), gym(500), "no significant harm"),
        row(
            "sg-pdpa-26d-people",
            "SG",
            gym(1).data("health"),
            gym(1).data("health").unreadable(),
            "unreadable"),
        row("sg-pdpa-26c-intermediary", "SG", gym(1).processor(), gym(1), "controller"));
  }

  private static final String PAID = "2026-12-10T08:00:00Z";

  private static Arguments row(
      String duty, String jurisdiction, FactsOf reached, FactsOf missed, String difference) {
    return arguments(duty, jurisdiction, reached, missed, difference);
  }

  private static FactsOf shop(String place) {
    return organisationIn(place).people(place, 100).data("name", "email").risk("high");
  }

  private static FactsOf nis2(String place) {
    return organisationIn(place).attributes("nis2-important");
  }

  private static FactsOf trustService(String place) {
    return organisationIn(place).attributes("nis2-trust-service-provider");
  }

  private static FactsOf bank(String place) {
    return organisationIn(place).sectors("bank").attributes("dora-financial-entity");
  }

  private static FactsOf clinic(long patients) {
    return organisationIn("US-OH")
        .attributes("hipaa-covered-entity")
        .people("US-OH", patients)
        .data("name", "health")
        .risk("high");
  }

  private static FactsOf associate() {
    return organisationIn("US-OH")
        .attributes("hipaa-business-associate")
        .people("US-OH", 1)
        .data("name", "health");
  }

  private static FactsOf store(String residence, long people) {
    return organisationIn("US-WA").people(residence, people).data("name", "ssn").risk("high");
  }

  private static FactsOf mail(String residence) {
    return organisationIn("US-WA").people(residence, 1).risk("high");
  }

  private static FactsOf facility() {
    return organisationIn("US-CA")
        .attributes("us-ca-health-facility")
        .people("US-CA", 1)
        .data("name", "health");
  }

  private static FactsOf agency() {
    return organisationIn("US-CA").sectors("public-body").people("US-CA", 1).data("name", "ssn");
  }

  private static FactsOf hospital() {
    return organisationIn("US-NY")
        .attributes("hipaa-covered-entity")
        .people("US-NY", 1)
        .data("name", "health")
        .risk("high");
  }

  private static FactsOf lender() {
    return organisationIn("US-NY").attributes("nydfs-covered-entity");
  }

  private static FactsOf japan(long people) {
    return organisationIn("JP").people("JP", people).data("name");
  }

  private static FactsOf asset() {
    return organisationIn("AU").attributes("au-critical-infrastructure");
  }

  private static FactsOf gym(long people) {
    return organisationIn("SG").people("SG", people).data("name", "email").risk("unlikely");
  }

  private List<String> duties(FactsOf facts) {
    return baseline.requirementsOf(facts.known()).stream()
        .map(required -> required.duty().id() + " in " + required.duty().jurisdiction())
        .toList();
  }

  private List<String> named(FactsOf facts) {
    return baseline.requirementsOf(facts.known()).stream()
        .map(required -> required.duty().recipientName())
        .toList();
  }
}
