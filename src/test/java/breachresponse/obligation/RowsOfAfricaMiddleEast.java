package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import breachresponse.incident.Facts.Aspect;
import java.util.List;

final class RowsOfAfricaMiddleEast {

  private RowsOfAfricaMiddleEast() {}

  static List<LegalRow> rows() {
    return List.of(
        row(
            "tr-kvkk-board",
            "TR",
            shop("DE").people("TR", 1).risk("unlikely"),
            shop("TR").breach(Aspect.AVAILABILITY),
            "nobody obtained the data"),
        row(
            "tr-kvkk-people",
            "TR",
            shop("TR").risk("unlikely"),
            shop("TR").processor(),
            "processor"),
        row("tr-kvkk-processor", "TR", shop("TR").processor(), shop("TR"), "controller"),
        row(
            "il-dsr-11",
            "IL",
            shop("IL").attributes("il-high-security-database"),
            shop("IL"),
            "low security level"),
        row(
            "il-dsr-11",
            "IL",
            clinicIn("IL", 100_000),
            clinicIn("IL", 99_999),
            "medium level, and no substantial part"),
        row(
            "il-dsr-11",
            "IL",
            clinicIn("IL", 10).attributes("il-substantial-part"),
            shop("IL").attributes("il-substantial-part"),
            "low security level"),
        row("ae-pdpl-9", "AE", shop("AE"), shop("AE-DIFC"), "the financial centre has its own law"),
        row(
            "ae-difc-41",
            "AE-DIFC",
            shop("AE-DIFC").risk("unlikely"),
            shop("AE"),
            "outside the centre"),
        row("ae-difc-42", "AE-DIFC", shop("AE-DIFC"), shop("AE-DIFC").risk("risk"), "no high risk"),
        row(
            "ae-adgm-32",
            "AE-ADGM",
            shop("AE-ADGM").risk("risk"),
            shop("AE-ADGM").risk("unlikely"),
            "unlikely to be a risk"),
        row(
            "ae-adgm-33-people",
            "AE-ADGM",
            shop("AE-ADGM"),
            shop("AE-ADGM").unreadable(),
            "unreadable"),
        row(
            "bh-pdpl",
            "BH",
            shop("SA").people("BH", 1).risk("unlikely"),
            shop("BH").processor(),
            "processor"),
        row("om-pdpl-30", "OM", shop("OM").risk("risk"), shop("OM").risk("unlikely"), "no risk"),
        row("om-pdpl-31-people", "OM", shop("OM"), shop("OM").risk("risk"), "no serious harm"),
        row(
            "qa-pdppl-14",
            "QA",
            shop("QA"),
            shop("QA-QFC"),
            "the financial centre has its own law"),
        row("qa-pdppl-14-people", "QA", shop("QA"), shop("QA").risk("risk"), "no serious damage"),
        row(
            "qa-qfc-31",
            "QA-QFC",
            shop("QA-QFC").risk("risk"),
            shop("QA").risk("risk"),
            "outside the centre"),
        row(
            "qa-qfc-32-people",
            "QA-QFC",
            shop("QA-QFC"),
            shop("QA-QFC").risk("risk"),
            "no high risk"),
        row(
            "sa-pdpl-sdaia",
            "SA",
            shop("AE").people("SA", 1).risk("risk"),
            shop("SA").risk("unlikely"),
            "no harm"),
        row("sa-pdpl-people", "SA", shop("SA").risk("risk"), shop("SA").risk("none"), "no harm"),
        row("jo-pdpl-people", "JO", shop("JO"), shop("JO").risk("risk"), "no serious damage"),
        row("jo-pdpl-unit", "JO", shop("JO"), shop("DE").people("JO", 1), "not established there"),
        row(
            "eg-pdpl-7-centre",
            "EG",
            shop("EG").processor(),
            shop("DE").people("EG", 1),
            "not established there"),
        row(
            "eg-pdpl-7-people",
            "EG",
            shop("EG").risk("unlikely"),
            shop("DE").people("EG", 1),
            "not established there"),
        row(
            "gh-dpa-31",
            "GH",
            shop("GH").risk("unlikely"),
            shop("GH").breach(Aspect.AVAILABILITY),
            "nobody had access"),
        row(
            "gh-dpa-31-people",
            "GH",
            shop("GH").risk("unlikely"),
            shop("DE").people("GH", 1),
            "not established there"),
        row(
            "ke-dpa-43-odpc",
            "KE",
            shop("DE").people("KE", 1).risk("risk"),
            shop("KE").risk("unlikely"),
            "no real risk"),
        row(
            "ke-dpa-43-people",
            "KE",
            shop("KE").risk("risk"),
            shop("KE").risk("risk").unreadable(),
            "unreadable"),
        row(
            "ke-dpa-43-processor",
            "KE",
            shop("KE").risk("unlikely").processor(),
            shop("KE"),
            "controller"),
        row("mu-dpa-25", "MU", shop("MU").risk("unlikely"), shop("MU").processor(), "processor"),
        row("mu-dpa-26-people", "MU", shop("MU"), shop("MU").risk("risk"), "no high risk"),
        row(
            "ng-ndpa-40-ndpc",
            "NG",
            shop("DE").people("NG", 1).risk("risk"),
            shop("NG").risk("unlikely"),
            "no risk"),
        row("ng-ndpa-40-people", "NG", shop("NG"), shop("NG").risk("risk"), "no high risk"),
        row("ng-ndpa-40-processor", "NG", shop("NG").processor(), shop("NG"), "controller"),
        row("rw-dpp-43", "RW", shop("RW").risk("unlikely"), shop("RW").processor(), "processor"),
        row("rw-dpp-43-processor", "RW", shop("RW").processor(), shop("RW"), "controller"),
        row("rw-dpp-44-report", "RW", shop("RW"), shop("UG"), "another country"),
        row("rw-dpp-45-people", "RW", shop("RW"), shop("RW").risk("risk"), "no high risk"),
        row(
            "ug-dppa-23",
            "UG",
            shop("UG").risk("unlikely").processor(),
            shop("UG").breach(Aspect.AVAILABILITY),
            "nobody had access"),
        row(
            "za-popia-22-regulator",
            "ZA",
            shop("ZA").risk("unlikely"),
            shop("GB").people("ZA", 1),
            "not established there"),
        row(
            "za-popia-22-people",
            "ZA",
            shop("ZA").risk("unlikely"),
            shop("ZA").breach(Aspect.AVAILABILITY),
            "nobody had access"),
        row("za-popia-21-operator", "ZA", shop("ZA").processor(), shop("ZA"), "controller"),
        row("zm-dpa-49", "ZM", shop("ZM"), shop("ZM").processor(), "processor"),
        row("zw-cdpa-19", "ZW", shop("ZW"), shop("ZA").people("ZW", 1), "not established there"),
        row(
            "bw-dpa-2024-commission",
            "BW",
            shop("BW").risk("risk"),
            shop("BW").risk("unlikely"),
            "unlikely to be a risk"),
        row("bw-dpa-2024-people", "BW", shop("BW"), shop("BW").risk("risk"), "no high risk"),
        row(
            "ae-difc-41-processor",
            "AE-DIFC",
            shop("AE-DIFC").processor(),
            shop("AE-DIFC"),
            "controller"),
        row(
            "ae-adgm-32-processor",
            "AE-ADGM",
            shop("AE-ADGM").processor(),
            shop("AE-ADGM"),
            "controller"),
        row(
            "qa-qfc-31-processor",
            "QA-QFC",
            shop("QA-QFC").processor(),
            shop("QA-QFC"),
            "controller"),
        row("mu-dpa-25-processor", "MU", shop("MU").processor(), shop("MU"), "controller"));
  }

  private static FactsOf clinicIn(String place, long patients) {
    return organisationIn(place).people(place, patients).data("name", "health").risk("high");
  }
}
