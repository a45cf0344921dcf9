package breachresponse.api;

import static breachresponse.plan.Role.CEO;
import static breachresponse.plan.Role.CIO;
import static breachresponse.plan.Role.CORE_IT;
import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.MANAGERS;
import static breachresponse.plan.Role.PR;
import static breachresponse.plan.Role.PRIVACY;
import static breachresponse.plan.Role.SENIOR_LEADERSHIP;
import static java.util.stream.Collectors.joining;

import breachresponse.filing.Dossier;
import breachresponse.filing.Dossiers;
import breachresponse.filing.FilingTexts;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The forms of authorities and others, filled from a case. */
@RestController
@RequestMapping("/api/incidents/{caseNumber}/filings/{dutyId}")
@Tag(name = "Filings")
class FilingsApi {

  private static final String SUMMARY = "The recipient's form, filled from the case as it stands";
  private static final String DESCRIPTION =
      "As JSON, as a page to print (Accept: text/html), or as the text that is proposed for signature (Accept: text/markdown). What is not known says so. After the first filing it says what has changed since.";
  private static final String WHERE =
      "only needed where the case owes the duty in several places, ISO 3166-1 or -2, or EU";
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Incidents incidents;
  private final ObligationRegister register;
  private final Dossiers dossiers;
  private final FilingTexts texts;

  FilingsApi(
      Incidents incidents, ObligationRegister register, Dossiers dossiers, FilingTexts texts) {
    this.incidents = incidents;
    this.register = register;
    this.dossiers = dossiers;
    this.texts = texts;
  }

  @GetMapping
  @AllowedTo({LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(summary = SUMMARY, description = DESCRIPTION)
  Dossier dossier(
      @PathVariable CaseNumber caseNumber,
      @Parameter(description = "the row of the legal tables", example = "eu-gdpr-33-sa")
          @PathVariable
          String dutyId,
      @Parameter(description = WHERE) @RequestParam(required = false) String jurisdiction) {
    return dossiers.of(owed(caseNumber, dutyId, jurisdiction));
  }

  @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
  @AllowedTo({LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(summary = SUMMARY, description = DESCRIPTION)
  ResponseEntity<String> page(
      @PathVariable CaseNumber caseNumber,
      @PathVariable String dutyId,
      @Parameter(description = WHERE) @RequestParam(required = false) String jurisdiction) {
    return texts
        .page()
        .guarded(ResponseEntity.ok())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(texts.page(dossier(caseNumber, dutyId, jurisdiction)));
  }

  @GetMapping(produces = MediaType.TEXT_MARKDOWN_VALUE)
  @AllowedTo({LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(summary = SUMMARY, description = DESCRIPTION)
  String text(
      @PathVariable CaseNumber caseNumber,
      @PathVariable String dutyId,
      @Parameter(description = WHERE) @RequestParam(required = false) String jurisdiction) {
    return texts.filing(dossier(caseNumber, dutyId, jurisdiction));
  }

  private Obligation owed(CaseNumber caseNumber, String dutyId, String jurisdiction) {
    if (incidents.find(caseNumber).isEmpty()) {
      throw new NoSuchCase(caseNumber);
    }
    var found =
        register.of(caseNumber).stream()
            .filter(it -> it.duty().id().equals(dutyId))
            .filter(it -> jurisdiction == null || it.duty().jurisdiction().equals(jurisdiction))
            .toList();
    if (found.isEmpty()) {
      throw new NoSuchDuty(caseNumber);
    }
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          "jurisdiction: the case owes this in several places, add one of %s"
              .formatted(places(found)));
    }
    if (found.get(0).tellsPeople()) {
      throw new IllegalArgumentException(
          "dutyId: the people affected are told by the notice, which takes no form");
    }
    return found.get(0);
  }

  private static String places(List<Obligation> obligations) {
    return obligations.stream().map(it -> it.duty().jurisdiction()).sorted().collect(joining(", "));
  }
}
