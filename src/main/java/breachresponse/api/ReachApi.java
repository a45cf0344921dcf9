package breachresponse.api;

import static breachresponse.plan.Role.CEO;
import static breachresponse.plan.Role.CIO;
import static breachresponse.plan.Role.CORE_IT;
import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.MANAGERS;
import static breachresponse.plan.Role.PR;
import static breachresponse.plan.Role.PRIVACY;
import static breachresponse.plan.Role.SENIOR_LEADERSHIP;

import breachresponse.evidence.ReachFiles;
import breachresponse.evidence.ReachTotals;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsRefused;
import breachresponse.incident.FactsRefused.Problem;
import breachresponse.incident.Incidents;
import breachresponse.incident.Readable;
import breachresponse.reach.Letters;
import breachresponse.reach.ReachReport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who of a case was reached, and who must be told in another way. */
@RestController
@RequestMapping("/api/incidents/{caseNumber}")
@Tag(name = "Reach")
class ReachApi {

  private static final Set<String> WAYS = Set.of("letter", "phone", "otherwise");

  /** People who were told one by one. */
  @Schema(name = "Letters")
  record LettersJson(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "as the list of recipients has them",
              example = "[\"1001\",\"1002\"]")
          List<String> ids,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"letter", "phone", "otherwise"})
          String how,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "when they were posted, or the last was told",
              example = "2026-03-05T12:00:00+01:00")
          OffsetDateTime at) {

    private void check(Instant now) {
      var problems = new ArrayList<Problem>();
      if (ids == null || ids.isEmpty()) {
        problems.add(new Problem("ids", "are missing, give those of the people who were told"));
      } else if (ids.stream()
          .anyMatch(id -> id == null || Readable.problemOfLine(id).isPresent())) {
        problems.add(new Problem("ids", "have one in them that is none, please leave it out"));
      }
      if (how == null || !WAYS.contains(how)) {
        problems.add(new Problem("how", "is none of letter, phone, otherwise"));
      }
      if (at == null || at.toInstant().isAfter(now)) {
        problems.add(new Problem("at", "is missing or in the future, say when they were told"));
      }
      if (!problems.isEmpty()) {
        throw new FactsRefused(problems);
      }
    }
  }

  /** How many people were recorded now: ids that are not on the list, or were there, are none. */
  @Schema(name = "RecordedLetters")
  record RecordedJson(int recorded) {}

  private final Incidents incidents;
  private final ReachReport report;
  private final ReachFiles files;
  private final Letters letters;
  private final Clock clock;

  ReachApi(
      Incidents incidents, ReachReport report, ReachFiles files, Letters letters, Clock clock) {
    this.incidents = incidents;
    this.report = report;
    this.files = files;
    this.letters = letters;
    this.clock = clock;
  }

  @GetMapping(path = "/reach", produces = "application/json")
  @AllowedTo({LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(
      summary = "Who was reached, by which channel, by when",
      description =
          "Everybody is in one state, and the states add up to the list of recipients and the rows refused from it. With Accept: text/csv as a file.")
  ReachTotals reach(@PathVariable CaseNumber caseNumber) {
    exists(caseNumber);
    return ReachTotals.of(report.of(caseNumber));
  }

  @GetMapping(path = "/reach", produces = "text/csv")
  @AllowedTo({LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(summary = "The same as CSV")
  void reach(@PathVariable CaseNumber caseNumber, HttpServletResponse response) throws IOException {
    files.reach(caseNumber, csv(caseNumber, "reach", response));
  }

  @GetMapping("/delivery.csv")
  @AllowedTo({LEGAL, CORE_IT, PRIVACY, MANAGERS})
  @Operation(
      summary = "What became of the mails, by language, domain and status",
      description = "There are no addresses in it.")
  void delivery(@PathVariable CaseNumber caseNumber, HttpServletResponse response)
      throws IOException {
    files.delivery(caseNumber, csv(caseNumber, "delivery", response));
  }

  @GetMapping("/not-reached.csv")
  @AllowedTo({CORE_IT, PRIVACY})
  @Operation(
      summary = "Whom mail did not reach, for letters",
      description =
          "Without those of whom a letter or call is recorded. It has names and addresses; that it was taken out goes on the timeline.")
  void notReached(
      @PathVariable CaseNumber caseNumber, Principal person, HttpServletResponse response)
      throws IOException {
    files.postalList(caseNumber, person.getName(), csv(caseNumber, "not-reached", response));
  }

  @PostMapping("/letters")
  @AllowedTo({CORE_IT, PRIVACY})
  @Operation(
      summary = "Record people who were told by letter, by phone or otherwise",
      description = "Who is recorded twice counts once.")
  RecordedJson record(
      @PathVariable CaseNumber caseNumber, @RequestBody LettersJson told, Principal person) {
    exists(caseNumber);
    told.check(clock.instant());
    return new RecordedJson(
        letters.record(
            caseNumber, told.ids(), told.how(), told.at().toInstant(), person.getName()));
  }

  private OutputStream csv(CaseNumber caseNumber, String name, HttpServletResponse response)
      throws IOException {
    exists(caseNumber);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"%s-%s.csv\"".formatted(name, caseNumber));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return response.getOutputStream();
  }

  private void exists(CaseNumber caseNumber) {
    if (incidents.find(caseNumber).isEmpty()) {
      throw new NoSuchCase(caseNumber);
    }
  }
}
