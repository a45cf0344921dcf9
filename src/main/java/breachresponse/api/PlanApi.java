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

import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanVersion;
import breachresponse.plan.Plans;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.planning.Booklet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The response plan, to read and to print. */
@RestController
@RequestMapping("/api/plan")
@Tag(name = "Response plan")
class PlanApi {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  /**
   * @param number 0 is the default of the settings, which nobody has signed
   * @param inForceFrom null while it is prepared
   */
  @Schema(name = "PlanVersion")
  record VersionJson(
      int number, String reason, String openedBy, Instant inForceFrom, String sha256) {

    static VersionJson of(PlanVersion version) {
      return new VersionJson(
          version.number(),
          version.reason(),
          version.openedBy(),
          version.inForceFrom().orElse(null),
          version.sha256());
    }
  }

  @Schema(name = "Plan")
  record PlanJson(VersionJson version, PlanContent content) {}

  private final Plans plans;
  private final SignOffs signOffs;
  private final Booklet booklet;
  private final BookletPage page;

  PlanApi(Plans plans, SignOffs signOffs, Booklet booklet, BookletPage page) {
    this.plans = plans;
    this.signOffs = signOffs;
    this.booklet = booklet;
    this.page = page;
  }

  @GetMapping
  @AllowedTo({INCIDENT_TEAM, LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(summary = "The plan by which a breach is answered now")
  PlanJson inForce() {
    var version = plans.inForce();
    return new PlanJson(VersionJson.of(version), version.content());
  }

  @GetMapping("/versions")
  @AllowedTo({INCIDENT_TEAM, LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(summary = "All versions, the first first")
  List<VersionJson> versions() {
    return plans.versions().stream().map(VersionJson::of).toList();
  }

  @GetMapping(path = "/versions/{number}/booklet", produces = MediaType.TEXT_HTML_VALUE)
  @AllowedTo({INCIDENT_TEAM, LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(
      summary = "One version as a page",
      description = "As it was signed; as it stands, where it is prepared.")
  ResponseEntity<String> page(@PathVariable int number) {
    return page.guarded(ResponseEntity.ok())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(html(number));
  }

  @GetMapping(path = "/versions/{number}/booklet.pdf")
  @AllowedTo({INCIDENT_TEAM, LEGAL, CIO, CORE_IT, PR, PRIVACY, CEO, SENIOR_LEADERSHIP, MANAGERS})
  @Operation(
      summary = "The same as PDF",
      description = "To have on paper when the systems are down.")
  ResponseEntity<byte[]> pdf(@PathVariable int number) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "inline; filename=\"response-plan-%d.pdf\"".formatted(number))
        .cacheControl(CacheControl.noStore())
        .body(page.pdf(html(number)));
  }

  private String html(int number) {
    var version =
        Stream.concat(Stream.of(plans.settings()), plans.versions().stream())
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(() -> new NoSuchVersion(number));
    var text =
        version
            .documentId()
            .map(id -> signOffs.get(id).content())
            .orElseGet(() -> booklet.of(version));
    return page.html(version, text);
  }
}
