package breachresponse.workflow.planning;

import static java.util.stream.Collectors.joining;

import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.workflow.decisions.TableText;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Somebody has read decision tables of the plan, in the versions that are deployed then. */
record TableReview(String task, List<String> keys, TableText tables) implements PlanSection {

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    return Map.of(
        "table", keys.stream().map(this::table).collect(joining("\n\n")),
        "tableVersion", versions());
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    if (!answers.needText("tableVersion").equals(versions())) {
      throw new IllegalArgumentException(
          "decision: a table has been deployed anew since you opened the form, please open it again and read that");
    }
    var reviewed = new HashMap<>(draft.reviewedTables());
    keys.forEach(key -> reviewed.put(key, tables.version(key)));
    return PlanContentBuilder.builder(draft).reviewedTables(reviewed).build();
  }

  private String table(String key) {
    return "%s\n\n[The same in Cockpit, for those who may see it there](%s)"
        .formatted(tables.of(key), tables.address(key));
  }

  private String versions() {
    return keys.stream().map(key -> String.valueOf(tables.version(key))).collect(joining(", "));
  }

  @Configuration
  static class Tables {

    @Bean
    TableReview disclosureReview(TableText tables) {
      return new TableReview("defineDisclosureLevels", List.of("disclosure"), tables);
    }

    @Bean
    TableReview criticalityReview(TableText tables) {
      return new TableReview(
          "defineTheCriticalityScale", List.of("criticalityScale", "criticality"), tables);
    }
  }
}
