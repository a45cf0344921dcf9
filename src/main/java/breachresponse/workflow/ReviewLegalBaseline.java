package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.FactsRules;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Baseline;
import breachresponse.obligation.LegalBaseline;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
  private final Catalogue catalogue;

  ReviewLegalBaseline(
      LegalBaseline baseline, FactsRules rules, ResponsePlan plan, Catalogue catalogue) {
    this.baseline = baseline;
    this.rules = rules;
    this.plan = plan;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var residences = places(task, "residences");
    var establishments = places(task, "establishments");
    return Map.of(
        "question",
        catalogue
            .of("%s, established in %s, with customers in %s: [the same as a page to print](%s)")
            .formatted(
                CaseSheet.plain(plan.organisation()),
                inWords(establishments),
                inWords(residences),
                page(residences, establishments)),
        "baseline",
        inWords(
            Baseline.of(
                baseline.requirementsFor(plan.facts().establishedIn(establishments), residences))));
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of("customers in %s".formatted(inWords(places(task, "residences"))));
  }

  public void baselineAskedFor(DelegateExecution execution) {
    var answers = Answers.in(execution);
    var elsewhere = answers.codes("establishments");
    var establishments = elsewhere.isEmpty() ? plan.facts().establishments() : elsewhere;
    keep(execution, "residences", answers.codes("residences"));
    keep(execution, "establishments", establishments);
  }

  private void keep(DelegateExecution execution, String field, Set<String> places) {
    rules.checkPlaces(field, places);
    execution.setVariable(field, places.stream().sorted().collect(joining(",")));
  }

  public void readBaseline(DelegateTask task) {
    // having read it is all that is asked
  }

  private static Set<String> places(DelegateTask task, String field) {
    return new LinkedHashSet<>(List.of(((String) task.getVariable(field)).split(",")));
  }

  private static String page(Set<String> residences, Set<String> establishments) {
    return Stream.concat(
            residences.stream().map(code -> "residence=" + code),
            establishments.stream().map(code -> "establishment=" + code))
        .collect(joining("&", "/api/obligations/baseline?", ""));
  }

  private static String inWords(Collection<String> places) {
    return places.stream().sorted().collect(joining(", "));
  }

  private String inWords(Baseline found) {
    return found.jurisdictions().isEmpty()
        ? catalogue.of("The tables have no law for these places.")
        : found.jurisdictions().stream()
            .map(this::table)
            .collect(
                joining(
                    "\n\n",
                    "",
                    "\n\n" + catalogue.of("From the tables: %s").formatted(plain(found.tables()))));
  }

  private String table(Baseline.Jurisdiction jurisdiction) {
    return """
        ### %s

        %s
        | --- | --- | --- | --- | --- | --- |
        %s"""
        .formatted(
            CaseSheet.plain(jurisdiction.name()),
            catalogue.of(
                "| Who is told | Law | By when | On condition that | Last checked | Confidence |"),
            jurisdiction.lines().stream().map(this::row).collect(joining("\n")));
  }

  private String row(Baseline.Line line) {
    return "| %s | %s%s | %s | %s | %s | %s%s |"
        .formatted(
            CaseSheet.plain(catalogue.of(line.recipient())),
            CaseSheet.plain(line.law()),
            line.force().isEmpty() ? "" : " (%s)".formatted(line.force()),
            CaseSheet.plain(catalogue.of(line.term())),
            line.conditions().isEmpty() ? catalogue.of("always") : plain(line.conditions()),
            line.lastChecked(),
            catalogue.of(line.confidence()),
            line.uncertain() ? ", **%s**".formatted(catalogue.of("not certain")) : "");
  }

  private static String plain(List<String> texts) {
    return CaseSheet.plain(String.join("; ", texts));
  }
}
