package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.FactsRules;
import breachresponse.obligation.Baseline;
import breachresponse.obligation.LegalBaseline;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code review-legal-baseline.bpmn}, which belongs to no case: one method per
 * task, of its name, in its order.
 */
@Component
public class ReviewLegalBaseline implements ProcessSide {

  private final LegalBaseline baseline;
  private final FactsRules rules;
  private final ResponsePlan plan;

  ReviewLegalBaseline(LegalBaseline baseline, FactsRules rules, ResponsePlan plan) {
    this.baseline = baseline;
    this.rules = rules;
    this.plan = plan;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var residences = residences(task);
    return Map.of(
        "question",
        "%s, established in %s, with customers in %s: [the same as a page to print](%s)"
            .formatted(
                CaseSheet.plain(plan.organisation()),
                inWords(plan.facts().establishments()),
                inWords(residences),
                page(residences)),
        "baseline",
        inWords(Baseline.of(baseline.requirementsFor(plan.facts(), Set.copyOf(residences)))));
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of("customers in " + inWords(residences(task)));
  }

  public void baselineAskedFor(DelegateExecution execution) {
    var codes =
        Arrays.stream(Answers.in(execution).needText("residences").split("[\\s,;]+"))
            .map(code -> code.toUpperCase(Locale.ROOT))
            .distinct()
            .toList();
    rules.checkPlaces("residences", codes);
    execution.setVariable("residences", String.join(",", codes));
  }

  public void readBaseline(DelegateTask task) {
    // having read it is all that is asked
  }

  private static List<String> residences(DelegateTask task) {
    return List.of(((String) task.getVariable("residences")).split(","));
  }

  private static String page(List<String> residences) {
    return residences.stream()
        .map(code -> "residence=" + code)
        .collect(joining("&", "/api/obligations/baseline?", ""));
  }

  private static String inWords(Collection<String> places) {
    return places.stream().sorted().collect(joining(", "));
  }

  private static String inWords(Baseline found) {
    return found.jurisdictions().isEmpty()
        ? "The tables have no law for these places."
        : found.jurisdictions().stream()
            .map(ReviewLegalBaseline::table)
            .collect(joining("\n\n", "", "\n\nFrom the tables: " + plain(found.tables())));
  }

  private static String table(Baseline.Jurisdiction jurisdiction) {
    return """
        ### %s

        | Who is told | Law | By when | On condition that | Last checked | Confidence |
        | --- | --- | --- | --- | --- | --- |
        %s"""
        .formatted(
            CaseSheet.plain(jurisdiction.name()),
            jurisdiction.lines().stream().map(ReviewLegalBaseline::row).collect(joining("\n")));
  }

  private static String row(Baseline.Line line) {
    return "| %s | %s%s | %s | %s | %s | %s%s |"
        .formatted(
            CaseSheet.plain(line.recipient()),
            CaseSheet.plain(line.law()),
            line.force().isEmpty() ? "" : " (%s)".formatted(line.force()),
            CaseSheet.plain(line.term()),
            line.conditions().isEmpty() ? "always" : plain(line.conditions()),
            line.lastChecked(),
            line.confidence(),
            line.uncertain() ? ", **not certain**" : "");
  }

  private static String plain(List<String> texts) {
    return CaseSheet.plain(String.join("; ", texts));
  }
}
