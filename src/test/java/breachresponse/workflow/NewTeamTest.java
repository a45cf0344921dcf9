package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.plan.Completeness;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.Plans;
import breachresponse.plan.ResponsePlan.Person;
import breachresponse.plan.ResponsePlan.Seat;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Breach;
import breachresponse.support.PlanAtRest;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.restricted.RestrictedCases;
import breachresponse.workflow.staff.DemoStaff;
import breachresponse.workflow.staff.Handover;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do what follows the plan that comes into force. */
@ApplicationTest
class NewTeamTest {

  private static final Map<String, Object> FALSE_ALARM =
      Map.of("outcome", "false-alarm", "reason", "It was our own backup.");

  @Autowired private Staff staff;
  @Autowired private NewTeam team;
  @Autowired private Members members;
  @Autowired private Plans plans;
  @Autowired private IdentityService identities;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;
  @Autowired private RepositoryService repository;
  @Autowired private SignOffs signOffs;
  @Autowired private Incidents incidents;
  @Autowired private JdbcClient db;
  @Autowired private PlanAtRest atRest;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Time time;

  @BeforeEach
  void the_sample_staff_and_no_plan() {
    time.is("2026-03-03T15:00:00Z");
    atRest.restore();
    db.sql("delete from staff_mail").update();
  }

  @AfterEach
  void others_find_the_staff_as_it_was() {
    atRest.restore();
    db.sql("delete from staff_mail").update();
    time.is("2026-03-03T15:00:00Z");
  }

  @Test
  void who_joins_gets_an_account_and_does_the_tasks_of_the_role() {
    inForce(Map.of("core-it", "nora.new, ian"));

    var nora = identities.createUserQuery().userId("nora.new").singleResult();
    assertThat(nora.getFirstName() + "/" + nora.getLastName()).isEqualTo("Nora/New");
    assertThat(nora.getEmail()).isEqualTo("nora.new@team.example");
    assertThat(groupsOf("nora.new")).containsExactlyInAnyOrder("core-it", "incident-team");

    var triage = triage();
    staff.does("nora.new", triage, FALSE_ALARM);
    assertThat(tasks.createTaskQuery().taskId(triage.getId()).count()).isZero();
  }

