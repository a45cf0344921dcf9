package breachresponse.notice;

import breachresponse.evidence.Sha256;
import breachresponse.notice.Publications.Publication;
import breachresponse.notice.Publications.Version;
import breachresponse.plan.ResponsePlan;
import com.samskivert.mustache.Template;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
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

  @GetMapping("/notices/{slug}/{version:\\d{1,4}}")
  ResponseEntity<String> earlier(@PathVariable String slug, @PathVariable int version) {
    return publications
        .find(slug)
        .flatMap(
            post ->
                post.versions().stream()
                    .filter(each -> each.number() == version)
                    .findFirst()
                    .map(each -> post(post, each)))
        .orElseGet(this::missing);
  }

  private ResponseEntity<String> post(Publication post) {
    return post(post, post.latest());
  }

  private ResponseEntity<String> post(Publication post, Version version) {
    var words = Words.in(version.language());
    var shown = frame(words, version.post().subject());
    shown.put("post", shown(post, version, words));
    shown.put("history", history(post, words));
    shown.put(
        "outdated",
        version.equals(post.latest())
            ? null
            : Map.of("slug", post.slug(), "words", words.get("site.outdated")));
    return cacheable(HTML, page.with(shown), post.latest().at());
  }

  /** All versions and what each changed, the newest first; none of a post that has one. */
  private Object history(Publication post, Words words) {
    var all =
        post.versions().stream()
            .sorted(Comparator.comparingInt(Version::number).reversed())
            .map(
                version ->
                    Map.of(
                        "address",
                        "/notices/%s/%d".formatted(post.slug(), version.number()),
                        "at",
                        version.at().toString(),
                        "day",
                        words.date(day(version)),
                        "changed",
                        version.whatChanged().orElseGet(() -> words.get("site.first"))))
            .toList();
    return all.size() > 1 ? Map.of("title", words.get("site.versions"), "all", all) : null;
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
    return shown(post, post.latest(), words);
  }

  private Map<String, Object> shown(Publication post, Version version, Words words) {
    var shown = new HashMap<String, Object>();
    shown.put("id", post.id().toString());
    shown.put("address", publications.address(post.slug()).toString());
    shown.put("slug", post.slug());
    shown.put("postLanguage", version.language());
    shown.put("heading", version.post().subject());
    shown.put("body", Markdown.html(version.post().body()));
    shown.put("at", version.at().toString());
    shown.put("first", post.first().at().toString());
    shown.put("changed", version.whatChanged().orElse(null));
    shown.put(
        "published",
        words.get(
            version.number() == 1 ? "site.published" : "site.updated", words.date(day(version))));
    return shown;
  }

  private LocalDate day(Version version) {
    return LocalDate.ofInstant(version.at(), plan.zone());
  }

  private Instant lastChange() {
    return publications.all().stream()
        .map(post -> post.latest().at())
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
