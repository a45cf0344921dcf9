package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@ApplicationTest
class ApiDescriptionTest {

  @Autowired private TestRestTemplate web;
  private JsonNode description;

  @BeforeEach
  void read() {
    description = new Api(web, "omar").get("/v3/api-docs").getBody();
  }

  @Test
  void every_path_of_the_api_is_described() {
    assertThat(names(description.get("paths")))
        .containsExactlyInAnyOrder(
            "/api/obligations/evaluate",
            "/api/obligations/baseline",
            "/api/incidents",
            "/api/incidents/{caseNumber}",
            "/api/incidents/{caseNumber}/facts",
            "/api/incidents/{caseNumber}/recipients",
            "/api/incidents/{caseNumber}/evidence.zip",
            "/api/incidents/{caseNumber}/evidence.pdf",
            "/api/incidents/{caseNumber}/filings/{dutyId}",
            "/api/incidents/{caseNumber}/reach",
            "/api/incidents/{caseNumber}/delivery.csv",
            "/api/incidents/{caseNumber}/not-reached.csv",
            "/api/incidents/{caseNumber}/letters",
            "/api/bounces",
            "/api/calendar",
            "/api/exercises/{caseNumber}/report",
            "/api/plan",
            "/api/plan/readiness",
            "/api/plan/versions",
            "/api/plan/versions/{number}/booklet",
            "/api/plan/versions/{number}/booklet.pdf",
            "/api/register",
            "/api/register.csv",
            "/api/register.pdf",
            "/api/tokens",
            "/api/tokens/{id}",
            "/api/vocabulary");
  }

  @Test
  void a_dossier_has_the_fields_that_callers_rely_on() {
    assertThat(names(schema("Dossier").get("properties")))
        .containsExactlyInAnyOrder(FilingsApiTest.DOSSIER);
    assertThat(names(schema("DossierEntry").get("properties")))
        .containsExactlyInAnyOrder("label", "words", "citation", "needed", "state", "value");
  }

  @Test
  void an_obligation_has_the_fields_that_callers_rely_on() {
    assertThat(names(schema("Obligation").get("properties")))
        .containsExactlyInAnyOrder(
            "id",
            "jurisdiction",
            "regime",
            "recipient",
            "recipientName",
            "step",
            "clockStart",
            "start",
            "due",
            "legalLatest",
            "target",
            "status",
            "explanation",
            "wording",
            "citation",
            "lastChecked",
            "confidence",
            "howToTell",
            "verdict",
            "because",
            "fulfilment");
  }

  @Test
  void a_case_says_by_which_rules_it_is_governed() {
    assertThat(names(schema("Incident").get("properties"))).contains("governedBy");
    assertThat(names(schema("GoverningPlan").get("properties")))
        .containsExactlyInAnyOrder("version", "sha256", "from");
    assertThat(names(schema("GoverningRule").get("properties")))
        .containsExactlyInAnyOrder("key", "version", "deployedAt", "sha256", "from", "until");
    assertThat(schema("GoverningRule").at("/properties/until/type").toString())
        .isEqualTo("[\"string\",\"null\"]");
  }

  @Test
  void the_register_says_what_of_a_breach_and_a_year_may_be_missing() {
    assertThat(names(schema("Register").get("properties")))
        .containsExactlyInAnyOrder("asOf", "zone", "years", "breaches");
    assertThat(schema("RegisterYear").at("/properties/hoursToAuthority/type").toString())
        .isEqualTo("[\"number\",\"null\"]");
    assertThat(schema("RegisteredBreach").at("/properties/awareAt/type").toString())
        .contains("null");
    assertThat(names(description.at("/paths/~1api~1register/get/responses/200/content")))
        .contains("application/json", "text/csv", "application/pdf");
    assertThat(description.at("/paths/~1api~1register/get/parameters").findValuesAsText("name"))
        .containsExactlyInAnyOrder(
            "year", "criticality", "jurisdiction", "notified", "state", "text");
  }

  @Test
  void facts_come_with_an_example() throws Exception {
    assertThat(
            description
                .at(
                    "/paths/~1api~1obligations~1evaluate/post/requestBody/content/application~1json/schema/$ref")
                .asText())
        .isEqualTo("#/components/schemas/Facts");
    assertThat(schema("Facts").get("example"))
        .isEqualTo(new ObjectMapper().readTree(ApiDescription.FACTS));
  }

  @Test
  void what_may_be_null_says_so() {
    assertThat(schema("Obligation").at("/properties/due/type").toString())
        .isEqualTo("[\"string\",\"null\"]");
    assertThat(schema("Incident").at("/properties/criticality").toString())
        .contains("\"null\"", "#/components/schemas/Criticality");
  }

  @Test
  void the_page_of_the_baseline_is_html_and_of_no_case() {
    var responses = description.at("/paths/~1api~1obligations~1baseline/get/responses");

    assertThat(names(responses)).contains("200", "400", "401").doesNotContain("404");
    assertThat(names(responses.at("/200/content"))).containsExactly("text/html");
  }

  @Test
  void the_choices_are_those_of_the_json() {
    assertThat(schema("Facts").at("/properties/risk/enum").toString())
        .isEqualTo("[\"none\",\"unlikely\",\"risk\",\"high\"]");
    assertThat(schema("Facts").at("/properties/clocks").toString()).contains("individualsNotified");
  }

  @Test
  void it_asks_for_basic_authentication_and_names_the_groups() {
    assertThat(description.at("/components/securitySchemes/basic/scheme").asText())
        .isEqualTo("basic");
    assertThat(
            description
                .at("/paths/~1api~1incidents~1{caseNumber}~1facts/put/responses/403/description")
                .asText())
        .isEqualTo("Only for members of: core-it, privacy, legal, cio.");
  }

  private JsonNode schema(String name) {
    return description.get("components").get("schemas").get(name);
  }

  private static List<String> names(JsonNode object) {
    Iterable<String> names = object::fieldNames;
    return StreamSupport.stream(names.spliterator(), false).toList();
  }
}
