package breachresponse.workflow;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Posts.Posting;
import breachresponse.notice.Statements;
import breachresponse.support.Breach;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Corrections of what is published. X and WordPress have credentials here. */
class UpdatePostTest extends TellingCustomers {

  private static final WireMockServer CHANNELS = new WireMockServer(options().dynamicPort());

  @Autowired private Statements statements;

  private UUID notice;

  @DynamicPropertySource
  static void credentials(DynamicPropertyRegistry properties) {
    CHANNELS.start();
    // the REST of the other applications in this JVM asks the engine called default
    properties.add("camunda.bpm.process-engine-name", () -> "channels");
    properties.add("breach.channels.x.url", CHANNELS::baseUrl);
    for (var secret : List.of("consumer-key", "consumer-secret", "token", "token-secret")) {
      properties.add("breach.channels.x." + secret, () -> "abc");
    }
    properties.add("breach.channels.wordpress.url", CHANNELS::baseUrl);
    properties.add("breach.channels.wordpress.user", () -> "shop");
    properties.add("breach.channels.wordpress.password", () -> "abc");
  }

  @BeforeEach
  void a_notice_is_published() {
    CHANNELS.resetAll();
    CHANNELS.stubFor(post("/2/tweets").willReturn(okJson("{\"data\": {\"id\": \"8\"}}")));
    aCase(4);
    var submitted =
        notices.submit(
            caseNumber,
            new Draft(
                Map.of("en", new Text("Notice of data breach", "Dear {{name}}, it happened.")),
                new Text("Notice of data breach", "It happened."),
                "A data breach happened."),
            "pia");
    notice = submitted.id();
    sign(submitted.documentId());
    notices.publish(notice, "test");
  }

  @Test
  void a_new_version_is_signed_and_then_public_and_told_with_the_link() {
    start();
    var task = staff.task(caseNumber.value(), "writeNewVersion");
    assertThat(staff.groups(task)).containsExactly("pr");
    assertThat(staff.form(task))
        .containsEntry("publication", notice.toString())
        .containsEntry("postTitle", "Notice of data breach")
        .containsEntry("postBody", "It happened.")
        .containsEntry("objections", "");
    var page = notices.get(notice).postedAt().orElseThrow();
    assertThat(staff.form(task).get("publicationChoices").toString()).contains(page.getPath());

    staff.does("pia", task, version("It happened on Monday."));
    assertThat(staff.tasks(caseNumber.value())).containsExactly("sign", "sign", "sign");
    assertThat(published()).isEqualTo("It happened.");
    assertThat(CHANNELS.getAllServeEvents()).isEmpty();
    everybodySigns();

    assertThat(published()).isEqualTo("It happened on Monday.");
    assertThat(statements.published(caseNumber).get(0).address()).isEqualTo(page);
    assertThat(CHANNELS.findAll(postRequestedFor(urlPathEqualTo("/2/tweets"))))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.getBodyAsString())
                    .contains("We know the day.", page.toString()));
    assertThat(posts.postings(statements.of(caseNumber).get(0).id()))
        .containsExactly(new Posting("x", "https://x.com/i/web/status/8"));
    // Facebook has no credentials
    assertThat(staff.tasks(caseNumber.value())).containsExactly("postOnChannel");
    staff.does(
        "pia",
        caseNumber.value(),
        "postOnChannel",
        Map.of("outcome", "posted", "link", "https://facebook.example/2"));
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_refused_version_goes_back_with_the_comment_and_nothing_is_published() {
    start();
    staff.does("pia", caseNumber.value(), "writeNewVersion", version("It happened on Monday."));

    staff.does(
        "lena", signTask("legal"), Map.of("decision", "refuse", "comment", "It was on Sunday."));

    var task = staff.task(caseNumber.value(), "writeNewVersion");
    assertThat(staff.form(task).get("objections").toString()).contains("It was on Sunday.");
    assertThat(staff.form(task))
        .containsEntry("postBody", "It happened on Monday.")
        .containsEntry("whatChanged", "The day is known.");
    assertThat(published()).isEqualTo("It happened.");
    staff.does("pia", task, Map.of("dropped", true));
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_post_on_wordpress_is_updated_and_not_posted_again() {
    var slug = notices.get(notice).postedAt().orElseThrow().getPath().replace("/notices/", "");
    CHANNELS.stubFor(
        get("/wp-json/wp/v2/posts?slug=%s&status=publish".formatted(slug))
            .willReturn(okJson("[{\"id\": 42}]")));
    CHANNELS.stubFor(
        post("/wp-json/wp/v2/posts/42")
            .willReturn(
                okJson("{\"id\": 42, \"link\": \"https://blog.example/%s/\"}".formatted(slug))));
    start();
    staff.does("pia", caseNumber.value(), "writeNewVersion", version("It happened on Monday."));
    everybodySigns();
    var update = statements.of(caseNumber).get(0).id();

    processes.startProcessInstanceByKey(
        "post-on-channel",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value())
            .putValue("postId", update.toString())
            .putValue("channelId", "wordpress"));
    staff.runDueJobs();

    assertThat(CHANNELS.findAll(postRequestedFor(urlPathEqualTo("/wp-json/wp/v2/posts/42"))))
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.getBodyAsString()).contains("<p>It happened on Monday.</p>"));
    assertThat(posts.postings(update))
        .contains(new Posting("wordpress", "https://blog.example/%s/".formatted(slug)));
  }

  @Test
  void where_nothing_is_published_nothing_is_updated() {
    caseNumber = incidents.open("Another", "", "ian");

    assertThatThrownBy(this::start).hasMessageContaining("caseNumber: nothing of case");
  }

  @Test
  void what_is_published_in_another_case_is_not_updated_from_here() {
    start();
    var other = Breach.with(version("It happened."), "publication", UUID.randomUUID().toString());

    assertThatThrownBy(() -> staff.does("pia", caseNumber.value(), "writeNewVersion", other))
        .hasMessageContaining("publication");
  }

  @Test
  void only_pr_starts_an_update() {
    assertThatThrownBy(
            () -> staff.starts("ian", "update-post", Map.of("caseNumber", caseNumber.value())))
        .hasMessageContaining("update-post");
  }

  private void start() {
    staff.starts("pia", "update-post", Map.of("caseNumber", caseNumber.value()));
  }

  private Map<String, Object> version(String body) {
    return Map.of(
        "publication", notice.toString(),
        "postTitle", "Notice of data breach",
        "postBody", body,
        "whatChanged", "The day is known.",
        "social", "We know the day.");
  }

  private void everybodySigns() {
    Map.of("legal", "lena", "cio", "chris", "ceo", "carla")
        .forEach((role, person) -> staff.does(person, signTask(role), Map.of("decision", "sign")));
  }

  private Task signTask(String role) {
    return staff.tasks(caseNumber.value(), "sign").stream()
        .filter(task -> staff.groups(task).contains(role))
        .findFirst()
        .orElseThrow();
  }

  private String published() {
    return statements.published(caseNumber).get(0).post().body();
  }

  private void sign(UUID document) {
    for (var role : signOffs.determineSignatories(document)) {
      signOffs.answer(document, role, role + "-person", true, null);
    }
  }
}
