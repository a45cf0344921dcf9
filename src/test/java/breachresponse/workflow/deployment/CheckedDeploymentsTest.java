package breachresponse.workflow.deployment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.evidence.Timeline;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Modeler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What Modeler's rocket gets for an answer, as a process owner. */
@ApplicationTest
class CheckedDeploymentsTest {

  @Autowired private TestRestTemplate web;
  @Autowired private RepositoryService repository;

  private Modeler modeler;
  private long before;

  @BeforeEach
  void a_process_owner_opens_modeler() {
    modeler = new Modeler(web, "omar");
    before = repository.createDeploymentQuery().count();
  }

  @AfterEach
  void what_was_deployed_is_taken_back() {
    modeler.takeBack(repository);
  }

  @ParameterizedTest(name = "{0}: {1} becomes {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
report-findings   | ${reportFindings.evaluateAgain(caseNumber)} | ${reportFindings.evaluateTwice(caseNumber)} | report-findings.bpmn, "Have the case evaluated again" (evaluateAgain): has the expression ${reportFindings.evaluateTwice(caseNumber)}, which calls reportFindings.evaluateTwice with 1 arguments, which does not exist; please call one of those that do: evaluateAgain
report-findings   | evaluateAgain(caseNumber)} | evaluateAgain(caseNumber, finder)} | calls reportFindings.evaluateAgain with 2 arguments, which does not exist
report-findings   | ${reportFindings.evaluateAgain | ${dataSource.getConnection | which calls the method dataSource.getConnection; please call a method of a process class
report-findings   | ${reportFindings.evaluateAgain(caseNumber)} | ${execution.getProcessEngineServices().getIdentityService()} | which calls the method ….getIdentityService; please
report-findings   | ${reportFindings.evaluateAgain(caseNumber)} | ${reportFindings.class.classLoader} | which reaches the property reportFindings.class.classLoader; please
report-findings   | ${reportFindings.evaluateAgain(caseNumber)} | ${reportFindings.evaluateAgain(caseNumber} | cannot be read
report-findings   | ${finder} | ${now()} | report-findings.bpmn, "Record findings" (recordFindings): has the expression ${now()}, which calls the function now; please
report-findings   | "record-findings" | "record-nothing" | report-findings.bpmn, "Record findings" (recordFindings): has the form record-nothing, which does not exist; please deploy the form before or together with this diagram
report-findings   | camunda:formRef="record-findings" camunda:formRefBinding="latest" | camunda:formRef="record-findings" camunda:formRefBinding="deployment" | has the form record-findings of the same deployment, which does not bring it; please deploy both together, or set Binding to latest
report-findings   | camunda:formRef="record-findings" camunda:formRefBinding="latest" | | "Record findings" (recordFindings): has no form, so that nobody could complete it; please name one in Form reference
report-findings   | camunda:historyTimeToLive="3650" | | report-findings.bpmn, "Report new findings" (report-findings): does not say how long its history is kept; please fill in its Time to live, such as 3650 (days)
report-findings   | camunda:expression="${reportFindings.evaluateAgain(caseNumber)}" | camunda:class="org.example.Evaluate" | "Have the case evaluated again" (evaluateAgain): has camunda:class, and diagrams run no code of their own; please call a method of a process class by an expression
report-findings   | camunda:expression="${reportFindings.evaluateAgain(caseNumber)}" | camunda:type="shell" | (evaluateAgain): has camunda:type, and diagrams run no code
report-findings   | camunda:expression="${reportFindings.evaluateAgain(caseNumber)}" | camunda:delegateExpression="${reportFindings}" | has camunda:delegateExpression, and
report-findings   | expression="${reportFindings.recordFindings(task)}" | class="org.example.Listener" | "Record findings" (recordFindings): has camunda:class, and
report-findings   | <camunda:taskListener event="complete" expression="${reportFindings.recordFindings(task)}" /> | <camunda:taskListener event="complete"><camunda:script scriptFormat="javascript">1</camunda:script></camunda:taskListener> | "Record findings" (recordFindings): has camunda:script, and
report-findings   | <camunda:taskListener event="complete" expression="${reportFindings.recordFindings(task)}" /> | <camunda:inputOutput><camunda:inputParameter name="x"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput> | has camunda:script, and
report-findings   | <camunda:taskListener event="complete" expression="${reportFindings.recordFindings(task)}" /> | <camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector> | has camunda:connector, and
report-findings   | </bpmn:process> | <bpmn:scriptTask id="code" name="Run code" scriptFormat="groovy"><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:process> | has a script, and diagrams run no code
report-findings   | http://camunda.org/schema/1.0/bpmn | http://activiti.org/bpmn | report-findings.bpmn: is written for Activiti; please draw it in Modeler for Camunda 7
report-findings   | </bpmn:process> | | report-findings.bpmn: is no BPMN diagram, please open it in Modeler and correct what it reports
update-post       | calledElement="tell-the-public" | calledElement="tell-nobody" | "Tell the public" (tellThePublic): calls the process tell-nobody, which does not exist; please deploy it before or together with this one
update-post       | calledElement="tell-the-public" | calledElement="${who}" | "Tell the public" (tellThePublic): does not name the process that it calls; please name it in Called element
update-post       | calledElement="tell-the-public" | calledElement="tell-the-public" camunda:calledElementBinding="version" camunda:calledElementVersion="1" | calls tell-the-public in its version, which cannot be checked; please call the latest version
update-post       | sourceRef="isThereANewVersion" targetRef="signOffUpdate" | sourceRef="isThereANewVersion" targetRef="tellThePublic" | (postByItself): posts on a channel, and no sign-off is on the way; please call the process sign-off before
update-post       | ${updatePost.isSigned(documentId)} | ${documentId != null} | posts on a channel, and nothing asks whether it was signed; please let only a flow with the condition ${….isSigned(documentId)} lead on from the sign-off
update-post       | <bpmn:sequenceFlow id="updateWantedToVersionWanted" | <bpmn:boundaryEvent id="late" name="Late" attachedToRef="signOffUpdate"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id="bypass" sourceRef="late" targetRef="tellThePublic" /><bpmn:sequenceFlow id="updateWantedToVersionWanted" | no sign-off is on the way; please call the process sign-off before, and let only a flow with the condition ${….isSigned(documentId)} lead on. The way to it: Update wanted → Write new version → Is there a new version? → Sign off update → Late → Tell the public → Text approved
update-post       | <bpmn:sequenceFlow id="updateWantedToVersionWanted" | <bpmn:subProcess id="rush" name="Rush" triggeredByEvent="true"><bpmn:startEvent id="rushed" name="Rushed" isInterrupting="false"><bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:startEvent><bpmn:callActivity id="rushOut" name="Rush out" calledElement="tell-the-public" /><bpmn:sequenceFlow id="rushing" sourceRef="rushed" targetRef="rushOut" /></bpmn:subProcess><bpmn:sequenceFlow id="updateWantedToVersionWanted" | The way to it: Rushed → Rush out → Text approved
fulfil-obligation | sourceRef="prepareFiling" targetRef="signOffFiling" | sourceRef="prepareFiling" targetRef="fileIt" | fulfil-obligation.bpmn, "File it" (fileIt): files with an authority, and no sign-off is on the way
notify-customers  | sourceRef="draftNotice" targetRef="doTheSegmentsFit" | sourceRef="draftNotice" targetRef="dispatchNotice" | "Start dispatch" (startDispatch): hands over the mail, and no sign-off is on the way
dispatch-notice   | camunda:isStartableInTasklist="false" | | "Start dispatch" (startDispatch): hands over the mail, and no sign-off is on the way; please call the process sign-off before, and let only a flow with the condition ${….isSigned(documentId)} lead on. The way to it: Notice released → Is there a hold of law enforcement? → Start dispatch
publish-holding-statement | ${statementIsReleased} | ${postId != null} | posts on a channel, and nothing asks whether it was signed
""")
  void refused(String diagram, String part, String other, String message) throws IOException {
    var drawn = file("processes/" + diagram + ".bpmn");
    assertThat(drawn).contains(part);

    var answer =
        modeler.deploys(Map.of(diagram + ".bpmn", drawn.replace(part, other == null ? "" : other)));

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(400);
    assertThat(answer.getBody().get("message").asText())
        .startsWith("Nothing is deployed.\n")
        .contains(message);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}: {1} becomes {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
criticality-scale | <text>6</text> | <text>5</text> | criticality-scale.dmn, "Criticality scale" (criticalityScale): rows 6 and 7 hold at once, and the hit policy is Unique; please make them exclude each other, or choose another hit policy
criticality-scale | <text>6</text> | <text>5</text> | has no row for level = 6, and must always have an answer; please add one
enisa-severity    | [2..3)         | [2..3]         | (enisaSeverity): rows 2 and 3 hold at once
enisa-severity    | &gt;= 4        | &gt; 4         | (enisaSeverity): has no row for severity = 4, and must always have an answer; please add one
signatories       | "ruling-out"   | "filing"       | (signatories): has no row for kind = ruling-out, and must always have an answer; please add one
signatories       | &gt;= 3        | &gt;= three or | (signatories): in row 2 the cell >= three or is no FEEL; please correct it, and put words in quotation marks
authorities       | "ES"           | "AT"           | (authorities): rows 1 and
filing-forms      | (?, "US-")     | (?, "US-"      | is no FEEL; please correct it
channels          | camunda:historyTimeToLive="3650" | | channels.dmn, "Channels" (channels): does not say how long its history is kept; please fill in its Time to live
""")
  void a_table_is_refused(String table, String part, String other, String message)
      throws IOException {
    var written = file("processes/" + table + ".dmn");
    assertThat(written).contains(part);

    var answer =
        modeler.deploys(Map.of(table + ".dmn", written.replace(part, other == null ? "" : other)));

    assertThat(answer.getStatusCode().is4xxClientError()).as("%s", answer.getBody()).isTrue();
    assertThat(answer.getBody().get("message").asText()).contains(message);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void one_bad_file_refuses_the_whole_deployment_and_each_reason_is_named() throws IOException {
    var answer =
        modeler.deploys(
            Map.of(
                "look-again.bpmn",
                file("processes/look-again.bpmn").replace("\"Look again\"", "\"Look twice\""),
                "report-findings.bpmn",
                file("processes/report-findings.bpmn")
                    .replace("evaluateAgain(", "evaluateTwice(")
                    .replace("\"record-findings\"", "\"record-nothing\"")));

    assertThat(answer.getBody().get("message").asText())
        .contains("reportFindings.evaluateTwice", "record-nothing");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    assertThat(version("look-again")).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"look-again.bpmn, Look again", "channels.dmn, Channels"})
  void a_file_that_reaches_for_other_files_or_swells_is_refused(
      String file, String name, @TempDir Path server) throws IOException {
    var secret = Files.writeString(server.resolve("secret"), "the key of the evidence");
    var laughs =
        IntStream.rangeClosed(1, 9)
            .mapToObj(n -> "<!ENTITY l%d \"%s\">".formatted(n, "&l%d;".formatted(n - 1).repeat(10)))
            .collect(joining());
    for (var entities :
        List.of(
            "<!ENTITY x SYSTEM \"%s\">".formatted(secret.toUri()),
            "<!ENTITY l0 \"ha\">%s<!ENTITY x \"&l9;\">".formatted(laughs))) {
      var written =
          file("processes/" + file)
              .replaceFirst("\\?>", "?><!DOCTYPE definitions [%s]>".formatted(entities))
              .replace("name=\"%s\"".formatted(name), "name=\"&x;\"")
              .replaceFirst("(?s)<(bpmn:)?(documentation|description)>.*?<", "<$1$2>&x;<");
      assertThat(written).contains("&x;");

      var answer = modeler.deploys(Map.of(file, written));

      assertThat(answer.getStatusCode().isError()).as("%s", answer.getBody()).isTrue();
      assertThat(answer.getBody().toString()).doesNotContain("the key of the evidence");
      assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }
  }

  @Test
  void a_case_drawn_in_cmmn_is_refused() {
    var answer = modeler.deploys(Map.of("other.cmmn", "<definitions/>"));

    assertThat(answer.getBody().get("message").asText())
        .contains(
            "other.cmmn: is a case in CMMN, which is not checked; please draw a process in BPMN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          other..bpmn      | other..bpmn: is no BPMN diagram
          to: all.bpmn     | to: all.bpmn: is no BPMN diagram
          C:other.bpmn     | C:other.bpmn: has a name that leads to another folder
          OTHER.DMN        | OTHER.DMN: is no diagram, table or form
          bomb.zip         | bomb.zip: is no diagram, table or form
          update-post.exe  | update-post.exe: is no diagram, table or form
          ../../other.bpmn | ../../other.bpmn: has a name that leads to another folder
          /etc/other.form  | /etc/other.form: has a name that leads to another folder
          ..\\other.dmn    | other.dmn: has a name that leads to another folder
          """)
  void a_file_of_another_kind_or_with_a_way_for_a_name_is_refused(String name, String problem) {
    var before = repository.createDeploymentQuery().count();

    var answer = modeler.deploys(Map.of(name, "PK"));

    assertThat(answer.getBody().get("message").asText()).contains(problem).contains("please");
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
  }

  @Test
  void a_good_diagram_is_the_next_version() throws IOException {
    var answer =
        modeler.deploys(
            Map.of(
                "look-again.bpmn",
                file("processes/look-again.bpmn").replace("\"Look again\"", "\"Look twice\"")));

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    assertThat(version("look-again")).isEqualTo(2);
  }

  @Test
  void who_deployed_what_is_on_the_timeline_of_each_open_case(
      @Autowired Incidents incidents, @Autowired Timeline timeline) throws IOException {
    var open = incidents.open("Stolen backup", "A tape is missing.", "ian");
    var closed = incidents.open("Our own backup", "It was ours.", "ian");
    incidents.dismiss(closed, "ian");

    modeler.deploys(
        Map.of(
            "look-again.bpmn",
            file("processes/look-again.bpmn").replace("\"Look again\"", "\"Look twice\"")));

    assertThat(timeline.of(open, "rules deployed"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("omar");
              assertThat(entry.detail())
                  .hasValueSatisfying(files -> assertThat(files).contains("look-again.bpmn"));
            });
    assertThat(timeline.of(closed, "rules deployed")).isEmpty();
  }

  @Test
  void a_form_and_a_process_that_a_diagram_needs_may_come_with_it() throws IOException {
    var answer =
        modeler.deploys(
            Map.of(
                "report-findings.bpmn",
                file("processes/report-findings.bpmn")
                    .replace("\"record-findings\"", "\"record-more\""),
                "record-more.form",
                file("forms/record-findings.form")
                    .replace("\"id\": \"record-findings\"", "\"id\": \"record-more\"")));

    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
  }

  @Test
  void a_page_of_a_task_is_taken_along_from_the_version_before() throws IOException {
    modeler.deploys(
        Map.of(
            "notify-customers.bpmn",
            file("processes/notify-customers.bpmn")
                .replace("\"Draft notice\"", "\"Write notice\"")));

    var latest =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey("notify-customers")
            .latestVersion()
            .singleResult();
    assertThat(latest.getVersion()).isEqualTo(2);
    assertThat(
            repository.getResourceAsStream(
                latest.getDeploymentId(), "forms/provide-recipients.html"))
        .hasContent(file("forms/provide-recipients.html"));
  }

  @Test
  void our_own_diagrams_and_tables_pass_together() throws IOException {
    var all = new TreeMap<String, String>();
    for (var folder : List.of("processes", "forms")) {
      try (var files = Files.list(Path.of(folder))) {
        for (var file : files.toList()) {
          all.put(file.toString(), Files.readString(file) + "\n");
        }
      }
    }

    assertThat(modeler.deploys(all).getStatusCode().value()).isEqualTo(200);
  }

  @Test
  void whoever_is_no_process_owner_deploys_nothing() throws IOException {
    var answer =
        new Modeler(web, "ian")
            .deploys(Map.of("look-again.bpmn", file("processes/look-again.bpmn")));

    assertThat(answer.getStatusCode().value()).isEqualTo(403);
  }

  private int version(String process) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .latestVersion()
        .singleResult()
        .getVersion();
  }

  private static String file(String name) throws IOException {
    return Files.readString(Path.of(name));
  }
}
