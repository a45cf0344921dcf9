package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.PAID;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Milestone;
import java.util.List;
import java.util.stream.Stream;

final class RowsOfAsiaPacific {

  private static final long MILLION = 1_000_000;

  private RowsOfAsiaPacific() {}

  static List<LegalRow> rows() {
    return Stream.of(
            china(),
            hongKong(),
            indonesia(),
            india(),
            japan(),
            korea(),
            malaysia(),
            newZealand(),
            philippines(),
            singapore(),
            thailand(),
            taiwan(),
            vietNam(),
            australia())
        .flatMap(List::stream)
        .toList();
  }

  private static List<LegalRow> china() {
    return List.of(
        row("cn-pipl-57", "CN", abroad("CN").risk("none"), shop("HK"), "Hong Kong has its own law"),
        row("cn-pipl-57", "CN", shop("CN"), shop("CN").processor(), "entrusted party"),
        row(
            "cn-pipl-57-people",
            "CN",
            shop("CN").risk("unlikely"),
            shop("CN").risk("none"),
            "harm avoided"),
        row("cn-pipl-57-people", "CN", shop("CN"), shop("CN").unreadable(), "unreadable"),
        row(
            "cn-cac-cii-1h",
            "CN",
            here("CN", MILLION + 1).attributes("cn-critical-infrastructure"),
            here("CN", MILLION).attributes("cn-critical-infrastructure"),
            "not more than a million"),
        row(
            "cn-cac-cii-1h",
            "CN",
            organisationIn("DE").attributes("cn-critical-infrastructure", "cn-major-incident"),
            here("CN", 1).attributes("cn-major-incident"),
            "no critical infrastructure"),
        row(
            "cn-cac-operator-4h",
            "CN",
            here("CN", MILLION + 1),
            here("CN", MILLION),
            "not more than a million"),
        row(
            "cn-cac-operator-4h",
            "CN",
            here("CN", 1).attributes("cn-major-incident"),
            here("CN", 1).attributes("cn-major-incident", "cn-critical-infrastructure"),
            "critical infrastructure has one hour"),
        row(
            "cn-cac-operator-4h",
            "CN",
            organisationIn("DE", "CN").people("CN", 1).attributes("cn-major-incident"),
            organisationIn("DE", "CN").people("DE", 1).attributes("cn-major-incident"),
            "nothing to do with the branch in China"),
        row(
            "cn-cac-state-2h",
            "CN",
            here("CN", 1).attributes("cn-state-organ", "cn-major-incident"),
            here("CN", 1).attributes("cn-state-organ"),
            "not relatively major"),
        row(
            "cn-cac-final",
            "CN",
            here("CN", MILLION + 1),
            here("CN", MILLION),
            "not more than a million"),
        row(
            "cn-ndsmr-11",
            "CN",
            here("CN", 1).attributes("cn-national-security-risk"),
            here("CN", 1),
            "no danger to national security"));
  }

  private static List<LegalRow> hongKong() {
    return List.of(
        row(
            "hk-pdpo-voluntary",
            "HK",
            shop("HK").risk("risk"),
            shop("HK").risk("unlikely"),
            "no real risk of harm"),
        row("hk-pdpo-voluntary", "HK", shop("HK"), abroad("HK"), "not established there"),
        row(
            "hk-picso-serious",
            "HK",
            operator("HK").breach(Aspect.AVAILABILITY),
            operator("HK"),
            "nothing disrupted"),
        row(
            "hk-picso-serious",
            "HK",
            operator("HK").breach(Aspect.AVAILABILITY),
            operator("HK").breach(Aspect.AVAILABILITY).attributes("insignificant-incident"),
            "not serious"),
        row(
            "hk-picso-other",
            "HK",
            operator("HK"),
            operator("HK").breach(Aspect.AVAILABILITY),
            "serious"),
        row("hk-picso-report", "HK", operator("HK"), organisationIn("HK"), "not designated"));
  }

  private static List<LegalRow> indonesia() {
    return List.of(
        row("id-pdp-46", "ID", abroad("ID").risk("none"), shop("ID").processor(), "processor"),
        row("id-pdp-46-people", "ID", shop("ID").risk("none"), shop("MY"), "nobody in Indonesia"));
  }

