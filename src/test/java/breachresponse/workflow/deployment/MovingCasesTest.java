package breachresponse.workflow.deployment;

import static breachresponse.support.Breach.confirmed;
import static breachresponse.support.Breach.exposure;
import static breachresponse.support.Breach.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import breachresponse.evidence.Governing;
import breachresponse.evidence.GoverningRules;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Modeler;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** A case is open when its diagram changes; it is moved as docs/process-owners.md says. */
@ApplicationTest
class MovingCasesTest {

  private static final String DIAGRAM = "fulfil-obligation";
  private static final String AWARE = "2026-03-03T15:30+01:00";

  @Autowired private TestRestTemplate web;
  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private PlanAtRest atRest;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService processes;
  @Autowired private ManagementService jobs;
  @Autowired private GoverningRules rules;
  @Autowired private Timeline timeline;

  private Modeler modeler;
  private CaseNumber caseNumber;
  private String first;

  @BeforeEach
  void a_case_is_open_on_the_first_version() {
    time.is("2026-03-03T15:00:00Z");
    atRest.restore();
    modeler = new Modeler(web, "omar");
    first = latest();
    var response = staff.starts("ian", "respond-to-breach", report());
    caseNumber =
        new CaseNumber(
            processes
                .createProcessInstanceQuery()
                .processInstanceId(response)
                .singleResult()
                .getBusinessKey());
    staff.does("ian", caseNumber.value(), "triage", confirmed(AWARE));
    staff.does("ian", caseNumber.value(), "assessExposure", exposure(AWARE, 1));
    staff.runDueJobs(caseNumber.value());
  }

  @AfterEach
  void the_diagram_is_as_it_was() {
    running().forEach(process -> processes.deleteProcessInstance(process.getId(), "test is over"));
    modeler.takeBack(repository);
    atRest.restore();
  }

  @Test
  void a_running_case_goes_on_with_its_version_until_it_is_moved() throws IOException {
    deploy(withAStepAfterTheFiling());

    assertThat(running())
        .isNotEmpty()
        .allSatisfy(process -> assertThat(process.getProcessDefinitionId()).isEqualTo(first));
  }

  @Test
  void a_dry_run_says_what_does_not_fit_and_moves_nothing() throws IOException {
    deploy(drawn().replace("\"prepareFiling\"", "\"writeFiling\""));
    var plan = modeler.posts("/migration/generate", between()).getBody();

    assertThat(instructions(plan)).doesNotContain("prepareFiling");
    var tried =
        modeler.posts(
            "/migration/execute", Map.of("migrationPlan", plan, "processInstanceIds", ids()));

    assertThat(tried.getStatusCode().value()).isEqualTo(400);
    assertThat(tried.getBody().get("message").asText()).contains("prepareFiling");
    assertThat(running())
        .allSatisfy(process -> assertThat(process.getProcessDefinitionId()).isEqualTo(first));
  }

  @Test
  void a_moved_case_goes_on_in_the_new_version_with_its_timers() throws IOException {
    deploy(withAStepAfterTheFiling());
    var due = dueDates();
    var plan = modeler.posts("/migration/generate", between()).getBody();
    assertThat(instructions(plan)).contains("prepareFiling", "tellTheRecipient", "deadlinePassed");
    var valid = modeler.posts("/migration/validate", plan).getBody();
    assertThat(valid.get("instructionReports")).isEmpty();
    time.is("2026-03-03T16:00:00Z");

    var moved =
        modeler.posts(
            "/migration/execute", Map.of("migrationPlan", plan, "processInstanceIds", ids()));

    assertThat(moved.getStatusCode().value()).as("%s", moved.getBody()).isEqualTo(204);
    assertThat(running())
        .allSatisfy(process -> assertThat(process.getProcessDefinitionId()).isEqualTo(latest()));
    assertThat(due).isNotEmpty();
    assertThat(dueDates()).isEqualTo(due);
    assertThat(governing())
        .extracting(by -> by.rule().version(), Governing::from, Governing::until)
        .containsExactly(
            tuple(1, time.instant().minusSeconds(3600), Optional.of(time.instant())),
            tuple(2, time.instant(), Optional.empty()));
    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("moved to another version"))
        .hasSameSizeAs(ids())
        .allSatisfy(
            entry -> {
              assertThat(entry.by()).isEqualTo("omar");
              assertThat(entry.detail())
                  .contains("Fulfil an obligation: from version 1, to version 2");
            });
    time.is("2026-03-06T14:30:00Z");
    staff.runDueJobs(caseNumber.value());
    assertThat(staff.passed(caseNumber.value())).contains("deadlinePassed", "escalate");
  }

  @Test
  void staff_move_nothing() throws IOException {
    deploy(withAStepAfterTheFiling());
    var plan = modeler.posts("/migration/generate", between()).getBody();

    var tried =
        new Modeler(web, "ian")
            .posts(
                "/migration/execute", Map.of("migrationPlan", plan, "processInstanceIds", ids()));

    assertThat(tried.getStatusCode().value()).isEqualTo(403);
  }

  private void deploy(String diagram) {
    var answer = modeler.deploys(Map.of(DIAGRAM + ".bpmn", diagram));
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
  }

  private static String withAStepAfterTheFiling() throws IOException {
    return drawn()
        .replace(
            "sourceRef=\"fileIt\" targetRef=\"told\"", "sourceRef=\"fileIt\" targetRef=\"note\"")
        .replace(
            "<bpmn:exclusiveGateway id=\"told\">",
            """
            <bpmn:serviceTask id="note" name="Note it" camunda:expression="${caseSteps.recordOnTimeline(execution)}">
              <bpmn:extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name="text">The recipient is told.</camunda:inputParameter>
                </camunda:inputOutput>
              </bpmn:extensionElements>
            </bpmn:serviceTask>
            <bpmn:sequenceFlow id="noteToTold" sourceRef="note" targetRef="told" />
            <bpmn:exclusiveGateway id="told">
            """);
  }

  private static String drawn() throws IOException {
    return Files.readString(Path.of("processes", DIAGRAM + ".bpmn"));
  }

  private Map<String, Object> between() {
    return Map.of("sourceProcessDefinitionId", first, "targetProcessDefinitionId", latest());
  }

  private static List<String> instructions(JsonNode plan) {
    return StreamSupport.stream(plan.get("instructions").spliterator(), false)
        .map(instruction -> instruction.at("/sourceActivityIds/0").asText())
        .toList();
  }

  private String latest() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(DIAGRAM)
        .latestVersion()
        .singleResult()
        .getId();
  }

  private List<ProcessInstance> running() {
    return processes
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber.value())
        .processDefinitionKey(DIAGRAM)
        .list();
  }

  private List<String> ids() {
    return running().stream().map(ProcessInstance::getId).toList();
  }

  private List<Date> dueDates() {
    return ids().stream()
        .flatMap(id -> jobs.createJobQuery().processInstanceId(id).timers().list().stream())
        .map(Job::getDuedate)
        .map(due -> new Date(due.getTime()))
        .sorted()
        .toList();
  }

  private List<Governing> governing() {
    return rules.diagrams(caseNumber).stream()
        .filter(by -> by.rule().key().equals(DIAGRAM))
        .toList();
  }
}
