package breachresponse.workflow;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.notice.Posts.Posting;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Posting on channels: here the mastodon of a test, and X, have credentials; Facebook has none. */
class PostOnChannelTest extends TellingCustomers {

  private static final WireMockServer CHANNELS = new WireMockServer(options().dynamicPort());
  private static final String STATUSES = "/api/v1/statuses";
  private static final String TWEETS = "/2/tweets";

  @Autowired private JdbcClient db;
  @Autowired private ManagementService jobs;

  private UUID notice;

  @DynamicPropertySource
  static void credentials(DynamicPropertyRegistry properties) {
    CHANNELS.start();
    // the REST of the other applications in this JVM asks the engine called default
    properties.add("camunda.bpm.process-engine-name", () -> "channels");
    properties.add("breach.channels.mastodon.url", CHANNELS::baseUrl);
    properties.add("breach.channels.mastodon.token", () -> "abc");
    properties.add("breach.channels.x.url", CHANNELS::baseUrl);
    for (var secret : List.of("consumer-key", "consumer-secret", "token", "token-secret")) {
      properties.add("breach.channels.x." + secret, () -> "abc");
    }
  }

  @BeforeEach
  void the_channels_take_everything() {
    CHANNELS.resetAll();
    CHANNELS.stubFor(
        post(STATUSES)
            .willReturn(okJson("{\"id\": \"7\", \"url\": \"https://social.example/7\"}")));
    CHANNELS.stubFor(
        post(TWEETS).willReturn(okJson("{\"data\": {\"id\": \"8\"}}").withStatus(201)));
    aCase(4);
  }

  @Test
  void with_credentials_the_system_posts_by_itself_and_records_the_link() {
    posted("mastodon");

    assertThat(staff.tasks(caseNumber.value())).isEmpty();
    assertThat(posts.postings(notice))
        .containsExactly(new Posting("mastodon", "https://social.example/7"));
    assertThat(bodies(STATUSES)).singleElement().asString().contains("A data breach happened.");
    assertThat(isOver()).isTrue();
  }

  @Test
  void without_credentials_people_post_and_give_the_link() {
    posted("facebook");

    var task = staff.task(caseNumber.value(), "postOnChannel");
    assertThat(staff.groups(task)).containsExactly("pr");
    assertThat(staff.form(task))
        .containsEntry("channel", "Facebook")
        .containsEntry("preparedText", "A data breach happened.")
        .containsEntry("why", "The system has no credentials for this channel.");
    assertThatThrownBy(() -> staff.does("pia", task, Map.of("outcome", "again")))
        .hasMessageContaining("outcome: there are no credentials for Facebook");
    assertThatThrownBy(
            () -> staff.does("pia", task, Map.of("outcome", "posted", "link", "on our page")))
        .hasMessageContaining(
            "link: please write it like https://x.com/example/status/1, not 'on our page'");
    staff.does("pia", task, Map.of("outcome", "posted", "link", "https://facebook.example/1"));

    assertThat(posts.postings(notice))
        .containsExactly(new Posting("facebook", "https://facebook.example/1"));
    assertThat(isOver()).isTrue();
  }

