package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.store;

import breachresponse.incident.Milestone;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who holds data for another tells the owner, in every state that says so. */
final class RowsOfUsHolders {

  private static final String DETERMINED = "2026-12-09T08:00:00-05:00";

  private RowsOfUsHolders() {}

  static List<LegalRow> rows() {
    return Stream.of(holders(), schools(), othersThatMustBeTold()).flatMap(List::stream).toList();
  }

  private static List<LegalRow> holders() {
    return Stream.of(
            "us-al-breach-owner",
            "us-ak-breach-owner",
            "us-az-breach-owner",
            "us-ar-breach-owner",
            "us-ca-civ1798.82-owner",
            "us-co-breach-owner",
            "us-ct-breach-owner",
            "us-de-breach-owner",
            "us-dc-breach-owner",
            "us-gu-breach-owner",
            "us-hi-breach-owner",
            "us-id-breach-owner",
            "us-il-breach-owner",
            "us-in-breach-owner",
            "us-ia-breach-owner",
            "us-ks-breach-owner",
            "us-ky-breach-owner",
            "us-la-breach-owner",
            "us-me-breach-owner",
            "us-md-breach-owner",
            "us-ma-breach-owner",
            "us-mi-breach-owner",
            "us-mn-breach-owner",
            "us-ms-breach-owner",
            "us-mo-breach-owner",
            "us-mt-breach-owner",
            "us-ne-breach-owner",
            "us-nv-breach-owner",
            "us-nh-breach-owner",
            "us-nj-breach-owner",
            "us-nm-breach-owner",
            "us-ny-899aa-owner",
            "us-nc-breach-owner",
            "us-nd-breach-owner",
            "us-oh-breach-owner",
            "us-ok-breach-owner",
            "us-pa-breach-owner",
            "us-pr-owner",
            "us-sc-breach-owner",
            "us-tn-breach-owner",
            "us-tx-breach-owner",
            "us-ut-breach-owner",
            "us-vt-breach-owner",
            "us-vi-owner",
            "us-va-breach-owner",
            "us-wa-breach-owner",
            "us-wv-breach-owner",
            "us-wi-breach-owner",
            "us-wy-breach-owner")
        .map(RowsOfUsHolders::holder)
        .toList();
  }

  private static LegalRow holder(String duty) {
    var place = "US-" + duty.substring(3, 5).toUpperCase(Locale.ROOT);
    return row(duty, place, store(place, 1).processor(), store(place, 1), "data of its own");
  }

  private static List<LegalRow> schools() {
    return List.of(
        row(
            "us-ny-edlaw2d-cpo",
            "US-NY",
            school("us-ny-educational-agency"),
            school("us-ny-education-contractor"),
            "no school itself"),
        row(
            "us-ny-edlaw2d-people",
            "US-NY",
            school("us-ny-educational-agency"),
            school("us-ny-educational-agency").unreadable(),
            "unreadable"),
        row(
            "us-ny-edlaw2d-contractor",
            "US-NY",
            school("us-ny-education-contractor").processor(),
            school("us-ny-education-contractor"),
            "data of its own"));
  }

  private static FactsOf school(String kind) {
    return organisationIn("US-NY")
        .attributes(kind)
        .sectors("education")
        .people("US-NY", 12)
        .data("name", "education")
        .risk("risk");
  }

  private static List<LegalRow> othersThatMustBeTold() {
    return List.of(
        row(
            "us-fl-breach-no-harm",
            "US-FL",
            store("US-FL", 1).risk("unlikely").on(Milestone.DETERMINATION, DETERMINED),
            store("US-FL", 1).risk("risk"),
            "harm is likely"),
        row(
            "us-vt-breach-no-misuse",
            "US-VT",
            store("US-VT", 1).risk("unlikely"),
            store("US-VT", 1).risk("risk"),
            "misuse is possible"),
        row(
            "us-sd-breach-no-harm",
            "US-SD",
            store("US-SD", 250).risk("unlikely"),
            store("US-SD", 251).risk("unlikely"),
            "so many that the Attorney General is told anyway"),
        row("us-mn-46a-financial", "US-MN", lender(500), lender(499), "fewer than 500 consumers"),
        row(
            "us-wa-insurance-commissioner",
            "US-WA",
            store("US-WA", 1).attributes("us-insurance-licensee"),
            store("US-WA", 1).attributes("us-insurance-licensee").risk("unlikely"),
            "harm unlikely"),
        row(
            "us-tsa-aviation",
            "US",
            federal("us-tsa-aviation"),
            federal("us-tsa-rail"),
            "a railroad"),
        row(
            "us-sec-6k",
            "US",
            federal("us-foreign-private-issuer"),
            federal("us-listed"),
            "a domestic company"));
  }

  private static FactsOf lender(long people) {
    return organisationIn("US-MN")
        .attributes("us-mn-financial-institution")
        .people("US-MN", people)
        .data("name", "ssn")
        .risk("unlikely");
  }

  private static FactsOf federal(String attribute) {
    return organisationIn("US").attributes(attribute);
  }
}
