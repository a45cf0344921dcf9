package breachresponse.api;

import breachresponse.incident.Facts;
import breachresponse.incident.FactsRules;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
          boolean notTriggered) {
    rules.check(facts);
    return register.evaluate(facts.orOf(plan.facts())).stream()
        .filter(evaluated -> notTriggered || evaluated.finding().isOwed())
        .map(ObligationJson::of)
        .toList();
  }
}
