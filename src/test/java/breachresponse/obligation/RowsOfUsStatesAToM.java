package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.mail;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.store;

import java.util.List;

final class RowsOfUsStatesAToM {

  private RowsOfUsStatesAToM() {}

  static List<LegalRow> rows() {
    return List.of(
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
            "covered entity itself"));
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
}
