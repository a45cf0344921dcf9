package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;

import breachresponse.delivery.Recipients;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.LegalHolds;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.staff.DemoStaff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case under legal hold: nothing of it is destroyed until the last hold has ended. */
@ApplicationTest
class KeepEvidenceTest {

  private static final Duration TEN_YEARS_AND_MORE = Duration.ofDays(3700);
  private static final List<String> HISTORY =
      List.of("procinst", "actinst", "taskinst", "varinst", "detail", "op_log", "identitylink");

  @Autowired private Cases cases;
  @Autowired private LegalHolds holds;
  @Autowired private Recipients recipients;
  @Autowired private Timeline timeline;
  @Autowired private EraseRecipients eraseRecipients;
  @Autowired private CaseOverview overview;
  @Autowired private RuntimeService processes;
  @Autowired private RepositoryService repository;
  @Autowired private HistoryService history;
  @Autowired private ManagementService jobs;
  @Autowired private JdbcClient db;
  @Autowired private TestRestTemplate web;
  @Autowired private Staff staff;
  @Autowired private Time time;

  private CaseNumber caseNumber;
  private String number;

  @BeforeEach
  void a_case_with_recipients() {
    time.is("2026-03-03T15:00:00Z");
    caseNumber = reported();
    number = caseNumber.value();
  }

  private CaseNumber reported() {
    var reported = cases.report("Notebook lost", "", null, "ian");
    staff.runDueJobs(reported.value());
    recipients.add(
        reported,
        new ByteArrayInputStream(
            "id,email,name,language,residence\n1,ann@example.com,Ann,en,DE"
                .getBytes(StandardCharsets.UTF_8)),
        "petra");
    return reported;
  }

  @Test
  void it_stands_at_once_and_every_form_and_the_timeline_say_so() {
    puts("lena");

    assertThat(holds.isHeld(caseNumber)).isTrue();
    assertThat(overview.of(caseNumber))
        .contains(
            "**Under legal hold since Tue 3 Mar 2026, 16:00 Berlin:** nothing of this case may be destroyed. A court, Landgericht, 3 O 12/26");
    assertThat(details("put under legal hold"))
        .containsExactly("A court, Landgericht, 3 O 12/26: Order of today.");
    var task = staff.task(number, "endTheLegalHold");
    assertThat(staff.groups(task)).containsExactly("legal");
    assertThat(task.getDueDate()).isEqualTo(Instant.parse("2027-03-03T15:00:00Z"));
    assertThat(staff.form(task).get("legalHold").toString())
        .contains(
            "Demanded by: A court, Landgericht, 3 O 12/26",
            "Since: Tue 3 Mar 2026, 16:00 Berlin",
            "Put on the case by: Lena",
            "Reason: Order of today.");
  }

  @Test
  void somebody_else_than_who_put_it_ends_it_and_says_why() {
    puts("lena");

    assertThatThrownBy(() -> ends("lena", ending("3 O 12/26")))
        .hasMessageContaining("please leave it to somebody else to end it");
    assertThatThrownBy(() -> staff.does("leo", ending("3 O 12/26"), Map.of()))
        .hasMessageContaining("reason: please answer");
    assertThat(holds.isHeld(caseNumber)).isTrue();

    ends("leo", ending("3 O 12/26"));
    assertThat(holds.isHeld(caseNumber)).isFalse();
    assertThat(overview.of(caseNumber)).doesNotContain("Under legal hold");
    assertThat(details("legal hold ended"))
        .containsExactly("A court, Landgericht, 3 O 12/26: The case was settled.");
  }

  @Test
  void only_legal_and_privacy_put_it_and_only_on_a_case_that_they_see() {
    assertThatThrownBy(() -> puts("pia")).isInstanceOf(AuthorizationException.class);
    puts("petra");
    assertThat(holds.isHeld(caseNumber)).isTrue();

    number = cases.report("Copied", "By one of us", null, List.of("lena", "ian"), "ian").value();
    assertThatThrownBy(() -> puts("leo")).hasMessage("caseNumber: there is no case " + number);
    puts("lena");
    assertThat(holds.isHeld(new CaseNumber(number))).isTrue();
  }

