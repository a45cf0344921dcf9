package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import breachresponse.incident.Facts.Aspect;
import java.util.List;
import java.util.stream.Stream;

final class RowsOfLatinAmerica {

  private RowsOfLatinAmerica() {}

  static List<LegalRow> rows() {
    return Stream.of(brazil(), chile(), mexico(), south(), centre(), caribbean())
        .flatMap(List::stream)
        .toList();
  }

  private static List<LegalRow> brazil() {
    return List.of(
        row(
            "br-lgpd-anpd",
            "BR",
            abroad("BR").risk("risk").data("health"),
            shop("BR").risk("risk"),
            "no sensitive data"),
        row(
            "br-lgpd-anpd",
            "BR",
            shop("BR").risk("risk").attributes("large-scale"),
            shop("BR").risk("risk"),
            "not of large scale"),
        row(
            "br-lgpd-individuals",
            "BR",
            shop("BR").risk("risk").data("payment-card"),
            shop("BR").risk("unlikely").data("payment-card"),
            "no relevant risk"),
        row(
            "br-lgpd-anpd-complement",
            "BR",
            shop("BR").attributes("information-missing"),
            shop("BR"),
            "told in full"),
        row(
            "br-cmn-4893",
            "BR",
            organisationIn("BR").sectors("payments"),
            organisationIn("BR").sectors("payments").attributes("insignificant-incident"),
            "not relevant"),
        row(
            "br-susep-638",
            "BR",
            organisationIn("BR").sectors("insurer"),
            organisationIn("BR").sectors("bank"),
            "no insurer"));
  }

  private static List<LegalRow> chile() {
    return List.of(
        row(
            "cl-21719-agencia",
            "CL",
            abroad("CL").risk("risk"),
            shop("CL").risk("unlikely"),
            "no reasonable risk"),
        row(
            "cl-21719-individuals",
            "CL",
            shop("CL").risk("risk").data("bank-account"),
            shop("CL"),
            "neither sensitive nor financial"),
        row(
            "cl-21663-alert",
            "CL",
            organisationIn("CL").sectors("energy"),
            organisationIn("CL").sectors("food"),
            "no essential service"),
        row(
            "cl-21663-alert",
            "CL",
            organisationIn("CL").attributes("cl-essential-service"),
            organisationIn("CL").attributes("cl-essential-service", "insignificant-incident"),
            "no significant effect"),
        row(
            "cl-21663-second",
            "CL",
            organisationIn("CL").attributes("cl-vital-operator"),
            organisationIn("CL").attributes("cl-vital-operator").breach(Aspect.AVAILABILITY),
            "its essential service is affected: 24 hours"),
        row(
            "cl-21663-second-oiv",
            "CL",
            organisationIn("CL").attributes("cl-vital-operator").breach(Aspect.AVAILABILITY),
            organisationIn("CL").attributes("cl-essential-service").breach(Aspect.AVAILABILITY),
            "not of vital importance"),
        row(
            "cl-21663-oiv-plan",
            "CL",
            organisationIn("CL").attributes("cl-vital-operator"),
            organisationIn("CL").attributes("cl-essential-service"),
            "not of vital importance"),
        row(
            "cl-21663-final",
            "CL",
            organisationIn("CL").sectors("telecom"),
            organisationIn("CL").sectors("retail"),
            "no essential service"),
        row(
            "cl-cmf-ran-20-8",
            "CL",
            organisationIn("CL").sectors("bank"),
            organisationIn("CL").sectors("insurer"),
            "no bank"));
  }

  private static List<LegalRow> mexico() {
    return List.of(
        row(
            "mx-lfpdppp-2025-individuals",
            "MX",
            shop("MX"),
            shop("MX").risk("risk"),
            "no significant effect"),
        row(
            "mx-lfpdppp-2025-individuals",
            "MX",
            shop("MX"),
            shop("MX").sectors("public-body"),
            "public body"),
        row(
            "mx-lgpdppso-2025",
            "MX",
            shop("MX").sectors("public-body"),
            shop("MX"),
            "private company"),
        row("mx-cnbv-cub", "MX", organisationIn("MX").sectors("bank"), shop("MX"), "no bank"));
  }

