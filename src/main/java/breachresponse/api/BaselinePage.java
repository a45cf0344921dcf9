package breachresponse.api;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.Facts;
import breachresponse.notice.StyledPage;
import breachresponse.obligation.Baseline;
import breachresponse.obligation.LegalBaseline;
import breachresponse.plan.ResponsePlan;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the laws may ask of the organisation, as a page to print for counsel. */
@Component
class BaselinePage {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final LegalBaseline baseline;
  private final ResponsePlan plan;
  private final Clock clock;
  private final StyledPage page = new StyledPage("baseline");

  BaselinePage(LegalBaseline baseline, ResponsePlan plan, Clock clock) {
    this.baseline = baseline;
    this.plan = plan;
    this.clock = clock;
  }

  ResponseEntity<String> of(Facts.Organisation organisation, Set<String> residences) {
    var found = Baseline.of(baseline.requirementsFor(organisation, residences));
    var shown = new HashMap<String, Object>();
    shown.put("organisation", plan.organisation());
    shown.put("role", Words.of(organisation.role()));
    shown.put("establishments", sorted(organisation.establishments()));
    shown.put("residences", sorted(residences));
    shown.put("day", LocalDate.ofInstant(clock.instant(), plan.zone()).toString());
    shown.put("jurisdictions", found.jurisdictions());
    shown.put("tables", found.tables());
    return page.guarded(ResponseEntity.ok())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(page.with(shown));
  }

  private static String sorted(Collection<String> places) {
    return places.stream().sorted().collect(joining(", "));
  }
}