  @Test
  void recipients_stay_until_the_last_hold_has_ended() {
    closed();
    puts("lena");
    puts("leo", "3 O 13/26");
    time.passes(Duration.ofDays(181));
    staff.runDueJobs(number);
    assertThat(isErased()).isFalse();

    ends("leo", ending("3 O 12/26"));
    assertThat(isErased()).isFalse();
    assertThat(staff.form(ending("3 O 13/26"))).containsEntry("otherHolds", false);

    ends("lena", ending("3 O 13/26"));
    assertThat(isErased()).isTrue();
    assertThat(acts()).endsWith("legal hold ended", "recipients erased");
    assertThat(erasures()).isZero();
  }

  /** Its diagram asks nothing after the time has come. */
  @Test
  void an_erasure_that_began_before_there_were_holds_is_done_when_the_hold_ends() {
    var before = deployedAsItWas();
    closed();
    puts("lena");
    time.passes(Duration.ofDays(181));
    staff.runDueJobs(number);
    assertThat(erasures()).isZero();
    assertThat(isErased()).isFalse();
    assertThatThrownBy(() -> repository.deleteDeployment(before, true))
        .hasMessageContaining("case %s is under legal hold".formatted(number));

    ends("leo", ending("3 O 12/26"));
    assertThat(isErased()).isTrue();
    repository.deleteDeployment(before, true);
  }

  @Test
  void the_erasure_of_a_held_case_that_begins_anew_waits_too() {
    closed();
    puts("lena");
    time.passes(Duration.ofDays(181));
    eraseRecipients.begin();
    staff.runDueJobs(number);

    assertThat(isErased()).isFalse();
    assertThat(erasures()).isEqualTo(1);
  }

  @Test
  void the_clean_up_of_the_history_leaves_a_held_case_whole() {
    var other = reported();
    closed(other);
    closed();
    puts("lena");
    runBatches();
    time.passes(Duration.ofDays(181));
    staff.runDueJobs(number);
    staff.runDueJobs(other.value());
    var held = ids(number);
    var free = ids(other.value());
    var kept = traces(held);
    assertThat(traces(free)).isPositive();

    time.passes(TEN_YEARS_AND_MORE);
    cleanUp();

    assertThat(traces(free)).isZero();
    assertThat(traces(held)).isEqualTo(kept);

    ends("leo", ending("3 O 12/26"));
    runBatches();
    cleanUp();
    assertThat(keys(number)).containsExactlyInAnyOrder("erase-recipients", "keep-evidence");
    time.passes(TEN_YEARS_AND_MORE);
    cleanUp();
    assertThat(traces(held)).isZero();
  }

  @Test
  void an_administrator_deletes_nothing_of_its_history_either() {
    closed();
    var response =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(number)
            .processDefinitionKey("respond-to-breach")
            .singleResult()
            .getId();
    var fact =
        history.createHistoricVariableInstanceQuery().processInstanceId(response).list().get(0);
    var processes = "/engine-rest/history/process-instance";
    puts("lena");
    runBatches();
    var kept = traces(List.of(response));

    assertThat(asAdmin(DELETE, processes + "/" + response, "")).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(asAdmin(DELETE, processes + "/" + response + "/variable-instances", ""))
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(asAdmin(DELETE, "/engine-rest/history/variable-instance/" + fact.getId(), ""))
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(
            asAdmin(
                POST,
                processes + "/set-removal-time",
                """
                {"absoluteRemovalTime":"2026-03-03T15:00:00.000+0000",
                 "historicProcessInstanceIds":["%s"]}
                """
                    .formatted(response)))
        .isEqualTo(HttpStatus.FORBIDDEN);
    asAdmin(
        POST,
        processes + "/delete",
        """
        {"historicProcessInstanceIds":["%s"]}
        """
            .formatted(response));
    assertThatThrownBy(this::runBatches)
        .hasMessageContaining("case %s is under legal hold".formatted(number));
    assertThat(traces(List.of(response))).isEqualTo(kept);
    jobs.createBatchQuery().list().forEach(batch -> jobs.deleteBatch(batch.getId(), true));

    ends("leo", ending("3 O 12/26"));
    assertThat(asAdmin(DELETE, processes + "/" + response, "")).isEqualTo(HttpStatus.NO_CONTENT);
  }

