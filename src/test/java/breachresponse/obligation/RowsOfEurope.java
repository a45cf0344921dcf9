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
            "told in full"),
        row(
            "eu-gdpr-33-sa",
            "DE",
            shop("US-NY").people("DE", 1),
            shop("US-NY").people("CH", 1),
            "nobody in the Union"),
        row(
            "eu-gdpr-33-sa",
            "DE",
            organisationIn("US-NY", "DE").people("DE", 1).data("name").risk("risk"),
            organisationIn("US-NY", "DE").people("US-NY", 1).data("name").risk("risk"),
            "processed for an establishment elsewhere"),
        row(
            "eu-gdpr-33-sa",
            "FR",
            organisationIn("US-NY", "DE", "FR").people("FR", 1).data("name").risk("risk"),
            organisationIn("US-NY", "DE", "FR").people("DE", 1).data("name").risk("risk"),
            "no lead authority, and nobody in France"),
        row(
            "eu-gdpr-33-sa",
            "FR",
            shop("FR").people("RE", 5),
            shop("FR").people("RE", 5).attributes("ecs-provider"),
            "telecommunications have their own law"),
        row(
            "eu-gdpr-33-sa",
            "FR",
            organisationIn().people("RE", 5).data("name").risk("risk"),
            organisationIn().people("NC", 5).data("name").risk("risk"),
            "not in the Union"),
        row(
            "eu-gdpr-34-people",
            "EU",
            shop("NL"),
            shop("NL").sectors("bank"),
            "Dutch financial undertaking"),
        row(
            "eu-gdpr-34-people",
            "EU",
            shop("BE").sectors("bank"),
            shop("BE").attributes("eu-institution"),
            "institution of the Union"),
        row(
            "eu-gdpr-33-processor",
            "EU",
            shop("US-NY").people("FR", 1).processor(),
            shop("US-NY").people("FR", 1).attributes("scc-importer").processor(),
            "outside the Regulation"),
        row(
            "eu-scc-importer",
            "EU",
            shop("US-NY").attributes("scc-importer").processor(),
            shop("US-NY").attributes("scc-importer"),
            "no processor"),
        row(
            "eu-eudpr-34-edps",
            "EU",
            shop("BE").attributes("eu-institution").risk("risk"),
            shop("BE").attributes("eu-institution").risk("unlikely"),
            "unlikely to be a risk"),
        row(
            "eu-eudpr-35-people",
            "EU",
            shop("BE").attributes("eu-institution"),
            shop("BE").attributes("eu-institution").risk("risk"),
            "no high risk"),
        row(
            "eu-led-30-sa",
            "DE",
            shop("DE").sectors("law-enforcement").risk("risk"),
            shop("DE").sectors("public-body").risk("risk"),
            "no law enforcement"),
        row(
            "eu-led-31-people",
            "DE",
            shop("DE").sectors("law-enforcement"),
            shop("DE").sectors("law-enforcement").risk("risk"),
            "no high risk"),
        row(
            "eu-611-2013-initial",
            "FR",
            telecom("FR").risk("unlikely"),
            telecom("DE"),
            "the German act"),
        row(
            "eu-611-2013-initial",
            "FR",
            telecom("FR"),
            telecom("LU").people("FR", 5),
            "seat elsewhere"),
        row(
            "eu-611-2013-second",
            "FR",
            telecom("FR").attributes("information-missing"),
            telecom("FR"),
            "told in full"),
        row(
            "eu-611-2013-people",
            "FR",
            telecom("FR").risk("risk"),
            telecom("FR").risk("unlikely"),
            "no adverse effect"),
        row("eu-611-2013-people", "FR", telecom("FR"), telecom("FR").unreadable(), "unreadable"),
        row(
            "eu-611-2013-subprovider",
            "EU",
            shop("FR").attributes("ecs-subprovider"),
            telecom("FR"),
            "has the subscribers itself"),
        row(
            "eu-nis2-23-early",
            "BE",
            nis2("BE"),
            nis2("BE").attributes("insignificant-incident"),
            "not significant"),
        row("eu-dora-19-initial", "NO", bank("NO"), bank("CH"), "outside the EEA"),
        row(
            "eu-dora-19-initial",
            "FR",
            bank("FR"),
            bank("FR").attributes("insignificant-incident"),
            "not major"),
        row("eu-psd2-96-note", "FR", bank("FR"), nis2("FR"), "no payment services"),
        row(
            "eu-eidas-24-qtsp",
            "AT",
            organisationIn("AT").attributes("eidas-qualified-trust-service-provider"),
            trustService("AT"),
            "not qualified"),
        row(
            "eu-eidas-19a-tsp",
            "AT",
            trustService("AT"),
            organisationIn("AT").attributes("eidas-qualified-trust-service-provider"),
            "qualified"),
        row(
            "eu-cra-14-vuln-early",
            "EU",
            maker("cra-exploited-vulnerability"),
            maker("cra-severe-incident"),
            "no vulnerability"),
        row(
            "eu-cra-14-incident-early",
            "EU",
            maker("cra-severe-incident"),
            maker("cra-exploited-vulnerability"),
            "no severe incident"),
        row(
            "eu-cra-14-vuln-notification",
            "EU",
            maker("cra-exploited-vulnerability"),
            maker("cra-severe-incident"),
            "no vulnerability"),
        row(
            "eu-cra-14-incident-notification",
            "EU",
            maker("cra-severe-incident"),
            maker("cra-exploited-vulnerability"),
            "no severe incident"),
        row(
            "eu-cra-14-vuln-final",
            "EU",
            maker("cra-exploited-vulnerability"),
            maker("cra-severe-incident"),
            "no vulnerability"),
        row(
            "eu-cra-14-incident-final",
            "EU",
            maker("cra-severe-incident"),
            maker("cra-exploited-vulnerability"),
            "no severe incident"),
        row(
            "eu-cra-14-users",
            "EU",
            maker("cra-severe-incident"),
            maker("third-party-origin"),
            "neither vulnerability nor incident"),
        row(
            "eu-cer-15-initial",
            "PT",
            critical(),
            critical().attributes("ransomware"),
            "network security is NIS2"),
        row(
            "eu-cer-15-initial",
            "PT",
            critical(),
            critical().sectors("bank"),
            "banks are left out"),
        row(
            "eu-cer-15-final",
            "PT",
            critical(),
            critical().breach(Aspect.CONFIDENTIALITY),
            "services run on"),
        row(
            "de-tkg-169",
            "DE",
            telecom("DE").risk("unlikely"),
            telecom("AT").people("DE", 5),
            "seat elsewhere"),
        row(
            "de-tkg-169-people",
            "DE",
            telecom("DE"),
            telecom("DE").risk("risk"),
            "no serious impairment"),
        row(
            "de-sgb10-83a",
            "DE",
            shop("DE").attributes("de-social-data"),
            shop("DE").attributes("de-social-data").risk("unlikely"),
            "unlikely to be a risk"),
        row(
            "es-rd43-initial",
            "ES",
            organisationIn("ES").attributes("es-nis-operator"),
            organisationIn("ES").attributes("es-nis-operator").attributes("insignificant-incident"),
            "of no notifiable level"),
        row(
            "es-rd43-intermediate",
            "ES",
            organisationIn("ES").attributes("es-nis-operator").attributes("es-incident-very-high"),
            organisationIn("ES").attributes("es-nis-operator"),
            "of high level"),
        row(
            "es-rd43-final",
            "ES",
            organisationIn("ES").attributes("es-nis-operator").attributes("es-incident-critical"),
            organisationIn("ES").attributes("es-nis-operator"),
            "of high level"),
        row(
            "fr-csp-1111-8-2",
            "FR",
            shop("FR").attributes("fr-health-establishment"),
            shop("FR").sectors("health-care"),
            "no health establishment"),
        row(
            "fr-insurance-lopmi",
            "FR",
            shop("FR").attributes("fr-cyber-insured", "ransomware"),
            shop("FR").attributes("fr-cyber-insured"),
            "no attack"),
        row(
            "fr-oiv-anssi",
            "FR",
            shop("FR").attributes("fr-vital-operator"),
            shop("FR").attributes("fr-vital-operator", "insignificant-incident"),
            "not notifiable"),
        row(
            "it-nis2-25-notifica",
            "IT",
            nis2("IT"),
            nis2("IT").attributes("it-security-perimeter"),
            "security perimeter"),
        row(
            "it-l90-2024",
            "IT",
            organisationIn("IT").attributes("it-law-90-body"),
            organisationIn("IT").attributes("it-law-90-body").attributes("nis2-essential"),
            "under NIS2"),
        row(
            "it-l90-2024-notifica",
            "IT",
            organisationIn("IT").attributes("it-law-90-body"),
            organisationIn("IT").attributes("it-law-90-body").attributes("it-security-perimeter"),
            "security perimeter"),
        row(
            "it-psnc-1h",
            "IT",
            organisationIn("IT").attributes("it-security-perimeter"),
            organisationIn("IT").attributes("nis2-essential"),
            "outside the perimeter"),
        row(
            "nl-uavg-42",
            "NL",
            shop("NL").sectors("bank").attributes("people-need-to-act"),
            shop("NL").sectors("bank"),
            "no duty of care"),
        row("no-gdpr-33-sa", "NO", shop("NO"), shop("DE").people("NO", 5), "led elsewhere"),
        row(
            "no-digitalsikkerhet",
            "NO",
            shop("NO").attributes("no-digital-security-act"),
            shop("NO"),
            "no essential service"),
        row(
            "gb-ukgdpr-33-ico",
            "GB",
            organisationIn("DE", "GB").people("GB", 1).data("name").risk("risk"),
            organisationIn("DE", "GB").people("DE", 1).data("name").risk("risk"),
            "processed for an establishment elsewhere"),
        row(
            "gb-ukgdpr-33-ico",
            "GB",
            shop("GB"),
            telecom("GB"),
            "telecommunications have their own law"),
        row(
            "gb-pecr-5a-ico",
            "GB",
            telecom("GB").risk("unlikely"),
            shop("GB"),
            "no communications service"),
        row(
            "gb-pecr-5a-people",
            "GB",
            telecom("GB").risk("risk"),
            telecom("GB").risk("unlikely"),
            "no adverse effect"),
        row(
            "gb-nis-oes",
            "GB",
            organisationIn("GB").attributes("gb-nis-operator").breach(Aspect.AVAILABILITY),
            organisationIn("GB").attributes("gb-nis-operator"),
            "the service runs on"),
        row(
            "gb-nis-rdsp",
            "GB",
            organisationIn("GB").attributes("gb-nis-digital-service"),
            organisationIn("GB").attributes("gb-nis-operator"),
            "no digital service"),
        row(
            "gb-eidas-19",
            "GB",
            organisationIn("GB").attributes("gb-trust-service-provider"),
            trustService("IE"),
            "not in the United Kingdom"),
        row(
            "gb-fca-sup15",
            "GB",
            organisationIn("GB").attributes("gb-fca-firm"),
            organisationIn("GB").attributes("gb-fca-firm", "insignificant-incident"),
            "no serious regulatory impact"),
        row(
            "gg-dp-42",
            "GG",
            shop("GG").risk("risk"),
            shop("GB").people("GG", 5),
            "not established there"),
        row("gg-dp-43-people", "GG", shop("GG"), shop("GG").risk("risk"), "no high risk"),
        row(
            "je-dpjl-20",
            "JE",
            shop("JE").risk("risk"),
            shop("JE").risk("unlikely"),
            "unlikely to be a risk"),
        row("je-dpjl-20-people", "JE", shop("JE"), shop("JE").unreadable(), "unreadable"),
        row(
            "ch-fadp-24-fdpic",
            "CH",
            shop("DE").people("CH", 1),
            shop("DE"),
            "nobody in Switzerland"),
        row(
            "ch-finma-initial",
            "CH",
            shop("CH").attributes("ch-finma-supervised", "cyberattack"),
            shop("CH").attributes("ch-finma-supervised"),
            "no attack"),
        row(
            "ch-finma-report",
            "CH",
            shop("CH").attributes("ch-finma-supervised", "cyberattack"),
            shop("CH")
                .attributes("ch-finma-supervised", "cyberattack")
                .attributes("insignificant-incident"),
            "not of substantial importance"),
        row(
            "rs-zzpl-52",
            "RS",
            shop("DE").people("RS", 1),
            shop("DE").people("RS", 1).risk("unlikely"),
            "unlikely to be a risk"),
        row("rs-zzpl-53-people", "RS", shop("RS"), shop("RS").risk("risk"), "no high risk"),
        row(
            "ge-pdpl-29",
            "GE",
            shop("GE").risk("risk"),
            shop("DE").people("GE", 1),
            "not established there"),
        row("ge-pdpl-30-people", "GE", shop("GE"), shop("GE").risk("risk"), "no high risk"),
        row(
            "ru-152fz-initial",
            "RU",
            shop("RU"),
            shop("RU").breach(Aspect.AVAILABILITY),
            "nothing disclosed"),
        row(
            "ru-152fz-results",
            "RU",
            shop("RU"),
            shop("DE").people("RU", 1),
            "not established there"),
        row(
            "gi-gdpr-33",
            "GI",
            shop("GI").risk("risk"),
            shop("GI").risk("unlikely"),
            "unlikely to be a risk"),
        row("gi-gdpr-34-people", "GI", shop("GI"), shop("GI").unreadable(), "unreadable"),
        row(
            "im-gdpr-33",
            "IM",
            shop("IM").risk("risk"),
            shop("IM").risk("unlikely"),
            "unlikely to be a risk"),
        row("im-gdpr-34-people", "IM", shop("IM"), shop("IM").unreadable(), "unreadable"),
        row(
            "mc-1565-authority",
            "MC",
            shop("MC").risk("risk"),
            shop("MC").risk("unlikely"),
            "unlikely to be a risk"),
        row("mc-1565-people", "MC", shop("MC"), shop("MC").unreadable(), "unreadable"),
        row(
            "mk-lpdp-37",
            "MK",
            shop("MK").risk("risk"),
            shop("MK").risk("unlikely"),
            "unlikely to be a risk"),
        row("mk-lpdp-38-people", "MK", shop("MK"), shop("MK").unreadable(), "unreadable"),
        row(
            "al-124-2024-authority",
            "AL",
            shop("AL").risk("risk"),
            shop("AL").risk("unlikely"),
            "unlikely to be a risk"),
        row("al-124-2024-people", "AL", shop("AL"), shop("AL").unreadable(), "unreadable"),
        row(
            "ba-zzlp-authority",
            "BA",
            shop("BA").risk("risk"),
            shop("BA").risk("unlikely"),
            "unlikely to be a risk"),
        row("ba-zzlp-people", "BA", shop("BA"), shop("BA").unreadable(), "unreadable"),
        row(
            "md-195-2024-authority",
            "MD",
            shop("MD").risk("risk"),
            shop("MD").risk("unlikely"),
            "unlikely to be a risk"),
        row("md-195-2024-people", "MD", shop("MD"), shop("MD").unreadable(), "unreadable"),
        row(
            "de-bsig-35-recipients",
            "DE",
            nis2("DE").breach(Aspect.AVAILABILITY).attributes("people-need-to-act"),
            nis2("DE").breach(Aspect.AVAILABILITY),
            "the BSI has not ordered it"),
        row(
            "eu-gdpr-34-people",
            "EU",
            shop("DE").unreadable().breach(Aspect.AVAILABILITY),
            shop("DE").unreadable(),
            "unreadable to whoever has them"),
        row(
            "eu-dora-19-initial",
            "AT",
            organisationIn("AT").sectors("payments"),
            organisationIn("AT").sectors("lender"),
            "no financial entity for certain"),
        row(
            "eu-nis2-23-early",
            "PT",
            critical().attributes("cyberattack"),
            critical(),
            "not of the network"),
        row(
            "eu-cra-14-users",
            "DE",
            organisationIn("DE").attributes("cra-manufacturer", "cra-severe-incident"),
            maker("cra-severe-incident"),
            "a maker from elsewhere"),
        row(
            "ch-finma-initial",
            "CH",
            organisationIn("CH").sectors("bank").attributes("cyberattack"),
            organisationIn("CH").sectors("lender").attributes("cyberattack"),
            "not supervised for certain"),
        row(
            "gb-fca-sup15",
            "GB",
            organisationIn("GB").sectors("insurer"),
            organisationIn("GB").sectors("retail"),
            "no authorised firm"),
        row("gg-dp-42-processor", "GG", shop("GG").processor(), shop("GG"), "controller"),
        row("je-dpjl-20-processor", "JE", shop("JE").processor(), shop("JE"), "controller"),
        row("rs-zzpl-52-processor", "RS", shop("RS").processor(), shop("RS"), "controller"),
        row("gi-gdpr-33-processor", "GI", shop("GI").processor(), shop("GI"), "controller"),
        row("im-gdpr-33-processor", "IM", shop("IM").processor(), shop("IM"), "controller"),
        row("mc-1565-processor", "MC", shop("MC").processor(), shop("MC"), "controller"),
        row("mk-lpdp-37-processor", "MK", shop("MK").processor(), shop("MK"), "controller"),
        row("al-124-2024-processor", "AL", shop("AL").processor(), shop("AL"), "controller"),
        row("ba-zzlp-processor", "BA", shop("BA").processor(), shop("BA"), "controller"),
        row("md-195-2024-processor", "MD", shop("MD").processor(), shop("MD"), "controller"));
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

  private static FactsOf telecom(String place) {
    return shop(place).attributes("ecs-provider");
  }

  private static FactsOf maker(String circumstance) {
    return organisationIn("US-CA").attributes("cra-manufacturer", circumstance);
  }

  private static FactsOf critical() {
    return organisationIn("PT").attributes("cer-critical-entity").breach(Aspect.AVAILABILITY);
  }
}
