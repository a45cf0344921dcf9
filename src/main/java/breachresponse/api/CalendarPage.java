package breachresponse.api;

import static breachresponse.plan.Role.CEO;
import static breachresponse.plan.Role.CIO;
import static breachresponse.plan.Role.CORE_IT;
import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.PR;
import static breachresponse.plan.Role.PRIVACY;
import static breachresponse.plan.Role.SENIOR_LEADERSHIP;

import breachresponse.calendar.CalendarFeeds;
import breachresponse.language.Catalogue;
import breachresponse.notice.StyledPage;
import breachresponse.plan.ResponsePlan;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.HashMap;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The same as the API of calendars, for people at a browser. */
@Hidden
@Controller
class CalendarPage {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final CalendarFeeds feeds;
  private final CalendarApi api;
  private final ResponsePlan plan;
  private final Catalogue catalogue;
  private final StyledPage page = new StyledPage("calendar");

  CalendarPage(CalendarFeeds feeds, CalendarApi api, ResponsePlan plan, Catalogue catalogue) {
    this.feeds = feeds;
    this.api = api;
    this.plan = plan;
    this.catalogue = catalogue;
  }

  @GetMapping("/calendar")
  @AllowedTo({LEGAL, PRIVACY, PR, CORE_IT, CIO, CEO, SENIOR_LEADERSHIP})
  ResponseEntity<String> open(Principal person) {
    return shown(person, Optional.empty());
  }

  @PostMapping("/calendar")
  @AllowedTo({LEGAL, PRIVACY, PR, CORE_IT, CIO, CEO, SENIOR_LEADERSHIP})
  ResponseEntity<String> renew(Principal person) {
    return shown(person, Optional.of(api.renew(person).url()));
  }

  @PostMapping("/calendar/revoked")
  ResponseEntity<Void> revoke(Principal person) {
    api.revoke(person);
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/calendar")).build();
  }

  private ResponseEntity<String> shown(Principal person, Optional<String> url) {
    var shown = new HashMap<String, Object>();
    shown.put("language", catalogue.locale().toLanguageTag());
    shown.put("organisation", plan.organisation());
    shown.put("exists", feeds.has(person.getName()));
    shown.put("url", url.orElse(null));
    shown.put("title", catalogue.of("Deadlines in your calendar"));
    shown.put(
        "what",
        catalogue.of(
            "Your calendar can show the deadlines by law that your groups act on: the number of the case, whom to tell, and an alarm before."));
    shown.put(
        "subscribe",
        catalogue.of("Subscribe to this address in your calendar program. It is shown this once:"));
    shown.put(
        "secret",
        catalogue.of(
            "Whoever knows it can read these deadlines. Get a new one if others have seen it."));
    shown.put(
        "there",
        catalogue.of("You have an address already. A new one takes its place: the old one ends."));
    shown.put("renew", catalogue.of("Get a new address"));
    shown.put("revoke", catalogue.of("Give my address back"));
    return page.askingSignedIn(ResponseEntity.ok())
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(page.with(shown));
  }
}
