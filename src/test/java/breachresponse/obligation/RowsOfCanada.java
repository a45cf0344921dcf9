package breachresponse.obligation;

import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import java.util.List;

final class RowsOfCanada {

  private RowsOfCanada() {}

  static List<LegalRow> rows() {
    return List.of(
        row("ca-pipeda-opc", "CA", shop("CA"), shop("CA").risk("unlikely"), "no real risk"),
        row("ca-pipeda-individuals", "CA", shop("CA"), shop("CA").processor(), "processor"),
        row(
            "ca-pipeda-other-orgs",
            "CA",
            shop("CA").data("payment-card"),
            shop("CA"),
            "nobody could reduce the harm"));
  }
}
