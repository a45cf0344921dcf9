package breachresponse.api;

import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.MANAGERS;
import static breachresponse.plan.Role.PRIVACY;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.report.EvidenceReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of a case, to read. */
@RestController
@Tag(name = "Incidents")
class EvidenceReportApi {

  private final Incidents incidents;
  private final EvidenceReport report;

  EvidenceReportApi(Incidents incidents, EvidenceReport report) {
    this.incidents = incidents;
    this.report = report;
  }

  @GetMapping("/api/incidents/{caseNumber}/evidence.pdf")
  @AllowedTo({LEGAL, PRIVACY, MANAGERS})
  @Operation(
      summary = "The evidence of a case as a report to read",
      description =
          "Summary, deadlines explained, exact texts with their signatures, delivery in numbers, rules, timeline. Nobody of the people affected is named. That it was taken out goes on the timeline.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = "string", format = "binary")))
  void report(@PathVariable CaseNumber caseNumber, Principal person, HttpServletResponse response)
      throws IOException {
    if (incidents.find(caseNumber).isEmpty()) {
      throw new NoSuchCase(caseNumber);
    }
    response.setContentType(MediaType.APPLICATION_PDF_VALUE);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"evidence-%s.pdf\"".formatted(caseNumber));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    report.write(caseNumber, person.getName(), response.getOutputStream());
  }
}
