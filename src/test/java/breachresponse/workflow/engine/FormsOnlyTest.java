package breachresponse.workflow.engine;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import breachresponse.support.Breach;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What people could do by the engine's REST, and may not. */
@ApplicationTest
class FormsOnlyTest {

  @Autowired private TestRestTemplate web;
  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;

  private String caseNumber;
  private String triage;

  @BeforeEach
  void a_breach_that_waits_for_its_triage() {
    time.is("2026-03-03T15:00:00Z");
    var instance = staff.starts("ian", "respond-to-breach", Breach.report());
    caseNumber =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .singleResult()
            .getBusinessKey();
    triage = staff.task(caseNumber, "triage").getId();
  }

  @Test
  void nobody_starts_a_process_behind_its_beginning() {
    var answer =
        post(
            "pia",
            "/process-definition/key/respond-to-breach/start",
            """
            {"businessKey":"%1$s","variables":{"caseNumber":{"value":"%1$s"}},
             "startInstructions":[{"type":"startBeforeActivity","activityId":"closeCase"}]}"""
                .formatted(caseNumber));

    assertThat(answer.getBody()).contains("process: please start it through its form");
    assertThat(staff.passed(caseNumber)).doesNotContain("closeCase");
  }

  @ParameterizedTest
  @CsvSource({"mia, restart", "admin, restart", "admin, restart-async"})
  void nobody_starts_a_finished_process_anew_behind_what_must_be_signed(
      String person, String how, @Autowired IdentityService identities) {
    var instance = tasks.createTaskQuery().taskId(triage).singleResult().getProcessInstanceId();
    staff.does(
        "ian",
        caseNumber,
        "triage",
        Map.of("outcome", "false-alarm", "reason", "It was our own backup."));
    identities.createMembership("mia", "legal");
    try {
      var answer =
          post(
              person,
              "/process-definition/key/respond-to-breach/" + how,
              """
              {"processInstanceIds":["%s"],
               "instructions":[{"type":"startBeforeActivity","activityId":"closeCase"}]}"""
                  .formatted(instance));

      assertThat(answer.getBody()).contains("process: please start it through its form");
      assertThat(staff.passed(caseNumber)).doesNotContain("closeCase");
    } finally {
      identities.deleteMembership("mia", "legal");
    }
  }

  @Test
  void nobody_completes_a_task_without_its_form() {
    var answer = post("ian", "/task/%s/complete".formatted(triage), "{}");

    assertThat(answer.getBody()).contains("task: please complete it through its form");
    assertThat(staff.tasks(caseNumber)).containsExactly("triage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          awareAt | 0001-01-01T10:00Z                | awareAt: the year 1 can't be meant
          awareAt | -999999999-01-01T00:00+18:00     | awareAt: the year -999999999 can't be meant
          awareAt | 2026-03-03T10:00                 | awareAt: '2026-03-03T10:00' is not a time with its zone
          reason  | The logs\\u0000 show the copy. | reason: it has invisible characters
          """)
  void what_can_not_be_an_answer_is_named_and_the_task_stays_open(
      String field, String answer, String message) {
    var answers =
        Breach.with(Breach.confirmed("2026-03-03T15:30+01:00"), field, answer).entrySet().stream()
            .map(a -> "\"%s\":{\"value\":\"%s\"}".formatted(a.getKey(), a.getValue()))
            .collect(joining(","));

    var refusal =
        post(
            "ian",
            "/task/%s/submit-form".formatted(triage),
            "{\"variables\":{%s}}".formatted(answers));

    assertThat(refusal.getBody()).contains(message);
    assertThat(staff.tasks(caseNumber)).containsExactly("triage");
  }

  @Test
  void nobody_claims_a_task_for_somebody_outside_of_its_groups() {
    var answer = post("ian", "/task/%s/claim".formatted(triage), "{\"userId\":\"omar\"}");

    assertThat(answer.getBody()).contains("userId: the task does not wait for this person");
    assertThat(staff.task(caseNumber, "triage").getAssignee()).isNull();
    assertThat(get("omar", "/task/" + triage).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void who_has_claimed_a_task_gives_it_back_and_nobody_else_does() {
    post("ian", "/task/%s/claim".formatted(triage), "{\"userId\":\"ian\"}");

    assertThat(post("sam", "/task/%s/unclaim".formatted(triage), "{}").getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(staff.task(caseNumber, "triage").getAssignee()).isEqualTo("ian");

    assertThat(post("ian", "/task/%s/unclaim".formatted(triage), "{}").getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(staff.task(caseNumber, "triage").getAssignee()).isNull();
  }

  @Test
  void the_groups_that_a_task_waits_for_are_shown_to_everybody_by_their_names() {
    assertThat(get("pia", "/group?maxResults=1&id=senior-leadership").getBody())
        .contains("Senior leadership");
  }

  @Test
  void who_was_asked_by_name_may_claim_a_task() {
    tasks.addCandidateUser(triage, "petra");
    assertThat(post("petra", "/task/%s/claim".formatted(triage), "{\"userId\":\"petra\"}"))
        .extracting(ResponseEntity::getStatusCode)
        .isEqualTo(HttpStatus.NO_CONTENT);
  }

  private ResponseEntity<String> post(String person, String path, String json) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return as(person)
        .postForEntity("/engine-rest" + path, new HttpEntity<>(json, headers), String.class);
  }

  private ResponseEntity<String> get(String person, String path) {
    return as(person).getForEntity("/engine-rest" + path, String.class);
  }

  private TestRestTemplate as(String person) {
    return web.withBasicAuth(person, DemoStaff.PASSWORD);
  }
}
