package breachresponse.workflow;

import static breachresponse.support.Breach.confirmed;
import static breachresponse.support.Breach.exposure;
import static breachresponse.support.Breach.report;
import static breachresponse.support.Breach.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.obligation.Obligation;
import breachresponse.signoff.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The level of a case: confirmed, overridden, raised, lowered, and what follows it. */
class ChangeCriticalityTest extends TellingCustomers {

  private static final Map<String, Object> SIGN = Map.of("decision", "sign");

  @Autowired private ChannelRules channels;
  @Autowired private JdbcClient db;

  private String number;

  @BeforeEach
  void a_case_of_level_4() {
    number = reported();
    triaged();
    assessed("high");
  }

  @Test
  void whoever_the_scale_names_is_woken_and_nobody_else() {
    mailIsSent();

    assertThat(alarms("chris@example.org"))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail)
                    .contains(
                        "Subject: Case %s: criticality 4 of 6, High risk to people"
                            .formatted(number))
                    .contains("Reason: The risk to people is high")
                    .contains("Our own targets, which are not law:")
                    .contains("the first holding statement by Tue 3 Mar 2026, 18:00 Berlin")
                    .contains("customers told by Thu 5 Mar 2026, 15:30 Berlin")
                    .doesNotContain("EXERCISE"));
    for (var woken : List.of("ian", "petra", "lena", "leo", "pia", "sam")) {
      assertThat(alarms(woken + "@example.org")).as(woken).hasSize(1);
    }
    for (var asleep : List.of("carla", "mia", "omar")) {
      assertThat(alarms(asleep + "@example.org")).as(asleep).isEmpty();
    }
    assertThat(details("staff woken"))
        .containsExactly(
            "level 4: Core IT, CIO, Privacy, Legal, PR, Senior leadership, 8 people by mail");
  }

  @Test
  void the_form_shows_both_opinions_the_scale_and_what_hangs_on_each_level() {
    var form = staff.form(staff.task(number, "confirmCriticality"));

    assertThat(form.get("proposal")).isEqualTo("**4**: The risk to people is high");
    assertThat(form.get("level")).isEqualTo("4");
    assertThat(form.get("levelChoices").toString())
        .contains("0: Public information", "6: Catastrophe");
    assertThat(form.get("secondOpinion"))
        .isEqualTo(
            "**medium**, 2.5: significant inconveniences, overcome despite a few difficulties. "
                + "Data processing context 2 (simple data that open an account) × ease of "
                + "identification 1 (maximum) + circumstances 0.5 (seen by unknown recipients).");
    assertThat(form.get("scale").toString())
        .contains("| 0: Public information | Unauthorised access to publicly available")
        .contains("| 6: Catastrophe | National security, life, or otherwise catastrophic");
    assertThat(form.get("consequences").toString())
        .contains(
            "| 2 | Core IT, CIO, Privacy | Legal | Legal, CIO, PR, CEO | Blog | categories | 4 h; 24 h; 3 days |")
        .contains(
            "| 5 | Core IT, CIO, Privacy, Legal, PR, Senior leadership, CEO | Legal, CIO, CEO |");
    assertThat(form.get("caseSheet").toString())
        .contains("Criticality **4** of 6, High risk to people: The risk to people is high");
  }

  @Test
  void a_confirmed_level_is_on_the_timeline_and_wakes_nobody_again() {
    staff.does("chris", number, "confirmCriticality", Map.of("level", "4"));

    assertThat(details("criticality confirmed"))
        .containsExactly("level 4: The risk to people is high");
    assertThat(details("staff woken")).hasSize(1);
  }

  @Test
  void an_override_without_a_reason_is_refused_and_one_with_it_wakes_the_others() {
    assertThatThrownBy(
            () -> staff.does("chris", number, "confirmCriticality", Map.of("level", "5")))
        .hasMessage("reason: please say why the level differs from the table's");
    assertThat(staff.tasks(number)).contains("confirmCriticality");

    staff.does(
        "chris", number, "confirmCriticality", Map.of("level", "5", "reason", "Patients wait."));
    mailIsSent();

    assertThat(entries("criticality raised"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("chris");
              assertThat(entry.detail()).contains("from 4 to 5: Patients wait.");
            });
    assertThat(alarms("carla@example.org"))
        .singleElement()
        .satisfies(
            mail -> assertThat(mail).contains("criticality raised from 4 to 5", "Patients wait."));
  }

  @Test
  void a_level_that_is_not_on_the_scale_changes_nothing() {
    assertThatThrownBy(
            () ->
                staff.does(
                    "chris", number, "confirmCriticality", Map.of("level", "9", "reason", "x")))
        .hasMessage("level: '9' is not on the scale, please choose from it");
    doubts();
    assertThatThrownBy(
            () ->
                staff.does("chris", number, "setTheLevel", Map.of("level", "high", "reason", "x")))
        .hasMessage("level: 'high' is not on the scale, please choose from it");

    assertThat(incidents.get(caseNumber).criticality()).contains(4);
  }

  @Test
  void a_level_raised_later_is_followed_by_signatories_targets_channels_and_disclosure() {
    staff.does("lena", number, "decideOnCustomers", Map.of("decision", "tell"));
    var filing = waitsForSignatures();
    staff.does("lena", signing("legal"), SIGN);
    assertThat(due("provideRecipients")).isEqualTo("2026-03-05T14:30:00Z");

    changes("6", "Agents are among them.");

    assertThat(incidents.get(caseNumber).criticality()).contains(6);
    assertThat(entries("criticality raised"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("chris");
              assertThat(entry.detail()).contains("from 4 to 6: Agents are among them.");
            });
    assertThat(signers()).containsExactlyInAnyOrder("cio", "ceo");
    assertThat(signOffs.signatories(filing.id())).containsExactly("legal", "cio", "ceo");
    assertThat(due("provideRecipients")).isEqualTo("2026-03-04T14:30:00Z");
    assertThat(sheet("provideRecipients"))
        .endsWith(
            "Our own target, which is not law: customers are told by Wed 4 Mar 2026, 15:30 Berlin, in 23 h");
    assertThat(peopleTarget()).isEqualTo("2026-03-04T14:30:00Z");
    staff.does("carla", signing("ceo"), SIGN);
    staff.does("chris", signing("cio"), SIGN);
    assertThat(signOffs.isSigned(filing.id())).isTrue();
  }

  @Test
  void a_level_lowered_later_asks_for_fewer_signatures_and_gives_more_time() {
    staff.does("lena", number, "decideOnCustomers", Map.of("decision", "tell"));
    var filing = waitsForSignatures();
    staff.does("lena", signing("legal"), SIGN);

    changes("2", "Test data, it turned out.");
    mailIsSent();

    assertThat(details("criticality lowered"))
        .containsExactly("from 4 to 2: Test data, it turned out.");
    assertThat(alarms("sam@example.org"))
        .hasSize(2)
        .anySatisfy(mail -> assertThat(mail).contains("criticality lowered from 4 to 2"));
    assertThat(signers()).isEmpty();
    assertThat(signOffs.isSigned(filing.id())).isTrue();
    assertThat(staff.passed(number)).contains("levelChanged", "signed");
    assertThat(due("provideRecipients")).isEqualTo("2026-03-06T14:30:00Z");
    assertThat(peopleTarget()).isEqualTo("2026-03-06T14:30:00Z");
    assertThat(staff.form(staff.task(number, "acceptChanges")).get("changes").toString())
        .contains("Our own target, which is not law: 72 hours");
  }

  @Test
  void what_is_signed_stays_signed_and_texts_of_the_same_signatories_are_left_in_peace() {
    var signed = waitsForSignatures();
    staff.does("lena", signing("legal"), SIGN);
    staff.does("chris", signing("cio"), SIGN);
    var waiting = waitsForSignatures();
    var task = signing("cio").getId();

    changes("3", "Fewer than we thought.");

    assertThat(signOffs.isSigned(signed.id())).isTrue();
    assertThat(signOffs.signatories(waiting.id())).containsExactly("legal", "cio");
    assertThat(signing("cio").getId()).isEqualTo(task);
  }

  /** A sign-off that runs on a diagram from before knows no change of the level. */
  @Test
  void a_text_whose_process_cannot_follow_is_signed_by_those_it_was_laid_before() {
    var document =
        signOffs.submit(caseNumber, Document.Kind.FILING, "Report", "Dear authority", "petra");
    signOffs.determineSignatories(document.id());

    changes("6", "Agents are among them.");

    assertThat(signOffs.signatories(document.id())).containsExactly("legal", "cio");
  }

  @Test
  void the_holding_statement_is_due_by_the_target_of_the_level() {
    staff.starts("pia", "publish-holding-statement", Map.of("caseNumber", number));
    assertThat(due("releaseStatement")).isEqualTo("2026-03-03T17:00:00Z");

    changes("5", "Patients wait.");

    assertThat(due("releaseStatement")).isEqualTo("2026-03-03T16:00:00Z");
    assertThat(sheet("releaseStatement"))
        .endsWith(
            "Our own target, which is not law: the statement is out by Tue 3 Mar 2026, 17:00 Berlin, in 1 h");
  }

  @Test
  void channels_and_disclosure_are_those_of_the_new_level() {
    staff.does("lena", number, "decideOnCustomers", Map.of("decision", "tell"));
    staff.does("pia", number, "defineSegments", Map.of("sameForAll", "yes"));
    var before = staff.form(staff.task(number, "draftNotice")).get("disclosure");
    var posted = channels.channelsFor(incidents.get(caseNumber).level(), Audience.PRESS);

    changes("6", "Agents are among them.");

    assertThat(staff.form(staff.task(number, "draftNotice")).get("disclosure"))
        .isNotEqualTo(before);
    assertThat(posted).isEmpty();
    assertThat(channels.channelsFor(incidents.get(caseNumber).level(), Audience.PRESS)).hasSize(1);
  }

  @Test
  void a_report_is_triaged_by_the_target_of_what_it_says() {
    var harmless = cases.report("Copied", "Public prices.", publicInformation(), "ian").value();
    staff.runDueJobs();

    assertThat(staff.task(harmless, "triage").getDueDate())
        .isEqualTo(Instant.parse("2026-03-04T15:00:00Z"));
    assertThat(staff.task(reported(), "triage").getDueDate())
        .isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
  }

  @Test
  void findings_that_are_no_worse_leave_the_level_that_people_chose_and_worse_ones_raise_it() {
    changes("2", "Test data, it turned out.");

    finds(with(found(), "cause", "A stolen password."));
    assertThat(incidents.get(caseNumber).criticality()).contains(2);

    finds(with(found(), "consequence", "serious-harm"));
    assertThat(incidents.get(caseNumber).criticality()).contains(5);
    assertThat(entries("criticality raised"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("criticality.dmn");
              assertThat(entry.detail().orElseThrow()).startsWith("from 2 to 5: People suffer");
            });
    assertThat(details("staff woken")).hasSize(3);
  }

  @Test
  void in_an_exercise_those_woken_read_that_it_is_one() {
    db.sql("update incident set exercise = true where case_number = :case")
        .param("case", number)
        .update();

    changes("5", "As the script says.");
    mailIsSent();

    assertThat(alarms("carla@example.org"))
        .singleElement()
        .satisfies(
            mail ->
                assertThat(mail)
                    .contains(
                        "Subject: [EXERCISE] Case ", "This is an exercise. Tell nobody outside."));
  }

  @Test
  void a_group_without_an_address_is_on_the_timeline() {
    identities.deleteMembership("carla", "ceo");
    try {
      changes("5", "Patients wait.");
    } finally {
      identities.createMembership("carla", "ceo");
    }

    assertThat(details("staff woken"))
        .last()
        .asString()
        .endsWith("8 people by mail; nobody with an address in CEO");
  }

  @Test
  void the_same_level_or_no_reason_is_refused_and_the_task_stays_open() {
    doubts();

    assertThatThrownBy(
            () ->
                staff.does(
                    "chris", number, "setTheLevel", Map.of("level", "4", "reason", "No change.")))
        .hasMessageContaining("level: the case has level 4 already");
    assertThatThrownBy(() -> staff.does("chris", number, "setTheLevel", Map.of("level", "5")))
        .hasMessageContaining("reason: please answer");
    assertThat(staff.tasks(number)).contains("setTheLevel");
  }

  @Test
  void only_the_cio_and_senior_leadership_may_change_it() {
    assertThatThrownBy(
            () -> staff.starts("pia", "change-criticality", Map.of("caseNumber", number)))
        .isInstanceOf(AuthorizationException.class);

    staff.starts("sam", "change-criticality", Map.of("caseNumber", number));
    assertThat(staff.task(number, "setTheLevel").getAssignee()).isEqualTo("sam");
  }

  @Test
  void a_case_that_is_not_assessed_or_is_over_has_no_level_to_change() {
    var other = reported();
    assertThatThrownBy(
            () -> staff.starts("chris", "change-criticality", Map.of("caseNumber", other)))
        .hasMessageContaining("caseNumber: case %s has no level yet".formatted(other));

    staff.does("ian", other, "triage", Map.of("outcome", "false-alarm", "reason", "A test."));
    assertThatThrownBy(
            () -> staff.starts("chris", "change-criticality", Map.of("caseNumber", other)))
        .hasMessageContaining("is over");
  }

  @Test
  void a_case_is_not_closed_while_its_level_is_in_doubt() {
    doubts();
    staff.does("chris", number, "confirmCriticality", Map.of("level", "4"));
    staff.does("ian", number, "containBreach", Map.of("measures", "Account locked."));
    staff.does(
        "lena",
        number,
        "decideOnCustomers",
        Map.of("decision", "do-not-tell", "reason", "They were told in the shop."));
    staff.does("leo", signing("legal"), SIGN);
    staff.does("carla", signing("ceo"), SIGN);
    register.of(caseNumber).stream()
        .filter(duty -> !duty.status().isOver())
        .forEach(duty -> register.release(duty.id(), "Not owed.", "lena"));
    running.follow(caseNumber);
    staff.runDueJobs(number);

    assertThatThrownBy(
            () -> staff.does("chris", number, "reviewResponse", Map.of("lessons", "None.")))
        .hasMessageContaining("another level");
    staff.does("chris", number, "setTheLevel", Map.of("level", "3", "reason", "Not that bad."));
    staff.does("chris", number, "reviewResponse", Map.of("lessons", "None."));
    assertThat(staff.tasks(number)).isEmpty();
  }

  private String reported() {
    var instance = staff.starts("pia", "respond-to-breach", report());
    return processes
        .createProcessInstanceQuery()
        .processInstanceId(instance)
        .singleResult()
        .getBusinessKey();
  }

  private void triaged() {
    caseNumber = new CaseNumber(number);
    staff.does("ian", number, "triage", confirmed(AWARE));
  }

  private void assessed(String risk) {
    staff.does("ian", number, "assessExposure", with(exposure(AWARE, 1), "risk", risk));
  }

  private void doubts() {
    staff.starts("chris", "change-criticality", Map.of("caseNumber", number));
  }

  private void changes(String level, String reason) {
    doubts();
    staff.does("chris", number, "setTheLevel", Map.of("level", level, "reason", reason));
  }

  private void finds(Map<String, Object> findings) {
    staff.starts("petra", "report-findings", Map.of("caseNumber", number));
    staff.does("petra", number, "recordFindings", findings);
  }

  private Map<String, Object> found() {
    return exposure(AWARE, incidents.facts(caseNumber).orElseThrow().version());
  }

  private Facts publicInformation() {
    return new Facts(
        null,
        null,
        plan.facts(),
        List.of(),
        null,
        Set.of(),
        null,
        null,
        Facts.Consequence.NONE,
        null,
        null);
  }

  private Document waitsForSignatures() {
    var document =
        signOffs.submit(caseNumber, Document.Kind.FILING, "Report", "Dear authority", "petra");
    processes.startProcessInstanceByKey(
        "sign-off", number, Variables.putValue("documentId", document.id().toString()));
    staff.runDueJobs(number);
    time.passes(Duration.ofSeconds(1));
    return document;
  }

  private Task signing(String group) {
    return staff.tasks(number, "sign").stream()
        .filter(task -> staff.groups(task).equals(List.of(group)))
        .findFirst()
        .orElseThrow();
  }

  private List<String> signers() {
    return staff.tasks(number, "sign").stream()
        .flatMap(task -> staff.groups(task).stream())
        .toList();
  }

  private String sheet(String task) {
    var form = staff.form(staff.task(number, task));
    return form.getOrDefault("caseText", form.get("caseSheet")).toString();
  }

  private Instant due(String task) {
    return staff.task(number, task).getDueDate().toInstant();
  }

  /** Our own, where the law has no number: GDPR Art 34. */
  private Instant peopleTarget() {
    return register.of(caseNumber).stream()
        .filter(Obligation::tellsPeople)
        .filter(duty -> duty.duty().id().equals("eu-gdpr-34-people"))
        .findFirst()
        .flatMap(duty -> duty.clock().target())
        .orElseThrow();
  }

  private List<String> alarms(String address) {
    return mailsTo(address).stream().filter(mail -> mail.contains(number)).toList();
  }

  private List<Timeline.Entry> entries(String act) {
    return timeline.of(caseNumber).stream().filter(entry -> entry.act().equals(act)).toList();
  }

  private List<String> details(String act) {
    return entries(act).stream().map(entry -> entry.detail().orElse("")).toList();
  }
}
