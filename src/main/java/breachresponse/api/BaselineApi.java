package breachresponse.api;

import breachresponse.incident.Facts;
import breachresponse.incident.FactsRules;
import breachresponse.obligation.LegalBaseline;
import breachresponse.plan.ResponsePlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks the legal tables before any breach. */
@RestController
@Tag(name = "Obligations")
class BaselineApi {

  private final LegalBaseline baseline;
  private final FactsRules rules;
  private final ResponsePlan plan;
  private final BaselinePage page;

  BaselineApi(LegalBaseline baseline, FactsRules rules, ResponsePlan plan, BaselinePage page) {
    this.baseline = baseline;
    this.rules = rules;
    this.plan = plan;
    this.page = page;
  }

  /**
   * An organisation, or that of the response plan if there is none, and where its customers live.
   */
  @Schema(name = "BaselineQuestion")
  record Question(
      Facts.Organisation organisation,
      @Schema(description = "ISO 3166-1 or -2", example = "[\"DE\", \"US-CA\"]")
          Set<String> residences) {}

  @PostMapping("/api/obligations/baseline")
  @Operation(
      summary = "Which laws may reach us, and what do they ask for?",
      description =
          "All duties of the legal tables, as they are deployed now, that a breach may trigger for an organisation established there, with customers who live there. Nothing is stored.")
  List<RequirementJson> baseline(@RequestBody Question question) {
    check("residences", question.residences());
    rules.check(Facts.first(null, question.organisation()));
    var facts = Facts.first(null, question.organisation()).orOf(plan.facts());
    return baseline.requirementsFor(facts.organisation(), question.residences()).stream()
        .map(RequirementJson::of)
        .toList();
  }

  @GetMapping(path = "/api/obligations/baseline", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(
      summary = "The same for the organisation of the response plan, as a page to print",
      description = "A table for each jurisdiction, for counsel to review.")
  ResponseEntity<String> page(
      @Parameter(
              description = "ISO 3166-1 or -2, once for each place",
              example = "[\"DE\", \"US-CA\"]")
          @RequestParam(required = false)
          Set<String> residence,
      @Parameter(
              description = "where the organisation is established, if not where the plan says",
              example = "[\"DE\"]")
          @RequestParam(required = false)
          Set<String> establishment) {
    check("residence", residence);
    if (establishment == null) {
      return page.of(plan.facts(), residence);
    }
    rules.checkPlaces("establishment", establishment);
    return page.of(plan.facts().establishedIn(establishment), residence);
  }

  private void check(String field, Set<String> residences) {
    if (residences == null) {
      throw new IllegalArgumentException(field + ": is missing, say where your customers live");
    }
    rules.checkPlaces(field, residences);
  }
}
