package breachresponse.workflow.decisions;

import breachresponse.filing.FormRules;
import breachresponse.obligation.Duty;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the form of a filing from {@code filing-forms.dmn}. */
@Component
class DmnFormRules implements FormRules {

  private final LegalTables tables;

  DmnFormRules(LegalTables tables) {
    this.tables = tables;
  }

  @Override
  public String formOf(Duty duty) {
    var facts =
        Map.<String, Object>of(
            "duty",
            duty.id(),
            "recipient",
            duty.recipient().name().toLowerCase(Locale.ROOT).replace('_', '-'),
            "place",
            duty.jurisdiction());
    return tables.latest().rows("filing-forms", facts).stream()
        .findFirst()
        .map(row -> (String) row.get("form"))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "filing-forms: no row of the table applies, please add one for all other duties"));
  }
}
