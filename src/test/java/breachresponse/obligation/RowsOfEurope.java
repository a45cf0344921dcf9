package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import breachresponse.incident.Facts.Aspect;
import java.util.List;

final class RowsOfEurope {

  private RowsOfEurope() {}

  static List<LegalRow> rows() {
    return List.of(
        row(
            "eu-gdpr-33-sa",
            "DE",
            shop("DE"),
            shop("DE").risk("unlikely"),
            "unlikely to be a risk"),
        row("eu-gdpr-33-sa", "DE", shop("DE"), shop("DE").processor(), "processor"),
        row("eu-gdpr-33-sa", "AT", shop("AT"), shop("DE").people("AT", 5), "led elsewhere"),
        row(
            "eu-gdpr-33-sa",
            "DE",
            shop("DE").risk("risk"),
            organisationIn("DE").risk("risk"),
            "nobody affected"),
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

  private static FactsOf nis2(String place) {
    return organisationIn(place).attributes("nis2-important");
  }

  private static FactsOf trustService(String place) {
    return organisationIn(place).attributes("nis2-trust-service-provider");
  }

  private static FactsOf bank(String place) {
    return organisationIn(place).sectors("bank").attributes("dora-financial-entity");
  }
}
