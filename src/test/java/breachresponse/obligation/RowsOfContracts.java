package breachresponse.obligation;

import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import java.util.List;

final class RowsOfContracts {

  private RowsOfContracts() {}

  static List<LegalRow> rows() {
    return List.of(
        row(
            "xx-visa-wtdic-initial",
            "XX-VISA",
            cards().data("payment-card"),
            cards(),
            "no card data"),
        row(
            "xx-visa-wtdic-report",
            "XX-VISA",
            cards().data("payment-card"),
            cards(),
            "no card data"),
        row("xx-mc-adc", "XX-MASTERCARD", cards().data("payment-card"), cards(), "no card data"),
        row("xx-amex-dsop", "XX-AMEX", cards().data("payment-card"), cards(), "no card data"),
        row("xx-pci-dss-12-10", "XX-PCI", cards().data("payment-card"), cards(), "no card data"),
        row(
            "xx-mc-adc",
            "XX-MASTERCARD",
            cards().data("payment-card"),
            shop("AR").data("payment-card"),
            "takes no cards"),
        row(
            "xx-swift-csp",
            "XX-SWIFT",
            shop("AR").attributes("swift-user"),
            shop("AR"),
            "not on SWIFT"),
        row(
            "xx-customer-contract",
            "XX-CUSTOMER",
            shop("AR").attributes("customer-contract-48-hours"),
            shop("AR"),
            "no such contract"),
        row(
            "xx-insurer",
            "XX-INSURER",
            shop("AR").attributes("cyber-insured"),
            shop("AR"),
            "not insured"));
  }

  private static FactsOf cards() {
    return shop("AR").attributes("card-acceptor");
  }
}
