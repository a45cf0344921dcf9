package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;

@ApplicationTest
class ObligationsApiTest {

  @Autowired private TestRestTemplate web;

  @Test
  void what_is_not_triggered_is_shown_with_its_reason_where_it_is_asked_for() {
    var facts =
        """
        {"awareAt":"2026-03-27T16:30:00+01:00","risk":"high","breach":["confidentiality"],
         "organisation":{"role":"controller","establishments":["US-CA"]},"protection":{"encrypted":false},
         "dataCategories":["name","ssn"],"affected":[{"residence":"US-CA","people":500}]}""";

    var owed = lena().post("/api/obligations/evaluate", facts).getBody();
    var all = lena().post("/api/obligations/evaluate?notTriggered=true", facts).getBody();

    assertThat(owed.findValuesAsText("verdict")).containsOnly("triggered");
    var authority = find(all, "us-ca-civ1798.82-ag");
    assertThat(authority.get("verdict").asText()).isEqualTo("not-triggered");
    assertThat(authority.get("because").get(0).asText()).contains("500");
  }

  @Test
  void what_is_counted_from_a_filing_runs_from_the_one_that_is_asked_for() {
    var facts =
        """
        {"awareAt":"2026-12-08T08:00:00+01:00","clocks":{"classification":"2026-12-08T15:30:00+01:00"},
         "risk":"none","breach":["availability"],"dataCategories":[],"affected":[],
         "organisation":{"role":"controller","establishments":["DE"],"sectors":["bank"]}}""";

    var answer =
        lena()
            .post(
                "/api/obligations/evaluate?filed=eu-dora-19-initial@2026-12-08T18:00:00Z"
                    + "&filed=eu-dora-19-intermediate@2026-12-10T10:00:00Z",
                facts)
            .getBody();

    assertThat(find(answer, "eu-dora-19-intermediate").get("due").asText())
        .isEqualTo("2026-12-11T19:00:00+01:00");
    assertThat(find(answer, "eu-dora-19-final").get("due").asText())
        .isEqualTo("2027-01-11T12:00:00+01:00");
  }

  @Test
  void a_filing_of_no_duty_or_without_a_time_is_refused() {
    var stranger = lena().post("/api/obligations/evaluate?filed=x@2026-12-08T18:00:00Z", "{}");
    var timeless = lena().post("/api/obligations/evaluate?filed=eu-gdpr-33-sa", "{}");

    assertThat(stranger.getBody().get("detail").asText())
        .startsWith("filed: 'x' is no duty that the facts concern");
    assertThat(timeless.getBody().get("detail").asText())
        .startsWith("filed: 'eu-gdpr-33-sa' is not what goes here");
  }

  @Test
  void before_any_breach_the_baseline_lists_what_may_be_asked_with_its_conditions() {
    var baseline =
        lena()
            .post(
                "/api/obligations/baseline",
                """
                {"organisation":{"role":"controller","establishments":["DE-HH"],"mainEstablishment":"DE-HH"},
                 "residences":["DE","US-CA"]}""")
            .getBody();

    var authority = find(baseline, "eu-gdpr-33-sa");
    assertThat(authority.get("period").asText()).isEqualTo("72 hours");
    assertThat(authority.get("recipientName").asText()).contains("Hamburg");
    assertThat(authority.get("conditions").toString())
        .contains("Risk to people: neither none nor unlikely");
    assertThat(find(baseline, "us-ca-civ1798.82-ag").get("conditions").toString())
        .contains("People here: more than 500");
    assertThat(baseline.findValuesAsText("id")).doesNotContain("us-ca-hsc1280.15-cdph");
  }

  @Test
  void a_baseline_without_residences_is_refused() {
    var answer = lena().post("/api/obligations/baseline", "{}");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody().toString()).contains("residences");
  }

  @Test
  void a_place_of_the_baseline_that_is_no_code_is_named() {
    var answer = lena().post("/api/obligations/baseline", "{\"residences\":[\"Bavaria\"]}");

    assertThat(answer.getBody().get("detail").asText())
        .startsWith("residences: 'Bavaria' is no code of ISO 3166-1 or -2");
  }

  @Test
  void a_parameter_that_can_not_be_read_is_named() {
    var answer = lena().post("/api/obligations/evaluate?notTriggered=maybe", "{}");

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(answer.getBody().get("detail").asText())
        .isEqualTo("notTriggered: 'maybe' is not what goes here");
  }

  private Api lena() {
    return new Api(web, "lena");
  }

  private static JsonNode find(JsonNode duties, String id) {
    return StreamSupport.stream(duties.spliterator(), false)
        .filter(duty -> duty.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
