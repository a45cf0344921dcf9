package breachresponse.workflow.deployment;

import static breachresponse.support.Breach.report;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.notice.ChannelRules.Channel;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Modeler;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;

/** The walkthrough of docs/process-owners.md, step by step. */
@ApplicationTest
class WalkthroughTest {

  @Autowired private TestRestTemplate web;
  @Autowired private RepositoryService repository;
  @Autowired private RuntimeService processes;
  @Autowired private ManagementService jobs;
  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private PlanAtRest atRest;
  @Autowired private Timeline timeline;
  @Autowired private ChannelRules channels;

  private Modeler modeler;

  @BeforeEach
  void a_process_owner_opens_modeler() {
    time.is("2026-03-03T15:00:00Z");
    atRest.restore();
    modeler = new Modeler(web, "omar");
  }

  @AfterEach
  void what_was_deployed_is_taken_back() {
    modeler.takeBack(repository);
  }

  @Test
  void a_step_is_added() throws IOException {
    deploy(
        "respond-to-breach.bpmn",
        file("respond-to-breach.bpmn")
            .replace(
                "sourceRef=\"recordFalseAlarm\" targetRef=\"falseAlarm\"",
                "sourceRef=\"recordFalseAlarm\" targetRef=\"thankTheReporter\"")
            .replace(
                "<bpmn:endEvent id=\"falseAlarm\"",
                """
                <bpmn:serviceTask id="thankTheReporter" name="Note our thanks" camunda:modelerTemplate="breachresponse.record" camunda:asyncBefore="true" camunda:expression="${caseSteps.recordOnTimeline(execution)}">
                  <bpmn:extensionElements>
                    <camunda:inputOutput>
                      <camunda:inputParameter name="text">Better one alarm too many.</camunda:inputParameter>
                    </camunda:inputOutput>
                  </bpmn:extensionElements>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="thankTheReporterToFalseAlarm" sourceRef="thankTheReporter" targetRef="falseAlarm" />
                <bpmn:endEvent id="falseAlarm"\
                """));

    var response = staff.starts("ian", "respond-to-breach", report());
    var caseNumber =
        processes
            .createProcessInstanceQuery()
            .processInstanceId(response)
            .singleResult()
            .getBusinessKey();
    staff.does(
        "ian", caseNumber, "triage", Map.of("outcome", "false-alarm", "reason", "A test run."));

    assertThat(timeline.of(new CaseNumber(caseNumber)))
        .filteredOn(entry -> entry.act().equals("step recorded"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("Note our thanks");
              assertThat(entry.detail()).contains("Better one alarm too many.");
            });
  }

  @Test
  void a_timer_is_changed() throws IOException {
    deploy(
        "keep-plan-ready.bpmn",
        file("keep-plan-ready.bpmn").replace("0 0 5 * * ?", "0 30 6 * * ?"));

    assertThat(jobs.createJobQuery().processDefinitionKey("keep-plan-ready").timers().list())
        .extracting(Job::getDuedate)
        .extracting(due -> Instant.ofEpochMilli(due.getTime()))
        .containsExactly(Instant.parse("2026-03-04T06:30:00Z"));
  }

  @Test
  void a_law_is_added_and_counts_at_once() throws IOException {
    var table = file("obligations-europe.dmn");
    var row =
        Pattern.compile("<rule id=\"eu-gdpr-33-sa\">.*?</rule>", Pattern.DOTALL).matcher(table);
    assertThat(row.find()).isTrue();
    assertThat(evaluated()).doesNotContain("our-new-law");

    deploy(
        "obligations-europe.dmn",
        table.replace(
            row.group(), row.group() + row.group().replace("eu-gdpr-33-sa", "our-new-law")));

    assertThat(evaluated()).contains("our-new-law");
  }

  @Test
  void a_channel_is_added() throws IOException {
    assertThat(channels.channelsFor(4, Audience.PUBLIC))
        .extracting(Channel::name)
        .doesNotContain("mastodon");

    deploy(
        "channels.dmn",
        file("channels.dmn").replaceAll("(channelsMastodonLevel\">\\s*<text>)&gt; 6", "$1&gt;= 3"));

    assertThat(channels.channelsFor(4, Audience.PUBLIC))
        .extracting(Channel::name)
        .contains("mastodon");
  }

  private void deploy(String name, String content) {
    var answer = modeler.deploys(Map.of(name, content));
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
  }

  private String evaluated() {
    return web.exchange(
            RequestEntity.post(web.getRootUri() + "/api/obligations/evaluate")
                .headers(headers -> headers.setBasicAuth("lena", DemoStaff.PASSWORD))
                .contentType(MediaType.APPLICATION_JSON)
                .body(
                    """
                    {"awareAt":"2026-03-03T15:00:00+01:00","risk":"high",
                     "breach":["confidentiality"],"dataCategories":["name"],
                     "affected":[{"residence":"DE","people":10}]}"""),
            JsonNode.class)
        .getBody()
        .toString();
  }

  private static String file(String name) throws IOException {
    return Files.readString(Path.of("processes", name));
  }
}
