package breachresponse.workflow.taskmail;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Dispatcher;
import breachresponse.delivery.SmtpSink;
import breachresponse.delivery.StaffMail;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Breach;
import breachresponse.support.Staff;
import breachresponse.support.Time;
import breachresponse.workflow.Members;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.restricted.RestrictedCases;
import breachresponse.workflow.taskmail.TaskMails.Kind;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail to those for whom tasks wait, as it arrives. */
@ApplicationTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:taskmail;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.process-engine-name=taskmail",
      "breach.staff-address=https://breach.example.org"
    })
class TaskMailTest {

  private record Received(String subject, String text) {}

  @Autowired private TaskMailer mailer;
  @Autowired private TaskMails mails;
  @Autowired private TaskMailSettings settings;
  @Autowired private StaffMail staffMail;
  @Autowired private Members members;
  @Autowired private Dispatcher dispatcher;
  @Autowired private SmtpSink mailServer;
  @Autowired private Staff staff;
  @Autowired private Time time;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService processes;
  @Autowired private IdentityService identities;
  @Autowired private Unrestricted engine;
  @Autowired private CaseAccess access;
  @Autowired private RestrictedCases restricted;
  @Autowired private ResponsePlan plan;
  @Autowired private Words words;
  @Autowired private TransactionTemplate transaction;
  @Autowired private JdbcClient db;

  private int mailsBefore;

  @BeforeEach
  void nothing_waits_for_anybody() {
    time.passes(Duration.ofDays(1));
    processes
        .createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(open -> processes.deleteProcessInstance(open.getId(), "another test"));
    db.sql("delete from task_mail").update();
    dispatcher.sendDue();
    mailsBefore = mailServer.received().size();
  }

  @Test
  void tasks_of_a_minute_come_in_one_mail_with_case_name_due_time_and_link() throws Exception {
    var first = triage();
    tell();
    time.passes(Duration.ofSeconds(30));
    var second = triage();
    tell();
    assertThat(to("ian")).isEmpty();

    time.passes(Duration.ofSeconds(30));
    tell();

    var mail = to("ian").get(0);
    assertThat(to("ian")).hasSize(1);
    assertThat(mail.subject()).isEqualTo("2 tasks wait for you");
    assertThat(mail.text())
        .startsWith("New:\n\n- " + number(first) + ", Triage\n  Due: ")
        .contains("- " + number(second) + ", Triage\n")
        .contains(
            "https://breach.example.org/camunda/app/tasklist/default/#/?task=" + first.getId())
        .contains(
            "https://breach.example.org/camunda/app/tasklist/default/#/?task=" + second.getId())
        .doesNotContain("Customer table copied", "unknown address");
    assertThat(to("lena")).isEmpty();
    tellAfter(Duration.ofMinutes(5));
    assertThat(to("ian")).hasSize(1);
  }

  @Test
  void nobody_gets_more_than_six_in_an_hour_and_the_rest_comes_then_in_one() throws Exception {
    for (var n = 0; n < 8; n++) {
      triage();
      tellAfter(Duration.ofMinutes(2));
    }
    assertThat(to("ian")).hasSize(6);
    assertThat(to("ian").get(0).subject()).matches("A task for you: \\d{4}-\\d{4}, Triage");

    tellAfter(Duration.ofMinutes(50));

    assertThat(to("ian")).hasSize(7);
    // two that are new, and three that should have been done by now
    assertThat(to("ian").get(6).subject()).isEqualTo("5 tasks wait for you, 3 of them overdue");
  }

