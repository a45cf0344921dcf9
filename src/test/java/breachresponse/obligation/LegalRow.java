package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;

/**
 * A row of a legal table, with facts that reach it and facts that just miss it.
 *
 * @param difference why the second ones do
 */
record LegalRow(
    String duty, String jurisdiction, FactsOf reached, FactsOf missed, String difference) {

  static final String PAID = "2026-12-10T08:00:00Z";

  static LegalRow row(
      String duty, String jurisdiction, FactsOf reached, FactsOf missed, String difference) {
    return new LegalRow(duty, jurisdiction, reached, missed, difference);
  }

  @Override
  public String toString() {
    return "%s in %s, but not: %s".formatted(duty, jurisdiction, difference);
  }

  static FactsOf shop(String place) {
    return organisationIn(place).people(place, 100).data("name", "email").risk("high");
  }

  static FactsOf store(String residence, long people) {
    return organisationIn("US-WA").people(residence, people).data("name", "ssn").risk("high");
  }

  static FactsOf mail(String residence) {
    return organisationIn("US-WA").people(residence, 1).risk("high");
  }

  static FactsOf clinic(long patients) {
    return organisationIn("US-OH")
        .attributes("hipaa-covered-entity")
        .people("US-OH", patients)
        .data("name", "health")
        .risk("high");
  }
}
