package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffState;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.staff.DemoStaff;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Ways past a signature by the engine's REST, each tried by somebody who might want it. */
@ApplicationTest
class FourEyesTest {

  @Autowired private TestRestTemplate web;
  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private Incidents incidents;
  @Autowired private SignOffs signOffs;
  @Autowired private Timeline timeline;
  @Autowired private RuntimeService processes;
  @Autowired private ManagementService jobs;
  @Autowired private TaskService tasks;

  private CaseNumber caseNumber;
  private Document document;
  private String instance;
  private Map<String, String> ids;

  @BeforeEach
  void lena_of_legal_wrote_a_text_that_legal_and_the_cio_sign() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = incidents.open("Stolen backup", "A tape is missing.", "ian");
    incidents.assess(caseNumber, 4, "as the test wants it", "ian");
    document =
        signOffs.submit(caseNumber, Document.Kind.FILING, "Report", "A tape is missing.", "lena");
    instance =
        processes
            .startProcessInstanceByKey(
                "sign-off", caseNumber.value(), Map.of("documentId", document.id().toString()))
            .getId();
    staff.runDueJobs(caseNumber.value());
    var definition =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .singleResult()
            .getProcessDefinitionId();
    ids =
        Map.of(
            "TASK", forGroup("legal").getId(),
            "OTHER", forGroup("cio").getId(),
            "INSTANCE", instance,
            "EXECUTION", forGroup("legal").getExecutionId(),
            "DEFINITION", definition,
            "MESSAGE",
                processes
                    .createEventSubscriptionQuery()
                    .processInstanceId(instance)
                    .eventType("message")
                    .listPage(0, 1)
                    .get(0)
                    .getEventName(),
            "JOB", jobs.createJobQuery().processInstanceId(instance).listPage(0, 1).get(0).getId());
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lena  | PUT    | /task/TASK/variables/signatory            | {"value":"cio","type":"String"}
          lena  | PUT    | /task/TASK/localVariables/signatory       | {"value":"cio","type":"String"}
          lena  | POST   | /task/TASK/variables                      | {"modifications":{"signatory":{"value":"cio","type":"String"}}}
          lena  | PUT    | /process-instance/INSTANCE/variables/documentId | {"value":"00000000-0000-0000-0000-000000000000","type":"String"}
          lena  | PUT    | /execution/EXECUTION/localVariables/signatory   | {"value":"cio","type":"String"}
          lena  | POST   | /task/TASK/submit-form                    | {"variables":{"decision":{"value":"sign"}}}
          lena  | POST   | /task/TASK/complete                       | {"variables":{"decision":{"value":"sign"}}}
          lena  | POST   | /task/TASK/resolve                        | {}
          lena  | POST   | /task/TASK/bpmnError                      | {"errorCode":"signed"}
          lena  | POST   | /task/TASK/bpmnEscalation                 | {"escalationCode":"signed"}
          lena  | POST   | /task/TASK/delegate                       | {"userId":"pia"}
          lena  | POST   | /task/TASK/assignee                       | {"userId":"pia"}
          lena  | POST   | /task/TASK/identity-links                 | {"groupId":"pr","type":"candidate"}
          lena  | POST   | /task/OTHER/claim                         | {"userId":"lena"}
          lena  | POST   | /task/OTHER/identity-links                | {"userId":"lena","type":"candidate"}
          lena  | DELETE | /task/TASK                                |
          lena  | POST   | /process-instance/INSTANCE/modification   | {"instructions":[{"type":"cancel","activityId":"sign"}]}
          lena  | POST   | /modification/execute                     | {"processDefinitionId":"DEFINITION","processInstanceIds":["INSTANCE"],"instructions":[{"type":"startAfterActivity","activityId":"sign"}]}
          lena  | POST   | /process-definition/DEFINITION/restart    | {"processInstanceIds":["INSTANCE"],"instructions":[{"type":"startAfterActivity","activityId":"sign"}]}
          lena  | POST   | /migration/execute                        | {"migrationPlan":{"sourceProcessDefinitionId":"DEFINITION","targetProcessDefinitionId":"DEFINITION","instructions":[]},"processInstanceIds":["INSTANCE"]}
          lena  | DELETE | /process-instance/INSTANCE                |
          lena  | POST   | /job/JOB/execute                          | {}
          lena  | PUT    | /job/JOB/duedate                          | {"duedate":"2026-03-03T15:00:00.000+0000"}
          lena  | PUT    | /job/JOB/retries                          | {"retries":0}
          lena  | POST   | /execution/EXECUTION/signal               | {}
          lena  | POST   | /message                                  | {"messageName":"MESSAGE","processInstanceId":"INSTANCE"}
          lena  | PUT    | /group/cio/members/lena                   | {}
          omar  | POST   | /process-instance/INSTANCE/modification   | {"instructions":[{"type":"cancel","activityId":"sign"}]}
          omar  | PUT    | /process-instance/INSTANCE/variables/documentId | {"value":"00000000-0000-0000-0000-000000000000","type":"String"}
          omar  | DELETE | /process-instance/INSTANCE                |
          mia   | POST   | /task/TASK/claim                          | {"userId":"mia"}
          mia   | POST   | /job/JOB/execute                          | {}
          admin | POST   | /task/TASK/assignee                       | {"userId":"pia"}
          admin | POST   | /task/TASK/delegate                       | {"userId":"pia"}
          admin | POST   | /task/TASK/claim                          | {"userId":"admin"}
          admin | POST   | /task/TASK/complete                       | {"variables":{"decision":{"value":"sign"}}}
          """)
  void no_way_leads_past_the_signatures(String person, String method, String path, String body) {
    var answer = asks(person, method, path, body);

    assertThat(answer.getStatusCode().isError()).as("%s", answer).isTrue();
    assertThat(signOffs.stateOf(document.id())).isEqualTo(SignOffState.WAITING);
    assertThat(signOffs.signatures(document.id())).isEmpty();
    assertThat(forGroup("legal").getAssignee()).isNull();
    assertThat(staff.groups(forGroup("legal"))).containsExactly("legal");
    assertThat(staff.groups(forGroup("cio"))).containsExactly("cio");
  }

  @Test
  void who_wrote_it_does_not_sign_it_even_if_an_administrator_gives_them_the_task() {
    assertThat(asks("admin", "POST", "/task/TASK/assignee", "{\"userId\":\"lena\"}"))
        .extracting(answer -> answer.getStatusCode().value())
        .isEqualTo(204);

    var answer =
        asks(
            "lena",
            "POST",
            "/task/TASK/submit-form",
            "{\"variables\":{\"decision\":{\"value\":\"sign\"}}}");

    assertThat(answer.getBody()).contains("signature: who wrote a text cannot sign it");
    assertThat(signOffs.signatures(document.id())).isEmpty();
    assertThat(interventions()).singleElement().asString().startsWith("assign (task) in Sign-off");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT  | /process-instance/INSTANCE/variables/note | {"value":"x","type":"String"}               | set variable in Sign-off
          POST | /process-instance/INSTANCE/modification   | {"instructions":[{"type":"cancel","activityId":"sign"}]} | modify process instance in Sign-off
          POST | /task/TASK/identity-links                 | {"userId":"pia","type":"candidate"}         | add user link (identity link) in Sign-off
          PUT  | /process-instance/INSTANCE/suspended      | {"suspended":true}                          | suspend (process instance) in Sign-off
          PUT  | /job/JOB/duedate                          | {"duedate":"2026-03-05T15:00:00.000+0000"}  | set due date (job) in Sign-off
          """)
  void what_an_administrator_does_past_the_forms_is_on_the_timeline_and_shown_to_legal(
      String method, String path, String body, String inWords) {
    var answer = asks("admin", method, path, body);

    assertThat(answer.getStatusCode().is2xxSuccessful()).as("%s", answer).isTrue();
    assertThat(interventions()).containsExactly(inWords);
    assertThat(timeline.of(caseNumber, Timeline.INTERVENTION))
        .extracting(Timeline.Entry::by)
        .containsExactly("admin");
    assertThat(signOffs.mayGoOut(document.id())).isFalse();
    assertThat(sheetOfLegal())
        .contains(
            "**An administrator intervened past the forms:** Ada Administrator, "
                + CaseSheet.plain(inWords));
  }

  private String sheetOfLegal() {
    var other =
        signOffs.submit(caseNumber, Document.Kind.FILING, "Another", "And a laptop.", "petra");
    processes.startProcessInstanceByKey(
        "sign-off", caseNumber.value(), Map.of("documentId", other.id().toString()));
    staff.runDueJobs(caseNumber.value());
    return staff.tasks(caseNumber.value(), "sign").stream()
        .filter(task -> staff.groups(task).contains("legal"))
        .map(task -> staff.form(task).get("caseSheet").toString())
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private List<String> interventions() {
    return timeline.of(caseNumber, Timeline.INTERVENTION).stream()
        .map(entry -> entry.detail().orElseThrow())
        .toList();
  }

  private Task forGroup(String group) {
    return staff.tasks(caseNumber.value(), "sign").stream()
        .filter(task -> tasks.getVariable(task.getId(), "signatory").equals(group))
        .findFirst()
        .orElseThrow();
  }

  private ResponseEntity<String> asks(String person, String method, String path, String body) {
    var headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_JSON);
    return web.withBasicAuth(person, DemoStaff.PASSWORD)
        .exchange(
            "/engine-rest" + withIds(path),
            HttpMethod.valueOf(method),
            new HttpEntity<>(body == null ? null : withIds(body), headers),
            String.class);
  }

  private String withIds(String text) {
    for (var id : ids.entrySet()) {
      text = text.replace(id.getKey(), id.getValue());
    }
    return text;
  }
}
