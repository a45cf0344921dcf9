package breachresponse.obligation;

import static breachresponse.obligation.FactsOf.organisationIn;
import static breachresponse.obligation.LegalRow.PAID;
import static breachresponse.obligation.LegalRow.mail;
import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.store;

import breachresponse.incident.Milestone;
import java.util.List;

final class RowsOfUsStatesNToW {

  private RowsOfUsStatesNToW() {}

  static List<LegalRow> rows() {
    return List.of(
        row(
            "us-ny-899aa-individuals",
            "US-NY",
            store("US-NY", 1),
            store("US-NY", 1).unreadable(),
            "unreadable"),
        row("us-ny-899aa-individuals", "US-NY", store("US-NY", 1), hospital(), "told under HIPAA"),
        row(
            "us-ny-899aa-state-agencies",
            "US-NY",
            store("US-NY", 1),
            mail("US-NY").data("name"),
            "no private information"),
        row(
            "us-ny-899aa-dfs",
            "US-NY",
            store("US-NY", 1).attributes("nydfs-covered-entity"),
            store("US-NY", 1),
            "no covered entity"),
        row(
            "us-ny-899aa-cra",
            "US-NY",
            store("US-NY", 5001),
            store("US-NY", 5000),
            "not more than 5,000"),
        row("us-ny-899aa-hipaa-ag", "US-NY", hospital(), store("US-NY", 1), "no covered entity"),
        row(
            "us-ny-nydfs-500.17-72h",
            "US-NY",
            lender(),
            organisationIn("US-NY"),
            "no covered entity"),
        row(
            "us-ny-nydfs-500.17-extortion-24h",
            "US-NY",
            lender().on(Milestone.PAYMENT, PAID),
            lender(),
            "nothing paid"),
        row(
            "us-ny-nydfs-500.17-extortion-30d",
            "US-NY",
            lender().on(Milestone.PAYMENT, PAID),
            lender(),
            "nothing paid"),
        row(
            "us-tx-breach-individuals",
            "US-TX",
            store("US-TX", 1),
            mail("US-TX").data("online-credentials"),
            "no sensitive information"),
        row(
            "us-tx-breach-individuals",
            "US-TX",
            organisationIn("US-TX").people("US-OK", 1).data("name", "ssn"),
            store("US-OK", 1),
            "not in Texas"),
        row("us-tx-breach-ag", "US-TX", store("US-TX", 250), store("US-TX", 249), "fewer than 250"),
        row(
            "us-tx-breach-cra",
            "US-TX",
            store("US-TX", 10001),
            store("US-TX", 10000),
            "not more than 10,000"));
  }

  private static FactsOf hospital() {
    return organisationIn("US-NY")
        .attributes("hipaa-covered-entity")
        .people("US-NY", 1)
        .data("name", "health")
        .risk("high");
  }

  private static FactsOf lender() {
    return organisationIn("US-NY").attributes("nydfs-covered-entity");
  }
}
