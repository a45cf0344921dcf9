package breachresponse.workflow.planning;

import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Somebody has read a decision table of the plan, in the version that is deployed now. */
record TableReview(String task, String table, RepositoryService repository) implements PlanSection {

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    return Map.of("table", "", "tableVersion", version());
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    var reviewed = new HashMap<>(draft.reviewedTables());
    reviewed.put(table, version());
    return PlanContentBuilder.builder(draft).reviewedTables(reviewed).build();
  }

  private int version() {
    return repository
        .createDecisionDefinitionQuery()
        .decisionDefinitionKey(table)
        .latestVersion()
        .singleResult()
        .getVersion();
  }

  @Configuration
  static class Tables {

    @Bean
    TableReview disclosureReview(RepositoryService repository) {
      return new TableReview("defineDisclosureLevels", "disclosure", repository);
    }

    @Bean
    TableReview criticalityReview(RepositoryService repository) {
      return new TableReview("defineTheCriticalityScale", "criticality", repository);
    }
  }
}