  private HttpStatusCode asAdmin(HttpMethod method, String path, String body) {
    return web.withBasicAuth("admin", DemoStaff.PASSWORD)
        .exchange(
            RequestEntity.method(method, URI.create(web.getRootUri() + path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body),
            String.class)
        .getStatusCode();
  }

  @Test
  void what_ends_under_a_hold_has_no_removal_time() {
    puts("lena");
    runBatches();
    closed();

    assertThat(
            history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .processDefinitionKey("respond-to-breach")
                .singleResult())
        .satisfies(
            ended -> {
              assertThat(ended.getEndTime()).isNotNull();
              assertThat(ended.getRemovalTime()).isNull();
            });
  }

  private void puts(String person) {
    puts(person, "3 O 12/26");
  }

  private void puts(String person, String file) {
    staff.starts(
        person,
        "keep-evidence",
        Map.of(
            "caseNumber",
            number,
            "demandedBy",
            "court",
            "reference",
            "Landgericht, " + file,
            "reason",
            "Order of today."));
    time.passes(Duration.ofSeconds(1));
  }

  private void ends(String person, Task hold) {
    staff.does(person, hold, Map.of("reason", "The case was settled."));
  }

  private Task ending(String file) {
    return staff.tasks(number, "endTheLegalHold").stream()
        .filter(task -> staff.form(task).get("legalHold").toString().contains(file))
        .findFirst()
        .orElseThrow();
  }

  private void closed() {
    closed(caseNumber);
  }

  private void closed(CaseNumber one) {
    staff.does(
        "ian", one.value(), "triage", Map.of("outcome", "false-alarm", "reason", "It was found."));
  }

  private String deployedAsItWas() {
    return repository
        .createDeployment()
        .addString(
            "erase-recipients.bpmn",
            current()
                .replace(
                    "sourceRef=\"eraseRecipients\" targetRef=\"areTheyErased\"",
                    "sourceRef=\"eraseRecipients\" targetRef=\"recipientsErased\""))
        .deploy()
        .getId();
  }

  private static String current() {
    try {
      return Files.readString(Path.of("processes/erase-recipients.bpmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void runBatches() {
    for (var left = jobs.createBatchQuery().list();
        !left.isEmpty();
        left = jobs.createBatchQuery().list()) {
      left.forEach(this::run);
    }
  }

  private void run(Batch batch) {
    Stream.of(
            batch.getSeedJobDefinitionId(),
            batch.getBatchJobDefinitionId(),
            batch.getMonitorJobDefinitionId())
        .flatMap(definition -> jobs.createJobQuery().jobDefinitionId(definition).list().stream())
        .forEach(job -> jobs.executeJob(job.getId()));
  }

  /** The engine deletes some at a time. */
  private void cleanUp() {
    history.cleanUpHistoryAsync(true);
    long before;
    do {
      before = expired();
      history.findHistoryCleanupJobs().stream().map(Job::getId).forEach(jobs::executeJob);
    } while (expired() < before);
  }

  /** Rows whose time has come, also of other tests: some hundred go at once. */
  private long expired() {
    return HISTORY.stream()
        .mapToLong(
            table ->
                db.sql(
                        "select count(*) from act_hi_%s where removal_time_ <= :now"
                            .formatted(table))
                    .param("now", time.instant().atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .single())
        .sum();
  }

  /** Rows of the engine's history. */
  private long traces(List<String> of) {
    return HISTORY.stream().mapToLong(table -> rows(table, of)).sum();
  }

  private long rows(String table, List<String> of) {
    return db.sql(
            "select count(*) from act_hi_%s where root_proc_inst_id_ in (:ids)".formatted(table))
        .param("ids", of)
        .query(Long.class)
        .single();
  }

  private boolean isErased() {
    return recipients.salt(caseNumber).isPresent();
  }

  private long erasures() {
    return processes
        .createProcessInstanceQuery()
        .processDefinitionKey("erase-recipients")
        .processInstanceBusinessKey(number)
        .count();
  }

  private List<String> ids(String of) {
    return instances(of).map(HistoricProcessInstance::getId).toList();
  }

  private List<String> keys(String of) {
    return instances(of).map(HistoricProcessInstance::getProcessDefinitionKey).toList();
  }

  private Stream<HistoricProcessInstance> instances(String of) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(of)
        .list()
        .stream();
  }

  private List<String> acts() {
    return timeline.of(caseNumber).stream().map(Timeline.Entry::act).toList();
  }

  private List<String> details(String act) {
    return timeline.of(caseNumber, act).stream().map(entry -> entry.detail().orElse("")).toList();
  }
}
