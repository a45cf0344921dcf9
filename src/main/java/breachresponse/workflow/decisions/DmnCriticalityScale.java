package breachresponse.workflow.decisions;

import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Facts;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.KindsOfData.Sensitivity;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads the level from {@code criticality.dmn}. */
@Component
class DmnCriticalityScale implements CriticalityScale {

  private final DecisionTables tables;
  private final KindsOfData kinds;
  private final ObjectMapper json;

  DmnCriticalityScale(DecisionTables tables, KindsOfData kinds, ObjectMapper json) {
    this.tables = tables;
    this.kinds = kinds;
    this.json = json;
  }

  @Override
  public Assessment assess(Facts facts) {
    var known = new HashMap<String, Object>();
    known.put("consequence", term(facts.consequence()));
    known.put("sensitivity", sensitivity(facts.dataCategories()));
    known.put("people", facts.affected() == null ? null : facts.people());
    known.put("risk", term(facts.risk()));
    known.put(
        "breach", facts.breach() == null ? null : facts.breach().stream().map(this::term).toList());
    known.put("unreadable", facts.protection().unreadable());
    var row = tables.row("criticality", known);
    return new Assessment((Integer) row.get("level"), (String) row.get("reason"));
  }

  private String sensitivity(Set<String> dataCategories) {
    return dataCategories == null
        ? null
        : dataCategories.stream()
            .map(category -> kinds.of(category).sensitivity())
            .max(Comparator.naturalOrder())
            .orElse(Sensitivity.NONE)
            .name()
            .toLowerCase(Locale.ROOT);
  }

  private String term(Enum<?> value) {
    return json.convertValue(value, String.class);
  }
}
