package breachresponse.workflow;

import static breachresponse.support.Breach.confirmed;
import static breachresponse.support.Breach.exposure;
import static breachresponse.support.Breach.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.signoff.Document;
import breachresponse.workflow.restricted.RestrictedCases;
import breachresponse.workflow.staff.DemoStaff;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A case that named people alone may see: from the triage on, with who is let in and put out. */
class RestrictedCaseTest extends TellingCustomers {

  @Autowired private CaseAccess access;
  @Autowired private TaskService tasks;
  @Autowired private HistoryService history;
  @Autowired private ManagementService jobs;
  @Autowired private JdbcClient db;

  private String number;

  @BeforeEach
  void a_breach_is_reported() {
    isReported(staff.starts("emma", "respond-to-breach", report()));
  }

  private void isReported(String response) {
    number =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceId(response)
            .singleResult()
            .getBusinessKey();
    caseNumber = new CaseNumber(number);
  }

  @Test
  void at_triage_it_is_left_to_the_people_named() {
    restrictedAtTriage("ian", "lena");

    for (var person : List.of("leo", "chris", "petra", "pia", "carla", "sam", "mia", "admin")) {
      assertThat(seenBy(person)).as(person).isEmpty();
    }
    assertThat(seenBy("ian")).contains("containBreach", "assessExposure");
    assertThat(access.people(caseNumber)).containsExactly("ian", "lena");
    assertThat(details("case restricted"))
        .containsExactly("only ian, lena may see it: An insider is suspected.");
  }

  @Test
  void whoever_reports_it_can_leave_it_to_others_before_anybody_reads_it() {
    var answers = new LinkedHashMap<>(report());
    answers.put("restricted", true);
    answers.put("mayBeSeenBy", "lena, chris");

    isReported(staff.starts("emma", "respond-to-breach", answers));

    assertThat(seenBy("ian")).isEmpty();
    assertThat(seenBy("lena")).isEmpty();
    assertThat(seenBy("chris")).containsExactly("triage");
    assertThat(details("case restricted"))
        .containsExactly("only chris, lena may see it: when it was reported");
    assertThat(staff.form(staff.task(number, "triage"))).containsEntry("isRestricted", true);
  }

  @Test
  void the_api_takes_who_may_see_it_with_the_report() {
    caseNumber = cases.report("Copied", "By one of us", null, List.of("lena", "ian"), "mia");
    number = caseNumber.value();
    staff.runDueJobs(number);

    assertThat(seenBy("mia")).isEmpty();
    assertThat(seenBy("ian")).containsExactly("triage");
    assertThatThrownBy(() -> cases.report("Copied", "", null, List.of("ian"), "mia"))
        .hasMessage("restrictedTo: nobody of Legal is among them, please name one");
  }

  @Test
  void all_that_the_engine_makes_of_it_later_is_theirs_too() {
    restrictedAtTriage("ian", "lena", "chris");
    staff.does("ian", number, "assessExposure", exposure(AWARE, 1));
    staff.does("chris", number, "confirmCriticality", Map.of("level", "4"));

    assertThat(seenBy("lena")).contains("decideOnCustomers");
    assertThat(seenBy("leo")).isEmpty();
    assertThat(seenBy("petra")).isEmpty();
    var instances =
        history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list();
    assertThat(instances).hasSizeGreaterThan(2).extracting("tenantId").containsOnly(number);
    for (var table :
        List.of("act_hi_actinst", "act_hi_taskinst", "act_hi_varinst", "act_ru_execution")) {
      assertThat(unmarked(table)).as(table).isZero();
    }
    assertThat(
            staff.as(
                "admin",
                () ->
                    jobs.createJobQuery().unlimitedList().stream()
                        .filter(job -> number.equals(job.getTenantId()))
                        .toList()))
        .isEmpty();
  }

  @Test
  void without_legal_or_anybody_who_stops_the_breach_it_is_refused() {
    assertThatThrownBy(() -> restrictedAtTriage("ian", "pia"))
        .hasMessage("mayBeSeenBy: nobody of Legal is among them, please name one");
    assertThatThrownBy(() -> restrictedAtTriage("lena", "pia"))
        .hasMessage("mayBeSeenBy: nobody of Core IT or CIO is among them, please name one");
    assertThatThrownBy(() -> restrictedAtTriage("lena", "ian", "nobody"))
        .hasMessageContaining("mayBeSeenBy: nobody is called 'nobody'");
    assertThat(access.isRestricted(caseNumber)).isFalse();
    assertThat(staff.tasks(number)).contains("triage");
  }

  @Test
  void whoever_is_let_in_sees_it_all_at_once_and_whoever_is_put_out_nothing() {
    restrictedAtTriage("ian", "lena");
    var containment = staff.task(number, "containBreach");
    staff.as(
        "ian",
        () -> {
          tasks.claim(containment.getId(), "ian");
          return null;
        });

    sayWhoMaySee("lena", "lena", "leo", "chris");

    assertThat(seenBy("ian")).isEmpty();
    assertThat(staff.task(number, "containBreach").getAssignee()).isNull();
    assertThat(seenBy("chris")).contains("containBreach");
    assertThat(details("let in")).containsExactly("chris, leo: Others go on with it.");
    assertThat(details("put out")).containsExactly("ian: Others go on with it.");
  }

