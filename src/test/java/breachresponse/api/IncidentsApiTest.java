package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Breach;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class IncidentsApiTest {

  private static final String NO_CASE = "/api/incidents/1999-0001";

  @Autowired private TestRestTemplate web;
  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private ObjectMapper json;

  @ParameterizedTest
  @ValueSource(strings = {"ian", "carla", "omar", "mia"})
  void any_of_the_staff_reports_and_core_it_finds_the_triage(String person) {
    var answer = as(person).post("/api/incidents", "{\"title\":\"Database copied\"}");

    assertThat(answer.getStatusCode()).isEqualTo(CREATED);
    var caseNumber = answer.getBody().get("caseNumber").asText();
    assertThat(answer.getHeaders().getLocation()).hasPath("/api/incidents/" + caseNumber);
    staff.runDueJobs();
    assertThat(staff.groups(staff.task(caseNumber, "triage"))).containsExactly("core-it");
  }

  @Test
  void facts_come_back_as_they_were_sent() throws Exception {
    time.is("2026-03-28T09:00:00Z");
    var facts = ApiDescription.FACTS;
    var caseNumber = report("{\"title\":\"Database copied\",\"facts\":%s}".formatted(facts));

    var incident = as("mia").get("/api/incidents/" + caseNumber).getBody();

    assertThat(incident.get("status").asText()).isEqualTo("reported");
    assertThat(incident.get("reportedBy").asText()).isEqualTo("ian");
    assertThat(incident.get("reportedAt").asText()).isEqualTo("2026-03-28T09:00:00Z");
    assertThat(incident.get("factsVersion").asInt()).isEqualTo(1);
    assertThat(json.treeToValue(incident.get("facts"), Facts.class))
        .isEqualTo(json.readValue(facts, Facts.class));
    assertThat(incident.at("/facts/awareAt").asText()).isEqualTo("2026-03-27T16:30:00+01:00");
  }

  @Test
  void a_case_names_the_plan_the_diagrams_and_the_tables_that_govern_it() {
    var caseNumber = report("{\"title\":\"Database copied\"}");
    staff.runDueJobs(caseNumber);

    var governedBy = as("mia").get("/api/incidents/" + caseNumber).getBody().get("governedBy");

    assertThat(governedBy.at("/plan/0/sha256").asText()).hasSize(64);
    assertThat(governedBy.at("/diagrams/0/key").asText()).isEqualTo("respond-to-breach");
    assertThat(governedBy.at("/diagrams/0/version").asInt()).isPositive();
    assertThat(governedBy.at("/diagrams/0/sha256").asText()).hasSize(64);
    assertThat(governedBy.get("tables").isArray()).isTrue();
  }

  @Test
  void findings_make_a_new_version_and_keep_the_organisation() {
    var caseNumber = report("{\"title\":\"Database copied\",\"facts\":{\"risk\":\"unlikely\"}}");

    var incident =
        as("petra").put("/api/incidents/" + caseNumber + "/facts", "{\"risk\":\"high\"}");

    assertThat(incident.getStatusCode()).isEqualTo(OK);
    assertThat(incident.getBody().get("factsVersion").asInt()).isEqualTo(2);
    assertThat(incident.getBody().at("/facts/risk").asText()).isEqualTo("high");
    assertThat(incident.getBody().at("/facts/organisation/mainEstablishment").asText())
        .isEqualTo("DE");
  }

  @Test
  void findings_that_do_not_speak_of_a_hold_leave_it_in_force() {
    var caseNumber = report("{\"title\":\"Database copied\"}");
    var facts = "/api/incidents/" + caseNumber + "/facts";
    as("lena").put(facts, "{\"risk\":\"high\"," + hold("") + "}");

    var incident = as("ian").put(facts, "{\"risk\":\"high\",\"breach\":[\"confidentiality\"]}");
    assertThat(incident.getBody().at("/facts/hold/basis").asText()).isEqualTo("18 U.S.C. 2705(b)");
    assertThat(incident.getBody().at("/facts/hold/orderedBy").asText()).isEqualTo("FBI");
    assertThat(incident.getBody().at("/facts/hold/from").asText())
        .isEqualTo("2026-01-01T10:00:00Z");
  }

  @Test
  void a_hold_ends_sooner_only_once_two_people_have_sent_the_same_end() {
    time.is("2026-03-03T15:00:00Z");
    var caseNumber = report("{\"title\":\"Database copied\"}");
    var facts = "/api/incidents/" + caseNumber + "/facts";
    as("lena").put(facts, "{" + hold("") + "}");
    var sooner = "{" + hold(",\"until\":\"2026-03-04T12:00:00Z\"") + "}";

    var asked = as("ian").put(facts, sooner);
    assertThat(asked.getBody().at("/facts/hold/until").isMissingNode()).isTrue();
    as("ian").put(facts, sooner);
    var confirmed = as("lena").put(facts, sooner);

    assertThat(confirmed.getBody().at("/facts/hold/until").asText())
        .isEqualTo("2026-03-04T12:00:00Z");
  }

  @Test
  void a_hold_that_has_not_begun_is_refused() {
    var caseNumber = report("{\"title\":\"Database copied\"}");
    var later = hold("").replace("2026-01-01", "2198-01-01");

    var refused = as("lena").put("/api/incidents/" + caseNumber + "/facts", "{" + later + "}");

    assertThat(refused.getStatusCode()).isEqualTo(BAD_REQUEST);
    assertThat(refused.getBody().at("/errors/0/field").asText()).isEqualTo("hold.from");
    assertThat(refused.getBody().at("/errors/0/message").asText()).contains("in the future");
  }

  private static String hold(String until) {
    return "\"hold\":{\"basis\":\"18 U.S.C. 2705(b)\",\"orderedBy\":\"FBI\",\"from\":\"2026-01-01T10:00:00Z\"%s}"
        .formatted(until);
  }

  @Test
  void findings_reach_the_running_response_and_legal_accepts_what_they_change() {
    time.is("2026-03-03T15:00:00Z");
    var caseNumber = report("{\"title\":\"Database copied\"}");
    staff.runDueJobs();
    staff.does("ian", caseNumber, "triage", Breach.confirmed("2026-03-03T15:30+01:00"));
    staff.does("ian", caseNumber, "assessExposure", Breach.exposure("2026-03-03T15:30+01:00", 1));

    var incident =
        as("petra")
            .put(
                "/api/incidents/" + caseNumber + "/facts",
                """
                {"awareAt":"2026-03-03T15:30:00+01:00","risk":"high","breach":["confidentiality"],
                 "dataCategories":["name","email","online-credentials"],
                 "affected":[{"residence":"DE","people":300},{"residence":"US-CA","people":800}]}
                """);
    staff.runDueJobs();

    assertThat(incident.getStatusCode()).isEqualTo(OK);
    assertThat(staff.tasks(caseNumber)).contains("acceptChanges");
    var obligations = as("lena").get("/api/incidents/" + caseNumber).getBody().get("obligations");
    assertThat(obligations.findValuesAsText("id"))
        .contains("eu-gdpr-33-sa", "us-ca-civ1798.82-individuals");
    assertThat(obligations.findValues("fulfilment"))
        .allSatisfy(fulfilment -> assertThat(fulfilment.get("status").asText()).isEqualTo("open"));
  }

  @Test
  void findings_that_come_at_the_same_time_are_all_kept() {
    var caseNumber = report("{\"title\":\"Database copied\"}");
    var findings = "{\"account\":{\"cause\":\"cause %d\"}}";

    var answers =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () ->
                            as("petra")
                                .put(
                                    "/api/incidents/" + caseNumber + "/facts",
                                    findings.formatted(n))))
            .toList();

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.join().getStatusCode()).isEqualTo(OK));
    assertThat(as("mia").get("/api/incidents/" + caseNumber).getBody().get("factsVersion").asInt())
        .isEqualTo(8);
  }

  @Test
  void a_case_that_is_over_takes_no_findings_and_no_recipients(@Autowired Incidents incidents) {
    var caseNumber = report("{\"title\":\"Database copied\"}");
    incidents.dismiss(new CaseNumber(caseNumber), "ian");
    var over = "caseNumber: case %s is over, please report a new breach".formatted(caseNumber);
    refused(
        as("petra").put("/api/incidents/" + caseNumber + "/facts", "{\"risk\":\"high\"}"),
        CONFLICT,
        over);
    refused(
        as("petra")
            .postCsv(
                "/api/incidents/" + caseNumber + "/recipients",
                "id,email,name,language,residence\n"),
        CONFLICT,
        over);
  }

  @Test
  void recipients_are_added_although_the_case_goes_on_at_the_same_moment(
      @Autowired TransactionTemplate transaction,
      @Autowired RuntimeService processes,
      @Autowired JdbcClient db) {
    time.is("2026-03-28T09:00:00Z");
    var caseNumber =
        report("{\"title\":\"Database copied\",\"facts\":%s}".formatted(ApiDescription.FACTS));
    staff.runDueJobs(caseNumber);
    staff.does("ian", caseNumber, "triage", Breach.confirmed("2026-03-28T09:00:00Z"));

    var added =
        transaction.execute(
            open -> {
              processes
                  .createMessageCorrelation("findingsRecorded")
                  .processInstanceBusinessKey(caseNumber)
                  .correlateAll();
              var upload =
                  CompletableFuture.supplyAsync(
                      () ->
                          as("petra")
                              .postCsv(
                                  "/api/incidents/" + caseNumber + "/recipients",
                                  "id,email,name,language,residence\n1,ann@example.org,Ann,en,DE\n"));
              await().until(() -> isAnybodyKeptWaiting(db));
              return upload;
            });

    assertThat(added.join().getStatusCode()).isEqualTo(OK);
  }

  private static boolean isAnybodyKeptWaiting(JdbcClient db) {
    return db.sql("select count(*) from information_schema.sessions where blocker_id is not null")
            .query(Integer.class)
            .single()
        > 0;
  }

  @Test
  void recipients_are_added_from_csv() {
    var caseNumber = report("{\"title\":\"Database copied\"}");

    var report =
        as("ian")
            .postCsv(
                "/api/incidents/" + caseNumber + "/recipients",
                """
                id,email,name,language,residence
                1,maria@example.org,Maria Example,es,US-CA
                2,maria@example.org,Maria Example,es,US-CA
                3,nobody,Nobody Example,en,DE
                """);

    assertThat(report.getStatusCode()).isEqualTo(OK);
    assertThat(report.getBody().get("accepted").asInt()).isEqualTo(1);
    assertThat(report.getBody().get("duplicates").asInt()).isEqualTo(1);
    assertThat(report.getBody().at("/refused/0/line").asInt()).isEqualTo(4);
    assertThat(as("petra").get("/api/incidents/" + caseNumber + "/recipients").getBody())
        .hasToString(
            "{\"importing\":false,\"rows\":3,\"accepted\":1,\"duplicates\":1,\"refusedRows\":1}");
    problem(as("pia").get("/api/incidents/" + caseNumber + "/recipients"), FORBIDDEN);
  }

  @Test
  void a_file_that_is_no_list_of_recipients_is_refused() {
    var caseNumber = report("{\"title\":\"Database copied\"}");
    problem(
        as("ian").postCsv("/api/incidents/" + caseNumber + "/recipients", "a,b\n1,2\n"),
        BAD_REQUEST);
  }

  @Test
  void a_report_without_a_title_is_refused() {
    refused(
        as("ian").post("/api/incidents", "{\"description\":\"x\"}"),
        BAD_REQUEST,
        "title: is missing, say in a few words what happened");
  }

  @Test
  void a_report_with_too_long_a_title_is_refused() {
    refused(
        as("ian").post("/api/incidents", "{\"title\":\"%s\"}".formatted("x".repeat(201))),
        BAD_REQUEST,
        "title: may have 200 characters, shorten it");
  }

  @Test
  void wrong_facts_in_a_report_are_named_as_a_part_of_it() {
    refused(
        as("ian")
            .post(
                "/api/incidents",
                "{\"title\":\"x\",\"facts\":{\"affected\":[{\"residence\":\"XX\",\"people\":1}]}}"),
        BAD_REQUEST,
        "facts.affected[0].residence: 'XX' is no code of ISO 3166-1 or -2, write it like DE or US-CA");
  }

  @Test
  void what_lies_in_the_future_was_not_found() {
    refused(
        as("ian")
            .post(
                "/api/incidents",
                "{\"title\":\"x\",\"facts\":{\"awareAt\":\"2126-03-27T16:30:00+01:00\"}}"),
        BAD_REQUEST,
        "facts.awareAt: 2126-03-27T16:30+01:00 lies in the future, check the date");
  }

  @Test
  void a_case_that_is_not_there_is_not_found() {
    var message = "caseNumber: there is no case 1999-0001";
    refused(as("lena").get(NO_CASE), NOT_FOUND, message);
    refused(as("lena").put(NO_CASE + "/facts", ApiDescription.FACTS), NOT_FOUND, message);
    refused(as("ian").postCsv(NO_CASE + "/recipients", "id,email"), NOT_FOUND, message);
    refused(as("lena").get(NO_CASE + "/evidence.zip"), NOT_FOUND, message);
  }

  @Test
  void what_is_no_case_number_is_refused() {
    refused(
        as("lena").get("/api/incidents/latest"),
        BAD_REQUEST,
        "caseNumber: 'latest' is not a case number, write it like 2026-0001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  |               | omar  | legal, cio, core-it, pr, privacy, ceo, senior-leadership, managers
          GET  |               | admin | legal, cio, core-it, pr, privacy, ceo, senior-leadership, managers
          PUT  | /facts        | pia   | core-it, privacy, legal, cio
          PUT  | /facts        | mia   | core-it, privacy, legal, cio
          CSV  | /recipients   | lena  | core-it, privacy
          GET  | /evidence.zip | chris | legal, privacy, managers
          """)
  void who_may_not_learns_which_groups_may(
      String method, String path, String person, String groups) {
    var where = NO_CASE + (path == null ? "" : path);
    var answer =
        switch (method) {
          case "PUT" -> as(person).put(where, "{}");
          case "CSV" -> as(person).postCsv(where, "");
          default -> as(person).get(where);
        };
    refused(answer, FORBIDDEN, "this needs a member of one of these groups: " + groups);
  }

  @Test
  void who_is_no_staff_may_not_report() {
    refused(
        as("admin").post("/api/incidents", "{\"title\":\"x\"}"),
        FORBIDDEN,
        "this needs a member of one of these groups: incident-team, legal, cio, core-it, pr, senior-leadership, ceo, privacy, process-owners, managers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/incidents", "/%61pi/incidents", "/api;x/incidents"})
  void json_that_is_too_large_is_refused_however_the_address_is_spelled(String address) {
    refused(
        as("ian").post(address, "{\"title\":\"%s\"}".formatted("x".repeat(1 << 20))),
        PAYLOAD_TOO_LARGE,
        BodyLimit.MESSAGE);
  }

  @Test
  void recipients_come_as_csv_alone() {
    assertThat(problem(as("ian").post(NO_CASE + "/recipients", "{}"), UNSUPPORTED_MEDIA_TYPE))
        .isNotNull();
  }

  @Test
  void unknown_addresses_and_methods_are_problems_too() {
    problem(as("ian").get("/api/nothing"), NOT_FOUND);
    problem(as("ian").put("/api/incidents", "{}"), METHOD_NOT_ALLOWED);
  }

  private String report(String json) {
    return as("ian").post("/api/incidents", json).getBody().get("caseNumber").asText();
  }

  private Api as(String person) {
    return new Api(web, person);
  }

  private static void refused(ResponseEntity<JsonNode> answer, HttpStatus status, String detail) {
    assertThat(problem(answer, status).get("detail").asText()).isEqualTo(detail);
  }

  private static JsonNode problem(ResponseEntity<JsonNode> answer, HttpStatus status) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    assertThat(answer.getBody().get("status").asInt()).isEqualTo(status.value());
    return answer.getBody();
  }
}
