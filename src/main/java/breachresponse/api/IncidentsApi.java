package breachresponse.api;

import static breachresponse.plan.Role.CEO;
import static breachresponse.plan.Role.CIO;
import static breachresponse.plan.Role.CORE_IT;
import static breachresponse.plan.Role.INCIDENT_TEAM;
import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.MANAGERS;
import static breachresponse.plan.Role.PR;
import static breachresponse.plan.Role.PRIVACY;
import static breachresponse.plan.Role.PROCESS_OWNERS;
import static breachresponse.plan.Role.SENIOR_LEADERSHIP;

import breachresponse.delivery.Recipients;
import breachresponse.evidence.EvidenceExport;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsRefused;
import breachresponse.incident.FactsRefused.Problem;
import breachresponse.incident.FactsRules;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.Readable;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.Cases;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cases, for other systems and scripts. People do their parts in Tasklist. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "Incidents")
class IncidentsApi {

  /**
   * A breach as it is reported.
   *
   * @param description what was seen, and how; may be left out
   * @param facts what is known already; may be left out
   * @param restrictedTo who alone may see the case; may be left out
   */
  @Schema(name = "Report")
  record Report(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              maxLength = 200,
              example = "Customer database copied")
          String title,
      @Schema(maxLength = 4000, example = "Large export from an unknown address at 16:12")
          String description,
      Facts facts,
      @Schema(
              description =
                  "who alone may see the case, by the names to log in with: at least one of legal and one of core IT or its deputy; left out, all who have a role in it",
              example = "[\"lena\", \"ian\"]")
          List<String> restrictedTo) {

    private List<String> people() {
      return restrictedTo == null ? List.of() : restrictedTo;
    }

    private void check() {
      var problems = new ArrayList<Problem>();
      if (people().stream().anyMatch(person -> person == null || person.isBlank())) {
        problems.add(new Problem("restrictedTo", "has an empty name in it, leave it out"));
      }
      if (title == null || title.isBlank()) {
        problems.add(new Problem("title", "is missing, say in a few words what happened"));
      }
      shorterThan(201, "title", title, problems);
      shorterThan(4001, "description", description, problems);
      Readable.problemOfLine(title)
          .ifPresent(problem -> problems.add(new Problem("title", problem)));
      Readable.problem(description)
          .ifPresent(problem -> problems.add(new Problem("description", problem)));
      if (!problems.isEmpty()) {
        throw new FactsRefused(problems);
      }
    }

    private static void shorterThan(
        int length, String field, String text, ArrayList<Problem> problems) {
      if (text != null && text.length() >= length) {
        problems.add(
            new Problem(field, "may have %d characters, shorten it".formatted(length - 1)));
      }
    }
  }

  /** The case that a report has opened. */
  @Schema(name = "Reported")
  record Reported(@Schema(example = "2026-0001") String caseNumber) {}

  private final Cases cases;
  private final Incidents incidents;
  private final IncidentView view;
  private final Recipients recipients;
  private final EvidenceExport evidence;
  private final FactsRules rules;
  private final ResponsePlan plan;
  private final Catalogue catalogue;

  IncidentsApi(
      Cases cases,
      Incidents incidents,
      IncidentView view,
      Recipients recipients,
      EvidenceExport evidence,
      FactsRules rules,
      ResponsePlan plan,
      Catalogue catalogue) {
    this.cases = cases;
    this.incidents = incidents;
    this.view = view;
    this.recipients = recipients;
    this.evidence = evidence;
    this.rules = rules;
    this.plan = plan;
    this.catalogue = catalogue;
  }

  @PostMapping
  @AllowedTo({
    INCIDENT_TEAM,
    LEGAL,
    CIO,
    CORE_IT,
    PR,
    SENIOR_LEADERSHIP,
    CEO,
    PRIVACY,
    PROCESS_OWNERS,
    MANAGERS
  })
  @Operation(
      summary = "Report a breach",
      description = "Opens a case and starts the response: core IT finds the triage in Tasklist.")
  @ApiResponse(responseCode = "201", description = "The case is open, Location says where.")
  ResponseEntity<Reported> report(@RequestBody Report report, Principal person) {
    report.check();
    Facts facts = null;
    if (report.facts() != null) {
      checkFindings(report.facts());
      facts = report.facts().orOf(plan.facts());
    }
    var description = report.description() == null ? "" : report.description();
    var caseNumber =
        cases.report(report.title(), description, facts, report.people(), person.getName());
    return ResponseEntity.created(URI.create("/api/incidents/" + caseNumber))
        .body(new Reported(caseNumber.value()));
  }

  /** In a report, facts are a part: their fields are named as such. */
  private void checkFindings(Facts facts) {
    try {
      rules.checkFindings(facts);
    } catch (FactsRefused e) {
      throw new FactsRefused(
          e.problems().stream().map(p -> new Problem("facts." + p.field(), p.message())).toList());
    }
  }

  @GetMapping("/{caseNumber}")
  @AllowedTo({LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(summary = "A case as it stands: facts, obligations with their clocks, notices")
  IncidentJson incident(@PathVariable CaseNumber caseNumber) {
    return view.of(caseNumber);
  }

  @PutMapping("/{caseNumber}/facts")
  @AllowedTo({CORE_IT, PRIVACY, LEGAL, CIO})
  @Operation(
      summary = "Record new findings",
      description =
          "Send all that is known now, what is left out is taken as not known, but a hold stays. Its end comes sooner only once a second person records the same end. The earlier version is kept, and obligations and clocks are determined again.")
  IncidentJson find(
      @PathVariable CaseNumber caseNumber, @RequestBody Facts facts, Principal person) {
    exists(caseNumber);
    rules.checkFindings(facts);
    var known = incidents.facts(caseNumber).map(FactsVersion::facts).orElse(Facts.UNKNOWN);
    cases.find(
        caseNumber,
        facts.orOf(known.orOf(plan.facts()).organisation()).orUnder(known.hold()),
        person.getName());
    return view.of(caseNumber);
  }

  @PostMapping(path = "/{caseNumber}/recipients", consumes = "text/csv")
  @AllowedTo({CORE_IT, PRIVACY})
  @Operation(
      summary = "Add the people to be told by mail",
      description =
          "A row each: id,email,name,language,residence and, if you like, groups; UTF-8, RFC 4180, with this header. Groups are ids that the notice may speak of, such as cards minors. Rows that can't be used are listed with their line and the reason, an address that is there already, in large or small letters, is mailed once, and the groups of its rows add up: what of a row could not be taken is among the differences.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = "string", format = "binary"),
              examples =
                  @ExampleObject(
                      """
                      id,email,name,language,residence,groups
                      1001,maria@example.org,Maria Example,es,US-CA,cards minors
                      """)))
  Recipients.ImportReport add(
      @PathVariable CaseNumber caseNumber, InputStream csv, Principal person) {
    exists(caseNumber);
    cases.refuseIfOver(caseNumber);
    var report = recipients.add(caseNumber, csv, person.getName());
    cases.peopleListed(caseNumber);
    return report.saying(catalogue::ofRefusal);
  }

  @GetMapping("/{caseNumber}/recipients")
  @AllowedTo({CORE_IT, PRIVACY})
  @Operation(
      summary = "How far the file of recipients has come that is being added",
      description = "Or, if none is being added, what became of the last one.")
  Recipients.Progress progress(@PathVariable CaseNumber caseNumber) {
    exists(caseNumber);
    return recipients.progress(caseNumber);
  }

  @GetMapping("/{caseNumber}/evidence.zip")
  @AllowedTo({LEGAL, PRIVACY, MANAGERS})
  @Operation(
      summary = "All evidence of a case",
      description = "A ZIP that verifies with sha256sum alone: VERIFY.txt in it says how.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/zip",
              schema = @Schema(type = "string", format = "binary")))
  void evidence(@PathVariable CaseNumber caseNumber, Principal person, HttpServletResponse response)
      throws IOException {
    exists(caseNumber);
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"evidence-%s.zip\"".formatted(caseNumber));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    evidence.write(caseNumber, person.getName(), response.getOutputStream());
  }

  private void exists(CaseNumber caseNumber) {
    if (incidents.find(caseNumber).isEmpty()) {
      throw new NoSuchCase(caseNumber);
    }
  }
}
