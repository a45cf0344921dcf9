package breachresponse.workflow.decisions;

import breachresponse.evidence.GoverningTables;
import breachresponse.incident.CaseNumber;
import breachresponse.workflow.engine.DeployedRules;
import breachresponse.workflow.engine.Unrestricted;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Component;

/**
 * Decision tables in their latest version. When a process asks for one, that its case is judged by
 * this version is written down, once and in the process's transaction. Who asks outside of any
 * process only looks, or asks for a case that does not exist.
 */
@Component
class TablesInForce {

  private final RepositoryService repository;
  private final GoverningTables governing;
  private final DeployedRules rules;
  private final Unrestricted engine;

  TablesInForce(
      RepositoryService repository,
      GoverningTables governing,
      DeployedRules rules,
      Unrestricted engine) {
    this.repository = repository;
    this.governing = governing;
    this.rules = rules;
    this.engine = engine;
  }

  /**
   * @throws IllegalStateException if no such table is deployed
   */
  DecisionDefinition get(String table) {
    var latest =
        engine.ask(
            () ->
                repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(table)
                    .latestVersion()
                    .singleResult());
    if (latest == null) {
      throw new IllegalStateException(
          table
              + ": no such table is deployed, please deploy it or take its row out of obligations.dmn");
    }
    caseAtHand()
        .filter(caseNumber -> governing.lack(caseNumber, latest.getId()))
        .ifPresent(caseNumber -> governing.add(new CaseNumber(caseNumber), rules.version(latest)));
    return latest;
  }

  /** Of the process that the engine is running on this thread; others have no such key. */
  private static Optional<String> caseAtHand() {
    return Optional.ofNullable(Context.getBpmnExecutionContext())
        .map(running -> running.getExecution().getProcessBusinessKey());
  }
}