  private static List<LegalRow> india() {
    return List.of(
        row("in-certin-6h", "IN", organisationIn("IN"), abroad("IN"), "not established there"),
        row("in-dpdp-board-initial", "IN", abroad("IN"), shop("IN").processor(), "processor"),
        row("in-dpdp-board-72h", "IN", shop("IN"), shop("IN").processor(), "processor"),
        row("in-dpdp-people", "IN", shop("IN"), organisationIn("IN").data(), "nobody affected"),
        row("in-rbi-banks", "IN", organisationIn("IN").sectors("bank"), shop("IN"), "no bank"),
        row("in-irdai-6h", "IN", organisationIn("IN").sectors("insurer"), shop("IN"), "no insurer"),
        row(
            "in-sebi-6h",
            "IN",
            organisationIn("IN").sectors("investment"),
            organisationIn("IN").sectors("bank"),
            "not regulated by SEBI"));
  }

  private static List<LegalRow> japan() {
    return List.of(
        row("jp-appi-ppc-prelim", "JP", here("JP", 1001), here("JP", 1000), "not more than 1,000"),
        row(
            "jp-appi-ppc-prelim",
            "JP",
            here("JP", 600).people("US-CA", 401),
            organisationIn("US-CA", "JP").people("JP", 600).people("US-CA", 401).data("name"),
            "people abroad count for a Japanese company only"),
        row(
            "jp-appi-ppc-prelim",
            "JP",
            here("JP", 1).data("health"),
            here("JP", 1),
            "no special care"),
        row(
            "jp-appi-ppc-prelim",
            "JP",
            here("JP", 1).data("payment-card"),
            here("JP", 1).data("bank-account"),
            "an account number alone is no danger to property"),
        row(
            "jp-appi-ppc-prelim",
            "JP",
            here("JP", 1).attributes("cyberattack"),
            here("JP", 1).attributes("cyberattack").unreadable(),
            "unreadable"),
        row(
            "jp-appi-ppc-final",
            "JP",
            here("JP", 1).data("payment-card"),
            here("JP", 1).data("payment-card").attributes("cyberattack"),
            "60 days for an attack"),
        row(
            "jp-appi-ppc-final-60",
            "JP",
            here("JP", 1).attributes("ransomware"),
            here("JP", 1001),
            "no attack"),
        row("jp-appi-people", "JP", here("JP", 1001), here("JP", 1000), "not more than 1,000"),
        row(
            "jp-appi-entrustee",
            "JP",
            here("JP", 1001).processor(),
            here("JP", 1001),
            "not entrusted"),
        row(
            "jp-mynumber",
            "JP",
            here("JP", 101).data("national-id"),
            here("JP", 100).data("national-id"),
            "not more than 100"),
        row(
            "jp-mynumber",
            "JP",
            here("JP", 1).data("national-id").attributes("cyberattack"),
            organisationIn("JP").people("KR", 1).data("national-id").attributes("cyberattack"),
            "nobody with a number"));
  }

  private static List<LegalRow> korea() {
    return List.of(
        row("kr-pipa-people", "KR", abroad("KR").risk("none"), shop("KR").processor(), "processor"),
        row("kr-pipa-pipc", "KR", here("KR", 1000), here("KR", 999), "fewer than 1,000"),
        row("kr-pipa-pipc", "KR", here("KR", 1).data("passport"), here("KR", 1), "no identifier"),
        row(
            "kr-pipa-pipc",
            "KR",
            here("KR", 1).attributes("cyberattack"),
            here("KR", 1),
            "no illegal access"),
        row(
            "kr-network-kisa",
            "KR",
            organisationIn("KR").sectors("online-service").attributes("cyberattack"),
            organisationIn("KR").sectors("online-service"),
            "no intrusion"),
        row(
            "kr-network-kisa",
            "KR",
            organisationIn("KR").sectors("telecom").attributes("cyberattack"),
            organisationIn("KR").sectors("food").attributes("cyberattack"),
            "no provider"),
        row(
            "kr-credit",
            "KR",
            here("KR", 10_000).data("financial").sectors("bank"),
            here("KR", 9_999).data("financial").sectors("bank"),
            "fewer than 10,000"),
        row(
            "kr-credit",
            "KR",
            here("KR", 10_000).data("financial").sectors("bank"),
            here("KR", 10_000).data("financial").sectors("retail"),
            "no financial firm"));
  }

