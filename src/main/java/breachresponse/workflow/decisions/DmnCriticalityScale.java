package breachresponse.workflow.decisions;

import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Facts;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.KindsOfData.Sensitivity;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads which level a case has from {@code criticality.dmn}, and what it means from the scale. */
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

  @Override
  public Level level(int number) {
    var row = tables.row("criticalityScale", Map.of("level", number));
    return new Level(
        number,
        (String) row.get("name"),
        (String) row.get("sense"),
        (String) row.get("examples"),
        List.of(((String) row.get("woken")).strip().split("\\s*,\\s*")),
        new Targets(
            hours(row, "triage"), hours(row, "holdingStatement"), hours(row, "customersTold")));
  }

  @Override
  public List<Level> levels() {
    return IntStream.rangeClosed(0, MOST_SEVERE).mapToObj(this::level).toList();
  }

  private static Duration hours(Map<String, Object> row, String column) {
    return Duration.ofMinutes(Math.round((Double) row.get(column) * 60));
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
