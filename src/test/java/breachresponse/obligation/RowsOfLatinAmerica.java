package breachresponse.obligation;

import static breachresponse.obligation.LegalRow.row;
import static breachresponse.obligation.LegalRow.shop;

import java.util.List;

final class RowsOfLatinAmerica {

  private RowsOfLatinAmerica() {}

  static List<LegalRow> rows() {
    return List.of(
        row(
            "br-lgpd-anpd",
            "BR",
            shop("BR").risk("risk").data("health"),
            shop("BR").risk("risk"),
            "no sensitive data"),
        row(
            "br-lgpd-individuals",
            "BR",
            shop("BR"),
            shop("BR").risk("unlikely"),
            "no relevant risk"),
        row(
            "br-lgpd-anpd-complement",
            "BR",
            shop("BR").attributes("information-missing"),
            shop("BR"),
            "told in full"));
  }
}
