package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.notice.Draft.Text;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Element;

@ApplicationTest
class NoticePagesTest {

  private static final String ATOM = "http://www.w3.org/2005/Atom";

  @Autowired private Notices notices;
  @Autowired private Statements statements;
  @Autowired private Posts posts;
  @Autowired private SignOffs signOffs;
  @Autowired private Incidents incidents;
  @Autowired private Time time;
  @LocalServerPort private int port;

  private final HttpClient browser = HttpClient.newHttpClient();
  private final Map<String, CaseNumber> cases = new HashMap<>();

  @BeforeEach
  void at_three_on_a_tuesday() {
    time.is("2026-03-03T15:00:00Z");
  }

  @Test
  void a_published_post_can_be_read_by_everybody() throws Exception {
    var page = get(published("Data & <Breach>", "We are *sorry*."));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.body())
        .contains(
            "<html lang=\"en\">",
            "<title>Data &amp; &lt;Breach&gt; – Example Books</title>",
            "<h1>Data &amp; &lt;Breach&gt;</h1>")
        .contains(
            "<main>",
            "<header>",
            "<footer>",
            "Published on March 3, 2026",
            "We are <em>sorry</em>.")
        .doesNotContain("Server of Acme");
  }

  @Test
  void a_page_runs_and_loads_nothing_but_its_own_style() throws Exception {
    for (var path :
        new String[] {
          "/notices/",
          published("Notice", "Sorry."),
          "/notices/no-such-notice",
          "/notices/feed.atom"
        }) {
      var response = get(path);

      assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(response, "Content-Security-Policy"))
          .startsWith("default-src 'none'; style-src 'sha256-")
          .contains("base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
          .doesNotContain("unsafe");
    }
    var page = get("/notices/");
    var style =
        page.body().substring(page.body().indexOf("<style>") + 7, page.body().indexOf("</style>"));
    assertThat(header(page, "Content-Security-Policy"))
        .contains("'sha256-" + base64Sha256(style) + "'");
    assertThat(page.body()).doesNotContain("style=", "<script", "<img");
    assertThat(page.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void a_page_that_has_not_changed_is_not_sent_again() throws Exception {
    for (var path :
        new String[] {published("Notice", "Sorry."), "/notices/", "/notices/feed.atom"}) {
      var first = get(path);
      assertThat(header(first, "Cache-Control")).isEqualTo("max-age=300, public");

      assertThat(get(path, "If-None-Match", header(first, "ETag")).statusCode()).isEqualTo(304);
      assertThat(get(path, "If-Modified-Since", header(first, "Last-Modified")).statusCode())
          .isEqualTo(304);
      assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void the_list_shows_each_post_the_newest_first() throws Exception {
    time.is("2026-03-03T15:00:01Z");
    var earlier = published("Earlier", "Sorry.");
    time.is("2026-03-03T15:00:02Z");
    var later = published("Later", "Sorry.");

    assertThat(get("/notices/").body())
        .containsSubsequence("href=\"" + later + "\"", "href=\"" + earlier + "\"");
    assertThat(header(get("/notices"), "Location")).endsWith("/notices/");
  }

  @Test
  void an_unknown_address_says_so_and_is_not_cached() throws Exception {
    var page = get("/notices/no-such-notice");

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is no notice at this address.");
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void what_is_not_published_is_not_there() throws Exception {
    var caseNumber = incidents.open("Server of Acme Ltd hacked", "", "ida");
    notices.submit(caseNumber, draft("Not yet public", "Sorry."), "paul");

    assertThat(get("/notices/").body()).doesNotContain("Not yet public");
    assertThat(get("/notices/feed.atom").body()).doesNotContain("Not yet public");
    assertThat(get("/notices/2026-03-03-not-yet-public").statusCode()).isEqualTo(404);
  }

  @Test
  void posts_with_the_same_title_have_addresses_of_their_own() throws Exception {
    var first = published("¡Aviso: brecha de datos!", "Lo siento.");
    var second = published("¡Aviso: brecha de datos!", "Lo siento mucho.");

    assertThat(first).isEqualTo("/notices/2026-03-03-aviso-brecha-de-datos");
    assertThat(second).isEqualTo(first + "-2");
    assertThat(get(second).body()).contains("mucho");
  }

  @Test
  void the_feed_is_atom() throws Exception {
    time.is("2026-03-03T16:00:00Z");
    var path = published("Data & <Breach>", "We are *sorry* & will write again.");

    var response = get("/notices/feed.atom");
    assertThat(header(response, "Content-Type")).isEqualTo("application/atom+xml;charset=UTF-8");
    var feed = parsed(response.body());

    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    for (var needed : new String[] {"id", "title", "updated"}) {
      assertThat(text(feed, needed)).isNotBlank();
    }
    var ours = entry(feed, path);
    assertThat(text(ours, "id")).startsWith("urn:uuid:");
    assertThat(text(ours, "title")).isEqualTo("Data & <Breach>");
    assertThat(text(ours, "content"))
        .isEqualTo("<p>We are <em>sorry</em> &amp; will write again.</p>");
    assertThat(text(ours, "updated")).isEqualTo("2026-03-03T16:00:00Z");
    assertThat(Instant.parse(text(feed, "updated")))
        .isAfterOrEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
  }

  @Test
  void a_new_version_says_when_and_what_has_changed_and_the_old_ones_stay_readable()
      throws Exception {
    var path = published("Notice", "It was *Tuesday*.");
    time.is("2026-03-04T15:00:00Z");
    updated(path, "It was *Monday*.", "The day was wrong & is right now.");

    var page = get(path).body();
    assertThat(page)
        .contains("Updated on March 4, 2026", "It was <em>Monday</em>.")
        .contains("<strong>The day was wrong &amp; is right now.</strong>")
        .doesNotContain("Tuesday", "out of date");
    assertThat(page)
        .containsSubsequence(
            "<h2>Versions</h2>",
            "<a href=\"" + path + "/2\">",
            "March 4, 2026</time></a>: The day was wrong &amp; is right now.",
            "<a href=\"" + path + "/1\">",
            "March 3, 2026</time></a>: first version");

    var earlier = get(path + "/1");
    assertThat(earlier.statusCode()).isEqualTo(200);
    assertThat(earlier.body())
        .contains("It was <em>Tuesday</em>.", "Published on March 3, 2026")
        .contains("<a href=\"" + path + "\">This version is out of date. Read the newest one.</a>")
        .doesNotContain("Monday");
    assertThat(get(path + "/2").body()).contains("Monday").doesNotContain("out of date");
    assertThat(get(path + "/3").statusCode()).isEqualTo(404);
    assertThat(get("/notices/no-such-notice/1").statusCode()).isEqualTo(404);
  }

  @Test
  void a_page_of_one_version_speaks_of_none() throws Exception {
    assertThat(get(published("Notice", "Sorry.")).body()).doesNotContain("Versions", "/1\"");
  }

  @Test
  void the_feed_has_the_newest_version_under_the_same_id() throws Exception {
    time.is("2026-03-03T16:00:00Z");
    var path = published("Notice", "It was Tuesday.");
    var id = text(entry(parsed(get("/notices/feed.atom").body()), path), "id");
    time.is("2026-03-05T16:00:00Z");
    updated(path, "It was Monday.", "The day was wrong.");

    var feed = parsed(get("/notices/feed.atom").body());

    var entry = entry(feed, path);
    assertThat(text(entry, "id")).isEqualTo(id);
    assertThat(text(entry, "published")).isEqualTo("2026-03-03T16:00:00Z");
    assertThat(text(entry, "updated")).isEqualTo("2026-03-05T16:00:00Z");
    assertThat(text(entry, "summary")).isEqualTo("The day was wrong.");
    assertThat(text(entry, "content")).isEqualTo("<p>It was Monday.</p>");
    assertThat(Instant.parse(text(feed, "updated")))
        .isAfterOrEqualTo(Instant.parse("2026-03-05T16:00:00Z"));
  }

  @Test
  void an_update_reaches_readers_whose_browser_has_the_page() throws Exception {
    var path = published("Notice", "It was Tuesday.");
    var first = get(path);
    time.is("2026-03-04T15:00:00Z");
    updated(path, "It was Monday.", "The day was wrong.");

    assertThat(get(path, "If-None-Match", header(first, "ETag")).statusCode()).isEqualTo(200);
    assertThat(get(path, "If-Modified-Since", header(first, "Last-Modified")).statusCode())
        .isEqualTo(200);
  }

  private void updated(String path, String body, String whatChanged) {
    var caseNumber = cases.get(path);
    var update =
        statements.update(
            caseNumber,
            statements.published(caseNumber).get(0).id(),
            new Text("Notice", body),
            "There is more.",
            whatChanged,
            "paul");
    sign(update.documentId());
    posts.publish(update.id(), "pia");
  }

  private void sign(UUID document) {
    signOffs
        .determineSignatories(document)
        .forEach(role -> signOffs.answer(document, role, role + "-person", true, null));
  }

  private static Element entry(Element feed, String path) {
    var entries = feed.getElementsByTagNameNS(ATOM, "entry");
    return IntStream.range(0, entries.getLength())
        .mapToObj(i -> (Element) entries.item(i))
        .filter(entry -> link(entry).startsWith("http://") && link(entry).endsWith(path))
        .findFirst()
        .orElseThrow();
  }

  private static String link(Element entry) {
    return ((Element) entry.getElementsByTagNameNS(ATOM, "link").item(0)).getAttribute("href");
  }

  private String published(String title, String body) {
    var caseNumber = incidents.open("Server of Acme Ltd hacked", "", "ida");
    var notice = notices.submit(caseNumber, draft(title, body), "paul");
    sign(notice.documentId());
    var path = notices.publish(notice.id(), "pia").getPath();
    cases.put(path, caseNumber);
    return path;
  }

  private static Draft draft(String title, String body) {
    return new Draft(
        NoticesTest.DRAFT.mails().get(0).texts(), new Text(title, body), "We are sorry.");
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return browser.send(request.build(), BodyHandlers.ofString());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String text(Element parent, String child) {
    return parent.getElementsByTagNameNS(ATOM, child).item(0).getTextContent();
  }

  private static Element parsed(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static String base64Sha256(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
