package breachresponse.workflow.planning;

import breachresponse.incident.FactsRules;
import breachresponse.obligation.LegalBaseline;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.workflow.forms.Answers;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which laws reach the organisation, by where it is and where its customers live. */
@Component
class ReviewLegalObligations implements PlanSection {

  private final LegalBaseline baseline;
  private final FactsRules rules;

  ReviewLegalObligations(LegalBaseline baseline, FactsRules rules) {
    this.baseline = baseline;
    this.rules = rules;
  }

  @Override
  public String task() {
    return "reviewLegalObligations";
  }

  @Override
  public Map<String, Object> shown(PlanContent draft) {
    var shown = new HashMap<String, Object>();
    shown.put("establishments", sorted(draft.facts().establishments()));
    shown.put("residences", sorted(draft.residences()));
    shown.put("duties", "");
    return shown;
  }

  @Override
  public PlanContent settled(PlanContent draft, Answers answers) {
    var establishments = answers.codes("establishments");
    var residences = answers.codes("residences");
    rules.checkPlaces("establishments", establishments);
    rules.checkPlaces("residences", residences);
    return PlanContentBuilder.builder(draft)
        .facts(draft.facts().establishedIn(establishments))
        .residences(residences)
        .build();
  }

  private static String sorted(java.util.Set<String> places) {
    return String.join(", ", new java.util.TreeSet<>(places));
  }
}
