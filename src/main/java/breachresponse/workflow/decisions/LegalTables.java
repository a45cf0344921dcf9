package breachresponse.workflow.decisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * The legal tables as they are deployed now. They are asked often, and for cases that do not exist:
 * so each version is parsed once, and the engine's history keeps nothing of the questions.
 */
@Component
class LegalTables {

  private final ProcessEngineConfigurationImpl engine;
  private final DmnEngine dmn = remembering();
  private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

  LegalTables(ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  /** One edition for a whole question, so that a deployment in between does not mix two. */
  Edition latest() {
    return new Edition();
  }

  /** The latest version of each table at the time when it was first asked. */
  class Edition {

    private final Map<String, DmnDecision> tables = new HashMap<>();

    /**
     * @return the outputs of each row that applies, by name, in the order of the table
     * @throws IllegalStateException if no such table is deployed
     */
    List<Map<String, Object>> rows(String table, Map<String, Object> facts) {
      return dmn.evaluateDecisionTable(
              tables.computeIfAbsent(table, LegalTables.this::latestVersion), facts)
          .getResultList();
    }
  }

  private static DmnEngine remembering() {
    var configuration = new DefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(ParsedOnce::new);
    return configuration.buildEngine();
  }

  private DmnDecision latestVersion(String table) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(commands -> commands.runWithoutAuthorization(() -> deployed(table)));
  }

  private DmnDecision deployed(String table) {
    var repository = engine.getRepositoryService();
    var latest =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(table)
            .latestVersion()
            .singleResult();
    if (latest == null) {
      throw new IllegalStateException(
          table
              + ": no such table is deployed, please deploy it or take its row out of obligations.dmn");
    }
    return parsed.computeIfAbsent(latest.getId(), id -> parse(latest));
  }

  private DmnDecision parse(DecisionDefinition version) {
    return dmn.parseDecision(
        version.getKey(), engine.getRepositoryService().getDecisionModel(version.getId()));
  }
}
