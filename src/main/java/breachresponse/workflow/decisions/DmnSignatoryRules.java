package breachresponse.workflow.decisions;

import breachresponse.signoff.Document;
import breachresponse.signoff.SignatoryRules;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads groups from {@code signatories.dmn}, one from each row that applies. */
@Component
class DmnSignatoryRules implements SignatoryRules {

  private final DecisionTables tables;

  DmnSignatoryRules(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public List<String> signatoriesOf(Document.Kind kind, int criticality) {
    var groups =
        tables.rows("signatories", Map.of("kind", kind.key(), "level", criticality)).stream()
            .map(row -> (String) row.get("group"))
            .distinct()
            .toList();
    if (groups.isEmpty()) {
      throw new IllegalStateException(
          "signatories: nobody would sign a %s at level %d, please add a row to the table"
              .formatted(kind.key(), criticality));
    }
    return groups;
  }
}
