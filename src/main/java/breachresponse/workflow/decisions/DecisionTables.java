package breachresponse.workflow.decisions;

import breachresponse.workflow.engine.Unrestricted;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks decision tables, each in its latest deployed version. */
@Component
class DecisionTables {

  private final TablesInForce tables;
  private final DecisionService decisions;
  private final Unrestricted engine;

  DecisionTables(TablesInForce tables, DecisionService decisions, Unrestricted engine) {
    this.tables = tables;
    this.decisions = decisions;
    this.engine = engine;
  }

  /**
   * Also for people who may not ask the table themselves: what they asked for needs its answer.
   *
   * @return the outputs of each row that applies, by name, in the order of the table
   */
  List<Map<String, Object>> rows(String table, Map<String, Object> facts) {
    var version = tables.get(table).getId();
    return engine.askUnlogged(
        () -> decisions.evaluateDecisionTableById(version, facts).getResultList());
  }

  /**
   * @throws IllegalStateException if no row applies
   */
  Map<String, Object> row(String table, Map<String, Object> facts) {
    return rows(table, facts).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    table + ": no row of the table applies, please add one for all other cases"));
  }
}
