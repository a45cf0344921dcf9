package breachresponse.api;

import breachresponse.incident.Facts;
import breachresponse.incident.FactsRules;
import breachresponse.obligation.LegalBaseline;
import breachresponse.plan.ResponsePlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Asks the legal tables before any breach. */
@RestController
@Tag(name = "Obligations")
class BaselineApi {

  private final LegalBaseline baseline;
  private final FactsRules rules;
  private final ResponsePlan plan;

  BaselineApi(LegalBaseline baseline, FactsRules rules, ResponsePlan plan) {
    this.baseline = baseline;
    this.rules = rules;
    this.plan = plan;
  }

  /**
   * An organisation, or that of the response plan if there is none, and where its customers live.
   */
  @Schema(name = "BaselineQuestion")
  record Question(
      Facts.Organisation organisation,
      @Schema(description = "ISO 3166-1 or -2", example = "[\"DE\", \"US-CA\"]")
          Set<String> residences) {

    Facts asFacts() {
      return new Facts(
          null,
          null,
          organisation,
          residences.stream().map(place -> new Facts.Affected(place, null, null)).toList(),
          null,
          null,
          null,
          null,
          null,
          null,
          null);
    }
  }

  @PostMapping("/api/obligations/baseline")
  @Operation(
      summary = "Which laws may reach us, and what do they ask for?",
      description =
          "All duties of the legal tables, as they are deployed now, that a breach may trigger for an organisation established there, with customers who live there. Nothing is stored.")
  List<RequirementJson> baseline(@RequestBody Question question) {
    if (question.residences() == null) {
      throw new IllegalArgumentException("residences: is missing, say where your customers live");
    }
    rules.check(question.asFacts());
    var facts = question.asFacts().orOf(plan.facts());
    return baseline.requirementsFor(facts.organisation(), question.residences()).stream()
        .map(RequirementJson::of)
        .toList();
  }
}
