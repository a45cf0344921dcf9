package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.PAID;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import breachresponse.incident.Facts.Aspect;
import breachresponse.incident.Milestone;
import java.util.List;

final class RowsOfAsiaPacific {

  private RowsOfAsiaPacific() {}

  static List<LegalRow> rows() {
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

  private static FactsOf japan(long people) {
    return organisationIn("JP").people("JP", people).data("name");
  }

  private static FactsOf asset() {
    return organisationIn("AU").attributes("au-critical-infrastructure");
  }

  private static FactsOf gym(long people) {
    return organisationIn("SG").people("SG", people).data("name", "email").risk("unlikely");
  }
}
