package breachresponse.workflow.decisions;

import breachresponse.incident.Facts;
import breachresponse.incident.Severity;
import breachresponse.incident.Severity.Score;
import breachresponse.incident.SeverityMethod;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads ENISA's scores from {@code enisa-severity.dmn}. */
@Component
class DmnSeverityMethod implements SeverityMethod {

  private final DecisionTables tables;
  private final ObjectMapper json;

  DmnSeverityMethod(DecisionTables tables, ObjectMapper json) {
    this.tables = tables;
    this.json = json;
  }

  @Override
  public Optional<Severity> severityOf(Facts facts) {
    var data = facts.dataCategories();
    return data == null || data.isEmpty() ? Optional.empty() : Optional.of(severity(facts, data));
  }

  private Severity severity(Facts facts, Set<String> data) {
    var unreadable = facts.protection().unreadable();
    var context = highest(data, this::context);
    var identification = highest(data, category -> identification(unreadable, category));
    var circumstances = circumstances(facts);
    var meaning =
        tables.row(
            "enisaSeverity",
            Map.of("severity", Severity.sum(context, identification, circumstances)));
    return new Severity(
        context,
        identification,
        circumstances,
        (String) meaning.get("name"),
        (String) meaning.get("meaning"));
  }

  private static Score highest(Set<String> data, Function<String, Score> score) {
    return data.stream()
        .sorted()
        .map(score)
        .max(Comparator.comparingDouble(Score::value))
        .orElseThrow();
  }

  private Score context(String category) {
    return score(tables.row("enisaContext", Map.of("dataCategory", category)));
  }

  private Score identification(boolean unreadable, String category) {
    return score(
        tables.row(
            "enisaIdentification", Map.of("unreadable", unreadable, "dataCategory", category)));
  }

  private List<Score> circumstances(Facts facts) {
    var known = new HashMap<String, Object>();
    known.put(
        "breach",
        facts.breach() == null
            ? null
            : facts.breach().stream().map(it -> json.convertValue(it, String.class)).toList());
    known.put(
        "circumstances",
        facts.organisation() == null ? List.of() : List.copyOf(facts.organisation().attributes()));
    return tables.rows("enisaCircumstances", known).stream().map(DmnSeverityMethod::score).toList();
  }

  private static Score score(Map<String, Object> row) {
    return new Score((Double) row.get("score"), (String) row.get("because"));
  }
}