  private static List<LegalRow> south() {
    return List.of(
        row("ar-aaip-voluntary", "AR", shop("AR"), abroad("AR"), "not established there"),
        row(
            "co-1581-sic",
            "CO",
            shop("CO").risk("none").processor(),
            abroad("CO"),
            "not established there"),
        row(
            "co-1581-individuals",
            "CO",
            shop("CO"),
            shop("CO").risk("risk"),
            "nobody significantly affected"),
        row(
            "ec-lopdp-spdp",
            "EC",
            abroad("EC").risk("risk"),
            shop("EC").risk("unlikely"),
            "unlikely to be a risk"),
        row(
            "ec-lopdp-individuals",
            "EC",
            shop("EC").risk("risk"),
            shop("EC").risk("risk").unreadable(),
            "unreadable"),
        row("ec-lopdp-processor", "EC", shop("EC").processor(), shop("EC"), "controller"),
        row(
            "pe-29733-anpd",
            "PE",
            abroad("PE").risk("unlikely").data("health"),
            shop("PE").risk("risk"),
            "neither sensitive nor of large volume nor evident harm"),
        row(
            "pe-29733-anpd",
            "PE",
            shop("PE").risk("unlikely").attributes("large-scale"),
            shop("PE").risk("unlikely"),
            "not of large volume"),
        row(
            "pe-29733-individuals",
            "PE",
            shop("PE").risk("risk"),
            shop("PE").risk("unlikely"),
            "no harm"),
        row("py-7593-pending", "PY", shop("PY"), shop("PY").processor(), "processor"),
        row(
            "uy-64-020-urcdp",
            "UY",
            abroad("UY").risk("none").processor(),
            shop("PY"),
            "nobody in Uruguay"),
        row(
            "uy-64-020-individuals",
            "UY",
            shop("UY"),
            shop("UY").risk("risk"),
            "nobody significantly affected"));
  }

  private static List<LegalRow> centre() {
    return List.of(
        row(
            "cr-8968-individuals",
            "CR",
            shop("CR").risk("none"),
            abroad("CR"),
            "not established there"),
        row("cr-8968-prodhab", "CR", shop("CR"), shop("CR").processor(), "processor"),
        row("pa-81-antai", "PA", shop("PA").risk("risk"), shop("PA").risk("unlikely"), "no risk"),
        row("sv-lpdp-ace", "SV", abroad("SV").risk("none"), shop("SV").processor(), "processor"));
  }

  private static List<LegalRow> caribbean() {
    return List.of(
        row(
            "bb-dpa-commissioner",
            "BB",
            abroad("BB").risk("risk"),
            shop("BB").risk("unlikely"),
            "unlikely to be a risk"),
        row("bb-dpa-individuals", "BB", shop("BB"), shop("BB").unreadable(), "unreadable"),
        row(
            "bm-pipa-commissioner",
            "BM",
            shop("BM").risk("risk"),
            shop("BM").risk("unlikely"),
            "nobody adversely affected"),
        row("bm-pipa-individuals", "BM", shop("BM"), abroad("BM"), "not used in Bermuda"),
        row(
            "bm-bma-cyber",
            "BM",
            organisationIn("BM").sectors("insurer"),
            organisationIn("BM").sectors("insurer").attributes("insignificant-incident"),
            "no significant impact"),
        row("jm-dpa-oic", "JM", abroad("JM").risk("none"), shop("JM").processor(), "processor"),
        row("jm-dpa-individuals", "JM", shop("JM").risk("none"), shop("KY"), "nobody in Jamaica"),
        row(
            "ky-dpa-ombudsman",
            "KY",
            abroad("KY").risk("none"),
            shop("KY").processor(),
            "processor"),
        row("ky-dpa-individuals", "KY", shop("KY").risk("none"), shop("JM"), "nobody in Cayman"),
        row(
            "ky-cima-cyber",
            "KY",
            organisationIn("KY").sectors("investment"),
            organisationIn("KY").sectors("investment").attributes("insignificant-incident"),
            "not material"));
  }

  /** A company abroad with one customer there. */
  private static FactsOf abroad(String residence) {
    return shop("DE").people(residence, 1);
  }
}