  private static List<LegalRow> malaysia() {
    return List.of(
        row(
            "my-pdpa-12b-commissioner",
            "MY",
            here("MY", 1001).risk("unlikely"),
            here("MY", 1000).risk("unlikely"),
            "not more than 1,000"),
        row(
            "my-pdpa-12b-commissioner",
            "MY",
            here("MY", 1).data("health").risk("unlikely"),
            here("MY", 1).risk("risk"),
            "no significant harm"),
        row(
            "my-pdpa-12b-commissioner",
            "MY",
            here("MY", 1).data("national-id").risk("risk"),
            here("MY", 1).data("national-id").risk("unlikely"),
            "identity fraud unlikely"),
        row(
            "my-pdpa-12b-commissioner",
            "MY",
            shop("MY"),
            shop("MY").sectors("public-body"),
            "governments are outside the act"),
        row(
            "my-pdpa-12b-final",
            "MY",
            shop("MY").attributes("information-missing"),
            shop("MY"),
            "told in full"),
        row(
            "my-pdpa-12b-people",
            "MY",
            shop("MY"),
            here("MY", 1001).risk("unlikely"),
            "scale alone"),
        row("my-pdpa-12b-people", "MY", shop("MY"), abroad("MY"), "not established there"),
        row("my-csa-6h", "MY", operator("MY"), organisationIn("MY"), "no critical infrastructure"),
        row(
            "my-csa-14d",
            "MY",
            operator("MY"),
            organisationIn("MY"),
            "no critical infrastructure"));
  }

  private static List<LegalRow> newZealand() {
    return List.of(
        row("nz-privacy-114", "NZ", abroad("NZ"), shop("NZ").risk("risk"), "no serious harm"),
        row("nz-privacy-115", "NZ", shop("NZ"), shop("NZ").unreadable(), "unreadable"));
  }

  private static List<LegalRow> philippines() {
    return List.of(
        row(
            "ph-npc-16-03",
            "PH",
            abroad("PH").data("tax-id"),
            shop("PH"),
            "neither sensitive nor good for identity fraud"),
        row(
            "ph-npc-people",
            "PH",
            shop("PH").data("health"),
            shop("PH").data("health").breach(Aspect.AVAILABILITY),
            "nobody acquired them"),
        row(
            "ph-npc-full",
            "PH",
            shop("PH").data("health"),
            shop("PH").data("health").risk("risk"),
            "no serious harm"));
  }

  private static List<LegalRow> singapore() {
    return List.of(
        row(
            "sg-pdpa-26c-assess",
            "SG",
            shop("SG"),
            shop("SG").on(Milestone.DETERMINATION, PAID),
            "assessed"),
        row("sg-pdpa-26d-pdpc", "SG", gym(500), gym(499), "fewer than 500"),
        row("sg-pdpa-26d-pdpc", "SG", gym(1).data("health"), gym(1), "no prescribed data"),
        row(
            "sg-pdpa-26d-pdpc",
            "SG",
            gym(500),
            gym(500).attributes("good-faith-acquisition"),
            "only within the organisation"),
        row(
            "sg-pdpa-26d-pdpc",
            "SG",
            gym(500),
            gym(500).sectors("public-body"),
            "public agencies are outside the act"),
        row("sg-pdpa-26d-people", "SG", gym(1).data("employment"), gym(500), "no significant harm"),
        row(
            "sg-pdpa-26d-people",
            "SG",
            gym(1).data("health"),
            gym(1).data("health").unreadable(),
            "unreadable"),
        row("sg-pdpa-26c-intermediary", "SG", gym(1).processor(), gym(1), "controller"),
        row("sg-csa-cii-2h", "SG", operator("SG"), organisationIn("SG"), "no critical system"),
        row("sg-csa-cii-72h", "SG", operator("SG"), organisationIn("SG"), "no critical system"),
        row("sg-csa-cii-30d", "SG", operator("SG"), organisationIn("SG"), "no critical system"),
        row(
            "sg-mas-1h",
            "SG",
            organisationIn("SG").sectors("bank"),
            organisationIn("SG").sectors("bank").attributes("insignificant-incident"),
            "not a relevant incident"),
        row(
            "sg-mas-14d",
            "SG",
            organisationIn("DE").attributes("sg-mas-regulated"),
            organisationIn("DE").sectors("bank"),
            "not regulated there"));
  }

