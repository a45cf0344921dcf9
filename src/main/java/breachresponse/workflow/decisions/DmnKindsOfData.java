package breachresponse.workflow.decisions;

import breachresponse.incident.KindsOfData;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads kinds from {@code kind-of-data.dmn}. */
@Component
class DmnKindsOfData implements KindsOfData {

  private final DecisionTables tables;

  DmnKindsOfData(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public Kind of(String dataCategory) {
    var row = tables.row("kindOfData", Map.of("dataCategory", dataCategory));
    return new Kind(
        (String) row.get("kind"),
        Sensitivity.valueOf(((String) row.get("sensitivity")).toUpperCase(Locale.ROOT)));
  }
}