  @Test
  void what_is_done_or_claimed_meanwhile_is_not_mailed() throws Exception {
    colleagueOfIan();
    var done = triage();
    staff.does(
        "ian",
        done,
        Map.of("outcome", "false-alarm", "reason", "A test of the backup.", "awareAt", ""));
    var claimed = triage();
    tasks.setAssignee(claimed.getId(), "ian");

    tellAfter(Duration.ofMinutes(1));

    assertThat(to("ian")).isEmpty();
    assertThat(to("ines")).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void of_a_restricted_case_those_alone_are_mailed_who_may_see_it() throws Exception {
    colleagueOfIan();
    var triage = triage();
    var caseNumber = new CaseNumber(number(triage));
    restricted.restrict(caseNumber, List.of("ines", "lena"), "An insider", "lena");

    tellAfter(Duration.ofMinutes(1));
    assertThat(to("ines")).hasSize(1);
    assertThat(to("ian")).isEmpty();

    restricted.restrict(caseNumber, List.of("ian", "ines", "lena"), "He is needed", "lena");
    tellAfter(Duration.ofMinutes(1));
    assertThat(to("ian")).hasSize(1);
    assertThat(to("ines")).hasSize(1);
  }

  @Test
  void what_becomes_overdue_is_mailed_once_to_who_has_it() throws Exception {
    colleagueOfIan();
    var task = triage();
    tasks.setAssignee(task.getId(), "ian");

    tellAfter(Duration.between(time.instant(), task.getDueDate().toInstant()));
    assertThat(to("ian")).isEmpty();
    time.passes(Duration.ofSeconds(1));
    tell();
    tellAfter(Duration.ofMinutes(1));
    tellAfter(Duration.ofMinutes(1));

    assertThat(to("ian")).hasSize(1);
    assertThat(to("ian").get(0).subject()).isEqualTo("Overdue: " + number(task) + ", Triage");
    assertThat(to("ian").get(0).text()).startsWith("Overdue:\n\n- ").contains("overdue\n");
    assertThat(to("ines")).isEmpty();
  }

  @Test
  void deputies_who_are_asked_to_step_in_are_mailed_of_what_is_overdue() throws Exception {
    var task = triage();
    tellAfter(Duration.ofMinutes(1));
    time.is(task.getDueDate().toInstant().plusSeconds(1));
    tell();
    tellAfter(Duration.ofMinutes(1));
    assertThat(to("chris")).isEmpty();

    tasks.addCandidateGroup(task.getId(), "cio");
    tell();
    tellAfter(Duration.ofMinutes(1));

    assertThat(to("chris")).extracting(Received::subject).allMatch(s -> s.startsWith("Overdue: "));
    assertThat(to("chris")).hasSize(1);
    assertThat(to("ian")).hasSize(2);
  }

  @Test
  void who_has_no_address_or_has_left_is_skipped() throws Exception {
    colleague("nora", null);
    colleagueOfIan();
    triage();
    identities.deleteUser("ines");

    tellAfter(Duration.ofMinutes(1));

    assertThat(to("ian")).hasSize(1);
    assertThat(mailServer.received()).hasSize(mailsBefore + 1);
    assertThat(waiting()).isZero();
  }

  @Test
  void a_task_that_is_rolled_back_is_not_mailed() throws Exception {
    transaction.executeWithoutResult(
        status -> {
          triage();
          assertThat(waiting()).isPositive();
          status.setRollbackOnly();
        });

    assertThat(waiting()).isZero();
  }

  @Test
  void what_a_node_has_noted_and_not_mailed_any_other_mails_and_none_twice() throws Exception {
    triage();
    time.passes(Duration.ofMinutes(1));
    var others =
        new TaskMailer(
            mails,
            text("en"),
            settings,
            staffMail,
            members,
            tasks,
            identities,
            engine,
            access,
            transaction,
            time);

    others.tell();
    tell();

    assertThat(to("ian")).hasSize(1);
  }

  @Test
  void nobody_is_mailed_where_it_is_switched_off() throws Exception {
    triage();
    time.passes(Duration.ofMinutes(1));

    new TaskMailer(
            mails,
            text("en"),
            new TaskMailSettings(false, Duration.ZERO, 6),
            staffMail,
            members,
            tasks,
            identities,
            engine,
            access,
            transaction,
            time)
        .tell();
    dispatcher.sendDue();

    assertThat(to("ian")).isEmpty();
  }

  @Test
  void an_exercise_says_that_it_is_one() throws Exception {
    var plan = staff.taskOf(staff.starts("sam", "exercise-plan", Map.of()));
    staff.does(
        "sam",
        plan,
        Map.of(
            "scenario",
            "ransomware-with-exfiltration",
            "participants",
            List.of("ian", "sam", "lena", "petra", "pia", "chris"),
            "timeLapse",
            1));

    tellAfter(Duration.ofMinutes(1));

    assertThat(to("ian"))
        .anySatisfy(
            mail -> {
              assertThat(mail.subject()).matches("\\[EXERCISE] \\d tasks wait for you");
              assertThat(mail.text()).contains("EXERCISE: Triage");
            });
  }

  @Test
  void it_speaks_the_language_of_the_installation() {
    var task = triage();
    var told = Map.of(Kind.NEW, List.of(task));

    assertThat(text("es").subject(told))
        .isEqualTo("Una tarea para usted: " + number(task) + ", Triage");
    assertThat(text("es").plain(told)).startsWith("Nuevas:\n\n- ").contains("\n  Vence: ");
  }

  @Test
  void of_tasks_that_are_done_nothing_is_kept() {
    var task = triage();
    tellAfter(Duration.ofMinutes(1));
    processes.deleteProcessInstance(task.getProcessInstanceId(), "over");

    tellAfter(Duration.ofHours(23));
    assertThat(rows()).isPositive();
    tellAfter(Duration.ofHours(1));

    assertThat(rows()).isZero();
  }

  private Task triage() {
    return staff.taskOf(staff.starts("pia", "respond-to-breach", Breach.report()));
  }

  private String number(Task task) {
    return tasks.getVariableLocal(task.getId(), "caseRef").toString();
  }

  private void colleagueOfIan() {
    colleague("ines", "ines@example.org");
  }

  private void colleague(String id, String address) {
    if (identities.createUserQuery().userId(id).count() == 0) {
      var user = identities.newUser(id);
      user.setEmail(address);
      user.setPassword("Rehearse-2026!");
      identities.saveUser(user);
      identities.createMembership(id, "core-it");
    }
  }

  private TaskMailText text(String language) {
    return new TaskMailText(
        tasks,
        engine,
        plan,
        words,
        new Catalogue(language),
        settings,
        URI.create("https://breach.example.org"));
  }

  private void tellAfter(Duration time) {
    this.time.passes(time);
    tell();
  }

  private void tell() {
    mailer.tell();
    dispatcher.sendDue();
  }

  private int waiting() {
    return db.sql("select count(*) from task_mail where mailed_at is null")
        .query(Integer.class)
        .single();
  }

  private int rows() {
    return db.sql("select count(*) from task_mail").query(Integer.class).single();
  }

  private List<Received> to(String person) throws Exception {
    var found = new ArrayList<Received>();
    for (var mail : mailServer.received().stream().skip(mailsBefore).toList()) {
      if (mail.to().equals(person + "@example.org")) {
        var message =
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.text().getBytes(StandardCharsets.UTF_8)));
        found.add(
            new Received(
                message.getSubject(), message.getContent().toString().replace("\r\n", "\n")));
      }
    }
    return found;
  }
}