  @Test
  void what_is_opened_is_seen_by_all_who_have_a_role_in_it() {
    restrictedAtTriage("ian", "lena");

    start("lena");
    staff.does("lena", number, "sayWhoMaySeeIt", Map.of("who", "all", "reason", "It is known."));

    assertThat(access.isRestricted(caseNumber)).isFalse();
    assertThat(seenBy("mia")).contains("containBreach");
    assertThat(details("case opened to all who have a role in it")).containsExactly("It is known.");
    assertThat(
            history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list())
        .extracting("tenantId")
        .containsOnlyNulls();
  }

  @Test
  void a_case_can_be_restricted_later_too_and_open_to_all_is_no_news() {
    staff.does("ian", number, "triage", confirmed(AWARE));
    start("petra");
    assertThatThrownBy(
            () ->
                staff.does(
                    "petra", number, "sayWhoMaySeeIt", Map.of("who", "all", "reason", "So be it")))
        .hasMessageContaining("who: all who have a role in the case see it already");

    staff.does(
        "petra",
        number,
        "sayWhoMaySeeIt",
        Map.of(
            "who", "named", "mayBeSeenBy", List.of("petra", "lena", "ian"), "reason", "A hint."));

    assertThat(seenBy("mia")).isEmpty();
    assertThat(seenBy("ian")).contains("containBreach");
  }

  @Test
  void to_whom_it_is_not_shown_there_is_no_case_of_that_number() {
    restrictedAtTriage("ian", "lena");

    for (var process : List.of("report-findings", "report-further-filing", "restrict-case")) {
      assertThatThrownBy(() -> staff.starts("leo", process, Map.of("caseNumber", number)))
          .as(process)
          .hasMessage("caseNumber: there is no case " + number);
    }
    assertThatThrownBy(
            () -> staff.starts("sam", "change-criticality", Map.of("caseNumber", number)))
        .hasMessage("caseNumber: there is no case " + number);
    for (var process : List.of("publish-holding-statement", "update-post")) {
      assertThatThrownBy(() -> staff.starts("pia", process, Map.of("caseNumber", number)))
          .as(process)
          .hasMessage("caseNumber: there is no case " + number);
    }
  }

  @Test
  void a_task_for_which_nobody_is_let_in_goes_to_the_deputy_who_is() {
    restrictedAtTriage("chris", "lena");

    assertThat(staff.groups(staff.task(number, "containBreach"))).contains("cio", "core-it");
    assertThat(seenBy("chris")).contains("containBreach");
    assertThat(details("deputies asked, since nobody else may see the case"))
        .contains("Contain the breach: CIO")
        .noneMatch(what -> what.startsWith("Triage"));
  }

  @Test
  void a_task_for_which_there_is_no_deputy_either_is_named_until_somebody_is_let_in() {
    restrictedAtTriage("ian", "lena", "chris");
    staff.does("ian", number, "assessExposure", exposure(AWARE, 1));
    staff.does("chris", number, "confirmCriticality", Map.of("level", "4"));
    staff.does("lena", number, "decideOnCustomers", Map.of("decision", "tell"));
    // PR is not let in, nor privacy, but legal, which is the deputy of privacy
    staff.does("lena", number, "defineSegments", Map.of("sameForAll", "yes"));
    mailIsSent();

    assertThat(staff.tasks(number)).contains("draftNotice");
    assertThat(mailsTo("lena@example.org"))
        .anySatisfy(
            mail ->
                assertThat(mail)
                    .contains("Subject: Case %s: please let somebody in".formatted(number))
                    .contains("Draft notice, for PR."));
    assertThat(sheet("containBreach"))
        .contains("**Only these people may see this case:** Chris Cio, Ian Core\\-It, Lena Legal")
        .contains("**Nobody of them may do this, please let somebody in:** ")
        .contains("Draft notice \\(PR\\)");

    sayWhoMaySee("lena", "chris", "ian", "lena", "pia");

    assertThat(sheet("containBreach")).doesNotContain("Draft notice");
    assertThat(seenBy("pia")).contains("draftNotice");
  }

  @Test
  void mail_about_it_goes_to_those_who_may_see_it_alone() {
    restrictedAtTriage("ian", "lena");
    staff.does("ian", number, "assessExposure", exposure(AWARE, 1));
    time.is("2026-03-06T14:31:00Z");
    staff.runDueJobs(number);
    mailIsSent();

    assertThat(mailsTo("lena@example.org"))
        .anyMatch(mail -> mail.contains("criticality 4 of 6"))
        .anyMatch(mail -> mail.contains("deadline passed"));
    assertThat(addresseesOf(number)).containsOnly("ian@example.org", "lena@example.org");
  }

