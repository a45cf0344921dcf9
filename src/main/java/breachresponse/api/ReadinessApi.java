package breachresponse.api;

import static breachresponse.plan.Role.CEO;
import static breachresponse.plan.Role.CIO;
import static breachresponse.plan.Role.CORE_IT;
import static breachresponse.plan.Role.INCIDENT_TEAM;
import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.MANAGERS;
import static breachresponse.plan.Role.PR;
import static breachresponse.plan.Role.PRIVACY;
import static breachresponse.plan.Role.SENIOR_LEADERSHIP;

import breachresponse.plan.Readiness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the response plan can be relied on now. */
@RestController
@RequestMapping("/api/plan/readiness")
@Tag(name = "Response plan")
class ReadinessApi {

  private final Readiness readiness;

  ReadinessApi(Readiness readiness) {
    this.readiness = readiness;
  }

  @GetMapping
  @AllowedTo({INCIDENT_TEAM, LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(
      summary = "Whether the plan can be relied on",
      description = "What has lapsed, since when, and whose task it is.")
  ReadinessJson readiness() {
    return ReadinessJson.of(readiness.report());
  }
}
