package breachresponse.calendar;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The feeds, at their secret addresses. Nobody signs in there. */
@Controller
class CalendarPages {

  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final CalendarFeeds feeds;
  private final DeadlineCalendar calendar;
  private final Accounts accounts;

  CalendarPages(CalendarFeeds feeds, DeadlineCalendar calendar, Accounts accounts) {
    this.feeds = feeds;
    this.calendar = calendar;
    this.accounts = accounts;
  }

  /** Whoever has left, or acts on no deadline any more, has no feed either. */
  @GetMapping("/calendar/{token:[A-Za-z0-9_-]{43}}.ics")
  ResponseEntity<String> feed(@PathVariable String token) {
    return feeds
        .ownerOf(token)
        .flatMap(this::deadlines)
        .map(
            deadlines ->
                ResponseEntity.ok()
                    .contentType(CALENDAR)
                    .cacheControl(CacheControl.noStore())
                    .header("X-Robots-Tag", "noindex")
                    .body(deadlines))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private Optional<String> deadlines(String person) {
    return Optional.of(accounts.groupsOf(person))
        .filter(calendar::isFor)
        .map(groups -> calendar.of(person, groups));
  }
}
