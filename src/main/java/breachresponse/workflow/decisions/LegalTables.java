package breachresponse.workflow.decisions;

import static java.util.stream.Collectors.joining;

import breachresponse.workflow.engine.Unrestricted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * The legal tables as they are deployed now. They are asked often, and for cases that do not exist:
 * so the engine's history keeps nothing of the questions.
 */
@Component
class LegalTables {

  private final ProcessEngineConfigurationImpl engine;
  private final TablesInForce tables;
  private final Unrestricted unrestricted;
  private final Wording wording;
  private final FeelEngine feel;
  private final DmnEngine dmn;
  private final Map<String, LegalTable> duties = new ConcurrentHashMap<>();

  /** Their tables are asked for places, kinds of authority and duties: there are not many. */
  private final Map<Question, List<Map<String, Object>>> answers = new ConcurrentHashMap<>();

  private record Question(String version, Map<String, Object> facts) {}

  LegalTables(
      ProcessEngineConfigurationImpl engine,
      TablesInForce tables,
      Unrestricted unrestricted,
      Wording wording) {
    this.tables = tables;
    this.engine = engine;
    this.unrestricted = unrestricted;
    this.wording = wording;
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(QuickFeel::new);
    this.dmn = configuration.buildEngine();
    this.feel = configuration.getFeelEngine();
  }

  /** The ids of the latest version of each table that the law is read from. */
  String edition() {
    return unrestricted
        .ask(
            () ->
                engine
                    .getRepositoryService()
                    .createDecisionDefinitionQuery()
                    .latestVersion()
                    .list()
                    .stream())
        .filter(table -> table.getKey().matches("obligations.*|reach|places|authorities"))
        .map(DecisionDefinition::getId)
        .sorted()
        .collect(joining(" "));
  }

  /** One edition for a whole question, so that a deployment in between does not mix two. */
  Edition latest() {
    return new Edition();
  }

  /** The latest version of each table at the time when it was first asked. */
  class Edition {

    private final Map<String, DecisionDefinition> versions = new HashMap<>();

    /**
     * Asks a table that is looked things up in; its answers are remembered.
     *
     * @return the outputs of each row that applies, by name, in the order of the table
     * @throws IllegalStateException if no such table is deployed
     */
    List<Map<String, Object>> rows(String table, Map<String, Object> facts) {
      var version = version(table);
      return answers.computeIfAbsent(
          new Question(version.getId(), facts),
          asked -> dmn.evaluateDecisionTable(parsed(version), facts).getResultList());
    }

    /**
     * @throws IllegalStateException if no such table is deployed, or it is no table of duties
     */
    LegalTable duties(String table) {
      var version = version(table);
      return duties.computeIfAbsent(
          version.getId(),
          id ->
              new LegalTable(
                  "%s, version %d".formatted(version.getName(), version.getVersion()),
                  (DmnDecisionTableImpl) parsed(version).getDecisionLogic(),
                  feel,
                  wording));
    }

    private DecisionDefinition version(String table) {
      return versions.computeIfAbsent(table, tables::get);
    }
  }

  private DmnDecision parsed(DecisionDefinition version) {
    return unrestricted.ask(
        () -> engine.getDeploymentCache().findDeployedDecisionDefinitionById(version.getId()));
  }
}