  @Test
  void who_is_let_in_and_has_no_address_is_named_so_that_somebody_tells_them() {
    var nina = identities.newUser("nina");
    nina.setFirstName("Nina");
    nina.setLastName("Night");
    nina.setPassword(DemoStaff.PASSWORD);
    identities.saveUser(nina);
    try {
      restrictedAtTriage("ian", "lena", "nina");
      assertThat(sheet("containBreach"))
          .contains(
              "**No mail reaches these people, please tell them of what is due:** Nina Night");

      staff.does("ian", number, "assessExposure", exposure(AWARE, 1));
      mailIsSent();

      assertThat(details("staff woken"))
          .singleElement()
          .asString()
          .endsWith("2 people by mail; no mail address of Nina Night (nina)");
      assertThat(addresseesOf(number)).containsOnly("ian@example.org", "lena@example.org");

      sayWhoMaySee("lena", "ian", "lena");
      assertThat(sheet("containBreach")).doesNotContain("No mail reaches");
    } finally {
      identities.deleteUser("nina");
    }
  }

  @Test
  void of_the_deputies_of_a_signatory_who_is_late_those_alone_join_who_may_know() {
    restrictedAtTriage("ian", "lena");
    incidents.assess(caseNumber, 4, "The risk to people is high", "ian");

    assertThat(groupsOfALateSignature()).containsExactly("legal");
    assertThat(details("deputies asked to sign"))
        .singleElement()
        .asString()
        .doesNotContainIgnoringCase("privacy");

    sayWhoMaySee("lena", "ian", "lena", "petra");
    assertThat(groupsOfALateSignature()).containsExactlyInAnyOrder("legal", "privacy");
  }

  private List<String> groupsOfALateSignature() {
    var document =
        signOffs.submit(caseNumber, Document.Kind.FILING, "Report", "A tape is missing.", "ian");
    var signing =
        processes
            .startProcessInstanceByKey(
                "sign-off", number, Map.of("documentId", document.id().toString()))
            .getId();
    staff.runDueJobs(number);
    time.passes(Duration.ofHours(2));
    staff.runDueJobs(number);
    return tasks.createTaskQuery().processInstanceId(signing).list().stream()
        .filter(task -> "legal".equals(tasks.getVariable(task.getId(), "signatory")))
        .flatMap(task -> staff.groups(task).stream())
        .toList();
  }

  @Test
  void a_process_that_starts_as_the_case_is_restricted_is_not_left_out(
      @Autowired RestrictedCases restricted, @Autowired TransactionTemplate transaction) {
    staff.does("ian", number, "triage", confirmed(AWARE));

    var restricting =
        transaction.execute(
            start -> {
              staff.starts("lena", "report-findings", Map.of("caseNumber", number));
              var other =
                  CompletableFuture.runAsync(
                      () ->
                          restricted.restrict(
                              caseNumber, List.of("ian", "lena"), "A hint.", "lena"));
              // it waits until the process that it has to hide is there
              assertThat(other).failsWithin(Duration.ofMillis(700));
              return other;
            });

    assertThat(restricting).succeedsWithin(Duration.ofMinutes(1));
    assertThat(
            history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list())
        .hasSizeGreaterThan(1)
        .extracting("tenantId")
        .containsOnly(number);
  }

  private void restrictedAtTriage(String... people) {
    var answers = new LinkedHashMap<>(confirmed(AWARE));
    answers.put("restricted", true);
    answers.put("mayBeSeenBy", List.of(people));
    answers.put("restrictionReason", "An insider is suspected.");
    staff.does("ian", number, "triage", answers);
  }

  private void start(String person) {
    staff.starts(person, "restrict-case", Map.of("caseNumber", number));
  }

  private void sayWhoMaySee(String person, String... people) {
    start(person);
    staff.does(
        person,
        number,
        "sayWhoMaySeeIt",
        Map.of("who", "named", "mayBeSeenBy", List.of(people), "reason", "Others go on with it."));
  }

  private Set<String> seenBy(String person) {
    return Set.copyOf(
        staff.as(
            person,
            () ->
                tasks.createTaskQuery().processInstanceBusinessKey(number).unlimitedList().stream()
                    .map(task -> task.getTaskDefinitionKey())
                    .distinct()
                    .toList()));
  }

  private String sheet(String task) {
    return staff.form(staff.task(number, task)).get("caseSheet").toString();
  }

  private List<String> details(String act) {
    return timeline.of(caseNumber, act).stream()
        .map(entry -> entry.detail().orElseThrow())
        .toList();
  }

  private int unmarked(String table) {
    return db.sql(
            "select count(*) from %s where tenant_id_ is null and proc_inst_id_ in (select proc_inst_id_ from act_hi_procinst where business_key_ = :case)"
                .formatted(table))
        .param("case", number)
        .query(Integer.class)
        .single();
  }
}