  private static List<LegalRow> thailand() {
    return List.of(
        row(
            "th-pdpa-37-pdpc",
            "TH",
            abroad("TH").risk("risk"),
            shop("TH").risk("unlikely"),
            "no risk"),
        row("th-pdpa-40-processor", "TH", shop("TH").processor(), shop("TH"), "controller"),
        row("th-pdpa-37-people", "TH", shop("TH"), shop("TH").risk("risk"), "no high risk"));
  }

  private static List<LegalRow> taiwan() {
    return List.of(
        row("tw-pdpa-12", "TW", shop("TW").risk("none"), abroad("TW"), "not established there"),
        row(
            "tw-pdpa-authority",
            "TW",
            shop("TW").risk("risk"),
            shop("TW").attributes("insignificant-incident"),
            "not a major incident"),
        row(
            "tw-pdpa-authority",
            "TW",
            shop("TW"),
            shop("TW").sectors("public-body"),
            "government agency"),
        row(
            "tw-csma-1h",
            "TW",
            organisationIn("TW").sectors("public-body"),
            organisationIn("TW"),
            "neither an agency nor critical infrastructure"),
        row("tw-csma-1h", "TW", operator("TW"), shop("TW"), "no critical infrastructure"));
  }

  private static List<LegalRow> vietNam() {
    return List.of(
        row(
            "vn-pdpl-23",
            "VN",
            abroad("VN").risk("risk"),
            shop("VN").risk("unlikely"),
            "harm unlikely"),
        row(
            "vn-pdpl-processor",
            "VN",
            shop("VN").risk("none").processor(),
            shop("VN"),
            "controller"));
  }

  private static List<LegalRow> australia() {
    return List.of(
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
            shop("AU").attributes("au-small-business").sectors("health-care"),
            shop("AU").attributes("au-small-business").sectors("retail"),
            "small business, and no health service"),
        row("au-ndb-people", "AU", shop("AU"), shop("AU").unreadable(), "unreadable"),
        row(
            "au-ndb-people",
            "AU",
            shop("AU"),
            shop("AU").attributes("au-my-health-record"),
            "My Health Records have their own law"),
        row(
            "au-mhr-75",
            "AU",
            shop("AU").attributes("au-my-health-record").risk("none"),
            shop("AU"),
            "no My Health Record"),
        row(
            "au-cps234-incident",
            "AU",
            shop("AU").attributes("au-apra-regulated"),
            shop("AU"),
            "not under APRA"),
        row(
            "au-cps234-incident",
            "AU",
            organisationIn("AU").sectors("bank"),
            organisationIn("AU").sectors("bank").attributes("insignificant-incident"),
            "not material"),
        row(
            "au-cps234-weakness",
            "AU",
            organisationIn("AU").attributes("au-apra-regulated", "au-material-control-weakness"),
            organisationIn("AU").attributes("au-apra-regulated"),
            "no material weakness"),
        row(
            "au-soci-significant",
            "AU",
            operator("AU").breach(Aspect.AVAILABILITY),
            operator("AU"),
            "available"),
        row(
            "au-soci-other",
            "AU",
            operator("AU"),
            operator("AU").breach(Aspect.AVAILABILITY),
            "significant impact"),
        row(
            "au-ransom-payment",
            "AU",
            shop("AU").on(Milestone.PAYMENT, PAID),
            shop("AU"),
            "nothing paid"),
        row(
            "au-ransom-payment",
            "AU",
            shop("AU").on(Milestone.PAYMENT, PAID),
            shop("AU").on(Milestone.PAYMENT, PAID).attributes("au-small-business"),
            "small business"),
        row("kz-pdl-authority", "KZ", here("KZ", 1), abroad("KZ"), "not established there"));
  }

  /** A company abroad with one customer there. */
  private static FactsOf abroad(String residence) {
    return shop("DE").people(residence, 1);
  }

  private static FactsOf here(String place, long people) {
    return organisationIn(place).people(place, people).data("name");
  }

  private static FactsOf operator(String place) {
    return organisationIn(place).attributes(place.toLowerCase() + "-critical-infrastructure");
  }

  private static FactsOf gym(long people) {
    return here("SG", people).data("email").risk("unlikely");
  }
}
