package breachresponse.notice;

import breachresponse.evidence.Sha256;
import breachresponse.notice.Publications.Publication;
import breachresponse.plan.ResponsePlan;
import com.samskivert.mustache.Template;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page of notices and its feed: for everybody, without log-in, scripts or cookies. */
@Hidden
@Controller
class NoticePages {

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
  private static final MediaType ATOM =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
  private static final CacheControl FIVE_MINUTES =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Publications publications;
  private final ResponsePlan plan;
  private final StyledPage page = new StyledPage("notices");
  private final Template feed = StyledPage.template("notices/feed.atom");

  NoticePages(Publications publications, ResponsePlan plan) {
    this.publications = publications;
    this.plan = plan;
  }

  @GetMapping("/notices")
  ResponseEntity<Void> withTheSlash() {
    return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
        .location(URI.create("/notices/"))
        .build();
  }

  @GetMapping("/notices/")
  ResponseEntity<String> list() {
    var words = Words.in(plan.fallbackLanguage());
    var shown = frame(words, words.get("site.title"));
    var posts = publications.all().stream().map(post -> shown(post, words)).toList();
    shown.put("list", posts);
    shown.put("none", posts.isEmpty() ? words.get("site.none") : null);
    return cacheable(HTML, page.with(shown), lastChange());
  }

  @GetMapping("/notices/{slug}")
  ResponseEntity<String> post(@PathVariable String slug) {
    return publications.find(slug).map(this::post).orElseGet(this::missing);
  }

  @GetMapping("/notices/feed.atom")
  ResponseEntity<String> feed() {
    var words = Words.in(plan.fallbackLanguage());
    var shown = frame(words, words.get("site.title"));
    shown.put("updated", lastChange().toString());
    shown.put("self", publications.address("feed.atom").toString());
    shown.put("site", publications.address("").toString());
    shown.put("entries", publications.all().stream().map(post -> shown(post, words)).toList());
    return cacheable(ATOM, feed.execute(shown), lastChange());
  }

  private ResponseEntity<String> post(Publication post) {
    var words = Words.in(post.language());
    var shown = frame(words, post.post().subject());
    shown.put("post", shown(post, words));
    return cacheable(HTML, page.with(shown), post.at());
  }

  private ResponseEntity<String> missing() {
    var words = Words.in(plan.fallbackLanguage());
    var shown = frame(words, words.get("site.missing"));
    return page.guarded(ResponseEntity.status(HttpStatus.NOT_FOUND))
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(page.with(shown));
  }

  private Map<String, Object> frame(Words words, String title) {
    var shown = new HashMap<String, Object>();
    shown.put("language", words.language());
    shown.put("organisation", plan.organisation());
    shown.put("title", title);
    shown.put("all", words.get("site.all"));
    shown.put("feed", words.get("site.feed"));
    shown.put("contact", words.get("site.contact"));
    shown.put("email", plan.contact().email());
    shown.put("phone", plan.contact().phone());
    return shown;
  }

  private Map<String, Object> shown(Publication post, Words words) {
    var day = LocalDate.ofInstant(post.at(), plan.zone());
    return Map.of(
        "id", post.noticeId().toString(),
        "address", publications.address(post.slug()).toString(),
        "slug", post.slug(),
        "postLanguage", post.language(),
        "heading", post.post().subject(),
        "body", Markdown.html(post.post().body()),
        "at", post.at().toString(),
        "day", day.toString(),
        "published", words.get("site.published", words.date(day)));
  }

  private Instant lastChange() {
    return publications.all().stream()
        .map(Publication::at)
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private ResponseEntity<String> cacheable(MediaType type, String content, Instant changed) {
    return page.guarded(ResponseEntity.ok())
        .contentType(type)
        .cacheControl(FIVE_MINUTES)
        .eTag('"' + Sha256.of(content) + '"')
        .lastModified(changed)
        .body(content);
  }
}
