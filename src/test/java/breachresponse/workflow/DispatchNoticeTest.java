package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.delivery.Dispatches;
import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Hold;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Milestone;
import breachresponse.notice.Draft;
import breachresponse.notice.Draft.Text;
import breachresponse.obligation.Obligation.Status;
import breachresponse.reach.Reach.State;
import breachresponse.reach.ReachReport;
import breachresponse.support.Breach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class DispatchNoticeTest extends TellingCustomers {

  private static final String TOMORROW = "2026-03-04T15:00:00Z";

  @Autowired private DispatchNotice process;
  @Autowired private ReachReport report;
  @Autowired private Dispatches dispatches;

  @Test
  void everybody_gets_the_signed_notice_in_their_language() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE", "2,eva@example.com,Eva Otra,es,ES");
    dispatch();

    mailIsSent();

    assertThat(mailsTo("ann@example.com")).singleElement().asString().contains("Dear Ann Other");
    assertThat(mailsTo("eva@example.com")).singleElement().asString().contains("Hola Eva Otra");
    assertThat(staff.passed(caseNumber.value())).doesNotContain("reachTheRest", "endTheHold");
    assertThat(isOver()).isTrue();
  }

  @Test
  void customers_count_as_told_once_the_mail_is_sent() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    assertThat(duties()).isNotEmpty().extracting("status").containsOnly(Status.OPEN);

    time.is("2026-03-03T16:00:00Z");
    mailIsSent();

    assertThat(duties()).extracting("status").containsOnly(Status.FULFILLED);
    assertThat(told()).isEqualTo("2026-03-03T16:00:00Z");
  }

  @Test
  void customers_were_told_with_the_last_mail_that_was_taken_however_long_others_are_tried() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE", "c-2,full@example.com,Too Full,en,DE");
    mailServer.answers("RCPT", "full@example.com", "450 4.2.2 mailbox full", 999);
    dispatch();
    time.is("2026-03-03T16:00:00Z");
    mailIsSent();
    assertThat(duties()).extracting("status").containsOnly(Status.OPEN);

    time.is("2026-03-09T16:00:00Z");
    mailIsSent();

    assertThat(duties()).extracting("status").containsOnly(Status.FULFILLED);
    assertThat(duties()).extracting("filedAt").containsOnly(Optional.of(told()));
    assertThat(told()).isEqualTo("2026-03-03T16:00:00Z");
    staff.does("petra", caseNumber.value(), "reachTheRest", toldByLetter("2026-03-09T15:00Z"));
  }

  @Test
  void at_a_low_level_nothing_is_posted_in_public() {
    aCase(1);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    mailIsSent();

    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();
    assertThat(staff.passed(caseNumber.value())).doesNotContain("tellThePublic");
    assertThat(isOver()).isTrue();
  }

  @Test
  void the_post_is_public_and_copied_to_each_channel_with_its_link() {
    aCase(4);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    mailIsSent();

    var page = notices.get(lastNotice()).postedAt().orElseThrow();
    var tasks = staff.tasks(caseNumber.value(), "postOnChannel");
    assertThat(tasks)
        .hasSize(2)
        .allSatisfy(
            task ->
                assertThat(staff.form(task))
                    .containsEntry("preparedText", "A data breach happened.\n" + page));
    assertThat(tasks)
        .extracting(task -> staff.form(task).get("channel"))
        .containsExactlyInAnyOrder("X", "Facebook");
    for (var task : tasks) {
      var channel = staff.form(task).get("channel");
      staff.does("pia", task, postedAt("https://%s.example/1".formatted(channel)));
    }

    assertThat(posts.postings(lastNotice()))
        .extracting("channel")
        .containsExactlyInAnyOrder("x", "facebook");
    assertThat(isOver()).isTrue();
  }

  @Test
  void the_public_is_told_once_a_mail_to_each_customer_was_tried() {
    aCase(4);
    upload("1,ann@example.com,Ann Other,en,DE", "2,full@example.com,Too Full,en,DE");
    mailServer.answers("RCPT", "full@example.com", "450 4.2.2 mailbox full", 999);
    dispatch();
    var waits = staff.task(caseNumber.value(), "letTheMailsGoFirst");
    assertThat(staff.groups(waits)).containsExactly("pr");
    assertThat(staff.form(waits).get("progress").toString()).contains("0 %");
    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();

    mailIsSent();

    assertThat(staff.tasks(caseNumber.value())).doesNotContain("letTheMailsGoFirst");
    assertThat(notices.get(lastNotice()).postedAt()).isPresent();
    assertThat(dispatches.progress(lastNotice()).orElseThrow().queued()).isEqualTo(1);
  }

  @Test
  void a_post_does_not_wait_for_mails_that_are_out_when_its_turn_comes(
      @Autowired ManagementService jobs) {
    aCase(4);
    upload("1,ann@example.com,Ann Other,en,DE");
    beginDispatch();
    var job = jobs.createJobQuery().processInstanceId(instanceOf("dispatch-notice")).messages();
    jobs.executeJob(job.singleResult().getId());
    assertThat(instanceOf("tell-the-public")).isNotNull();
    dispatcher.sendDue();

    staff.runDueJobs();

    assertThat(staff.passed(caseNumber.value()))
        .contains("postsMayGo")
        .doesNotContain("letTheMailsGoFirst");
    assertThat(notices.get(lastNotice()).postedAt()).isPresent();
  }

  @Test
  void a_post_with_the_order_of_the_mails_goes_beside_them(@Autowired RepositoryService repository)
      throws IOException {
    var table = Files.readString(Path.of("processes/channels.dmn"));
    var together = table.replaceFirst("(?s)(channelsRow2Order\">\\s*<text>)2", "$11");
    assertThat(together).isNotEqualTo(table);
    var changed = repository.createDeployment().addString("channels.dmn", together).deploy();
    try {
      aCase(2);
      upload("1,ann@example.com,Ann Other,en,DE");
      dispatch();

      assertThat(notices.get(lastNotice()).postedAt()).isPresent();
      assertThat(mailsTo("ann@example.com")).isEmpty();
      mailIsSent();
      assertThat(isOver()).isTrue();
    } finally {
      repository.deleteDeployment(changed.getId(), true);
    }
  }

  @Test
  void channels_that_a_higher_level_adds_while_the_mails_go_first_are_told_as_well() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    incidents.assess(caseNumber, 4, "more is known", "ian");

    mailIsSent();

    assertThat(staff.tasks(caseNumber.value(), "postOnChannel")).hasSize(2);
  }

  @Test
  void under_a_hold_the_public_is_not_told_before_the_mails_either() {
    aCase(4);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    found(hold(null));

    assertThatThrownBy(
            () -> staff.does("pia", caseNumber.value(), "letTheMailsGoFirst", decided("now")))
        .hasMessageContaining("decision: law enforcement has asked not to tell the public yet");
    assertThat(staff.tasks(caseNumber.value())).contains("letTheMailsGoFirst");
  }

  @Test
  void a_hold_whose_time_has_come_is_not_taken_back_by_one_person() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    found(hold(TOMORROW));
    time.is(TOMORROW);

    found(null);
    mailIsSent();

    assertThat(knownHold()).contains(hold(TOMORROW));
    assertThat(mailsTo("ann@example.com")).isEmpty();
  }

  @Test
  void a_hold_that_runs_out_after_the_dispatch_was_stopped_asks_nobody_to_resume_it() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    found(hold(TOMORROW));
    watch("pia", "stop", "The text is wrong.");
    mailIsSent();

    time.is(TOMORROW);
    staff.runDueJobs();
    mailIsSent();

    assertThat(acts()).doesNotContain("dispatch resumed").containsOnlyOnce("dispatch paused");
    assertThat(addresseesOf("the time of the hold of law enforcement has come")).isEmpty();
    assertThat(staff.tasks(caseNumber.value())).doesNotContain("endTheNewHold");
  }

  private String instanceOf(String process) {
    return processes
        .createProcessInstanceQuery()
        .processDefinitionKey(process)
        .processInstanceBusinessKey(caseNumber.value())
        .singleResult()
        .getId();
  }

  @Test
  void pr_may_tell_the_public_before_the_mails_and_says_why() {
    aCase(4);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();

    staff.does("pia", caseNumber.value(), "letTheMailsGoFirst", decided("now"));

    assertThat(notices.get(lastNotice()).postedAt()).isPresent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("posts go out before all mails"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("pia");
              assertThat(entry.detail()).contains("It is in the papers.");
            });
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).hasSize(1);
  }

  @Test
  void after_a_dispatch_that_was_stopped_nothing_is_posted_unless_pr_says_so() {
    aCase(4);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    watch("pia", "stop", "The text is wrong.");
    mailIsSent();
    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();

    var posts = staff.task(caseNumber.value(), "letTheMailsGoFirst");
    assertThat(posts.getDueDate()).isEqualTo(Instant.parse("2026-03-03T15:00:00Z"));
    assertThat(staff.form(posts).get("state").toString()).contains("It was stopped");
    assertThat(addresseesOf("a dispatch was stopped before its posts went out"))
        .contains("pia@example.org")
        .doesNotContain("petra@example.org");

    staff.does("pia", posts, decided("withhold"));

    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();
    assertThat(staff.tasks(caseNumber.value())).doesNotContain("postOnChannel");
    assertThat(acts()).contains("posts withheld");
    staff.does("petra", caseNumber.value(), "reachTheRest", toldByLetter("2026-03-03T15:00Z"));
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_case_that_began_on_the_diagram_before_there_was_an_order_of_channels_goes_on(
      @Autowired RepositoryService repository) {
    var earlier =
        repository
            .createDeployment()
            .addClasspathResource("earlier/dispatch-notice.bpmn")
            .deploy()
            .getId();
    try {
      aCase(4);
      upload("1,ann@example.com,Ann Other,en,DE");
      dispatch();
      mailIsSent();
      assertThat(mailsTo("ann@example.com")).hasSize(1);
      assertThat(notices.get(lastNotice()).postedAt()).isPresent();

      var tasks = staff.tasks(caseNumber.value(), "postOnChannel");
      assertThat(tasks)
          .extracting(task -> staff.form(task).get("channel"))
          .containsExactlyInAnyOrder("X", "Facebook");
      assertThat(tasks)
          .extracting(Task::getName)
          .allSatisfy(name -> assertThat(name).contains("Post on the channel"));
      tasks.forEach(task -> staff.does("pia", task, postedAt("https://x.example/1")));

      assertThat(posts.postings(lastNotice()))
          .extracting("channel")
          .containsExactlyInAnyOrder("x", "facebook");
      assertThat(isOver()).isTrue();
    } finally {
      repository.deleteDeployment(earlier, true);
    }
  }

  @Test
  void a_post_without_the_address_where_it_stands_is_refused() {
    aCase(4);
    dispatch();
    mailIsSent();

    var task = staff.tasks(caseNumber.value(), "postOnChannel").get(0);

    assertThatThrownBy(() -> staff.does("pia", task, postedAt("posted it")))
        .hasMessageContaining("link:");
    assertThat(staff.tasks(caseNumber.value(), "postOnChannel")).hasSize(2);
  }

  @Test
  void a_hold_comes_before_the_dispatch_until_it_ends_by_itself() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    found(hold(TOMORROW));
    dispatch();

    var task = staff.task(caseNumber.value(), "endTheHold");
    assertThat(staff.groups(task)).containsExactly("legal", "privacy");
    assertThat(task.getDueDate()).isEqualTo(Instant.parse(TOMORROW));
    assertThat(staff.form(task).get("hold").toString())
        .contains("18 U.S.C. 2705\\(b\\), ordered by Agent Smith, FBI, from", "in 24 h");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    assertThat(notices.get(lastNotice()).postedAt()).isEmpty();

    time.is(TOMORROW);
    staff.runDueJobs();
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void two_people_end_a_hold_with_the_reason() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    found(hold(null));
    dispatch();
    assertThat(staff.form(staff.task(caseNumber.value(), "endTheHold")))
        .containsEntry("endAsked", "");

    staff.does("lena", caseNumber.value(), "endTheHold", Map.of("reason", "Agent Smith called."));
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    var again = staff.task(caseNumber.value(), "endTheHold");
    assertThat(staff.form(again))
        .containsEntry("endAsked", "Lena Legal, that it has ended: Agent Smith called.");

    staff.does("petra", again, confirmed());
    mailIsSent();

    assertThat(incidents.facts(caseNumber).orElseThrow().facts().hold()).isNull();
    assertThat(timeline.of(caseNumber))
        .filteredOn(entry -> entry.act().equals("hold of law enforcement ended"))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.by()).isEqualTo("petra");
              assertThat(entry.detail())
                  .contains("I called back.; first said by Lena Legal (lena): Agent Smith called.");
            });
    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void nobody_confirms_their_own_word() {
    aCase(2);
    found(hold(null));
    dispatch();
    staff.does("lena", caseNumber.value(), "endTheHold", Map.of("reason", "Agent Smith called."));

    assertThatThrownBy(() -> staff.does("lena", caseNumber.value(), "endTheHold", confirmed()))
        .hasMessageContaining("decision:")
        .hasMessageContaining("somebody else");
    assertThat(incidents.facts(caseNumber).orElseThrow().facts().hold()).isNotNull();
  }

  @Test
  void who_does_not_confirm_the_end_keeps_the_hold() {
    aCase(2);
    found(hold(null));
    dispatch();
    staff.does("lena", caseNumber.value(), "endTheHold", Map.of("reason", "Agent Smith called."));

    staff.does(
        "leo",
        caseNumber.value(),
        "endTheHold",
        Map.of("decision", "keep", "reason", "He did not."));

    assertThat(incidents.facts(caseNumber).orElseThrow().facts().hold()).isNotNull();
    assertThat(staff.form(staff.task(caseNumber.value(), "endTheHold")))
        .containsEntry("endAsked", "");
    assertThat(acts()).contains("end of the hold asked for", "end of the hold not confirmed");
  }

  @Test
  void a_hold_that_has_changed_since_somebody_asked_to_end_it_takes_two_people_again() {
    aCase(2);
    found(hold(TOMORROW));
    dispatch();
    staff.does("lena", caseNumber.value(), "endTheHold", Map.of("reason", "Agent Smith called."));
    found(hold("2026-03-10T15:00:00Z"));

    staff.does("leo", caseNumber.value(), "endTheHold", Map.of("reason", "He called me too."));

    assertThat(incidents.facts(caseNumber).orElseThrow().facts().hold()).isNotNull();
  }

  @Test
  void a_hold_without_an_end_gets_a_near_one_only_once_two_people_have_found_it() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    found(hold(null));

    found(hold("2026-03-03T15:01:00Z"));
    found(hold("2026-03-03T15:01:00Z"));
    time.is(TOMORROW);
    staff.runDueJobs();
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    assertThat(knownHold()).contains(hold(null));

    found("leo", hold("2026-03-05T15:00:00Z"));
    assertThat(knownHold()).contains(hold(null));
    found("petra", hold("2026-03-05T15:00:00Z"));

    assertThat(knownHold()).contains(hold("2026-03-05T15:00:00Z"));
    assertThat(staff.task(caseNumber.value(), "endTheNewHold").getDueDate())
        .isEqualTo(Instant.parse("2026-03-05T15:00:00Z"));
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    time.is("2026-03-05T15:00:00Z");
    staff.runDueJobs();
    watch("pia", "resume", "The time has come.");
    watch("petra", "resume", "So it has.");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(acts())
        .containsSubsequence(
            "end of the hold asked for",
            "end of the hold asked for",
            "end of the hold of law enforcement moved",
            "dispatch resumed");
  }

  @Test
  void findings_without_the_hold_end_it_only_once_a_second_person_records_the_same() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    found(hold(TOMORROW));

    found(null);
    found(null);
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    assertThat(staff.form(staff.task(caseNumber.value(), "endTheNewHold")).get("endAsked"))
        .isEqualTo("Lena Legal, that it has ended: recorded with other findings");

    found("leo", null);
    mailIsSent();

    assertThat(knownHold()).isEmpty();
    assertThat(mailsTo("ann@example.com")).hasSize(1);
  }

  @Test
  void a_hold_is_not_withdrawn_by_one_person_before_there_is_a_notice_either() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    found(hold(null));

    found(null);
    dispatch();
    mailIsSent();

    assertThat(staff.tasks(caseNumber.value(), "endTheHold")).hasSize(1);
    assertThat(mailsTo("ann@example.com")).isEmpty();
  }

  @Test
  void a_hold_that_was_recorded_before_it_was_asked_who_ordered_it_stays_in_force() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    found(new Hold("FBI, by phone", null, null, null));
    dispatch();
    mailIsSent();

    assertThat(staff.form(staff.task(caseNumber.value(), "endTheHold")).get("hold"))
        .isEqualTo("FBI, by phone, nobody has said yet until when");
    assertThat(mailsTo("ann@example.com")).isEmpty();
  }

  @Test
  void two_people_bring_the_end_of_a_hold_nearer() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    found(hold("2026-03-10T15:00:00Z"));
    dispatch();

    staff.does("lena", caseNumber.value(), "endTheHold", endsAt(TOMORROW));
    var again = staff.task(caseNumber.value(), "endTheHold");
    assertThat(again.getDueDate()).isEqualTo(Instant.parse("2026-03-10T15:00:00Z"));
    assertThat(staff.form(again).get("endAsked").toString())
        .contains("Lena Legal, that it ends", "in 24 h");
    staff.does("petra", again, confirmed());

    assertThat(knownHold()).contains(hold(TOMORROW));
    assertThat(staff.task(caseNumber.value(), "endTheHold").getDueDate())
        .isEqualTo(Instant.parse(TOMORROW));
    time.is(TOMORROW);
    staff.runDueJobs();
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).hasSize(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2026-03-03T15:00:00Z, this is over",
    "2026-03-10T15:00:00Z, this is no sooner than the hold ends anyway"
  })
  void an_end_that_is_over_or_no_nearer_is_refused(String end, String why) {
    aCase(2);
    found(hold("2026-03-10T15:00:00Z"));
    dispatch();

    assertThatThrownBy(() -> staff.does("lena", caseNumber.value(), "endTheHold", endsAt(end)))
        .hasMessageContaining("endsAt: " + why);
    assertThat(acts()).doesNotContain("end of the hold asked for");
  }

  @Test
  void a_hold_without_an_end_is_asked_about_again_after_thirty_days() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    found(hold(null));
    dispatch();
    var first = staff.task(caseNumber.value(), "endTheHold");
    assertThat(first.getDueDate()).isEqualTo(Instant.parse("2026-04-02T15:00:00Z"));

    time.passes(Duration.ofDays(30));
    staff.runDueJobs();

    var second = staff.task(caseNumber.value(), "endTheHold");
    assertThat(second.getId()).isNotEqualTo(first.getId());
    assertThat(second.getDueDate()).isEqualTo(Instant.parse("2026-05-02T15:00:00Z"));
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
  }

  @Test
  void a_hold_whose_end_has_moved_is_waited_for_until_then() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    found(hold(TOMORROW));
    dispatch();

    found(hold("2026-03-10T15:00:00Z"));

    assertThat(staff.task(caseNumber.value(), "endTheHold").getDueDate())
        .isEqualTo(Instant.parse("2026-03-10T15:00:00Z"));
    time.is(TOMORROW);
    staff.runDueJobs();
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    time.is("2026-03-10T15:00:00Z");
    staff.runDueJobs();
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).hasSize(1);
  }

  @Test
  void a_hold_that_comes_while_sending_pauses_it_until_two_people_end_the_hold() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();

    found(hold(null));
    found(hold(null));
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).isEmpty();
    var task = staff.task(caseNumber.value(), "endTheNewHold");
    assertThat(staff.groups(task)).containsExactly("legal", "privacy");
    assertThat(staff.form(task).get("progress").toString()).contains("0 of 1 mails are sent");

    staff.does("leo", task, Map.of("reason", "The prosecutor wrote so."));
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    staff.does("lena", caseNumber.value(), "endTheNewHold", confirmed());
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(acts()).containsSubsequence("dispatch paused", "dispatch resumed");
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_hold_that_comes_while_sending_and_whose_time_has_come_leaves_it_to_two_people() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    found(hold("2026-03-03T20:00:00Z"));
    found(hold(TOMORROW));

    time.is(TOMORROW);
    staff.runDueJobs();
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).isEmpty();
    assertThat(addresseesOf("the time of the hold of law enforcement has come"))
        .contains("pia@example.org", "petra@example.org");
    var watch = staff.task(caseNumber.value(), "watchTheDispatch");
    assertThat(watch.getDueDate()).isEqualTo(Instant.parse(TOMORROW));
    assertThat(staff.form(watch).get("state").toString())
        .contains("It is paused:", "the time of the hold of law enforcement has come");
    watch("pia", "resume", "The time has come.");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    watch("petra", "resume", "So it has.");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_hold_without_an_end_that_comes_while_sending_is_asked_about_again() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    found(hold(null));
    var first = staff.task(caseNumber.value(), "endTheNewHold");

    time.passes(Duration.ofDays(30));
    staff.runDueJobs();
    mailIsSent();

    assertThat(staff.task(caseNumber.value(), "endTheNewHold").getId()).isNotEqualTo(first.getId());
    assertThat(mailsTo("ann@example.com")).isEmpty();
  }

  @Test
  void a_hold_that_comes_after_it_was_asked_about_still_stops_the_start() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    found(hold(null));
    var notice = signedNotice();

    assertThatThrownBy(() -> process.startDispatch(caseNumber.value(), notice))
        .hasMessageContaining("hold");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
  }

  @Test
  void nobody_posts_while_a_hold_is_in_force() {
    aCase(4);
    dispatch();
    mailIsSent();
    found(hold(null));

    var task = staff.tasks(caseNumber.value(), "postOnChannel").get(0);

    assertThatThrownBy(() -> staff.does("pia", task, postedAt("https://x.example/1")))
        .hasMessageContaining("hold:");
  }

  @Test
  void those_whom_mail_does_not_reach_are_told_in_another_way() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE", "c-2,gone@example.com,Gone Away,en,DE");
    mailServer.answers("RCPT", "gone@example.com", "550 5.1.1 <gone@example.com> unknown", 1);
    dispatch();
    mailIsSent();

    assertThat(duties()).extracting("status").containsOnly(Status.FULFILLED);
    var task = staff.task(caseNumber.value(), "reachTheRest");
    assertThat(staff.groups(task)).containsExactly("pr", "privacy");
    assertThat(staff.form(task).get("progress").toString()).contains("1 of 2", "1 can't");
    assertThat(staff.form(task).get("rest").toString())
        .contains("unknown", "c\\-2")
        .doesNotContain("gone@example.com");

    staff.does("petra", task, toldByLetter("2026-03-03T15:00Z"));

    assertThat(told()).isEqualTo("2026-03-03T15:00:00Z");
    assertThat(acts()).contains("told those whom mail did not reach");
    assertThat(isOver()).isTrue();
  }

  @Test
  void those_who_were_all_told_in_another_way_are_each_recorded_as_told() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE", "c-2,gone@example.com,Gone Away,en,DE");
    mailServer.answers("RCPT", "gone@example.com", "550 5.1.1 <gone@example.com> unknown", 1);
    dispatch();
    mailIsSent();
    var task = staff.task(caseNumber.value(), "reachTheRest");
    assertThat(staff.form(task).get("reach").toString()).contains("1 of 2 people (50.0 %)");

    staff.does("petra", task, Breach.with(toldByLetter("2026-03-03T15:00Z"), "everybody", true));

    assertThat(report.of(caseNumber).people(State.LETTER)).isEqualTo(1);
    assertThat(report.of(caseNumber).reached()).isEqualTo(2);
  }

  @Test
  void of_many_reasons_the_rarest_are_summed_up_and_nobody_is_lost() {
    aCase(2);
    upload(people("reason", 118));
    for (var n = 2; n <= 110; n += 2) {
      refused(n, "550 5.1.1 %03d".formatted(n));
    }
    for (var n = 112; n <= 118; n += 2) {
      refused(n, "550 5.1.1 moved");
    }
    dispatch();
    mailIsSent();

    var rows =
        staff
            .form(staff.task(caseNumber.value(), "reachTheRest"))
            .get("rest")
            .toString()
            .lines()
            .skip(2)
            .toList();

    assertThat(rows)
        .hasSize(51)
        .startsWith("| 550 5.1.1 moved | 4 | 112, 114, 116, 118 |", "| 550 5.1.1 002 | 1 | 2 |")
        .endsWith(
            "| 550 5.1.1 098 | 1 | 98 |",
            "| other reasons: see the list for letters | 6 | 100, 102, 104, 106, 108, 110 |");
    assertThat(rows.stream().flatMap(row -> Stream.of(row.split("\\|")[3].strip().split(", "))))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, 59).mapToObj(n -> String.valueOf(2 * n)).toList());
  }

  @Test
  void that_the_numbers_do_not_add_up_to_the_list_that_was_signed_is_said(
      @Autowired JdbcClient db) {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE", "c-2,gone@example.com,Gone Away,en,DE");
    mailServer.answers("RCPT", "gone@example.com", "550 5.1.1 unknown", 1);
    dispatch();
    mailIsSent();
    var task = staff.task(caseNumber.value(), "reachTheRest");
    assertThat(staff.form(task).get("reach").toString()).doesNotContain("does not add up");

    db.sql("delete from recipient where case_number = ? and number = 1")
        .param(caseNumber.value())
        .update();

    assertThat(staff.form(task).get("reach").toString())
        .contains("**This does not add up to the list that was signed.**");
  }

  @Test
  void those_who_were_told_in_public_are_recorded_as_such() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE", "c-2,gone@example.com,Gone Away,en,DE");
    mailServer.answers("RCPT", "gone@example.com", "550 5.1.1 <gone@example.com> unknown", 1);
    dispatch();
    mailIsSent();
    var told = Breach.with(toldByLetter("2026-03-03T15:00Z"), "everybody", true);

    staff.does(
        "petra", caseNumber.value(), "reachTheRest", Breach.with(told, "how", "substitute-notice"));

    assertThat(report.of(caseNumber).people(State.PUBLIC)).isEqualTo(1);
  }

  @Test
  void who_watches_sees_how_far_it_is_and_how_long_it_takes() {
    aCase(2);
    upload(
        "1,ann@example.com,Ann Other,en,DE",
        "c-2,gone@example.com,Gone Away,en,DE",
        "3,eva@example.com,Eva Otra,es,ES",
        "4,joe@example.com,Joe Else,en,DE");
    mailServer.answers("RCPT", "gone@example.com", "550 5.1.1 <gone@example.com> unknown", 1);
    mailServer.answers("RCPT", "joe@example.com", "450 4.2.0 later", 1);
    dispatch();
    var task = staff.task(caseNumber.value(), "watchTheDispatch");
    assertThat(staff.groups(task)).containsExactly("incident-team", "pr", "privacy");
    assertThat(staff.form(task).get("progress").toString())
        .contains("`░░░░░░░░░░░░░░░░░░░░` 0 %", "0 of 4 mails are sent", "4 wait");

    mailIsSent();
    time.passes(Duration.ofSeconds(30));

    assertThat(staff.form(task).get("progress").toString())
        .contains("`███████████████░░░░░` 75 %", "2 of 4 mails are sent, 1 can't be delivered")
        .contains("1 wait, 0.1 leave in a second: about 1 min are left");
    assertThat(staff.form(task))
        .containsEntry("state", "It is running.")
        .containsEntry("refusing", "");
  }

  @Test
  void who_watches_pauses_and_resumes_it() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();

    watch("pia", "pause", "A typing error?");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    var task = staff.task(caseNumber.value(), "watchTheDispatch");
    assertThat(staff.form(task).get("state").toString()).contains("paused", "A typing error?");
    assertThat(staff.form(task).get("choices").toString())
        .contains("resume")
        .doesNotContain("pause");

    watch("petra", "resume", "There is none.");
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(acts()).containsSubsequence("dispatch paused", "dispatch resumed");
    assertThat(isOver()).isTrue();
  }

  @Test
  void what_can_not_be_done_now_is_refused_and_the_task_stays() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();

    assertThatThrownBy(() -> watch("pia", "resume", "It runs."))
        .hasMessageContaining("decision:")
        .hasMessageContaining("not possible now");
    assertThat(staff.tasks(caseNumber.value(), "watchTheDispatch")).hasSize(1);
    mailIsSent();
    assertThat(isOver()).isTrue();
  }

  @Test
  void who_was_not_sent_to_when_it_was_stopped_is_told_in_another_way() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE", "c-2,late@example.com,Too Late,en,DE");
    mailServer.answers("RCPT", "late@example.com", "450 4.2.0 later", 1);
    dispatch();
    mailIsSent();

    watch("pia", "stop", "The text is wrong.");
    mailIsSent();

    assertThat(duties()).extracting("status").containsOnly(Status.OPEN);
    var task = staff.task(caseNumber.value(), "reachTheRest");
    assertThat(staff.form(task).get("progress").toString())
        .contains("1 of 2 mails are sent", "1 were not sent since it was stopped");
    assertThat(staff.form(task).get("rest").toString()).contains("stopped", "| 1 |", "c\\-2");
    assertThat(staff.tasks(caseNumber.value(), "watchTheDispatch")).isEmpty();

    staff.does("petra", task, toldByLetter("2026-03-03T15:00Z"));
    assertThat(duties()).extracting("status").containsOnly(Status.FULFILLED);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_storm_of_failures_asks_to_be_looked_at_and_those_it_hit_are_tried_again() {
    aCase(2);
    upload(people(120));
    for (var n = 1; n <= 60; n++) {
      mailServer.answers("RCPT", "p%03d@example.com".formatted(n), "550 <p> no such user", 1);
    }
    dispatch();
    mailIsSent();

    var task = staff.task(caseNumber.value(), "watchTheDispatch");
    assertThat(task.getPriority()).isEqualTo(100);
    assertThat(task.getDueDate()).isEqualTo(time.instant());
    assertThat(staff.form(task).get("state").toString())
        .contains("paused by itself", "50 mails in a row were refused for good", "no such user");
    assertThat(mailsTo("incident-team@example.org"))
        .anyMatch(mail -> mail.contains(caseNumber + ": the sending has paused by itself"));
    assertThat(staff.form(task).get("progress").toString())
        .contains("50 can't be delivered", "70 wait");

    mailServer.answers("RCPT", "p051@example.com", "250 ok", 1);
    watch("petra", "try-again", "The provider was at fault.");
    mailIsSent();

    assertThat(dispatches.progress(lastNotice()).orElseThrow().sent()).isGreaterThanOrEqualTo(110);
    assertThat(acts()).contains("dispatch paused by itself", "failed mails are tried again");
  }

  @Test
  void under_a_hold_and_paused_for_failures_it_does_not_say_that_it_goes_on_by_itself() {
    aCase(2);
    upload(people(120));
    for (var n = 1; n <= 60; n++) {
      mailServer.answers("RCPT", "p%03d@example.com".formatted(n), "550 no such user", 1);
    }
    dispatch();
    mailIsSent();

    found(hold("2026-03-03T18:00:00Z"));

    assertThat(staff.form(staff.task(caseNumber.value(), "watchTheDispatch")).get("state"))
        .asString()
        .contains(
            "A hold of law enforcement keeps it",
            "When the hold ends it stays paused until people resume it.",
            "paused by itself")
        .doesNotContain("It goes on when the hold ends");
    time.is("2026-03-03T18:00:00Z");
    staff.runDueJobs(caseNumber.value());
    assertThat(dispatches.state(lastNotice()).orElseThrow().isRunning()).isFalse();
  }

  @Test
  void an_old_list_goes_on_in_spite_of_its_bad_addresses() {
    aCase(2);
    upload(people(250));
    for (var n = 2; n <= 250; n += 2) {
      mailServer.answers("RCPT", "p%03d@example.com".formatted(n), "550 no such user", 9);
    }
    dispatch();
    mailIsSent();

    watch("petra", "expect-failures", "The list is ten years old.");
    mailIsSent();

    assertThat(
            staff.form(staff.task(caseNumber.value(), "reachTheRest")).get("progress").toString())
        .contains("125 of 250 mails are sent, 125 can't be delivered");
  }

  @Test
  void after_a_hold_two_people_resume_what_was_paused() {
    aCase(2);
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();
    watch("pia", "pause", "Is the text right?");
    found(hold(TOMORROW));
    time.is(TOMORROW);
    staff.runDueJobs();

    watch("pia", "resume", "It is right.");
    mailIsSent();
    assertThat(mailsTo("ann@example.com")).isEmpty();
    assertThatThrownBy(() -> watch("pia", "resume", "Really."))
        .hasMessageContaining("decision:")
        .hasMessageContaining("somebody else");
    assertThat(
            staff.form(staff.task(caseNumber.value(), "watchTheDispatch")).get("state").toString())
        .contains("Pia Pr wants it to go on");

    watch("petra", "resume", "I have read it too.");
    mailIsSent();

    assertThat(mailsTo("ann@example.com")).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_domain_that_refuses_us_is_shown_and_keeps_no_other_back() {
    aCase(2);
    upload("1,ann@strict.example.com,Ann Other,en,DE", "2,eva@example.com,Eva Otra,es,ES");
    mailServer.answers("RCPT", "ann@strict.example.com", "550 5.7.1 not from you", 1);
    dispatch();
    mailIsSent();

    var task = staff.task(caseNumber.value(), "watchTheDispatch");
    assertThat(staff.form(task).get("refusing").toString())
        .contains("strict.example.com", "not from you");
    assertThat(mailsTo("eva@example.com")).hasSize(1);

    time.passes(Duration.ofMinutes(1));
    mailIsSent();
    assertThat(mailsTo("ann@strict.example.com")).hasSize(1);
    assertThat(isOver()).isTrue();
  }

  @Test
  void a_domain_that_goes_on_refusing_us_is_looked_into_while_there_is_time() {
    aCase(2);
    upload("1,ann@stern.example.com,Ann Other,en,DE");
    mailServer.answers("RCPT", "ann@stern.example.com", "550 5.7.1 not from you", 99);
    dispatch();

    sentAfterMinutes(0, 1, 5, 15);
    assertThat(staff.task(caseNumber.value(), "watchTheDispatch").getPriority()).isEqualTo(50);
    sentAfterMinutes(30);

    var task = staff.task(caseNumber.value(), "watchTheDispatch");
    assertThat(task.getPriority()).isEqualTo(100);
    assertThat(task.getDueDate()).isEqualTo(time.instant());
    assertThat(staff.form(task).get("refusing").toString()).contains("not from you", "8 Mar 2026");
    assertThat(acts()).contains("domain refuses us");
    mailIsSent();
    assertThat(mailsTo("incident-team@example.org"))
        .filteredOn(mail -> mail.contains(caseNumber + ": stern.example.com refuses our mail"))
        .hasSize(1)
        .allMatch(mail -> mail.contains("given up on Sun 8 Mar 2026"));
  }

  @Test
  void who_is_in_a_domain_that_refuses_us_for_ever_is_told_in_another_way() {
    aCase(2);
    peopleInCalifornia();
    upload("c-1,ann@never.example.com,Ann Other,en,DE", "c-2,bob@never.example.com,Bob,en,DE");
    mailServer.answers("RCPT", "ann@never.example.com", "550 5.7.1 not from you", 99);
    mailServer.answers("RCPT", "bob@never.example.com", "550 5.7.1 not from you", 99);
    dispatch();
    mailIsSent();

    time.is(dispatches.legalLimit(lastNotice()).orElseThrow());
    mailIsSent();

    var task = staff.task(caseNumber.value(), "reachTheRest");
    assertThat(staff.form(task).get("rest").toString())
        .contains("given up at the legal deadline: 550 5.7.1 not from you", "| 2 | c\\-1, c\\-2");
    assertThat(staff.tasks(caseNumber.value(), "watchTheDispatch")).isEmpty();
    assertThat(acts()).containsSubsequence("retries ended", "dispatch finished");
    staff.does("petra", task, toldByLetter("2026-03-03T15:00Z"));
    assertThat(isOver()).isTrue();
  }

  @Test
  void what_is_refused_is_tried_until_the_legal_deadline() {
    aCase(2);
    peopleInCalifornia();
    upload("1,ann@example.com,Ann Other,en,DE");
    dispatch();

    assertThat(staff.task(caseNumber.value(), "watchTheDispatch").getDueDate())
        .isBetween(Instant.parse("2026-03-18T00:00:00Z"), Instant.parse("2026-03-20T00:00:00Z"));
    var due = duties().stream().flatMap(duty -> duty.clock().due().stream()).toList();
    assertThat(due).hasSize(1);
    assertThat(dispatches.legalLimit(lastNotice())).contains(due.get(0));
    mailIsSent();
  }

  @Test
  void where_nobody_can_be_mailed_customers_count_as_told_once_they_are_told_otherwise() {
    aCase(2);
    dispatch();
    mailIsSent();

    var task = staff.task(caseNumber.value(), "reachTheRest");
    assertThat(duties()).extracting("status").containsOnly(Status.OPEN);
    time.is("2026-03-05T12:00:00Z");

    staff.does("petra", task, toldByLetter("2026-03-05T09:00+01:00"));

    assertThat(duties()).extracting("status").containsOnly(Status.FULFILLED);
    assertThat(told()).isEqualTo("2026-03-05T08:00:00Z");
    assertThat(isOver()).isTrue();
  }

  @Test
  void nobody_is_told_in_the_future() {
    aCase(2);
    dispatch();
    mailIsSent();

    assertThatThrownBy(
            () ->
                staff.does(
                    "petra",
                    caseNumber.value(),
                    "reachTheRest",
                    toldByLetter("2026-03-06T09:00+01:00")))
        .hasMessageContaining("toldAt:")
        .hasMessageContaining("future");
  }

  private void refused(int person, String reason) {
    mailServer.answers("RCPT", "reason%03d@example.com".formatted(person), reason, 1);
  }

  private void sentAfterMinutes(int... minutes) {
    for (var each : minutes) {
      time.passes(Duration.ofMinutes(each));
      mailIsSent();
    }
  }

  private void dispatch() {
    beginDispatch();
    staff.runDueJobs();
  }

  private void beginDispatch() {
    processes.startProcessInstanceByKey(
        "dispatch-notice",
        caseNumber.value(),
        Variables.putValue("caseNumber", caseNumber.value()).putValue("noticeId", signedNotice()));
  }

  private String signedNotice() {
    var notice =
        notices.submit(
            caseNumber,
            new Draft(
                Map.of(
                    "en", new Text("Notice of data breach", "Dear {{name}}, it happened."),
                    "es", new Text("Aviso", "Hola {{name}}, ha pasado.")),
                new Text("Notice of data breach", "It happened."),
                "A data breach happened."),
            "pia");
    for (var role : signOffs.determineSignatories(notice.documentId())) {
      signOffs.answer(notice.documentId(), role, role + "-person", true, null);
    }
    return notice.id().toString();
  }

  private static Map<String, Object> postedAt(String link) {
    return Map.of("outcome", "posted", "link", link);
  }

  private void watch(String person, String decision, String reason) {
    staff.does(
        person,
        caseNumber.value(),
        "watchTheDispatch",
        Map.of("decision", decision, "reason", reason));
  }

  private Optional<Hold> knownHold() {
    return incidents.facts(caseNumber).map(FactsVersion::facts).map(Facts::hold);
  }

  private static Map<String, Object> endsAt(String end) {
    return Map.of("endsAt", end, "reason", "The prosecutor wrote so.");
  }

  private static Map<String, Object> confirmed() {
    return Map.of("decision", "end", "reason", "I called back.");
  }

  private static String[] people(int number) {
    return people("p", number);
  }

  private static String[] people(String name, int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(n -> "%1$d,%2$s%1$03d@example.com,Person %1$d,en,DE".formatted(n, name))
        .toArray(String[]::new);
  }

  private static Map<String, Object> decided(String decision) {
    return Map.of("decision", decision, "reason", "It is in the papers.");
  }

  private static Map<String, Object> toldByLetter(String at) {
    return Map.of("how", "letter", "toldAt", at, "account", "Letters were posted.");
  }

  private Instant told() {
    return incidents
        .facts(caseNumber)
        .orElseThrow()
        .facts()
        .clocks()
        .get(Milestone.INDIVIDUALS_NOTIFIED)
        .toInstant();
  }
}
