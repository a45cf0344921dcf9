package breachresponse.workflow.planning;

import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.workflow.decisions.TableText;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Somebody has read a decision table of the plan, in the version that is deployed then. */
record TableReview(String task, String table, TableText tables) implements PlanSection {

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    return Map.of(
        "table", tables.of(table),
        "tableVersion", tables.version(table),
        "address", tables.address(table));
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    var read = Integer.parseInt(answers.needText("tableVersion"));
    if (read != tables.version(table)) {
      throw new IllegalArgumentException(
          "decision: version %d has been deployed since you opened the form, please open it again and read that"
              .formatted(tables.version(table)));
    }
    var reviewed = new HashMap<>(draft.reviewedTables());
    reviewed.put(table, read);
    return PlanContentBuilder.builder(draft).reviewedTables(reviewed).build();
  }

  @Configuration
  static class Tables {

    @Bean
    TableReview disclosureReview(TableText tables) {
      return new TableReview("defineDisclosureLevels", "disclosure", tables);
    }

    @Bean
    TableReview criticalityReview(TableText tables) {
      return new TableReview("defineTheCriticalityScale", "criticality", tables);
    }
  }
}
