package breachresponse.delivery;

import static breachresponse.delivery.DeliveryOnly.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import breachresponse.delivery.Batches.Marked;
import breachresponse.delivery.Batches.Standing;
import breachresponse.delivery.Dispatches.Progress;
import breachresponse.evidence.Sha256;
import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.incident.LegalHold;
import breachresponse.incident.LegalHolds;
import breachresponse.support.TestTime;
import breachresponse.support.Time;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds of the sending on each database. */
@SpringBootTest(
    classes = {DeliveryOnly.class, TestTime.class},
    webEnvironment = WebEnvironment.NONE)
@ActiveProfiles("test")
@Import(SendingTest.Ends.class)
abstract class SendingTest {

  static final SmtpSink sink = new SmtpSink();

  /** Those who wait for the end of a dispatch. */
  static class Ends {

    final List<Dispatches.Finished> heard = new ArrayList<>();
    boolean failing;

    @EventListener
    void on(Dispatches.Finished finished) {
      if (failing) {
        throw new IllegalStateException("the process is not there yet");
      }
      heard.add(finished);
    }
  }

  @Autowired Recipients recipients;
  @Autowired Dispatches dispatches;
  @Autowired Dispatcher dispatcher;
  @Autowired TrafficSettings trafficSettings;
  @Autowired RefusingDomains refusingDomains;
  @Autowired MailCounts counts;
  @Autowired Batches batches;
  @Autowired DeliveryResults deliveryResults;
  @Autowired StaffMail staffMail;
  @Autowired Mailings mailings;
  @Autowired PostOffice postOffice;
  @Autowired Journal journal;
  @Autowired DeliverySettings settings;
  @Autowired Incidents incidents;
  @Autowired LegalHolds legalHolds;
  @Autowired Timeline timeline;
  @Autowired Time time;
  @Autowired Ends ends;
  @Autowired JdbcClient db;
  @Autowired TransactionTemplate transaction;

  @Value("${breach.data-dir}")
  Path dataDir;

  private final UUID notice = UUID.randomUUID();
  private CaseNumber breach;

  @DynamicPropertySource
  static void mail_server(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", sink::port);
    properties.add("breach.delivery.return-path", () -> "bounces@example.org");
  }

  @BeforeEach
  void a_case_and_an_empty_mailbox() {
    sink.forget();
    ends.failing = false;
    // What the test before has left, past its pauses and leases.
    time.passes(Duration.ofHours(2));
    dispatcher.sendDue();
    sink.forget();
    ends.heard.clear();
    breach = incidents.open("Stolen laptop", "", "cora");
  }

  @Test
  void everybody_gets_the_notice_once_in_their_language() {
    start(600);

    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(600, 600, 0, 0, 0, 0, 0, false));
    assertThat(sink.received())
        .hasSize(600)
        .extracting(SmtpSink.Received::to)
        .doesNotHaveDuplicates();
    assertThat(sink.received())
        .extracting(letter -> letter.header("Message-ID"))
        .doesNotHaveDuplicates();
    assertThat(mailTo(1).header("Content-Language")).isEqualTo("es");
    assertThat(mailTo(2).text()).contains("Content-Language: en", "Person 2");
    assertThat(sink.connections()).isEqualTo(1);

