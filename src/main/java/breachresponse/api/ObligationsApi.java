package breachresponse.api;

import breachresponse.incident.Facts;
import breachresponse.incident.FactsRules;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks the legal tables, without a case. */
@RestController
@Tag(name = "Obligations")
class ObligationsApi {

  private final ObligationRegister register;
  private final FactsRules rules;
  private final ResponsePlan plan;

  ObligationsApi(ObligationRegister register, FactsRules rules, ResponsePlan plan) {
    this.register = register;
    this.rules = rules;
    this.plan = plan;
  }

  @PostMapping("/api/obligations/evaluate")
  @Operation(
      summary = "Whom must we tell, and by when?",
      description =
          "Holds facts against the legal tables as they are deployed now. Nothing is stored. Facts without an organisation are those of the organisation in the response plan.")
  List<ObligationJson> evaluate(
      @RequestBody Facts facts,
      @Parameter(
              description =
                  "whether to show as well what laws that concern the case do not ask for, and why")
          @RequestParam(defaultValue = "false")
          boolean notTriggered,
      @Parameter(
              description =
                  "what is taken as filed, and when, as eu-dora-19-initial@2026-12-08T18:00:00Z: what is counted from a filing runs from there. A plus sign is written %2B")
          @RequestParam(required = false)
          List<String> filed) {
    rules.check(facts);
    return register.evaluate(facts.orOf(plan.facts()), filings(filed)).stream()
        .filter(evaluated -> notTriggered || evaluated.finding().isOwed())
        .map(ObligationJson::of)
        .toList();
  }

  private static Map<String, OffsetDateTime> filings(List<String> filed) {
    var filings = new LinkedHashMap<String, OffsetDateTime>();
    for (var filing : filed == null ? List.<String>of() : filed) {
      var parts = filing.split("@", 2);
      try {
        filings.put(parts[0], OffsetDateTime.parse(parts[1]));
      } catch (ArrayIndexOutOfBoundsException | DateTimeParseException e) {
        throw new IllegalArgumentException(
            "filed: '%s' is not what goes here, write the id of a duty, @, and a time with its offset"
                .formatted(filing));
      }
    }
    return filings;
  }
}
