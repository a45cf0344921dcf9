package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import java.util.List;

final class RowsOfCanada {

  private RowsOfCanada() {}

  static List<LegalRow> rows() {
    return List.of(
        row("ca-pipeda-opc", "CA", shop("CA-ON"), shop("CA-ON").risk("unlikely"), "no real risk"),
        row(
            "ca-pipeda-opc",
            "CA",
            shop("CA-AB").people("CA-ON", 1),
            shop("CA-AB"),
            "within Alberta, which has its own law"),
        row(
            "ca-pipeda-opc",
            "CA",
            shop("US-NY").people("CA-QC", 1),
            shop("CA-QC"),
            "within Quebec, which has its own law"),
        row(
            "ca-pipeda-opc",
            "CA",
            shop("CA-BC").attributes("ca-federal-work"),
            shop("CA-BC"),
            "within British Columbia, which has its own law"),
        row(
            "ca-pipeda-opc",
            "CA",
            patients("CA-MB"),
            patients("CA-ON"),
            "within Ontario, whose health law is its own"),
        row(
            "ca-pipeda-opc",
            "CA",
            shop("CA-ON"),
            shop("CA-ON").sectors("public-body"),
            "a public body"),
        row("ca-pipeda-individuals", "CA", shop("CA"), shop("CA").processor(), "processor"),
        row(
            "ca-pipeda-individuals",
            "CA",
            shop("CA-ON"),
            shop("CA-ON").sectors("non-profit"),
            "no commercial activity"),
        row(
            "ca-pipeda-other-orgs",
            "CA",
            shop("CA").data("payment-card"),
            shop("CA"),
            "nobody could reduce the harm"),
        row(
            "ca-privacyact-tbs",
            "CA",
            shop("CA-ON").attributes("ca-federal-institution"),
            shop("CA-ON").sectors("public-body"),
            "body of a province"),
        row(
            "ca-osfi-24h",
            "CA",
            with("CA-ON", "ca-osfi-regulated"),
            with("CA-ON", "ca-osfi-regulated", "insignificant-incident"),
            "meets no criterion"),
        row(
            "ca-ciro-3d",
            "CA",
            with("CA-ON", "ca-ciro-dealer"),
            with("CA-ON", "ca-ciro-dealer", "insignificant-incident"),
            "no material impact"),
        row(
            "ca-ciro-30d",
            "CA",
            with("CA-ON", "ca-ciro-dealer"),
            with("CA-ON", "ca-ciro-dealer", "insignificant-incident"),
            "no material impact"),
        row(
            "ca-rpaa-psp",
            "CA",
            with("CA-ON", "ca-payment-provider"),
            with("CA-ON", "ca-payment-provider", "insignificant-incident"),
            "no material impact"),
        row(
            "ca-c8-ccspa-pending",
            "CA",
            with("CA-ON", "ca-critical-cyber-system"),
            with("CA-ON", "ca-osfi-regulated"),
            "not designated"),
        row(
            "ca-qc-law25-cai",
            "CA-QC",
            shop("CA-QC").risk("risk"),
            shop("CA-QC").risk("unlikely"),
            "no risk of serious injury"),
        row(
            "ca-qc-law25-cai",
            "CA-QC",
            shop("CA-ON").people("CA-QC", 1),
            shop("CA-ON"),
            "nothing to do with Quebec"),
        row(
            "ca-qc-law25-individuals",
            "CA-QC",
            shop("CA-QC"),
            shop("CA-QC").sectors("public-body"),
            "public body"),
        row(
            "ca-qc-public-cai",
            "CA-QC",
            shop("CA-QC").sectors("public-body"),
            shop("CA-ON").sectors("public-body").people("CA-QC", 1),
            "body of another province"),
        row(
            "ca-qc-lrsss-minister",
            "CA-QC",
            shop("CA-QC").attributes("ca-health-custodian").data("health"),
            shop("CA-QC").attributes("ca-health-custodian"),
            "no health data"),
        row(
            "ca-qc-amf-24h",
            "CA-QC",
            with("CA-ON", "ca-qc-amf-institution"),
            with("CA-QC", "ca-osfi-regulated"),
            "not authorised by the AMF"),
        row(
            "ca-ab-pipa-oipc",
            "CA-AB",
            shop("CA-AB"),
            shop("CA-AB").risk("unlikely"),
            "no real risk"),
        row(
            "ca-ab-pipa-oipc",
            "CA-AB",
            shop("CA-ON").people("CA-AB", 1),
            shop("CA-ON").people("CA-AB", 1).sectors("telecom"),
            "federal work"),
        row(
            "ca-ab-pipa-oipc",
            "CA-AB",
            shop("CA-AB").data("health"),
            patients("CA-AB"),
            "health information of a custodian"),
        row(
            "ca-ab-pipa-individuals",
            "CA-AB",
            shop("CA-AB").attributes("people-need-to-act"),
            shop("CA-AB"),
            "the Commissioner has not required it"),
        row(
            "ca-ab-hia",
            "CA-AB",
            patients("CA-AB"),
            patients("CA-AB").risk("unlikely"),
            "no risk of harm"),
        row(
            "ca-ab-popa",
            "CA-AB",
            shop("CA-AB").sectors("public-body"),
            shop("CA-AB"),
            "no public body"),
        row(
            "ca-ab-popa",
            "CA-AB",
            shop("CA-AB").sectors("public-body"),
            patients("CA-AB").sectors("public-body"),
            "health information of a custodian"),
        row(
            "ca-bc-foippa",
            "CA-BC",
            shop("CA-BC").sectors("public-body"),
            shop("CA-BC"),
            "private: no duty in the law of British Columbia"),
        row(
            "ca-sk-foip",
            "CA-SK",
            shop("CA-SK").sectors("public-body"),
            shop("CA-SK").sectors("public-body").risk("unlikely"),
            "no real risk of significant harm"),
        row(
            "ca-on-phipa-individuals",
            "CA-ON",
            patients("CA-ON").risk("none"),
            shop("CA-ON").data("health"),
            "no custodian"),
        row(
            "ca-on-phipa-ipc",
            "CA-ON",
            patients("CA-ON").risk("risk").attributes("ransomware"),
            patients("CA-ON").risk("risk"),
            "none of the prescribed circumstances"),
        row(
            "ca-on-phipa-ipc",
            "CA-ON",
            patients("CA-ON").risk("high"),
            patients("CA-ON").risk("risk"),
            "not significant"),
        row(
            "ca-on-fippa",
            "CA-ON",
            shop("CA-ON").sectors("public-body"),
            shop("CA-ON").sectors("public-body").attributes("ca-on-municipal-body"),
            "municipal"),
        row(
            "ca-mb-phia-fippa",
            "CA-MB",
            patients("CA-MB"),
            patients("CA-MB").risk("unlikely"),
            "no real risk"),
        row(
            "ca-mb-phia-fippa",
            "CA-MB",
            shop("CA-MB").sectors("public-body"),
            shop("CA-MB"),
            "neither public body nor trustee"),
        row(
            "ca-nb-phipaa",
            "CA-NB",
            patients("CA-NB"),
            patients("CA-NB").risk("unlikely"),
            "no adverse impact"),
        row(
            "ca-ns-phia",
            "CA-NS",
            patients("CA-NS").risk("none"),
            shop("CA-NS").data("health"),
            "no custodian"),
        row(
            "ca-nl-phia",
            "CA-NL",
            patients("CA-NL"),
            patients("CA-NL").risk("unlikely"),
            "no adverse impact"),
        row(
            "ca-nl-atippa",
            "CA-NL",
            shop("CA-NL").sectors("public-body").risk("none"),
            patients("CA-NL").sectors("public-body"),
            "health information of a custodian"),
        row(
            "ca-pe-hia",
            "CA-PE",
            patients("CA-PE"),
            patients("CA-PE").risk("none"),
            "no adverse impact"),
        row(
            "ca-yt-hipma",
            "CA-YT",
            patients("CA-YT"),
            patients("CA-YT").risk("unlikely"),
            "no real risk"),
        row("ca-nt-hia", "CA-NT", patients("CA-NT"), patients("CA-NT").risk("none"), "no harm"));
  }

  private static FactsOf with(String place, String... attributes) {
    return organisationIn(place).attributes(attributes);
  }

  private static FactsOf patients(String place) {
    return organisationIn(place)
        .attributes("ca-health-custodian")
        .people(place, 1)
        .data("name", "health")
        .risk("high");
  }
}