    dispatcher.sendDue();
    assertThat(sink.received()).hasSize(600);
  }

  @Test
  void the_end_is_announced_once() {
    start(3);
    assertThat(ends.heard).isEmpty();

    dispatcher.sendDue();
    dispatcher.sendDue();

    assertThat(ends.heard).containsExactly(new Dispatches.Finished(notice, breach));
    assertThat(acts()).containsSubsequence("dispatch started", "dispatch finished");
  }

  @Test
  void a_dispatch_to_nobody_ends_with_the_worker_not_within_the_start() {
    dispatches.start(breach, notice, "paula");
    assertThat(ends.heard).isEmpty();

    dispatcher.sendDue();

    assertThat(ends.heard).containsExactly(new Dispatches.Finished(notice, breach));
    assertThat(progress()).isEqualTo(new Progress(0, 0, 0, 0, 0, 0, 0, false));
  }

  @Test
  void where_the_end_is_not_heard_it_is_announced_again_and_nobody_is_mailed_again() {
    start(3);
    ends.failing = true;

    assertThatThrownBy(dispatcher::sendDue).hasMessageContaining("not there yet");
    ends.failing = false;
    dispatcher.sendDue();

    assertThat(ends.heard).hasSize(1);
    assertThat(sink.received()).hasSize(3);
  }

  @Test
  void a_dispatch_started_twice_is_one() {
    start(3);
    dispatches.start(breach, notice, "paula");

    dispatcher.sendDue();

    assertThat(sink.received()).hasSize(3);
  }

  @Test
  void what_is_not_signed_is_not_sent() {
    assertThatThrownBy(() -> dispatches.start(breach, DeliveryOnly.UNSIGNED, "paula"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("signed");
    assertThat(dispatches.progress(DeliveryOnly.UNSIGNED)).isEmpty();
  }

  @Test
  void in_an_exercise_nothing_is_sent() {
    beExercise();

    assertThatThrownBy(() -> start(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("exercise");
  }

  @Test
  void a_case_that_becomes_an_exercise_stops_sending() {
    start(3);
    beExercise();

    dispatcher.sendDue();

    assertThat(sink.received()).isEmpty();
  }

  @Test
  void nobody_is_added_while_a_notice_is_being_sent() {
    start(3);

    assertThatThrownBy(() -> add(csv(4, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("recipients")
        .hasMessageContaining("sent");
  }

  @Test
  void the_next_notice_goes_to_those_who_have_had_none() {
    start(3);
    dispatcher.sendDue();
    assertThat(recipients.summary(breach).total()).isZero();

    add(csv(1, 5));
    assertThat(recipients.summary(breach).total()).isEqualTo(2);
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "sam");
    dispatcher.sendDue();

    assertThat(sink.received()).hasSize(5);
    assertThat(dispatches.progress(next)).contains(new Progress(2, 2, 0, 0, 0, 0, 0, false));
  }

  @Test
  void it_goes_to_those_to_whom_it_was_released_and_who_came_later_get_the_next() {
    add(csv(1, 3));
    var released = recipients.release(breach, notice);
    assertThat(released.people()).isEqualTo(3);
    add(csv(4, 5));

    dispatches.start(breach, notice, "sam");
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
    assertThat(timeline.of(breach))
        .filteredOn(entry -> entry.act().equals("dispatch started"))
        .extracting(entry -> entry.contentHash().orElse(""))
        .containsExactly(released.digest());
    assertThat(recipients.summary(breach).total()).isEqualTo(2);
    var next = UUID.randomUUID();
    assertThat(recipients.digest(breach)).isEqualTo(recipients.release(breach, next).digest());
    dispatches.start(breach, next, "sam");
    dispatcher.sendDue();
    assertThat(sink.received()).hasSize(5);
    assertThat(results(next)).containsExactly("c4 sent", "c5 sent");
  }

  @Test
  void a_list_that_is_not_the_one_that_was_released_gets_nothing() {
    add(csv(1, 3));
    recipients.release(breach, notice);
    db.sql("update recipient set written = 'eve@example.org' where case_number = ? and number = 2")
        .param(breach.value())
        .update();

    assertThatThrownBy(() -> dispatches.start(breach, notice, "sam"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is not the one that was released (3 people, SHA-256 ");
    dispatcher.sendDue();
    assertThat(sink.received()).isEmpty();
    assertThat(dispatches.progress(notice)).isEmpty();
  }

  @Test
  void erased_recipients_are_nobody_and_what_became_of_their_mail_stays() throws IOException {
    sink.answers("RCPT", "person2@example.org", "550 5.1.1 <person2@example.org> unknown", 9);
    start(3);
    dispatcher.sendDue();
    var released = recipients.released(notice).orElseThrow();
    var file = dataDir.resolve("outgoing-mail").resolve(notice + ".1.eml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "To: person1@example.org");

    recipients.erase(breach, "retention");
    recipients.erase(breach, "retention");

    var salt = recipients.salt(breach).orElseThrow();
    assertThat(
            db.sql(
                    "select id, coalesce(written, address) as email, name from recipient where case_number = ? and number = 2")
                .param(breach.value())
                .query()
                .singleRow()
                .values())
        .containsExactly(Sha256.of(salt + "c2"), Sha256.of(salt + "person2@example.org"), "");
    assertThat(
            db.sql("select reason from delivery where notice_id = ? and reason is not null")
                .param(notice)
                .query(String.class)
                .list())
        .containsExactly("550 5.1.1");
    assertThat(progress()).isEqualTo(new Progress(3, 2, 1, 0, 0, 0, 0, false));
    assertThat(recipients.released(notice)).contains(released);
    assertThat(file).doesNotExist();
    assertThat(timeline.of(breach))
        .filteredOn(entry -> entry.act().equals("recipients erased"))
        .extracting(entry -> entry.detail().orElse(""))
        .containsExactly("names and addresses of 3 people");
  }

  private List<String> results(UUID noticeId) {
    var results = new ArrayList<String>();
    deliveryResults.each(noticeId, to -> results.add(to.recipientId() + " " + to.status()));
    return results;
  }

  @Test
  void an_address_that_does_not_exist_is_undeliverable_in_the_servers_words() {
    sink.answers("RCPT", "person2@example.org", "550 5.1.1 no such user", 9);
    start(3);

    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(3, 2, 1, 0, 0, 0, 0, false));
    assertThat(dispatches.undeliverable(notice))
        .containsExactly(
            new Dispatches.Undeliverable("c2", "person2@example.org", "550 5.1.1 no such user"));
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void a_passing_refusal_is_tried_again_after_a_minute_then_after_five() {
    sink.answers("RCPT", "person2@example.org", "450 4.2.0 greylisted", 2);
    start(3);

    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 0, 0, 0, 0, false));

    time.passes(Duration.ofSeconds(59));
    dispatcher.sendDue();
    assertThat(progress().sent()).isEqualTo(2);
    time.passes(Duration.ofSeconds(1));
    dispatcher.sendDue();
    assertThat(progress().sent()).isEqualTo(2);

    time.passes(Duration.ofMinutes(5));
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
    assertThat(sink.received()).hasSize(3);
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void a_refusal_that_never_passes_is_given_up_after_five_days() {
    sink.answers("RCPT", "person2@example.org", "450 4.2.2 mailbox full", 999);
    start(3);

    for (var hour = 0; hour < 119; hour++) {
      dispatcher.sendDue();
      time.passes(Duration.ofHours(1));
    }
    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 0, 0, 0, 0, false));

    time.passes(Duration.ofHours(1));
    dispatcher.sendDue();
    assertThat(dispatches.undeliverable(notice))
        .extracting(Dispatches.Undeliverable::reason)
        .containsExactly("given up after 5 days: 450 4.2.2 mailbox full");
  }

  @Test
  void a_letter_that_is_refused_without_saying_why_keeps_no_other_back() {
    sink.answers("RCPT", "person2@example.org", "554 no", 99);
    sink.answers(".", "person4@example.org", "550 spam", 99);
    start(300);

    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(300, 298, 0, 0, 0, 0, 0, false));

    time.passes(Duration.ofDays(5));
    dispatcher.sendDue();
    assertThat(dispatches.undeliverable(notice))
        .extracting(Dispatches.Undeliverable::reason)
        .containsExactly("given up after 5 days: 554 no", "given up after 5 days: 550 spam");
  }

  private int tried() {
    return db.sql("select count(*) from delivery where notice_id = ?")
        .param(notice)
        .query(Integer.class)
        .single();
  }

  @ParameterizedTest
  @CsvSource({"MAIL, 550 5.1.8 sender address rejected", "RCPT, 554 no"})
  void a_refusal_of_ourselves_is_not_held_against_recipients_and_stops_the_sending_for_a_while(
      String command, String answer) {
    sink.answersEverybody(command, answer, 3);
    start(300);

    dispatcher.sendDue();
    assertThat(tried()).isEqualTo(2);

    time.passes(Duration.ofSeconds(5));
    dispatcher.sendDue();
    assertThat(tried()).isEqualTo(3);

    time.passes(Duration.ofSeconds(10));
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(300, 297, 0, 0, 0, 0, 0, false));

    time.passes(Duration.ofMinutes(1));
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(300, 300, 0, 0, 0, 0, 0, false));
  }

  @Test
  void a_domain_whose_policy_refuses_us_waits_and_the_others_go_on() {
    sink.answers("RCPT", "ann@strict.example.org", "550 5.7.1 <ann@strict.example.org> blocked", 2);
    add(csv("ann@strict.example.org", "bob@strict.example.org", "eva@example.org"));
    dispatches.start(breach, notice, "paula");

    dispatcher.sendDue();
    assertThat(sink.received()).extracting("to").containsExactly("eva@example.org");
    assertThat(progress()).isEqualTo(new Progress(3, 1, 0, 0, 0, 0, 0, false));
    assertThat(dispatches.refusingDomains())
        .containsExactly(
            new RefusingDomain(
                "strict.example.org",
                "550 5.7.1 … blocked",
                1,
                time.instant(),
                time.instant().plus(Duration.ofMinutes(1))));

    time.passes(Duration.ofMinutes(1));
    dispatcher.sendDue();
    assertThat(progress().sent()).isEqualTo(1);
    assertThat(dispatches.refusingDomains()).extracting("refusals").containsExactly(2);

    time.passes(Duration.ofMinutes(5));
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
    assertThat(dispatches.refusingDomains()).isEmpty();
  }

  @Test
  void a_domain_that_refuses_us_for_ever_is_given_up_just_before_the_legal_deadline() {
    sink.answersEverybody("RCPT", "550 5.7.1 blocked", 999);
    start(300);
    var deadline = time.instant().plus(Duration.ofMinutes(48 * 60 + 30));
    dispatches.limit(notice, deadline);
    for (var quarter = 0; quarter < 4 * 48 + 1; quarter++) {
      dispatcher.sendDue();
      time.passes(Duration.ofMinutes(15));
    }
    assertThat(progress()).isEqualTo(new Progress(300, 0, 0, 0, 0, 0, 0, false));
    assertThat(sink.received()).isEmpty();

    time.is(deadline.minus(Duration.ofMinutes(10)));
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(300, 0, 300, 0, 0, 0, 0, false));
    assertThat(dispatches.undeliverable(notice))
        .extracting(Dispatches.Undeliverable::reason)
        .containsOnly("given up at the legal deadline: 550 5.7.1 blocked");
    assertThat(timeline.of(breach))
        .filteredOn(entry -> entry.act().equals("retries ended"))
        .extracting(entry -> entry.detail().orElse(""))
        .containsExactly(
            "300 recipients\nexample.org: 300, given up at the legal deadline: 550 5.7.1 blocked");
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void a_domain_that_began_to_refuse_us_before_this_dispatch_is_tried_for_as_long_as_any() {
    sink.answers("RCPT", "ann@strict.example.org", "550 5.7.1 blocked", 99);
    add(csv("ann@strict.example.org"));
    dispatches.start(breach, notice, "paula");
    dispatcher.sendDue();
    time.passes(Duration.ofDays(4));
    breach = incidents.open("Another laptop", "", "cora");
    add(csv("ann@strict.example.org"));
    var second = UUID.randomUUID();
    dispatches.start(breach, second, "paula");

    time.passes(Duration.ofDays(1));
    dispatcher.sendDue();
    assertThat(progress().undeliverable()).isEqualTo(1);
    assertThat(dispatches.progress(second).orElseThrow().undeliverable()).isZero();

    time.passes(Duration.ofDays(4));
    dispatcher.sendDue();
    assertThat(dispatches.progress(second).orElseThrow().undeliverable()).isEqualTo(1);
  }

  @Test
  void a_storm_of_failures_pauses_the_dispatch_and_burns_no_more_addresses() {
    sink.answersEverybody("RCPT", "550 no such user", Integer.MAX_VALUE);
    start(1000);

    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(1000, 0, 50, 0, 0, 0, 0, true));
    assertThat(state().storm()).isTrue();
    assertThat(state().pauseReason())
        .isEqualTo("50 mails in a row were refused for good; the last time: 550 no such user");
    assertThat(acts()).endsWith("dispatch paused by itself");
    dispatcher.sendDue();
    assertThat(progress().undeliverable()).isEqualTo(50);
  }

  @Test
  void who_has_had_no_notice_is_withdrawn_and_can_be_listed_anew() {
    start(2);
    dispatcher.sendDue();
    add(csv("person9@example.org", "not an address"));
    assertThat(recipients.withdraw(breach, "of another shop", "sam")).isEqualTo(1);

    assertThat(recipients.summary(breach).total()).isZero();
    assertThat(recipients.files(breach))
        .extracting(Recipients.FileCounts::accepted, Recipients.FileCounts::refused)
        .containsExactly(tuple(2, 0));
    assertThat(timeline.of(breach))
        .last()
        .satisfies(entry -> assertThat(entry.detail()).contains("1 people: of another shop"));
    add(csv("person9@example.org"));
    assertThat(recipients.summary(breach).total()).isEqualTo(1);
    assertThat(recipients.lastImport(breach).duplicates()).isZero();

    recipients.release(breach, UUID.randomUUID());
    assertThatThrownBy(() -> recipients.withdraw(breach, "of another shop", "sam"))
        .hasMessageContaining("recipients: a notice is released to them already");
  }

  @Test
  void a_file_that_came_between_release_and_start_is_withdrawn_with_its_rows() {
    add(csv(1, 2));
    recipients.release(breach, notice);
    add(csv("person9@example.org", "not an address"));
    dispatches.start(breach, notice, "paula");
    dispatcher.sendDue();

    assertThat(recipients.withdraw(breach, "of another shop", "sam")).isEqualTo(1);

    assertThat(recipients.files(breach)).containsExactly(new Recipients.FileCounts(1, 2, 0, 0, 0));
  }

  @Test
  void what_a_legal_hold_keeps_is_not_withdrawn() {
    add(csv(1, 2));
    var hold = legalHolds.put(breach, LegalHold.Demander.COURT, "7 O 12/26", "preserve", "lena");

    assertThatThrownBy(() -> recipients.withdraw(breach, "of another shop", "sam"))
        .hasMessageContaining("recipients: the case is under legal hold");
    assertThat(recipients.summary(breach).total()).isEqualTo(2);
    legalHolds.end(hold, "over", "leo");
  }

  @Test
  void whoever_was_tried_before_can_be_left_out() {
    add("id,email,name,language,residence\nc1,yan@example.org,Yan,fr,FR\n");
    var forGermany = DeliveryOnly.noticeForGermany();
    dispatches.start(breach, forGermany, "paula");
    db.sql(
            """
            insert into delivery (
              notice_id, recipient, status, attempts, first_tried_at, tried_at, retry_at)
            values (:notice, 1, 'WAITING', 1, now(), now(), :due)
            """)
        .param("notice", forGermany)
        .param("due", time.instant().atOffset(ZoneOffset.UTC))
        .update();

    dispatcher.sendDue();

    assertThat(results(forGermany)).containsExactly("c1 left-out");
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void a_row_that_a_withdrawn_file_had_corrected_is_refused_again() {
    start(1);
    dispatcher.sendDue();
    add(
        """
        id,email,name,language,residence
        c8,yan@example.org,Yan,en,DE
        c9,not an address,Zoe,en,DE
        """);
    var next = UUID.randomUUID();
    recipients.release(breach, next);
    dispatches.start(breach, next, "paula");
    dispatcher.sendDue();
    add("id,email,name,language,residence\nc9,zoe@example.org,Zoe,en,DE\n");
    assertThat(recipients.files(breach).get(1).corrected()).isEqualTo(1);

    recipients.withdraw(breach, "wrong", "sam");

    assertThat(recipients.files(breach)).last().isEqualTo(new Recipients.FileCounts(2, 1, 0, 1, 0));
  }

  @Test
  void whom_no_segment_includes_is_left_out_and_no_failure() {
    var forGermany = DeliveryOnly.noticeForGermany();
    var rows = new StringBuilder("id,email,name,language,residence\n");
    for (var n = 1; n <= 300; n++) {
      rows.append(
          "c%1$d,person%1$d@example.org,Person,en,%2$s\n".formatted(n, n <= 5 ? "DE" : "FR"));
    }
    add(rows.toString());
    dispatches.start(breach, forGermany, "paula");

    dispatcher.sendDue();

    assertThat(dispatches.progress(forGermany))
        .contains(new Progress(300, 5, 0, 0, 0, 0, 295, false));
    assertThat(results(forGermany)).contains("c1 sent", "c300 left-out");
    assertThat(dispatches.undeliverable(forGermany)).isEmpty();
    assertThat(sink.received()).hasSize(5);
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void the_last_mail_that_was_taken_is_when_people_were_told() {
    sink.answers("RCPT", "person2@example.org", "450 4.2.2 mailbox full", 999);
    start(3);
    var begun = time.instant();
    dispatcher.sendDue();
    assertThat(dispatches.lastSent(notice)).contains(begun);

    time.passes(Duration.ofDays(6));
    dispatcher.sendDue();

    assertThat(ends.heard).hasSize(1);
    assertThat(dispatches.lastSent(notice)).contains(begun);
  }

  @Test
  void those_who_failed_in_a_storm_are_tried_again() {
    start(300);
    sink.answersEverybody("RCPT", "550 no such user", 60);
    dispatcher.sendDue();
    assertThat(progress().paused()).isTrue();
    sink.forget();

    dispatches.tryAgain(notice, "petra");
    assertThat(progress()).isEqualTo(new Progress(300, 0, 0, 0, 0, 0, 0, true));
    dispatches.resume(notice, "the provider was at fault", "petra");
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(300, 300, 0, 0, 0, 0, 0, false));
    assertThat(acts()).contains("failed mails are tried again", "dispatch resumed");
  }

  @Test
  void more_than_a_fifth_of_the_last_two_hundred_is_a_storm_too() {
    everySecondIsRefused(600);
    start(600);

    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(600, 100, 100, 0, 0, 0, 0, true));
    assertThat(state().pauseReason()).startsWith("100 of the last 200 mails");
  }

  @Test
  void where_bad_addresses_are_expected_only_failures_in_a_row_are_a_storm() {
    everySecondIsRefused(600);
    start(600);
    dispatcher.sendDue();

    dispatches.expectFailures(notice, "petra");
    dispatches.resume(notice, "an old list", "petra");
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(600, 300, 300, 0, 0, 0, 0, false));
  }

  @Test
  void a_storm_among_the_last_is_looked_at_before_the_dispatch_ends() {
    sink.answersEverybody("RCPT", "550 no such user", Integer.MAX_VALUE);
    start(50);
    dispatcher.sendDue();
    assertThat(ends.heard).isEmpty();

    dispatches.resume(notice, "they are all gone", "petra");
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(50, 0, 50, 0, 0, 0, 0, false));
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void who_was_not_sent_to_when_it_was_stopped_is_held() {
    sink.answers("RCPT", "person2@example.org", "450 4.2.0 greylisted", 9);
    sink.answers("RCPT", "person3@example.org", "550 5.1.1 no such user", 9);
    start(3);
    dispatcher.sendDue();
    dispatches.stop(notice, "the text is wrong", "pia");

    dispatcher.sendDue();
    time.passes(Duration.ofHours(2));
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(3, 1, 1, 0, 0, 1, 0, false));
    assertThat(progress().queued()).isZero();
    assertThat(statuses()).containsExactly("sent", "held", "undeliverable");
    assertThat(dispatches.held(notice, 10)).containsExactly("c2");
    assertThat(ends.heard).hasSize(1);
    assertThat(acts()).containsSubsequence("dispatch stopped", "dispatch finished");
    assertThat(sink.received()).hasSize(1);
  }

  @Test
  void a_worker_in_the_middle_of_a_batch_marks_what_it_has_sent_before_the_rest_is_held() {
    start(300);
    var batch = batches.claim().orElseThrow();
    dispatches.stop(notice, "the text is wrong", "pia");
    dispatcher.sendDue();
    assertThat(progress().held()).isEqualTo(300 - batch.last() + batch.first() - 1);
    assertThat(ends.heard).isEmpty();

    assertThat(batches.mark(batch, sent(batch, (int) batch.first()), batches.leaseFromNow()))
        .isEqualTo(Standing.PAUSED);
    batches.release(batch, emails -> time.instant());
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(300, 1, 0, 0, 0, 299, 0, false));
    assertThat(statuses()).filteredOn("held"::equals).hasSize(299);
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void while_the_mail_server_cannot_be_reached_nobody_is_marked_and_it_is_asked_ever_less_often() {
    sink.answersEverybody("CONNECT", "421 not today", 2);
    start(3);

    dispatcher.sendDue();
    dispatcher.sendDue();
    assertThat(sink.connections()).isEqualTo(1);
    time.passes(Duration.ofSeconds(5));
    dispatcher.sendDue();
    time.passes(Duration.ofSeconds(9));
    dispatcher.sendDue();
    assertThat(sink.connections()).isEqualTo(2);
    assertThat(triedRecipients()).isZero();

    time.passes(Duration.ofSeconds(1));
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
  }

  @Test
  void a_server_that_closes_the_connection_now_and_then_costs_nothing() {
    // On the connection's first letter it would count as an outage: this is after person2's.
    sink.answers("MAIL", "person2@example.org", "421 4.4.2 enough for one connection", 1);
    sink.answers("RCPT", "person7@example.org", SmtpSink.HANG_UP, 1);
    start(10);

    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(10, 10, 0, 0, 0, 0, 0, false));
    assertThat(sink.received()).hasSize(10);
    assertThat(sink.connections()).isEqualTo(3);
  }

  @Test
  void where_the_answer_to_a_letter_is_lost_it_goes_again_under_the_same_message_id() {
    sink.answers(".", "person2@example.org", SmtpSink.HANG_UP, 1);
    start(3);

    dispatcher.sendDue();
    time.passes(Duration.ofMinutes(1));
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
    assertThat(sink.received().stream().filter(mail -> mail.to().equals("person2@example.org")))
        .hasSize(2)
        .extracting(mail -> mail.header("Message-ID"))
        .containsOnly("<" + notice + ".2@example.org>");
  }

  @Test
  void a_letter_that_goes_again_is_the_same_byte_for_byte() {
    sink.answers(".", "person2@example.org", SmtpSink.HANG_UP, 1);
    sink.answers(".", "person3@example.org", SmtpSink.HANG_UP, 1);
    start(3);

    for (var minute = 0; minute < 3; minute++) {
      dispatcher.sendDue();
      time.passes(Duration.ofMinutes(1));
    }

    assertThat(sink.received()).hasSize(5);
    assertThat(sink.received().stream().map(SmtpSink.Received::text).distinct()).hasSize(3);
  }

  @Test
  void each_recipient_has_a_return_path_of_its_own() {
    start(2);

    dispatcher.sendDue();

    assertThat(sink.received())
        .extracting(SmtpSink.Received::from)
        .containsExactly(
            "bounces+%s.1@example.org".formatted(notice.toString().replace("-", "")),
            "bounces+%s.2@example.org".formatted(notice.toString().replace("-", "")));
  }

  @Test
  void a_letter_whose_answer_is_lost_can_be_held_for_a_person() {
    sink.answers(".", "person2@example.org", SmtpSink.HANG_UP, 9);
    start(3);

    holding().sendDue();
    time.passes(Duration.ofHours(2));
    holding().sendDue();

    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 1, 0, 0, 0, false));
    assertThat(sink.received()).hasSize(3);
    assertThat(dispatches.undeliverable(notice))
        .containsExactly(
            new Dispatches.Undeliverable(
                "c2", "person2@example.org", "mail server, after the whole letter: [EOF]"));
    assertThat(ends.heard).hasSize(1);
    assertThat(statusOf(2)).isEqualTo("UNKNOWN");
  }

  @Test
  void what_a_dead_process_had_sent_is_only_marked_and_what_it_had_in_hand_goes_again() {
    start(5);
    diesOver(batches.claim().orElseThrow());

    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(5, 5, 0, 0, 0, 0, 0, false));
    assertThat(recipients()).containsExactly(3, 4, 5);
  }

  @Test
  void a_dead_process_keeps_no_dispatch_from_its_end_that_was_paused_and_then_stopped() {
    start(5);
    diesOver(batches.claim().orElseThrow());
    dispatches.pause(notice, "Is the text right?", "pia");
    dispatches.stop(notice, "It is not.", "pia");

    dispatcher.sendDue();

    assertThat(progress().queued()).isZero();
    assertThat(recipients()).isEmpty();
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void what_a_dead_process_had_in_hand_can_be_held_for_a_person() {
    start(5);
    diesOver(batches.claim().orElseThrow());

    holding().sendDue();

    assertThat(progress()).isEqualTo(new Progress(5, 4, 0, 1, 0, 0, 0, false));
    assertThat(recipients()).containsExactly(4, 5);
    assertThat(statusOf(3)).isEqualTo("UNKNOWN");
  }

  @Test
  void a_process_that_dies_before_its_first_letter_leaves_nobody_in_doubt() {
    start(5);
    batches.claim().orElseThrow();
    time.passes(Duration.ofSeconds(60));

    holding().sendDue();

    assertThat(progress()).isEqualTo(new Progress(5, 5, 0, 0, 0, 0, 0, false));
  }

  @Test
  void what_another_node_had_not_marked_when_it_died_goes_again() {
    start(5);
    diesElsewhere(batches.claim().orElseThrow());

    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(5, 5, 0, 0, 0, 0, 0, false));
  }

  @Test
  void what_another_node_had_not_marked_when_it_died_can_be_held_for_a_person() {
    start(5);
    diesElsewhere(batches.claim().orElseThrow());

    holding().sendDue();

    assertThat(progress()).isEqualTo(new Progress(5, 0, 0, 5, 0, 0, 0, false));
    assertThat(sink.received()).isEmpty();
  }

  @Test
  void a_letter_that_the_journal_cannot_take_does_not_leave() throws IOException {
    start(3);
    var full = dataDir.resolve("in-hand").resolve(notice + ".0");
    Files.createSymbolicLink(full, Path.of("/dev/full"));

    dispatcher.sendDue();
    assertThat(sink.received()).isEmpty();
    assertThat(triedRecipients()).isZero();

    Files.deleteIfExists(full);
    time.passes(Duration.ofSeconds(5));
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
  }

  @Test
  void a_server_that_goes_away_for_a_minute_in_the_middle_costs_nobody_the_notice() {
    // the hundredth, in the order of their addresses
    sink.answers("RCPT", "person190@example.org", SmtpSink.GO_AWAY, 1);
    start(300);

    for (var second = 0; second < 60; second++) {
      dispatcher.sendDue();
      time.passes(Duration.ofSeconds(1));
    }
    assertThat(progress().sent()).isEqualTo(99);
    sink.comesBack();
    for (var second = 0; second < 120; second++) {
      dispatcher.sendDue();
      time.passes(Duration.ofSeconds(1));
    }

    assertThat(progress()).isEqualTo(new Progress(300, 300, 0, 0, 0, 0, 0, false));
    assertThat(sink.received()).hasSize(300);
  }

  @Test
  void several_nodes_share_a_dispatch_and_nobody_gets_it_twice(@TempDir Path elsewhere) {
    start(2000);
    var nodes =
        Stream.of(dispatcher, node(elsewhere), dispatcher, node(elsewhere))
            .map(node -> CompletableFuture.runAsync(node::sendDue))
            .toArray(CompletableFuture[]::new);

    CompletableFuture.allOf(nodes).join();

    assertThat(progress()).isEqualTo(new Progress(2000, 2000, 0, 0, 0, 0, 0, false));
    assertThat(sink.received()).hasSize(2000);
    assertThat(sink.connections()).isGreaterThan(1);
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void rows_that_cannot_be_sent_never_keep_the_others_back() {
    start(300);
    db.sql(
            "update recipient set written = address || chr(10) where case_number = :case and number < 260")
        .param("case", breach.value())
        .update();

    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(300, 41, 0, 0, 0, 0, 0, false));
    assertThat(triedRecipients()).isEqualTo(300);
  }

  @Test
  void where_marks_cannot_be_written_nobody_gets_it_twice_for_it() {
    sink.meanwhile(
        "person100@example.org",
        () -> db.sql("alter table delivery rename to delivery_away").update());
    start(300);

    assertThatThrownBy(dispatcher::sendDue).isInstanceOf(DataAccessException.class);
    db.sql("alter table delivery_away rename to delivery").update();
    time.passes(Duration.ofSeconds(60));
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(300, 300, 0, 0, 0, 0, 0, false));
    assertThat(sink.received()).hasSize(300);
  }

  @Test
  void a_letter_at_which_the_connection_always_breaks_does_not_keep_the_others_back() {
    sink.answers("DATA", "person1@example.org", SmtpSink.HANG_UP, 99);
    start(30);

    dispatcher.sendDue();
    time.passes(Duration.ofSeconds(10));
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(30, 29, 0, 0, 0, 0, 0, false));
  }

  @Test
  void who_is_in_the_batch_of_a_worker_that_died_is_held_once_its_lease_is_over() {
    start(3);
    batches.claim().orElseThrow();
    dispatches.stop(notice, "the text is wrong", "pia");
    dispatcher.sendDue();
    assertThat(ends.heard).isEmpty();

    time.passes(Duration.ofSeconds(60));
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(3, 0, 0, 0, 0, 3, 0, false));
    assertThat(sink.received()).isEmpty();
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void a_refusal_that_never_passes_is_given_up_just_before_the_legal_deadline() {
    sink.answers("RCPT", "person2@example.org", "450 4.2.2 mailbox full", 999);
    start(3);
    var deadline = time.instant().plus(Duration.ofMinutes(48 * 60 + 30));
    dispatches.limit(notice, deadline);

    for (var quarter = 0; quarter < 4 * 48 + 1; quarter++) {
      dispatcher.sendDue();
      time.passes(Duration.ofMinutes(15));
    }
    assertThat(progress().undeliverable()).isZero();

    time.is(deadline.minus(Duration.ofMinutes(10)));
    dispatcher.sendDue();
    assertThat(dispatches.undeliverable(notice))
        .extracting(Dispatches.Undeliverable::reason)
        .containsExactly("given up at the legal deadline: 450 4.2.2 mailbox full");
  }

  @Test
  void what_the_law_wants_sooner_is_still_tried_for_a_day() {
    sink.answers("RCPT", "person2@example.org", "450 4.2.2 mailbox full", 999);
    start(3);
    dispatches.limit(notice, time.instant().plus(Duration.ofHours(2)));

    for (var hour = 0; hour < 24; hour++) {
      dispatcher.sendDue();
      time.passes(Duration.ofHours(1));
    }
    assertThat(progress().undeliverable()).isZero();

    dispatcher.sendDue();
    assertThat(progress().undeliverable()).isEqualTo(1);
  }

  @Test
  void a_letter_at_which_the_connection_always_breaks_is_given_up_after_five_days() {
    sink.answers("DATA", "person3@example.org", SmtpSink.HANG_UP, 999);
    start(3);

    for (var hour = 0; hour < 119; hour++) {
      dispatcher.sendDue();
      time.passes(Duration.ofHours(1));
    }
    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 0, 0, 0, 0, false));

    time.passes(Duration.ofHours(1));
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(3, 2, 1, 0, 0, 0, 0, false));
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void a_server_that_breaks_off_at_the_end_has_still_taken_the_letters() {
    sink.answersEverybody("QUIT", SmtpSink.HANG_UP, 9);
    start(3);

    dispatcher.sendDue();

    assertThat(progress().sent()).isEqualTo(3);
    assertThat(sink.received()).hasSize(3);
  }

  @Test
  void a_paused_dispatch_sends_nothing_until_it_is_resumed() {
    start(3);
    dispatches.pause(notice, "the police asked for it", "lena");

    dispatcher.sendDue();
    assertThat(sink.received()).isEmpty();
    assertThat(progress().paused()).isTrue();

    dispatches.resume(notice, "they allow it", "lena");
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
    assertThat(acts()).containsSubsequence("dispatch paused", "dispatch resumed");
  }

  @Test
  void what_people_have_paused_stays_so_when_a_hold_ends() {
    start(3);
    dispatches.pause(notice, "the text is wrong", "pia");
    dispatches.hold(notice, "lena");
    dispatches.endHold(notice, "lena");

    dispatcher.sendDue();
    assertThat(sink.received()).isEmpty();
  }

  @Test
  void after_a_hold_two_people_resume_what_is_paused() {
    start(3);
    dispatches.pause(notice, "the text is wrong", "pia");
    dispatches.hold(notice, "lena");
    dispatches.endHold(notice, "lena");

    dispatches.resume(notice, "it is right", "pia");
    dispatches.resume(notice, "really", "pia");
    dispatcher.sendDue();
    assertThat(sink.received()).isEmpty();
    assertThat(state().resumeAskedBy()).isEqualTo("pia");

    dispatches.resume(notice, "I have read it", "petra");
    dispatcher.sendDue();
    assertThat(sink.received()).hasSize(3);
    assertThat(acts()).containsSubsequence("asked to resume the dispatch", "dispatch resumed");
  }

  @Test
  void a_pause_reaches_a_worker_in_the_middle_of_a_batch() {
    start(100);
    var batch = batches.claim().orElseThrow();
    dispatches.pause(notice, "the police asked for it", "lena");

    assertThat(batches.mark(batch, sent(batch, 1), batches.leaseFromNow()))
        .isEqualTo(Standing.PAUSED);
    assertThat(progress().sent()).isEqualTo(1);
  }

  @Test
  void a_hold_reaches_a_running_worker_within_one_batch() throws Exception {
    start(5000);
    var worker = Executors.newSingleThreadExecutor();
    try {
      var sending = worker.submit(dispatcher::sendDue);
      while (sink.received().size() < 100) {
        Thread.onSpinWait();
      }
      dispatches.hold(notice, "lena");
      var sentAtThatMoment = sink.received().size();
      sending.get(1, TimeUnit.MINUTES);

      assertThat(sink.received()).hasSizeLessThanOrEqualTo(sentAtThatMoment + 250);
      assertThat(progress().sent()).isEqualTo(sink.received().size()).isLessThan(5000);
    } finally {
      worker.shutdown();
    }

    dispatches.endHold(notice, "lena");
    dispatcher.sendDue();
    assertThat(progress()).isEqualTo(new Progress(5000, 5000, 0, 0, 0, 0, 0, false));
    assertThat(sink.received()).extracting("to").doesNotHaveDuplicates();
  }

  @Test
  void a_batch_is_one_workers_at_a_time() {
    start(100);

    assertThat(batches.claim()).isPresent();
    assertThat(batches.claim()).isEmpty();
  }

  @Test
  void dispatches_take_turns_however_many_batches_one_of_them_has_due() {
    start(1);
    var other = startAnother(1);
    for (var number = 1; number <= 60; number++) {
      emptyBatch(notice, number);
      emptyBatch(other, number);
    }

    var turns = Stream.generate(() -> batches.claim().orElseThrow().noticeId()).limit(8).toList();

    assertThat(turns.subList(0, 2)).containsExactlyInAnyOrder(notice, other);
    assertThat(turns.subList(2, 8))
        .containsExactlyElementsOf(
            Stream.iterate(turns.subList(0, 2), pair -> pair)
                .limit(3)
                .flatMap(List::stream)
                .toList());
  }

  @Test
  void a_dispatch_of_which_nothing_can_be_sent_keeps_no_other_back() {
    sink.answersEverybody("RCPT", "450 4.2.0 later", 500);
    start(500);
    dispatcher.sendDue();
    assertThat(progress().sent()).isZero();
    dispatches.pause(notice, "what is wrong there?", "pia");
    var paused = notice;
    var other = startAnother(3);

    dispatcher.sendDue();

    assertThat(dispatches.progress(other)).contains(new Progress(3, 3, 0, 0, 0, 0, 0, false));
    assertThat(dispatches.progress(paused).orElseThrow().queued()).isEqualTo(500);
  }

  @Test
  void a_worker_whose_lease_has_run_out_marks_nothing_and_another_takes_over() {
    start(100);
    var slept = batches.claim().orElseThrow();

    time.passes(Duration.ofSeconds(60));

    assertThat(batches.mark(slept, sent(slept, 1), batches.leaseFromNow()))
        .isEqualTo(Standing.LOST);
    assertThat(triedRecipients()).isZero();
    var taken = batches.claim().orElseThrow();
    assertThat(batches.mark(slept, sent(slept, 1), batches.leaseFromNow()))
        .isEqualTo(Standing.LOST);
    assertThat(batches.renew(slept, batches.leaseFromNow())).isFalse();
    assertThat(batches.mark(taken, sent(taken, 1), batches.leaseFromNow()))
        .isEqualTo(Standing.GO_ON);
    assertThat(progress().sent()).isEqualTo(1);
  }

  @Test
  void a_worker_that_lives_keeps_its_batch_by_renewing_the_lease() {
    start(100);
    var leases = new Leases(batches, staffMail, time);
    var lease = leases.hold(batches.claim().orElseThrow());

    time.passes(Duration.ofSeconds(40));
    leases.renew();
    time.passes(Duration.ofSeconds(40));

    assertThat(lease.isValid()).isTrue();
    assertThat(batches.claim()).isEmpty();
    time.passes(Duration.ofSeconds(20));
    assertThat(lease.isValid()).isFalse();
  }

  @Test
  void a_node_whose_lease_ran_out_while_a_slow_server_kept_it_waiting_sends_and_marks_nothing_more(
      @TempDir Path elsewhere) {
    start(5);
    sink.meanwhile(
        "person3@example.org",
        () -> {
          time.passes(Duration.ofSeconds(60));
          node(elsewhere).sendDue();
          assertThat(progress().sent()).isEqualTo(5);
        });

    dispatcher.sendDue();

    // what the slow node had not marked goes again, and nothing after it
    assertThat(recipients()).containsExactly(1, 2, 1, 2, 3, 4, 5, 3);
    assertThat(progress()).isEqualTo(new Progress(5, 5, 0, 0, 0, 0, 0, false));
    assertThat(ends.heard).hasSize(1);
  }

  @Test
  void another_process_of_that_node_sends_again_only_the_letter_that_awaits_its_answer() {
    start(5);
    sink.meanwhile(
        "person3@example.org",
        () -> {
          time.passes(Duration.ofSeconds(60));
          node(dataDir).sendDue();
        });

    dispatcher.sendDue();

    assertThat(recipients()).containsExactly(1, 2, 3, 4, 5, 3);
    assertThat(progress()).isEqualTo(new Progress(5, 5, 0, 0, 0, 0, 0, false));
  }

  @Test
  void another_process_of_that_node_can_hold_the_letter_that_awaits_its_answer_for_a_person() {
    start(5);
    sink.meanwhile(
        "person3@example.org",
        () -> {
          time.passes(Duration.ofSeconds(60));
          holding().sendDue();
        });

    dispatcher.sendDue();

    assertThat(recipients()).containsExactly(1, 2, 4, 5, 3);
    assertThat(progress()).isEqualTo(new Progress(5, 4, 0, 1, 0, 0, 0, false));
    assertThat(statusOf(3)).isEqualTo("UNKNOWN");
  }

  @Test
  void a_node_that_lives_keeps_its_batch_however_long_a_slow_server_takes(@TempDir Path elsewhere) {
    start(5);
    sink.meanwhile(
        "person3@example.org",
        () -> {
          for (var third = 0; third < 30; third++) {
            time.passes(settings.lease().dividedBy(3));
            dispatcher.renewLeases();
            node(elsewhere).sendDue();
          }
        });

    dispatcher.sendDue();

    assertThat(recipients()).containsExactly(1, 2, 3, 4, 5);
    assertThat(progress()).isEqualTo(new Progress(5, 5, 0, 0, 0, 0, 0, false));
  }

  @Test
  void a_mail_to_staff_goes_once_however_long_a_slow_server_takes(@TempDir Path elsewhere) {
    staffMail.post(List.of("petra@example.org"), "A new task", "Please look.");
    sink.meanwhile(
        "petra@example.org",
        () -> {
          for (var third = 0; third < 30; third++) {
            time.passes(settings.lease().dividedBy(3));
            dispatcher.renewLeases();
            dispatcher.sendDue();
            node(elsewhere).sendDue();
          }
        });

    dispatcher.sendDue();

    assertThat(sink.received()).extracting("to").containsExactly("petra@example.org");
    time.passes(Duration.ofHours(1));
    dispatcher.sendDue();
    assertThat(sink.received()).hasSize(1);
  }

  @Test
  void what_a_node_had_in_hand_for_staff_when_it_froze_goes_again_from_another(
      @TempDir Path elsewhere) {
    staffMail.post(List.of("petra@example.org"), "A new task", "Please look.");
    sink.meanwhile(
        "petra@example.org",
        () -> {
          time.passes(settings.lease());
          node(elsewhere).sendDue();
        });

    dispatcher.sendDue();
    time.passes(Duration.ofHours(1));
    dispatcher.sendDue();

    assertThat(sink.received())
        .hasSize(2)
        .extracting(mail -> mail.header("Message-ID"))
        .containsOnly(sink.received().get(0).header("Message-ID"));
  }

  @Test
  void what_the_start_would_queue_is_gone_if_its_transaction_fails() {
    add(csv(1, 3));

    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      dispatches.start(breach, notice, "paula");
                      throw new IllegalStateException("the process failed");
                    }))
        .hasMessageContaining("the process failed");
    dispatcher.sendDue();

    assertThat(dispatches.progress(notice)).isEmpty();
    assertThat(sink.received()).isEmpty();
  }

  /** Of another case. */
  private UUID startAnother(int people) {
    breach = incidents.open("Another laptop", "", "cora");
    add(csv(1, people));
    var other = UUID.randomUUID();
    dispatches.start(breach, other, "paula");
    return other;
  }

  private void emptyBatch(UUID noticeId, int number) {
    db.sql(
            """
            insert into delivery_batch (
              notice_id, number, first_recipient, last_recipient,
              total, sent, undeliverable, due_at)
            values (:notice, :number, 0, 0, 0, 0, 0, :now)
            """)
        .param("notice", noticeId)
        .param("number", number)
        .param("now", time.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Dispatcher holding() {
    return node(
        journal,
        new DeliverySettings(
            false,
            1,
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            new ReturnPath(""),
            Duration.ofDays(30),
            DeliverySettings.IfUnknown.HOLD));
  }

  private Dispatcher node(Path dataDir) {
    return node(new Journal(dataDir), settings);
  }

  private Dispatcher node(Journal journal, DeliverySettings settings) {
    return new Dispatcher(
        dispatches,
        batches,
        staffMail,
        mailings,
        postOffice,
        journal,
        settings,
        trafficSettings,
        refusingDomains,
        counts,
        time);
  }

  /** After 1 and 2 were taken, in the middle of 3. */
  private void diesOver(Batches.Batch batch) {
    try (var page = journal.open(batch)) {
      page.begin(1);
      page.end(1, new Carrier.Taken());
      page.begin(2);
      page.end(2, new Carrier.Taken());
      page.begin(3);
    }
    time.passes(Duration.ofSeconds(60));
  }

  private void diesElsewhere(Batches.Batch batch) {
    db.sql("update delivery_batch set owner = :other where owner = :owner")
        .param("other", UUID.randomUUID())
        .param("owner", batch.owner())
        .update();
    time.passes(Duration.ofSeconds(60));
  }

  private List<Integer> recipients() {
    return sink.received().stream()
        .map(mail -> mail.to().replaceAll("\\D", ""))
        .map(Integer::valueOf)
        .toList();
  }

  private String statusOf(int person) {
    return db.sql("select status from delivery where notice_id = :notice and recipient = :number")
        .param("notice", notice)
        .param("number", person)
        .query(String.class)
        .single();
  }

  void start(int people) {
    add(csv(1, people));
    dispatches.start(breach, notice, "paula");
  }

  private void everySecondIsRefused(int people) {
    var inTheirOrder =
        IntStream.rangeClosed(1, people)
            .mapToObj("person%d@example.org"::formatted)
            .sorted()
            .toList();
    for (var n = 1; n < inTheirOrder.size(); n += 2) {
      sink.answers("RCPT", inTheirOrder.get(n), "550 no such user", 9);
    }
  }

  private void add(String csv) {
    recipients.add(breach, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "paula");
  }

  private void beExercise() {
    db.sql("update incident set exercise = true where case_number = :case")
        .param("case", breach.value())
        .update();
  }

  private List<Marked> sent(Batches.Batch batch, int recipient) {
    return List.of(
        new Marked(
            recipient,
            Attempt.of(new Carrier.Taken(), 0, null, null, time.instant()).orElseThrow()));
  }

  private Dispatches.State state() {
    return dispatches.state(notice).orElseThrow();
  }

  private List<String> statuses() {
    var statuses = new ArrayList<String>();
    deliveryResults.each(notice, result -> statuses.add(result.status()));
    return statuses;
  }

  Progress progress() {
    return dispatches.progress(notice).orElseThrow();
  }

  private int triedRecipients() {
    return db.sql("select count(*) from delivery where notice_id = :notice")
        .param("notice", notice)
        .query(Integer.class)
        .single();
  }

  private List<String> acts() {
    return timeline.of(breach).stream().map(Timeline.Entry::act).toList();
  }

  private SmtpSink.Received mailTo(int person) {
    return sink.received().stream()
        .filter(mail -> mail.to().equals("person%d@example.org".formatted(person)))
        .findFirst()
        .orElseThrow();
  }
}
