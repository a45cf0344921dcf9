package breachresponse.workflow.decisions;

import breachresponse.notice.DisclosureRules;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads what may be revealed from {@code disclosure.dmn}. */
@Component
class DmnDisclosureRules implements DisclosureRules {

  private final DecisionTables tables;

  DmnDisclosureRules(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public Disclosure disclosureOf(int criticality, String kindOfData) {
    var row = tables.row("disclosure", Map.of("level", criticality, "kind", kindOfData));
    return new Disclosure(
        (Boolean) row.get("numbers"),
        (Boolean) row.get("categories"),
        (Boolean) row.get("apart"),
        (Boolean) row.get("cause"));
  }
}