  @Test
  void what_is_not_posted_has_a_reason_on_record() {
    posted("facebook");

    staff.does(
        "pia",
        caseNumber.value(),
        "postOnChannel",
        Map.of("outcome", "not-posted", "reason", "We have no page there."));

    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("not posted"))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.detail()).contains("Facebook: We have no page there."));
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_long_text_is_posted_as_a_thread() {
    the_first_part_is_taken();

    thread_is_posted();

    assertThat(bodies(TWEETS)).hasSize(2);
    assertThat(bodies(TWEETS))
        .anySatisfy(body -> assertThat(body).contains("(1/2)").doesNotContain("in_reply_to"))
        .anySatisfy(body -> assertThat(body).contains("(2/2)", "\"in_reply_to_tweet_id\":\"1\""));
    assertThat(posts.postings(notice))
        .containsExactly(new Posting("x", "https://x.com/i/web/status/1"));
  }

  @Test
  void what_may_be_there_already_is_tried_again_in_the_same_words_whatever_they_have_become() {
    CHANNELS.stubFor(post(STATUSES).willReturn(aResponse().withStatus(503)));
    posted("mastodon");

    notices.publish(notice, "test");
    the_channel_answers_again();
    time.passes(Duration.ofMinutes(1));
    staff.runDueJobs(caseNumber.value());

    assertThat(bodies(STATUSES)).hasSize(2);
    assertThat(Set.copyOf(bodies(STATUSES))).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_thread_of_which_a_part_is_missing_is_for_people_if_a_hold_keeps_it_from_going_on() {
    the_first_part_is_taken();
    then_it_is_busy("busy");
    thread_is_posted();
    // as if the system had stopped before it began the second part
    db.sql("delete from channel_post where post_id = :post and part = 2")
        .param("post", notice)
        .update();
    incidents.record(caseNumber, facts(hold(null), "DE"), "leo");

    time.passes(Duration.ofMinutes(1));
    staff.runDueJobs(caseNumber.value());

    assertThat(staff.tasks(caseNumber.value())).contains("postOnChannel");
  }

  @Test
  void a_thread_that_breaks_off_goes_on_where_it_broke_off() {
    the_first_part_is_taken();
    then_it_is_busy("free");
    thread_is_posted();
    assertThat(bodies(TWEETS)).hasSize(2);

    time.passes(Duration.ofMinutes(1));
    staff.runDueJobs(caseNumber.value());

    assertThat(bodies(TWEETS)).filteredOn(body -> body.contains("(1/2)")).hasSize(1);
    assertThat(bodies(TWEETS)).filteredOn(body -> body.contains("(2/2)")).hasSize(2);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_channel_that_is_busy_is_asked_again_when_it_says() {
    CHANNELS.stubFor(
        post(TWEETS).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "600")));
    posted("x");
    CHANNELS.stubFor(post(TWEETS).willReturn(okJson("{\"data\": {\"id\": \"8\"}}")));

    time.passes(Duration.ofSeconds(599));
    staff.runDueJobs(caseNumber.value());
    assertThat(bodies(TWEETS)).hasSize(1);
    time.passes(Duration.ofSeconds(1));
    staff.runDueJobs(caseNumber.value());

    assertThat(bodies(TWEETS)).hasSize(2);
    assertThat(posts.postings(notice)).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_channel_that_stays_busy_is_left_to_people() {
    CHANNELS.stubFor(post(TWEETS).willReturn(aResponse().withStatus(429)));
    posted("x");
    for (var minutes : new int[] {1, 5, 15, 30}) {
      assertThat(staff.tasks(caseNumber.value())).isEmpty();
      time.passes(Duration.ofMinutes(minutes));
      staff.runDueJobs(caseNumber.value());
    }

    assertThat(bodies(TWEETS)).hasSize(5);
    assertThat(why()).contains("it answered 429");
  }

  @Test
  void a_channel_that_wants_to_be_left_alone_for_longer_than_the_news_may_wait_is_left_to_people() {
    CHANNELS.stubFor(
        post(TWEETS).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "86400")));

    posted("x");

    assertThat(why()).contains("429");
  }

  @Test
  void a_post_that_is_refused_is_for_people_who_have_the_system_try_again() {
    CHANNELS.stubFor(
        post(STATUSES).willReturn(aResponse().withStatus(401).withBody("token <b>expired</b>")));
    posted("mastodon");
    assertThat(why()).contains("it answered 401 token \\<b\\>expired");
    assertThat(acts()).contains("not posted yet");
    the_channel_answers_again();

    staff.does("pia", caseNumber.value(), "postOnChannel", Map.of("outcome", "again"));

    assertThat(posts.postings(notice)).hasSize(1);
    assertThat(acts()).contains("posting tried again");
    assertThat(isOver()).isTrue();
  }

  @Test
  void where_a_channel_knows_what_it_has_a_lost_answer_is_asked_for_again() {
    CHANNELS.stubFor(post(STATUSES).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    posted("mastodon");
    the_channel_answers_again();

    time.passes(Duration.ofMinutes(1));
    staff.runDueJobs(caseNumber.value());

    assertThat(keys()).hasSize(2).containsOnly(keys().get(0));
    assertThat(posts.postings(notice)).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void where_a_channel_does_not_know_a_person_looks_before_anything_is_posted_twice() {
    CHANNELS.stubFor(post(TWEETS).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    posted("x");

    time.passes(Duration.ofDays(1));
    staff.runDueJobs(caseNumber.value());

    assertThat(bodies(TWEETS)).hasSize(1);
    assertThat(why()).contains("it may be there", "Look at the channel first");
    staff.does(
        "pia",
        caseNumber.value(),
        "postOnChannel",
        Map.of("outcome", "posted", "link", "https://x.com/i/web/status/8"));
    assertThat(posts.postings(notice)).hasSize(1);
  }

  @Test
  void after_a_sudden_death_a_channel_that_does_not_know_is_not_asked_again() {
    before_the_answer_came("x");

    tell("x");

    assertThat(bodies(TWEETS)).isEmpty();
    assertThat(why()).contains("it may be there");
  }

  @Test
  void after_a_sudden_death_a_channel_that_knows_is_asked_again() {
    before_the_answer_came("mastodon");

    tell("mastodon");

    assertThat(bodies(STATUSES)).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_key_that_the_channel_has_forgotten_by_now_is_not_relied_upon() {
    CHANNELS.stubFor(post(STATUSES).willReturn(aResponse().withStatus(502)));
    posted("mastodon");
    the_channel_answers_again();

    time.passes(Duration.ofHours(3));
    staff.runDueJobs(caseNumber.value());

    assertThat(bodies(STATUSES)).hasSize(1);
    assertThat(why()).contains("it may be there");
  }

  @Test
  void a_job_that_is_done_twice_posts_once() {
    posted("mastodon");

    tell("mastodon");

    assertThat(bodies(STATUSES)).hasSize(1);
    assertThat(posts.postings(notice)).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void under_a_hold_nothing_is_posted_until_it_has_ended() {
    found(hold(null));
    posted("mastodon");

    assertThat(CHANNELS.getAllServeEvents()).isEmpty();
    assertThat(why()).contains("Law enforcement has asked not to tell the public yet.");
    var task = staff.task(caseNumber.value(), "postOnChannel");
    assertThatThrownBy(() -> staff.does("pia", task, Map.of("outcome", "again")))
        .hasMessageContaining("hold:");
    found(null);
    found("leo", null);

    staff.does("pia", task, Map.of("outcome", "again"));

    assertThat(bodies(STATUSES)).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void what_waits_to_be_tried_again_waits_for_the_end_of_a_hold_that_comes_meanwhile() {
    the_channel_is_busy();
    posted("mastodon");

    found(hold("2026-03-03T15:30:00Z"));
    assertThat(triesAgainAt()).isEqualTo("2026-03-03T15:30:00Z");
    found(hold("2026-03-03T15:45:00Z"));
    time.is("2026-03-03T15:44:59Z");
    staff.runDueJobs(caseNumber.value());
    assertThat(bodies(STATUSES)).hasSize(1);
    assertThat(triesAgainAt()).isEqualTo("2026-03-03T15:45:00Z");
    assertThat(staff.tasks(caseNumber.value())).isEmpty();

    the_channel_answers_again();
    time.is("2026-03-03T15:45:00Z");
    staff.runDueJobs(caseNumber.value());

    assertThat(posts.postings(notice)).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_hold_that_is_found_when_it_is_tried_again_is_waited_for_without_asking_again_and_again() {
    the_channel_is_busy();
    posted("mastodon");
    incidents.record(caseNumber, facts(hold("2026-03-03T16:00:00Z"), "DE"), "leo");

    time.passes(Duration.ofMinutes(1));
    for (var job = 0; job < 3; job++) {
      jobsOfThePost().executable().list().forEach(due -> jobs.executeJob(due.getId()));
    }

    assertThat(jobsOfThePost().executable().list()).isEmpty();
    assertThat(bodies(STATUSES)).hasSize(1);
    assertThat(triesAgainAt()).isEqualTo("2026-03-03T16:00:00Z");
  }

  @Test
  void a_post_that_waits_for_a_hold_without_an_end_goes_on_when_two_people_have_lifted_it() {
    the_channel_is_busy();
    posted("mastodon");
    found(hold(null));
    the_channel_answers_again();
    time.passes(Duration.ofMinutes(10));
    staff.runDueJobs(caseNumber.value());
    assertThat(bodies(STATUSES)).hasSize(1);

    found("lena", null);
    assertThat(bodies(STATUSES)).hasSize(1);
    found("leo", null);

    assertThat(bodies(STATUSES)).hasSize(2);
    assertThat(isOver()).isTrue();
  }

  @Test
  void in_an_exercise_nothing_leaves() {
    exercise();
    for (var channel : List.of("mastodon", "x", "blog")) {
      posted(channel);
      var task = staff.task(caseNumber.value(), "postOnChannel");
      assertThat(why()).contains("exercise");
      assertThatThrownBy(
              () ->
                  staff.does(
                      "pia", task, Map.of("outcome", "posted", "link", "https://x.example/1")))
          .hasMessageContaining("outcome: this is an exercise");
      staff.does("pia", task, Map.of("outcome", "again"));
      staff.does(
          "pia",
          caseNumber.value(),
          "postOnChannel",
          Map.of("outcome", "not-posted", "reason", "Exercise."));
    }

    assertThat(CHANNELS.getAllServeEvents()).isEmpty();
    assertThat(notices.get(notice).postedAt()).isEmpty();
    assertThat(isOver()).isTrue();
  }

  @Test
  void nothing_unsigned_is_posted() {
    notice = notices.submit(caseNumber, draft("A data breach happened."), "pia").id();

    assertThatThrownBy(() -> tell("mastodon")).hasMessageContaining("not signed");

    assertThat(CHANNELS.getAllServeEvents()).isEmpty();
  }

  @Test
  void the_press_is_told_by_people_with_the_whole_text() {
    posted("press");

    var task = staff.task(caseNumber.value(), "informTheAudience");
    assertThat(staff.groups(task)).containsExactly("pr");
    assertThat(staff.form(task))
        .containsEntry("audience", "press")
        .containsEntry("duties", "")
        .containsEntry("text", "# Notice of data breach\n\nIt happened.");
    staff.does("pia", task, Map.of("how", "Press release to the agencies."));

    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("audience informed"))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.detail()).contains("Press: Press release to the agencies."));
    assertThat(isOver()).isTrue();
  }

  @Test
  void the_press_gets_the_words_written_for_it() {
    var written = draft("A data breach happened.");
    notice =
        signed(
            new Draft(
                written.mails(),
                written.post(),
                written.social(),
                new Text("Press release", "It happened on *Monday*."),
                ""));
    tell("press");

    assertThat(staff.form(staff.task(caseNumber.value(), "informTheAudience")))
        .containsEntry("text", "# Press release\n\nIt happened on *Monday*.");
  }

  @Test
  void that_the_authorities_are_told_is_for_privacy_to_say() {
    posted("authorities");

    var task = staff.task(caseNumber.value(), "informTheAudience");
    assertThat(staff.groups(task)).containsExactly("privacy");
    assertThat(staff.form(task).get("duties").toString()).contains("GDPR Art 33");
    staff.does("petra", task, Map.of("how", "All have been filed."));

    assertThat(isOver()).isTrue();
  }

  @Test
  void what_has_a_lower_order_goes_first() {
    aCase(5);
    notice = signedNotice("A data breach happened.");
    found(hold(null));
    processes.startProcessInstanceByKey(
        "tell-the-public",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value()).putValue("postId", notice.toString()));
    staff.runDueJobs(caseNumber.value());

    assertThat(staff.tasks(caseNumber.value())).containsExactly("postOnChannel");
    assertThat(staff.form(staff.task(caseNumber.value(), "postOnChannel")))
        .containsEntry("channel", "Blog");
    found(null);
    found("leo", null);
    staff.does("pia", caseNumber.value(), "postOnChannel", Map.of("outcome", "again"));

    var page = notices.get(notice).postedAt().orElseThrow();
    assertThat(bodies(TWEETS)).singleElement().asString().contains(page.toString());
    assertThat(staff.tasks(caseNumber.value())).containsExactly("postOnChannel");
    staff.does(
        "pia",
        caseNumber.value(),
        "postOnChannel",
        Map.of("outcome", "posted", "link", "https://facebook.example/1"));

    assertThat(staff.tasks(caseNumber.value())).containsExactly("informTheAudience");
    staff.does("pia", caseNumber.value(), "informTheAudience", Map.of("how", "Press release."));
    assertThat(isOver()).isTrue();
  }

  private void posted(String channel) {
    notice = signedNotice("A data breach happened.");
    tell(channel);
  }

  /** The text alone would fit; with the address of the page it does not. */
  private void thread_is_posted() {
    notice = signedNotice("Word. ".repeat(46));
    notices.publish(notice, "test");
    tell("x");
  }

  private void tell(String channel) {
    processes.startProcessInstanceByKey(
        "post-on-channel",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value())
            .putValue("postId", notice.toString())
            .putValue("channelId", channel));
    staff.runDueJobs(caseNumber.value());
  }

  private UUID signedNotice(String social) {
    return signed(draft(social));
  }

  private UUID signed(Draft draft) {
    var submitted = notices.submit(caseNumber, draft, "pia");
    for (var role : signOffs.determineSignatories(submitted.documentId())) {
      signOffs.answer(submitted.documentId(), role, role + "-person", true, null);
    }
    return submitted.id();
  }

  private static Draft draft(String social) {
    return new Draft(
        Map.of("en", new Text("Notice of data breach", "Dear {{name}}, it happened.")),
        new Text("Notice of data breach", "It happened."),
        social);
  }

  /** As the process that was killed then has left it. */
  private void before_the_answer_came(String channel) {
    notice = signedNotice("A data breach happened.");
    db.sql(
            """
            insert into channel_post (post_id, channel, part, status, attempts, first_tried_at)
            values (:post, :channel, 1, 'TRYING', 1, timestamp with time zone '2026-03-03 14:59:00+00')
            """)
        .param("post", notice)
        .param("channel", channel)
        .update();
  }

  private void exercise() {
    db.sql("update incident set exercise = true where case_number = :case")
        .param("case", caseNumber.value())
        .update();
  }

  private static void the_first_part_is_taken() {
    CHANNELS.stubFor(
        post(TWEETS)
            .inScenario("thread")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(okJson("{\"data\": {\"id\": \"1\"}}"))
            .willSetStateTo("busy"));
  }

  /** Once, or for as long as it is asked. */
  private static void then_it_is_busy(String next) {
    CHANNELS.stubFor(
        post(TWEETS)
            .inScenario("thread")
            .whenScenarioStateIs("busy")
            .willReturn(aResponse().withStatus(429))
            .willSetStateTo(next));
  }

  private static void the_channel_is_busy() {
    CHANNELS.stubFor(post(STATUSES).willReturn(aResponse().withStatus(429)));
  }

  private Instant triesAgainAt() {
    return jobsOfThePost()
        .activityId("timeToTryAgain")
        .timers()
        .singleResult()
        .getDuedate()
        .toInstant();
  }

  private JobQuery jobsOfThePost() {
    var post =
        processes
            .createProcessInstanceQuery()
            .processDefinitionKey("post-on-channel")
            .processInstanceBusinessKey(caseNumber.value())
            .singleResult();
    return jobs.createJobQuery().processInstanceId(post.getId());
  }

  private void the_channel_answers_again() {
    CHANNELS.stubFor(
        post(STATUSES)
            .willReturn(okJson("{\"id\": \"7\", \"url\": \"https://social.example/7\"}")));
  }

  private String why() {
    return staff.form(staff.task(caseNumber.value(), "postOnChannel")).get("why").toString();
  }

  private static List<String> bodies(String path) {
    return CHANNELS.findAll(postRequestedFor(urlPathMatching(path))).stream()
        .map(request -> request.getBodyAsString())
        .toList();
  }

  private static List<String> keys() {
    return CHANNELS.findAll(postRequestedFor(urlPathMatching(STATUSES))).stream()
        .map(request -> request.getHeader("Idempotency-Key"))
        .toList();
  }
}
