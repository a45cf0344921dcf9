package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

@ApplicationTest
class FilingsApiTest {

  static final String[] DOSSIER = {
    "form",
    "caseNumber",
    "duty",
    "jurisdiction",
    "regime",
    "citation",
    "recipient",
    "howToTell",
    "asOf",
    "sections",
    "filings",
    "changes"
  };

  private static final String GDPR = "eu-gdpr-33-sa";

  @Autowired private TestRestTemplate web;
  @Autowired private Incidents incidents;
  @Autowired private ObligationRegister register;
  @Autowired private ObjectMapper json;
  @Autowired private Time time;

  private CaseNumber caseNumber;

  @BeforeEach
  void a_case_of_which_little_is_known() throws Exception {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Customer table copied", "<b>The table</b> was copied.", "ian");
    learn("{\"residence\": \"DE\"}, {\"residence\": \"FR\", \"people\": 12}");
  }

  @Test
  void a_dossier_has_the_sections_of_the_common_template_in_their_order() {
    var dossier = get(GDPR, "").getBody();

    assertThat(fieldNames(dossier)).containsExactly(DOSSIER);
    assertThat(texts(dossier.get("sections"), "title"))
        .containsExactly(
            "Type of notification",
            "Controller, reporting person, data protection officer",
            "Nature of the breach",
            "Likely consequences",
            "Measures",
            "Communication to the people affected",
            "Other countries and authorities");
    assertThat(dossier.at("/form/doubt").asText()).contains("were not seen");
    assertThat(dossier.at("/form/checked").asText()).isEqualTo("2026-11-26");
  }

  @Test
  void what_is_known_is_told_in_full_and_what_is_not_says_so() {
    var dossier = get(GDPR, "").getBody();

    assertThat(entry(dossier, "We became aware of it").toString())
        .isEqualTo(
            """
            {"label":"We became aware of it","words":"not later than 72 hours after having become aware of it",\
            "citation":"GDPR Art 33(1)","needed":"at-once","state":"known","value":"Tue 3 Mar 2026, 15:30 Berlin"}""");
    assertThat(entry(dossier, "People affected, approximately").get("value").asText())
        .isEqualTo("12 in FR, not known yet in DE");
    assertThat(entry(dossier, "Cause").get("state").asText()).isEqualTo("to-follow");
    assertThat(entry(dossier, "Cause").has("value")).isFalse();
    assertThat(entry(dossier, "Records affected, approximately").get("state").asText())
        .isEqualTo("to-be-written");
    assertThat(dossier.get("filings")).isEmpty();
    assertThat(dossier.get("changes")).isEmpty();
  }

  @Test
  void after_a_filing_it_says_what_has_changed_since() throws Exception {
    register.fulfil(
        obligation().id(), Filing.Kind.INCOMPLETE, time.instant(), "26-118", null, null, "petra");
    time.is("2026-03-04T15:00:00Z");
    learn("{\"residence\": \"DE\", \"people\": 300}, {\"residence\": \"FR\", \"people\": 12}");

    var dossier = get(GDPR, "").getBody();

    assertThat(dossier.get("changes").toString())
        .isEqualTo(
            """
            [{"label":"People affected, approximately","before":"12 in FR, not known yet in DE","now":"12 in FR, 300 in DE"}]""");
    assertThat(dossier.get("filings").toString())
        .isEqualTo(
            """
            [{"kind":"incomplete","at":"2026-03-03T15:00:00Z","reference":"26-118"}]""");
    assertThat(entry(dossier, "Type").get("value").asText()).startsWith("follow-up");
  }

  @Test
  void it_is_a_page_that_escapes_what_people_wrote() {
    var page = get(GDPR, "", MediaType.TEXT_HTML);

    assertThat(page.getHeaders().getContentType()).asString().isEqualTo("text/html;charset=UTF-8");
    assertThat(page.getHeaders().getFirst("Content-Security-Policy"))
        .contains("default-src 'none'");
    assertThat(page.getBody())
        .contains("&lt;b&gt;The table&lt;/b&gt; was copied.")
        .contains("<strong>Not verified:</strong>")
        .doesNotContain("<b>");
  }

  @Test
  void it_is_the_text_that_is_proposed() {
    var text = get(GDPR, "", MediaType.TEXT_MARKDOWN).getBody();

    assertThat(text)
        .startsWith("# Notification of a personal data breach to the supervisory authority\n")
        .contains("\n- Cause: not known yet, to follow\n")
        .contains("privacy@example.org");
  }

  @Test
  void what_the_case_does_not_owe_is_not_there() {
    assertThat(get("us-hipaa-hhs-500", "").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(get(GDPR, "?jurisdiction=US").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(new Api(web, "lena").get("/api/incidents/2026-9999/filings/" + GDPR).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void people_are_told_by_no_form() {
    assertThat(get("eu-gdpr-34-people", "").getBody().get("detail").asText())
        .startsWith("dutyId: the people affected are told by the notice");
  }

  @Test
  void who_may_not_see_the_case_may_not_see_its_filings() {
    assertThat(
            new Api(web, "omar")
                .get("/api/incidents/%s/filings/%s".formatted(caseNumber, GDPR))
                .getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
  }

  private void learn(String affected) throws Exception {
    incidents.record(
        caseNumber,
        json.readValue(
            """
            {"awareAt": "2026-03-03T15:30:00+01:00",
             "organisation": {"role": "controller", "establishments": ["DE"], "mainEstablishment": "DE"},
             "affected": [%s], "breach": ["confidentiality"], "dataCategories": ["name"],
             "protection": {"encrypted": false}, "risk": "high"}
            """
                .formatted(affected),
            Facts.class),
        "ian");
    register.determine(caseNumber);
  }

  private Obligation obligation() {
    return register.of(caseNumber).stream()
        .filter(obligation -> obligation.duty().id().equals(GDPR))
        .findFirst()
        .orElseThrow();
  }

  private ResponseEntity<JsonNode> get(String duty, String query) {
    return new Api(web, "lena")
        .get("/api/incidents/%s/filings/%s%s".formatted(caseNumber, duty, query));
  }

  private ResponseEntity<String> get(String duty, String query, MediaType type) {
    return web.exchange(
        RequestEntity.get(
                URI.create(
                    "%s/api/incidents/%s/filings/%s%s"
                        .formatted(web.getRootUri(), caseNumber, duty, query)))
            .accept(type)
            .headers(headers -> headers.setBasicAuth("lena", DemoStaff.PASSWORD))
            .build(),
        String.class);
  }

  private static JsonNode entry(JsonNode dossier, String label) {
    return stream(dossier.get("sections"))
        .flatMap(section -> stream(section.get("entries")))
        .filter(entry -> entry.get("label").asText().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> fieldNames(JsonNode node) {
    return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false)
        .toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    return stream(list).map(node -> node.get(field).asText()).toList();
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
