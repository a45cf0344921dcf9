package breachresponse.api;

import static breachresponse.plan.Role.CEO;
import static breachresponse.plan.Role.CIO;
import static breachresponse.plan.Role.CORE_IT;
import static breachresponse.plan.Role.LEGAL;
import static breachresponse.plan.Role.PR;
import static breachresponse.plan.Role.PRIVACY;
import static breachresponse.plan.Role.SENIOR_LEADERSHIP;

import breachresponse.calendar.CalendarFeeds;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own feed of deadlines of whoever is signed in. */
@RestController
@RequestMapping("/api/calendar")
@Tag(name = "Calendar")
class CalendarApi {

  /** Where a calendar program finds the feed. */
  @Schema(name = "Calendar")
  record CalendarJson(
      @Schema(
              description = "secret, and told this once",
              example = "https://breach.example.org/calendar/….ics")
          String url) {}

  private final CalendarFeeds feeds;
  private final URI site;

  CalendarApi(CalendarFeeds feeds, @Value("${breach.staff-address}") URI site) {
    this.feeds = feeds;
    this.site = site;
  }

  @PostMapping
  @AllowedTo({LEGAL, PRIVACY, PR, CORE_IT, CIO, CEO, SENIOR_LEADERSHIP})
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      summary = "Get a new address of my feed of deadlines (iCalendar)",
      description =
          "It has the deadlines by law that my groups act on. The address that I had before leads nowhere any more.")
  CalendarJson renew(Principal person) {
    return new CalendarJson("%s/calendar/%s.ics".formatted(site, feeds.renew(person.getName())));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke the address of my feed of deadlines")
  void revoke(Principal person) {
    feeds.revoke(person.getName());
  }
}
