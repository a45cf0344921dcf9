package breachresponse.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import breachresponse.delivery.Recipients;
import breachresponse.incident.CaseNumber;
import breachresponse.notice.Notices;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.SignOffs;
import breachresponse.support.Breach;
import breachresponse.support.SignedNotice;
import breachresponse.support.Staff;
import breachresponse.workflow.staff.DemoStaff;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/**
 * A case in the middle of its response, with something of everything that the engine knows: what is
 * asked for is there, so that who gets nothing was refused.
 */
@TestComponent
class OpenCase {

  /** Somebody in no group at all. */
  static final String STRANGER = "nora";

  /** Somebody who is told of cases, and has no role in them. */
  static final String TEAM_MEMBER = "tom";

  private static final String TASK = "/task/{id}";
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]|\\{[^}]*})*}");
  private static final Map<String, String> FILES =
      Map.of(
          "/branding/**", "/branding/branding.css",
          "/webjars/**", "/webjars/camunda/lib/ngDefine.js",
          "/camunda/lib/**", "/camunda/lib/ngDefine.js",
          "/camunda/assets/**", "/camunda/assets/IBMPlexSans-Bold.woff",
          "/actuator/health/**", "/actuator/health/liveness");
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("group", "legal"),
          Map.entry("groupId", "legal"),
          Map.entry("user", "paul"),
          Map.entry("userId", "paul"),
          Map.entry("name", "default"),
          Map.entry("engine", "default"),
          Map.entry("engineName", "default"),
          Map.entry("processEngineName", "default"),
          Map.entry("metrics/{name}", "root-process-instance-start"),
          Map.entry("varId", "caseNumber"),
          Map.entry("key", "respond-to-breach"),
          Map.entry("decision/key", "criticality"),
          Map.entry("appName", "tasklist"),
          Map.entry("number", "1"),
          Map.entry("version", "1"),
          Map.entry("file", "app/plugin.js"));
  private static final String AWARE = "2026-03-03T15:30+01:00";

  private final Staff staff;
  private final ProcessEngine engine;
  private final Notices notices;
  private final SignOffs signOffs;
  private final Recipients recipients;
  private final ObligationRegister register;
  private final Map<String, String> ids = new HashMap<>();
  private String caseNumber;
  private String batch;

  OpenCase(
      Staff staff,
      ProcessEngine engine,
      Notices notices,
      SignOffs signOffs,
      Recipients recipients,
      ObligationRegister register) {
    this.staff = staff;
    this.engine = engine;
    this.notices = notices;
    this.signOffs = signOffs;
    this.recipients = recipients;
    this.register = register;
  }

  void begin() {
    begin(Breach.report());
  }

  /**
   * @param report what its start form is told
   */
  void begin(Map<String, Object> report) {
    join(STRANGER);
    join(TEAM_MEMBER, "incident-team");
    var response = staff.starts("ian", "respond-to-breach", report);
    caseNumber =
        engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(response)
            .singleResult()
            .getBusinessKey();
    staff.does("ian", caseNumber, "triage", Breach.confirmed(AWARE));
    staff.does("ian", caseNumber, "assessExposure", Breach.exposure(AWARE, 1));
    var number = new CaseNumber(caseNumber);
    recipients.add(
        number,
        new ByteArrayInputStream(
            "id,email,name,language,residence\n1,ann@example.org,Ann,en,DE\n".getBytes(UTF_8)),
        "ian");
    var notice = SignedNotice.of(number, notices, signOffs);
    asksAllWhoSign();
    knows(response, notice.toString());
  }

  /** What others would stumble over. */
  void end() {
    engine.getManagementService().deleteBatch(batch, true);
  }

  private void join(String person, String... groups) {
    var identities = engine.getIdentityService();
    var user = identities.newUser(person);
    user.setFirstName(person);
    user.setPassword(DemoStaff.PASSWORD);
    identities.saveUser(user);
    List.of(groups).forEach(group -> identities.createMembership(person, group));
  }

  private void asksAllWhoSign() {
    var text =
        signOffs.submit(
            new CaseNumber(caseNumber),
            breachresponse.signoff.Document.Kind.CUSTOMER_NOTICE,
            "Notice",
            "Dear customers",
            "omar");
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            "sign-off", caseNumber, Map.of("documentId", text.id().toString()));
    staff.runDueJobs(caseNumber);
    var containment = staff.task(caseNumber, "containBreach").getId();
    for (var group : List.of("senior-leadership", "incident-team")) {
      engine.getTaskService().addCandidateGroup(containment, group);
    }
  }

  private void knows(String response, String notice) {
    var runtime = engine.getRuntimeService();
    var history = engine.getHistoryService();
    var task = staff.task(caseNumber, "containBreach").getId();
    var definition =
        runtime.createProcessInstanceQuery().processInstanceId(response).singleResult();
    var deployment =
        engine
            .getRepositoryService()
            .getProcessDefinition(definition.getProcessDefinitionId())
            .getDeploymentId();
    var timer =
        engine.getManagementService().createJobQuery().timers().list().stream()
            .filter(found -> found.getProcessInstanceId() != null)
            .findFirst()
            .orElseThrow();
    var job = timer.getId();
    ids.put("job-instance", timer.getProcessInstanceId());
    batch = engine.getManagementService().setJobRetriesAsync(List.of(job), 3).getId();
    var execution = staff.task(caseNumber, "containBreach").getExecutionId();
    var incident = runtime.createIncident("heard", execution, "something").getId();
    var comment = engine.getTaskService().createComment(task, response, "words").getId();
    var attachment =
        engine
            .getTaskService()
            .createAttachment(
                "text", task, response, "words", "", new ByteArrayInputStream("a".getBytes()))
            .getId();
    var decision =
        engine
            .getRepositoryService()
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey("criticality")
            .latestVersion()
            .singleResult();
    var requirements =
        engine.getRepositoryService().createDecisionRequirementsDefinitionQuery().list().stream()
            .findFirst()
            .map(drawn -> drawn.getId())
            .orElse("none");
    ids.put("process-instance", response);
    ids.put("execution", execution);
    ids.put("process-definition", definition.getProcessDefinitionId());
    ids.put("deployment", deployment);
    ids.put(
        "resourceId",
        engine.getRepositoryService().getDeploymentResources(deployment).get(0).getId());
    ids.put("job", job);
    ids.put(
        "job-definition",
        engine
            .getManagementService()
            .createJobDefinitionQuery()
            .processDefinitionKey("respond-to-breach")
            .list()
            .get(0)
            .getId());
    ids.put("batch", batch);
    ids.put("incident", incident);
    ids.put("comment", comment);
    ids.put("attachment", attachment);
    ids.put("decision-definition", decision.getId());
    ids.put("decision-requirements-definition", requirements);
    ids.put("filter", engine.getFilterService().createFilterQuery().listPage(0, 1).get(0).getId());
    ids.put(
        "authorization",
        engine.getAuthorizationService().createAuthorizationQuery().listPage(0, 1).get(0).getId());
    ids.put(
        "variable-instance",
        runtime.createVariableInstanceQuery().processInstanceIdIn(response).list().get(0).getId());
    ids.put(
        "history/variable-instance",
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceId(response)
            .list()
            .get(0)
            .getId());
    ids.put(
        "history/detail",
        history
            .createHistoricDetailQuery()
            .processInstanceId(response)
            .variableUpdates()
            .listPage(0, 1)
            .get(0)
            .getId());
    ids.put(
        "history/activity-instance",
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(response)
            .listPage(0, 1)
            .get(0)
            .getId());
    ids.put(
        "history/decision-instance",
        history.createHistoricDecisionInstanceQuery().listPage(0, 1).get(0).getId());
    ids.put(
        "history/job-log",
        history
            .createHistoricJobLogQuery()
            .processInstanceId(response)
            .listPage(0, 1)
            .get(0)
            .getId());
    ids.put(
        "history/user-operation",
        history.createUserOperationLogQuery().list().stream()
            .map(UserOperationLogEntry::getOperationId)
            .findFirst()
            .orElseThrow());
    var waiting =
        runtime.createEventSubscriptionQuery().eventType("message").list().stream()
            .filter(subscription -> subscription.getExecutionId() != null)
            .findFirst()
            .orElseThrow();
    ids.put("waiting", waiting.getExecutionId());
    ids.put("messageName", waiting.getEventName());
    ids.put("message", waiting.getEventName());
    ids.put("message-instance", waiting.getProcessInstanceId());
    ids.putAll(NAMES);
    ids.put("commentId", comment);
    ids.put("attachmentId", attachment);
    ids.put("caseNumber", caseNumber);
    ids.put("noticeId", notice);
    ids.put("dutyId", register.of(new CaseNumber(caseNumber)).get(0).duty().id());
  }

  CaseNumber caseNumber() {
    return new CaseNumber(caseNumber);
  }

  Map<String, String> ids() {
    return ids;
  }

  /**
   * What is asked for, with ids of the case in place of variables.
   *
   * @return of a task two: one that waits for the person, if there is one, and one that does not
   */
  List<String> paths(Endpoint endpoint, String person) {
    return endpoint.path().contains(TASK)
        ? tasksFor(person).stream()
            .map(id -> filled(endpoint.path().replace(TASK, "/task/" + id)))
            .toList()
        : List.of(filled(endpoint.path()));
  }

  private List<String> tasksFor(String person) {
    var groups =
        engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
            .map(Group::getId)
            .toList();
    var all =
        engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list();
    var own = all.stream().filter(task -> waitsFor(task, groups)).limit(1);
    var others = all.stream().filter(task -> !waitsFor(task, groups)).limit(1);
    return Stream.concat(own, others).map(Task::getId).toList();
  }

  private boolean waitsFor(Task task, List<String> groups) {
    return staff.groups(task).stream().anyMatch(groups::contains);
  }

  private String filled(String template) {
    var path =
        FILES
            .getOrDefault(template, template)
            .replace("/execution/{id}/message", "/execution/{waiting}/message");
    return VARIABLE
        .matcher(path)
        .replaceAll(found -> value(path.substring(0, found.start()), found.group()))
        .replace("**", "");
  }

  /** What it is of is said by its own name, or by the part of the path before. */
  private String value(String before, String variable) {
    var name = variable.substring(1, variable.length() - 1).replaceFirst(":.*", "").strip();
    var of = before.substring(before.lastIndexOf('/', before.length() - 2) + 1).replace("/", "");
    var isDecision = before.contains("/decision-definition/");
    return Stream.of(
            isDecision ? "decision/" + name : of + "/{" + name + "}", name, "history/" + of, of)
        .filter(key -> !key.startsWith("history/") || before.contains("/history/"))
        .filter(ids::containsKey)
        .findFirst()
        .map(ids::get)
        .orElse("none");
  }
}
