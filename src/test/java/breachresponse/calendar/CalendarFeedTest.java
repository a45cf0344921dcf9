package breachresponse.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.ResponsePlan;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds of deadlines, as a calendar program fetches them. */
@ApplicationTest
class CalendarFeedTest {

  private static final String SITE = "http://localhost:0";

  @Autowired private TestRestTemplate web;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private CaseAccess access;
  @Autowired private ObligationRegister register;
  @Autowired private ResponsePlan plan;
  @Autowired private IdentityService identities;
  @Autowired private JdbcClient db;

  private CaseNumber breach;

  @BeforeEach
  void people_in_Germany_are_affected() {
    time.is("2026-03-03T15:00:00Z");
    breach = incidents.open("Customer table of the shop", "At night", "ian");
    knownOf(breach);
  }

  @Test
  void a_deadline_is_an_event_with_alarms_and_says_no_more_than_whom_to_tell() {
    var feed = fetch(urlOf("lena"));

    assertThat(feed.getStatusCode().value()).isEqualTo(200);
    assertThat(feed.getHeaders().getContentType()).hasToString("text/calendar;charset=UTF-8");
    assertThat(feed.getHeaders().getCacheControl()).isEqualTo("no-store");
    assertThat(feed.getBody()).startsWith("BEGIN:VCALENDAR\r\n").doesNotContain("Customer table");
    var due = event(feed, breach);
    assertThat(due.getSummary().getValue())
        .startsWith(breach + ": deadline to tell ")
        .endsWith(filing().duty().recipientName());
    assertThat(due.getDescription().getValue()).isEqualTo(filing().duty().citation());
    assertThat(due.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2026-03-06T15:00:00Z"));
    assertThat(due.getAlarms())
        .extracting(alarm -> alarm.getTrigger().getDuration().toMillis())
        .containsExactlyInAnyOrder(-24 * 3_600_000L, -4 * 3_600_000L);
    assertThat(feed.getBody()).contains("DTSTART:20260306T150000Z");
  }

  @Test
  void what_is_done_is_gone() {
    var url = urlOf("lena");
    register.fulfil(
        filing().id(), Filing.Kind.COMPLETE, time.instant(), "26-118", null, null, "lena");

    assertThat(events(fetch(url), breach)).isEmpty();
  }

  @Test
  void a_restricted_case_is_in_the_feeds_of_those_alone_who_may_see_it() {
    var lenas = urlOf("lena");
    var leos = urlOf("leo");
    assertThat(events(fetch(leos), breach)).isNotEmpty();

    access.restrict(breach, List.of("lena", "ian"), "An insider", "lena");

    assertThat(events(fetch(leos), breach)).isEmpty();
    assertThat(events(fetch(lenas), breach)).isNotEmpty();
  }

  @Test
  void an_exercise_says_so_in_its_number() {
    var exercise = incidents.openExercise("Rehearsal", "", "sam", 1);
    knownOf(exercise);

    assertThat(events(fetch(urlOf("lena")), exercise))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.getSummary().getValue()).startsWith("EXERCISE-"));
  }

  @ParameterizedTest
  @CsvSource({"lena, 1", "petra, 1", "pia, 0", "carla, 0", "ian, 0"})
  void each_gets_what_their_groups_act_on(String person, int filings) {
    assertThat(events(fetch(urlOf(person)), breach)).hasSize(filings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mia", "omar"})
  void who_acts_on_no_deadline_gets_no_address(String person) {
    assertThat(post(person).getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void nobody_gets_an_address_without_signing_in() {
    assertThat(web.postForEntity("/api/calendar", null, String.class).getStatusCode().value())
        .isEqualTo(401);
  }

  @Test
  void a_new_address_takes_the_place_of_the_old_one_and_a_revoked_one_leads_nowhere() {
    var first = urlOf("lena");
    var second = urlOf("lena");
    assertThat(fetch(first).getStatusCode().value()).isEqualTo(404);
    assertThat(fetch(second).getStatusCode().value()).isEqualTo(200);

    var revoked =
        web.withBasicAuth("lena", DemoStaff.PASSWORD)
            .exchange("/api/calendar", HttpMethod.DELETE, null, Void.class);

    assertThat(revoked.getStatusCode().value()).isEqualTo(204);
    assertThat(fetch(second).getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void the_page_gives_an_address_shows_it_once_and_takes_it_back() {
    var lena = web.withBasicAuth("lena", DemoStaff.PASSWORD);
    lena.delete("/api/calendar");
    assertThat(lena.getForObject("/calendar", String.class))
        .contains("Get a new address")
        .doesNotContain("Give my address back", ".ics");

    var given = lena.postForObject("/calendar", null, String.class);

    var url = given.replaceAll("(?s).*<output>(.*?)</output>.*", "$1");
    assertThat(fetch(url).getStatusCode().value()).isEqualTo(200);
    assertThat(lena.getForObject("/calendar", String.class))
        .contains("Give my address back")
        .doesNotContain(".ics");
    lena.postForObject("/calendar/revoked", null, String.class);
    assertThat(fetch(url).getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void the_page_is_for_those_who_act_and_for_no_other_site() {
    assertThat(web.getForEntity("/calendar", String.class).getStatusCode().value()).isEqualTo(401);
    assertThat(web.postForEntity("/calendar/revoked", null, String.class).getStatusCode().value())
        .isEqualTo(401);
    var mia = web.withBasicAuth("mia", DemoStaff.PASSWORD);
    assertThat(mia.getForEntity("/calendar", String.class).getStatusCode().value()).isEqualTo(403);
    assertThat(mia.postForEntity("/calendar", null, String.class).getStatusCode().value())
        .isEqualTo(403);
    var elsewhere = new HttpHeaders();
    elsewhere.set("Sec-Fetch-Site", "cross-site");
    assertThat(
            web.withBasicAuth("lena", DemoStaff.PASSWORD)
                .postForEntity("/calendar", new HttpEntity<>(elsewhere), String.class)
                .getStatusCode()
                .value())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/calendar/",
        "/calendar/lena.ics",
        "/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics"
      })
  void an_unknown_address_leads_nowhere(String path) {
    assertThat(web.getForEntity(path, String.class).getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void the_secret_is_not_stored() {
    var url = urlOf("lena");
    var token = url.substring(url.lastIndexOf('/') + 1, url.length() - ".ics".length());

    assertThat(token).hasSize(43);
    assertThat(db.sql("select * from calendar_feed").query().listOfRows().toString())
        .contains("lena")
        .doesNotContain(token);
  }

  @Test
  void who_has_left_gets_nothing() {
    var leaving = identities.newUser("leaving");
    leaving.setPassword(DemoStaff.PASSWORD);
    identities.saveUser(leaving);
    identities.createMembership("leaving", "legal");
    var url = urlOf("leaving");
    assertThat(fetch(url).getStatusCode().value()).isEqualTo(200);

    identities.deleteMembership("leaving", "legal");
    assertThat(fetch(url).getStatusCode().value()).isEqualTo(404);
    identities.createMembership("leaving", "legal");
    identities.deleteUser("leaving");

    assertThat(fetch(url).getStatusCode().value()).isEqualTo(404);
  }

  private void knownOf(CaseNumber number) {
    incidents.record(
        number,
        Facts.ofPeopleIn(Set.of("DE"), plan.facts())
            .awareSince(OffsetDateTime.parse("2026-03-03T15:00:00Z")),
        "ian");
    register.determine(number);
  }

  private Obligation filing() {
    return register.of(breach).stream()
        .filter(obligation -> obligation.duty().id().equals("eu-gdpr-33-sa"))
        .findFirst()
        .orElseThrow();
  }

  private ResponseEntity<JsonNode> post(String person) {
    return web.withBasicAuth(person, DemoStaff.PASSWORD)
        .postForEntity("/api/calendar", null, JsonNode.class);
  }

  private String urlOf(String person) {
    var answer = post(person);
    assertThat(answer.getStatusCode().value()).isEqualTo(201);
    return answer.getBody().get("url").asText();
  }

  private ResponseEntity<String> fetch(String url) {
    assertThat(url).startsWith(SITE + "/calendar/");
    return web.getForEntity(url.substring(SITE.length()), String.class);
  }

  private static VEvent event(ResponseEntity<String> feed, CaseNumber number) {
    assertThat(events(feed, number)).hasSize(1);
    return events(feed, number).get(0);
  }

  private static List<VEvent> events(ResponseEntity<String> feed, CaseNumber number) {
    return Biweekly.parse(feed.getBody()).first().getEvents().stream()
        .filter(event -> event.getSummary().getValue().startsWith(number + ":"))
        .toList();
  }
}