  @Test
  void the_team_and_the_administrator_read_what_has_changed() {
    inForce(Map.of("core-it", "nora.new, ian", "privacy", "lena, leo"));

    assertThat(mailTo("incident-team@example.org"))
        .hasSize(1)
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .contains(
                        "Nora New (nora.new) gets an account, an administrator gives it a password",
                        "Nora New (nora.new) joins these groups: Core IT, Incident team",
                        "Petra Privacy (petra) leaves these groups: Privacy"));
    assertThat(mailTo("admin@example.org")).hasSize(1);
  }

  @Test
  void who_left_does_no_task_of_the_role_and_what_they_had_claimed_waits_for_it_again() {
    inForce(Map.of("core-it", "nora, ned, ian"));
    var claimed = triage();
    var claimedOnce = triage();
    tasks.claim(claimed.getId(), "nora");
    tasks.claim(claimedOnce.getId(), "nora");
    tasks.setAssignee(claimedOnce.getId(), null);

    inForce(Map.of("core-it", "ian, chris, ned"));

    assertThat(groupsOf("nora")).isEmpty();
    for (var task : List.of(claimed, claimedOnce)) {
      assertThatThrownBy(() -> staff.only("nora", again(task), FALSE_ALARM))
          .isInstanceOf(AuthorizationException.class);
    }
    tasks.setAssignee(claimed.getId(), null);
    staff.does("ned", again(claimed), FALSE_ALARM);
  }

  @Test
  void a_second_look_is_given_back_to_the_group_and_to_nobody_by_name() {
    inForce(Map.of("legal", "nora, leo"));
    var sign = toBeSignedByLegal();
    tasks.claim(sign.getId(), "nora");

    inForce(Map.of("legal", "lena, leo"));

    assertThat(assignee(sign)).isNull();
    staff.does("lena", again(sign), Map.of("decision", "sign"));
  }

  @Test
  void the_deputies_of_a_role_that_is_late_are_mailed_at_both_of_their_addresses() {
    inForce(Map.of("legal", "lena, leo"));
    var sign = toBeSignedByLegal();

    time.passes(plans.inForce().content().targets().signature());
    staff.runDueJobs(caseOf(sign));

    for (var address : List.of("leo@team.example", "leo@home.example")) {
      assertThat(mailTo(address))
          .anySatisfy(
              mail ->
                  assertThat(mail)
                      .contains("not signed yet by")
                      .containsPattern("deputies: .*Leo New"));
    }
    assertThat(mailTo("lena@home.example")).isEmpty();
  }

  @Test
  void people_are_mailed_at_the_address_of_the_plan_and_others_at_that_of_their_account() {
    inForce(Map.of());

    assertThat(members.addresses(List.of("privacy")))
        .containsExactlyInAnyOrder("petra@team.example", "lena@team.example");
    assertThat(members.addresses(List.of("managers"))).containsExactly("mia@example.org");
  }

  @Test
  void the_second_looks_are_tasks_of_the_diagrams() {
    var drawn =
        repository.createProcessDefinitionQuery().latestVersion().list().stream()
            .flatMap(
                process ->
                    repository
                        .getBpmnModelInstance(process.getId())
                        .getModelElementsByType(UserTask.class)
                        .stream())
            .map(UserTask::getId)
            .toList();

    assertThat(drawn).containsAll(Handover.SECOND_LOOKS);
  }

  @Test
  void a_claimed_task_goes_to_the_one_deputy_who_was_in_office_before() {
    inForce(Map.of("core-it", "nora, ian"));
    var triage = triage();
    tasks.claim(triage.getId(), "nora");
    db.sql("delete from staff_mail").update();

    inForce(Map.of("core-it", "ned, ian"));

    assertThat(assignee(triage)).isEqualTo("ian");
    assertThat(mailTo("incident-team@example.org"))
        .allSatisfy(
            mail ->
                assertThat(mail).contains("\"Triage\" of nora is now the task of the deputy, ian"));
    staff.does("ian", again(triage), FALSE_ALARM);
  }

  @Test
  void of_a_task_of_a_restricted_case_those_alone_read_who_may_see_it(
      @Autowired RestrictedCases restricted) {
    inForce(Map.of("core-it", "nora, ian"));
    var triage = triage();
    restricted.restrict(
        new CaseNumber(caseOf(triage)), List.of("nora", "chris", "lena"), "A hint.", "lena");
    tasks.claim(triage.getId(), "nora");
    db.sql("delete from staff_mail").update();

    inForce(Map.of("core-it", "ned, ian"));

    assertThat(assignee(triage)).isNull();
    for (var address : List.of("chris@team.example", "lena@team.example")) {
      assertThat(mailTo(address))
          .singleElement()
          .asString()
          .isEqualTo("* \"Triage\" of nora waits for its groups again");
    }
    assertThat(mailTo("incident-team@example.org"))
        .singleElement()
        .asString()
        .contains("(nora) leaves these groups")
        .doesNotContain("Triage");
    assertThat(mailTo("ian@team.example")).isEmpty();
  }

  @Test
  void where_the_deputy_has_moved_up_the_task_goes_to_them_and_not_to_who_is_new() {
    inForce(Map.of("core-it", "nora, ian"));
    var triage = triage();
    tasks.claim(triage.getId(), "nora");

    inForce(Map.of("core-it", "ian, ned"));

    assertThat(assignee(triage)).isEqualTo("ian");
  }

  @Test
  void of_several_deputies_nobody_is_named() {
    inForce(Map.of("core-it", "nora, ian, chris"));
    var triage = triage();
    tasks.claim(triage.getId(), "nora");

    inForce(Map.of("core-it", "ned, ian, chris"));

    assertThat(assignee(triage)).isNull();
    assertThat(staff.groups(again(triage))).containsExactly("core-it");
  }

  @Test
  void what_somebody_may_still_do_by_another_role_stays_theirs() {
    inForce(Map.of("core-it", "nora, ian", "cio", "nora, chris"));
    var triage = triage();
    tasks.addCandidateGroup(triage.getId(), "cio");
    tasks.claim(triage.getId(), "nora");

    inForce(Map.of("core-it", "ned, ian", "cio", "nora, chris"));

    assertThat(assignee(triage)).isEqualTo("nora");
  }

  @Test
  void an_account_that_the_plan_made_lets_nobody_in_once_its_person_has_left() {
    inForce(Map.of("core-it", "nora, ian"));
    password("nora", "Given-by-Ada-2026!");
    inForce(Map.of("core-it", "nora, ian"));
    assertThat(identities.checkPassword("nora", "Given-by-Ada-2026!")).isTrue();

    inForce(Map.of("core-it", "ian, chris"));

    assertThat(identities.checkPassword("nora", "Given-by-Ada-2026!")).isFalse();
    assertThat(identities.createUserQuery().userId("nora").count()).isOne();
    assertThat(mailTo("incident-team@example.org"))
        .anySatisfy(mail -> assertThat(mail).contains("(nora) can't log in any more"));
  }

  @Test
  void who_has_left_once_is_left_alone_by_later_versions_and_may_come_back() {
    inForce(Map.of("core-it", "nora, ian"));
    inForce(Map.of("core-it", "ian, chris"));
    password("nora", "A-manager-by-now-2026!");

    inForce(Map.of("core-it", "ian, chris"));
    assertThat(identities.checkPassword("nora", "A-manager-by-now-2026!")).isTrue();

    inForce(Map.of("core-it", "nora, ian"));
    assertThat(groupsOf("nora")).containsExactlyInAnyOrder("core-it", "incident-team");
  }

  @Test
  void an_account_from_before_any_plan_is_taken_over_and_goes_on_to_let_its_person_in() {
    inForce(Map.of("privacy", "petra, lena"));
    inForce(Map.of("privacy", "lena, leo"));

    assertThat(groupsOf("petra")).isEmpty();
    assertThat(identities.checkPassword("petra", DemoStaff.PASSWORD)).isTrue();
    assertThat(identities.createUserQuery().userId("petra").singleResult().getLastName())
        .isEqualTo("Privacy");
  }

  @Test
  void whom_no_plan_names_loses_a_role_of_the_plan_and_nothing_else() {
    var quinn = identities.newUser("quinn");
    quinn.setPassword(DemoStaff.PASSWORD);
    identities.saveUser(quinn);
    List.of("privacy", "incident-team", "managers")
        .forEach(group -> identities.createMembership("quinn", group));
    try {
      inForce(Map.of());

      assertThat(groupsOf("quinn")).containsExactlyInAnyOrder("incident-team", "managers");
      assertThat(identities.checkPassword("quinn", DemoStaff.PASSWORD)).isTrue();
    } finally {
      identities.deleteUser("quinn");
    }
  }

  @Test
  void administrators_process_owners_and_managers_are_left_alone() {
    identities.createMembership("admin", "cio");
    try {
      inForce(Map.of("core-it", "nora, ian"));

      assertThat(groupsOf("admin")).containsExactlyInAnyOrder("camunda-admin", "cio");
      assertThat(groupsOf("omar")).containsExactly("process-owners");
      assertThat(groupsOf("mia")).containsExactly("managers");
    } finally {
      identities.deleteMembership("admin", "cio");
    }
  }

  @Test
  void what_agrees_already_is_not_touched_again() {
    inForce(Map.of("core-it", "nora, ian"));
    password("nora", "Given-by-Ada-2026!");
    var before = everybodysGroups();
    db.sql("delete from staff_mail").update();

    team.follow(plans.inForce());

    assertThat(everybodysGroups()).isEqualTo(before);
    assertThat(identities.checkPassword("nora", "Given-by-Ada-2026!")).isTrue();
    assertThat(mailTo("incident-team@example.org")).isEmpty();
  }

  @Test
  void if_the_plan_does_not_come_into_force_nobody_has_joined_or_left() {
    var before = everybodysGroups();

    transaction.executeWithoutResult(
        undone -> {
          inForce(Map.of("core-it", "nora, ian", "privacy", "lena, leo"));
          undone.setRollbackOnly();
        });

    assertThat(everybodysGroups()).isEqualTo(before);
    assertThat(mailTo("incident-team@example.org")).isEmpty();
  }

  /** As after the signatures; who is not said is the sample staff. */
  private void inForce(Map<String, String> seats) {
    var version = plans.openNext("A new team", "sam").number();
    plans.settle(version, content -> with(content, seats));
    plans.putInForce(version);
    team.follow(plans.get(version));
  }

  private static PlanContent with(PlanContent content, Map<String, String> changed) {
    var roles =
        new HashMap<>(
            Map.of(
                "legal", "lena, leo",
                "senior-leadership", "sam, carla",
                "cio", "chris, ian",
                "core-it", "ian, chris",
                "pr", "pia, paul",
                "ceo", "carla, sam",
                "privacy", "petra, lena"));
    roles.putAll(changed);
    var seats = Completeness.ROLES.stream().map(role -> seat(role, roles.get(role))).toList();
    return PlanContentBuilder.builder(content)
        .team(List.of("incident-team@example.org"))
        .seats(seats)
        .people(
            seats.stream()
                .flatMap(seat -> Stream.concat(Stream.of(seat.first()), seat.deputies().stream()))
                .distinct()
                .map(NewTeamTest::person)
                .toList())
        .build();
  }

  private static Seat seat(String role, String people) {
    var ids = List.of(people.split(", "));
    return new Seat(role, ids.get(0), ids.subList(1, ids.size()));
  }

  private static Person person(String id) {
    var name = Character.toUpperCase(id.charAt(0)) + id.substring(1).replace(".new", "");
    return new Person(
        id, name + " New", id + "@team.example", "+49 30 1234561", id + "@home.example");
  }

  private Task triage() {
    var instance = staff.starts("sam", "respond-to-breach", Breach.report());
    return tasks
        .createTaskQuery()
        .processInstanceId(instance)
        .taskDefinitionKey("triage")
        .initializeFormKeys()
        .singleResult();
  }

  private Task toBeSignedByLegal() {
    var caseNumber = incidents.open("Stolen backup", "A tape is missing.", "ian");
    incidents.assess(caseNumber, 4, "The risk to people is high", "ian");
    var document =
        signOffs.submit(caseNumber, Document.Kind.FILING, "Report", "A tape is missing.", "leo");
    processes.startProcessInstanceByKey(
        "sign-off", caseNumber.value(), Map.of("documentId", document.id().toString()));
    staff.runDueJobs(caseNumber.value());
    return tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseNumber.value())
        .taskCandidateGroup("legal")
        .singleResult();
  }

  private String caseOf(Task task) {
    return processes
        .createProcessInstanceQuery()
        .processInstanceId(task.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }

  private Task again(Task task) {
    return tasks.createTaskQuery().taskId(task.getId()).initializeFormKeys().singleResult();
  }

  private String assignee(Task task) {
    return again(task).getAssignee();
  }

  private List<String> groupsOf(String person) {
    return identities.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .toList();
  }

  private Map<String, List<String>> everybodysGroups() {
    var groups = new HashMap<String, List<String>>();
    identities.createUserQuery().list().stream()
        .map(User::getId)
        .forEach(person -> groups.put(person, groupsOf(person).stream().sorted().toList()));
    return groups;
  }

  private void password(String person, String password) {
    var user = identities.createUserQuery().userId(person).singleResult();
    user.setPassword(password);
    identities.saveUser(user);
  }

  private List<String> mailTo(String address) {
    return db.sql("select plain from staff_mail where to_address = :to order by posted_at, id")
        .param("to", address)
        .query(String.class)
        .list();
  }
}
