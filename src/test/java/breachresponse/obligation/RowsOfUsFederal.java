package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.clinic;
import static breachresponse.obligation.LegalRow.row;

import java.util.List;

final class RowsOfUsFederal {

  private RowsOfUsFederal() {}

  static List<LegalRow> rows() {
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
            "told in full"));
  }

  private static FactsOf associate() {
    return organisationIn("US-OH")
        .attributes("hipaa-business-associate")
        .people("US-OH", 1)
        .data("name", "health")
        .risk("high");
  }
}
