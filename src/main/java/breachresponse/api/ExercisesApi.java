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

import breachresponse.exercise.ExercisePage;
import breachresponse.incident.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What came of exercises. */
@RestController
@RequestMapping("/api/exercises")
@Tag(name = "Exercises")
class ExercisesApi {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final ExercisePage page;

  ExercisesApi(ExercisePage page) {
    this.page = page;
  }

  @GetMapping("/{caseNumber}/report")
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
      summary = "How an exercise went, as a page to print",
      description = "Steps against their targets, deadlines, who was late, and the lessons.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/html", schema = @Schema(type = "string")))
  ResponseEntity<String> report(@PathVariable CaseNumber caseNumber) {
    return page.page()
        .guarded(ResponseEntity.ok())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(pageOf(caseNumber));
  }

  private String pageOf(CaseNumber caseNumber) {
    try {
      return page.of(caseNumber);
    } catch (NoSuchElementException none) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, none.getMessage());
    }
  }
}
