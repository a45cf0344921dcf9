package breachresponse.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.evidence.Sha256;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.plan.ResponsePlan;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.SignedNotice;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;

/** Bounces and the reach report, as other systems see them. */
@ApplicationTest
class ReachApiTest {

  @Autowired private TestRestTemplate web;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private Recipients recipients;
  @Autowired private Notices notices;
  @Autowired private SignOffs signOffs;
  @Autowired private Dispatches dispatches;
  @Autowired private Dispatcher dispatcher;
  @Autowired private Timeline timeline;
  @Autowired private ResponsePlan plan;

  private CaseNumber caseNumber;
  private UUID notice;

  @BeforeEach
  void three_people_were_told() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Customer table copied", "At night", "ian");
    incidents.record(
        caseNumber,
        Facts.first(OffsetDateTime.parse("2026-03-03T09:00:00+01:00"), plan.facts()),
        "ian");
    recipients.add(
        caseNumber,
        new ByteArrayInputStream(
            """
            id,email,name,language,residence
            1,maria-%1$s@example.org,Maria Example,en,DE
            2,juan-%1$s@example.org,=HYPERLINK(1),es,ES
            3,ann-%1$s@example.com,Ann Other,en,DE
            4,nobody@,No Address,en,DE
            """
                .formatted(caseNumber)
                .getBytes(UTF_8)),
        "ian");
    notice = SignedNotice.of(caseNumber, notices, signOffs);
    dispatches.start(caseNumber, notice, "pia");
    dispatcher.sendDue();
  }

  @Test
  void a_mail_that_came_back_is_posted_as_it_is() {
    var mail =
        """
        Return-Path: <>
        To: bounces+%s.2@example.org
        Subject: failure notice

        Hi. This is the qmail-send program at mx.example.net.

        <juan-%s@example.org>:
        Sorry, no mailbox here by that name. (#5.1.1)

        """
            .formatted(notice.toString().replace("-", ""), caseNumber)
            .getBytes(UTF_8);

    var answer = as("ian").postMail("/api/bounces", mail);

    assertThat(answer.getStatusCode()).isEqualTo(OK);
    assertThat(answer.getBody().get("outcome").asText()).isEqualTo("bounced");
    assertThat(as("ian").postMail("/api/bounces", mail).getBody().get("outcome").asText())
        .isEqualTo("known");
    assertThat(as("mia").get("/api/incidents/" + caseNumber).getBody().at("/notices/0/delivery"))
        .hasToString(
            "{\"total\":3,\"sent\":2,\"queued\":0,\"undeliverable\":0,\"unknown\":0,\"bounced\":1,\"held\":0,\"leftOut\":0,\"paused\":false}");
  }

  @Test
  void a_list_is_counted_one_by_one() {
    var answer =
        as("ian")
            .post(
                "/api/bounces",
                """
                [{"messageId":"<%1$s.1@example.org>","status":"5.1.1","diagnostic":"550 gone",
                  "at":"2026-03-03T15:00:00+01:00"},
                 {"recipient":"juan-%2$s@EXAMPLE.org","status":"5.7.1"},
                 {"recipient":"nobody@example.org","status":"5.1.1"}]
                """
                    .formatted(notice, caseNumber));

    assertThat(answer.getBody().findValuesAsText("outcome"))
        .containsExactly("bounced", "refused-by-policy", "not-ours");
  }

  @Test
  void of_a_list_with_mistakes_nothing_is_counted_and_each_is_named() {
    var answer =
        as("ian")
            .post(
                "/api/bounces",
                """
                [{"messageId":"<%s.1@example.org>","status":"5.1.1"},
                 {"recipient":"a@example.org","messageId":"x","status":"2.0.0"},
                 {"recipient":"a@example.org","status":"5.1.1","at":"2026-03-04T15:00:00Z"},
                 null]
                """
                    .formatted(notice));

    assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
    assertThat(answer.getBody().get("errors").findValuesAsText("field"))
        .containsExactly(
            "bounces[1].messageId", "bounces[1].status", "bounces[2].at", "bounces[3]");
    assertThat(dispatches.progress(notice).orElseThrow().bounced()).isZero();
  }

  @Test
  void a_mail_that_is_too_large_is_refused() {
    assertThat(as("ian").postMail("/api/bounces", new byte[2 << 20]).getStatusCode())
        .isEqualTo(PAYLOAD_TOO_LARGE);
  }

  @Test
  void that_no_mailbox_is_read_is_said() {
    assertThat(as("petra").get("/api/bounces").getBody().get("problem").asText())
        .contains("breach.bounces.host");
  }

  @Test
  void who_was_reached_adds_up_in_json_and_csv() {
    bounces(2);

    var reach = as("mia").get(path("reach")).getBody();

    assertThat(reach.get("total").asInt()).isEqualTo(4);
    assertThat(reach.get("reconciles").asBoolean()).isTrue();
    var released = recipients.released(notice).orElseThrow();
    assertThat(reach.get("lists"))
        .hasToString(
            "[{\"noticeId\":\"%s\",\"people\":3,\"sha256\":\"%s\",\"listed\":3}]"
                .formatted(notice, released.digest()));
    assertThat(reach.get("files"))
        .hasToString(
            "[{\"number\":1,\"accepted\":3,\"duplicates\":0,\"refused\":1,\"corrected\":0}]");
    assertThat(reach.get("reachedPercent").asDouble()).isEqualTo(50.0);
    assertThat(reach.get("people"))
        .hasToString(
            "{\"accepted\":2,\"letter\":0,\"public\":0,\"bounced\":1,\"waiting\":0,\"held\":0,\"left-out\":0,\"refused\":1}");
    assertThat(csv("mia", "reach").lines())
        .containsExactly(
            "state,channel,day,people,percent,first,last,reached-by-then",
            "accepted,mail,2026-03-03,2,50.0,2026-03-03T15:00:00Z,2026-03-03T15:00:00Z,50.0",
            "bounced,,,1,25.0,,,",
            "refused,,,1,25.0,,,");
  }

  @Test
  void what_became_of_the_mails_is_a_file_without_addresses() {
    bounces(2);

    assertThat(csv("lena", "delivery.csv").lines())
        .containsExactly(
            "language,domain,status,code,mails",
            "en,example.com,sent,,1",
            "en,example.org,sent,,1",
            "es,example.org,bounced,5.1.1,1");
  }

  @Test
  void the_list_for_letters_has_no_formulas_and_is_on_the_timeline() {
    bounces(2);

    var file = csv("petra", "not-reached.csv");

    assertThat(file.lines())
        .containsExactly(
            "id,name,email,residence,why,code",
            "2,'=HYPERLINK(1),juan-%s@example.org,ES,5.1.1,5.1.1".formatted(caseNumber));
    var entries = timeline.of(caseNumber);
    var last = entries.get(entries.size() - 1);
    assertThat(last.act()).isEqualTo("postal list exported");
    assertThat(last.by()).isEqualTo("petra");
    assertThat(last.detail()).contains("1 people");
    assertThat(last.contentHash()).contains(Sha256.of(file));
  }

  @Test
  void letters_are_recorded_by_id() {
    bounces(2);

    var answer =
        as("petra")
            .post(
                path("letters"),
                """
                {"ids":["2","nobody"],"how":"letter","at":"2026-03-03T12:00:00+01:00"}
                """);

    assertThat(answer.getBody().get("recorded").asInt()).isEqualTo(1);
    assertThat(as("mia").get(path("reach")).getBody().at("/people/letter").asInt()).isEqualTo(1);
    assertThat(csv("petra", "not-reached.csv").lines()).hasSize(1);
  }

  @Test
  void a_letter_that_can_not_have_been_is_refused_with_each_field() {
    var answer = as("petra").post(path("letters"), "{\"ids\":[],\"how\":\"pigeon\"}");

    assertThat(answer.getStatusCode()).isEqualTo(BAD_REQUEST);
    assertThat(answer.getBody().get("errors").findValuesAsText("field"))
        .containsExactly("ids", "how", "at");
  }

  @ParameterizedTest
  @CsvSource({
    "mia,   not-reached.csv",
    "lena,  not-reached.csv",
    "pia,   delivery.csv",
    "omar,  reach"
  })
  void others_may_not_see_it(String person, String file) {
    assertThat(as(person).get(path(file)).getStatusCode()).isEqualTo(FORBIDDEN);
  }

  @Test
  void others_may_not_post_bounces_or_letters() {
    assertThat(as("omar").post("/api/bounces", "[]").getStatusCode()).isEqualTo(FORBIDDEN);
    assertThat(as("omar").postMail("/api/bounces", new byte[0]).getStatusCode())
        .isEqualTo(FORBIDDEN);
    assertThat(as("pia").post(path("letters"), "{}").getStatusCode()).isEqualTo(FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reach", "delivery.csv", "not-reached.csv"})
  void a_case_that_does_not_exist_is_not_found(String file) {
    assertThat(as("petra").get("/api/incidents/1999-0001/" + file).getStatusCode())
        .isEqualTo(NOT_FOUND);
  }

  private void bounces(int recipient) {
    as("ian")
        .post(
            "/api/bounces",
            "[{\"messageId\":\"<%s.%d@example.org>\",\"status\":\"5.1.1\"}]"
                .formatted(notice, recipient));
  }

  private String path(String file) {
    return "/api/incidents/%s/%s".formatted(caseNumber, file);
  }

  private String csv(String person, String file) {
    var answer =
        web.exchange(
            RequestEntity.get(URI.create(web.getRootUri() + path(file)))
                .accept(MediaType.valueOf("text/csv"))
                .headers(headers -> headers.setBasicAuth(person, DemoStaff.PASSWORD))
                .build(),
            byte[].class);
    assertThat(answer.getStatusCode()).isEqualTo(OK);
    assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
        .contains("attachment", caseNumber.value());
    return new String(answer.getBody(), UTF_8);
  }

  private Api as(String person) {
    return new Api(web, person);
  }
}
