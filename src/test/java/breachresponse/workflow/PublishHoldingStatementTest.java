package breachresponse.workflow;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.notice.Posts.Posting;
import breachresponse.notice.Statements;
import breachresponse.notice.Statements.Published;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first hour. Facebook has credentials here, X has none. */
class PublishHoldingStatementTest extends TellingCustomers {

  private static final WireMockServer CHANNELS = new WireMockServer(options().dynamicPort());

  @Autowired private Statements statements;
  @Autowired private JdbcClient db;

  @DynamicPropertySource
  static void credentials(DynamicPropertyRegistry properties) {
    CHANNELS.start();
    // the REST of the other applications in this JVM asks the engine called default
    properties.add("camunda.bpm.process-engine-name", () -> "channels");
    properties.add("breach.channels.facebook.url", CHANNELS::baseUrl);
    properties.add("breach.channels.facebook.page", () -> "123");
    properties.add("breach.channels.facebook.token", () -> "abc");
  }

  @BeforeEach
  void a_report_that_nobody_has_looked_at() {
    CHANNELS.resetAll();
    CHANNELS.stubFor(post("/123/feed").willReturn(okJson("{\"id\": \"123_4\"}")));
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
  }

  @Test
  void with_two_clicks_of_two_people_it_is_public_and_on_the_channels_with_credentials() {
    propose("pia");
    var task = staff.task(caseNumber.value(), "releaseStatement");
    assertThat(staff.groups(task)).containsExactly("ceo", "pr", "senior-leadership");
    assertThat(task.getDueDate()).isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
    assertThat(staff.form(task))
        .containsEntry("author", "Pia Pr")
        .containsEntry("decision", "release");
    assertThat(staff.form(task).get("text").toString()).contains("We say only what is certain.");
    assertThat(CHANNELS.getAllServeEvents()).isEmpty();

    staff.does("sam", task, Map.of("decision", "release"));

    assertThat(statements.published(caseNumber))
        .extracting(published -> published.post().subject())
        .containsExactly("Security incident at Example Books: a first statement");
    var page = statements.published(caseNumber).get(0).address();
    assertThat(CHANNELS.findAll(postRequestedFor(urlPathEqualTo("/123/feed"))))
        .singleElement()
        .satisfies(request -> assertThat(request.getBodyAsString()).contains(page.toString()));
    assertThat(posts.postings(statement()))
        .containsExactly(new Posting("facebook", "https://www.facebook.com/123_4"));
    assertThat(staff.tasks(caseNumber.value())).isEmpty();
    assertThat(isOver()).isTrue();
  }

  @Test
  void who_proposed_it_does_not_release_it() {
    propose("pia");

    assertThatThrownBy(() -> release("pia")).hasMessageContaining("decision: who proposed");

    assertThat(statements.published(caseNumber)).isEmpty();
    release("paul");
    assertThat(statements.published(caseNumber)).hasSize(1);
  }

  @Test
  void one_that_is_not_released_goes_nowhere_and_another_may_be_proposed() {
    propose("sam");

    staff.does(
        "pia",
        caseNumber.value(),
        "releaseStatement",
        Map.of("decision", "keep", "reason", "It is a test of ours."));

    assertThat(statements.published(caseNumber)).isEmpty();
    assertThat(CHANNELS.getAllServeEvents()).isEmpty();
    assertThat(acts()).contains("holding statement not released");
    assertThat(isOver()).isTrue();
    propose("sam");
  }

  @Test
  void nothing_is_proposed_or_released_under_a_hold() {
    propose("pia");
    incidents.record(caseNumber, facts(hold(null), "DE"), "ian");

    assertThatThrownBy(() -> release("sam")).hasMessageContaining("decision: law enforcement");
    assertThat(statements.published(caseNumber)).isEmpty();

    a_report_that_nobody_has_looked_at();
    incidents.record(caseNumber, facts(hold(null), "DE"), "ian");
    assertThatThrownBy(() -> propose("pia")).hasMessageContaining("caseNumber: law enforcement");
  }

  @Test
  void a_case_that_is_over_or_of_no_concern_to_the_public_gets_none() {
    incidents.assess(caseNumber, 1, "Public information only.", "chris");
    assertThatThrownBy(() -> propose("pia"))
        .hasMessageContaining("caseNumber: case %s has level 1".formatted(caseNumber));

    incidents.dismiss(caseNumber, "ian");
    assertThatThrownBy(() -> propose("pia")).hasMessageContaining("is over");
  }

  @Test
  void a_case_has_one() {
    propose("pia");

    assertThatThrownBy(() -> propose("paul")).hasMessageContaining("has its holding statement");
  }

  @Test
  void in_an_exercise_nothing_leaves() {
    db.sql("update incident set exercise = true where case_number = :case")
        .param("case", caseNumber.value())
        .update();
    propose("pia");

    release("sam");

    assertThat(statements.published(caseNumber)).isEmpty();
    assertThat(CHANNELS.getAllServeEvents()).isEmpty();
    assertThat(staff.form(staff.task(caseNumber.value(), "postOnChannel")).get("why").toString())
        .contains("exercise");
  }

  @Test
  void only_those_who_speak_for_the_organisation_start_it() {
    assertThatThrownBy(() -> propose("ian")).hasMessageContaining("publish-holding-statement");
  }

  private void propose(String person) {
    staff.starts(person, "publish-holding-statement", Map.of("caseNumber", caseNumber.value()));
  }

  private void release(String person) {
    staff.does(
        person, staff.task(caseNumber.value(), "releaseStatement"), Map.of("decision", "release"));
  }

  private UUID statement() {
    return statements.published(caseNumber).stream().map(Published::id).findFirst().orElseThrow();
  }
}
