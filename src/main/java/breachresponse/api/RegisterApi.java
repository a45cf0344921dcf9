package breachresponse.api;

import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.MANAGERS;
import static breachresponse.plan.Role.PRIVACY;

import breachresponse.plan.ResponsePlan;
import breachresponse.register.BreachRegister;
import breachresponse.register.RegisterFiles;
import breachresponse.register.RegisterFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of breaches, GDPR Art 33(5). */
@RestController
@Tag(name = "Breach register")
class RegisterApi {

  private final BreachRegister register;
  private final RegisterFiles files;
  private final ResponsePlan plan;
  private final Clock clock;

  RegisterApi(BreachRegister register, RegisterFiles files, ResponsePlan plan, Clock clock) {
    this.register = register;
    this.files = files;
    this.plan = plan;
    this.clock = clock;
  }

  @GetMapping(path = "/api/register", produces = MediaType.APPLICATION_JSON_VALUE)
  @AllowedTo({LEGAL, PRIVACY, MANAGERS})
  @Operation(
      summary = "All breaches, whoever was told of them, with the reasons, and years in numbers",
      description =
          "Running and closed. No exercises; false alarms only with state=false-alarm. With Accept: text/csv or application/pdf as a file.")
  RegisterJson register(@ParameterObject RegisterFilter filter, Principal person) {
    return RegisterJson.of(register.ask(filter, person.getName()), clock.instant(), plan.zone());
  }

  @GetMapping(
      path = {"/api/register", "/api/register.csv"},
      produces = "text/csv")
  @AllowedTo({LEGAL, PRIVACY, MANAGERS})
  @Operation(summary = "The same as CSV, a row for each breach")
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  void csv(@ParameterObject RegisterFilter filter, Principal person, HttpServletResponse response)
      throws IOException {
    var answer = register.ask(filter, person.getName());
    files.csv(answer, file("text/csv;charset=UTF-8", "csv", response));
  }

  @GetMapping(
      path = {"/api/register", "/api/register.pdf"},
      produces = MediaType.APPLICATION_PDF_VALUE)
  @AllowedTo({LEGAL, PRIVACY, MANAGERS})
  @Operation(summary = "The same as PDF, a sheet for each breach")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = "application/pdf",
              schema = @Schema(type = "string", format = "binary")))
  void pdf(@ParameterObject RegisterFilter filter, Principal person, HttpServletResponse response)
      throws IOException {
    var answer = register.ask(filter, person.getName());
    files.pdf(answer, filter, file(MediaType.APPLICATION_PDF_VALUE, "pdf", response));
  }

  private OutputStream file(String type, String end, HttpServletResponse response)
      throws IOException {
    response.setContentType(type);
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"breach-register-%s.%s\""
            .formatted(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), end));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return response.getOutputStream();
  }
}
