package breachresponse.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.PAYLOAD_TOO_LARGE;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@ApplicationTest
class IncidentsApiTest {

  private static final String NO_CASE = "/api/incidents/1999-0001";

  @Autowired private TestRestTemplate web;

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
        "title: may have 200 characters and no NUL, shorten it");
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

  @Test
  void json_that_is_too_large_is_refused() {
    refused(
        as("ian").post("/api/incidents", "{\"title\":\"%s\"}".formatted("x".repeat(1 << 20))),
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
