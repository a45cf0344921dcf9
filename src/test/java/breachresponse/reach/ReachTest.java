package breachresponse.reach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import breachresponse.bounce.Failure;
import breachresponse.bounce.Mailed;
import breachresponse.delivery.DeliveryResults;
import breachresponse.delivery.Dispatches.Progress;
import breachresponse.delivery.Recipients.FileCounts;
import breachresponse.delivery.Recipients.ReleasedList;
import breachresponse.delivery.SmtpSink;
import breachresponse.evidence.Sha256;
import breachresponse.evidence.Timeline;
import breachresponse.reach.Reach.State;
import breachresponse.reach.ReachReport.Delivered;
import breachresponse.reach.ReachReport.NotReached;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** What holds of who was reached on each database. */
@Import(ReachTest.Asked.class)
abstract class ReachTest extends Mailed {

  private static final SmtpSink server = new SmtpSink();

  /** Those who ask legal. */
  static class Asked {

    final List<SubstituteNotices.Wanted> wanted = new CopyOnWriteArrayList<>();

    @EventListener
    void on(SubstituteNotices.Wanted notice) {
      wanted.add(notice);
    }
  }

  @Autowired private ReachReport report;
  @Autowired private Letters letters;
  @Autowired private SubstituteNotices substitutes;
  @Autowired private Timeline timeline;
  @Autowired private Asked asked;

  @DynamicPropertySource
  static void mail_server(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", server::port);
    properties.add("breach.delivery.unknown", () -> "hold");
  }

  @BeforeEach
  void nobody_was_asked() {
    asked.wanted.clear();
  }

  @Test
  void everybody_is_in_one_state_and_the_states_add_up_to_the_list() {
    comesBack(notice, 2, "5.1.1");
    var next = UUID.randomUUID();
    server.answers("RCPT", address("leo"), "550 5.1.1 no such user", 1);
    server.answers("RCPT", address("kim"), "450 4.2.0 later", 1);
    add("4,eva,es,ES", "5,leo,en,DE", "6,kim,en,DE");
    dispatches.start(breach, next, "paula");
    dispatcher.sendDue();

    assertThat(states()).containsExactly(3, 0, 0, 2, 1, 0, 0, 0);

    letters.record(breach, List.of("c5"), "letter", Instant.parse("2026-03-03T15:00:00Z"), "petra");
    dispatches.pause(next, "hold", "lena");
    assertThat(states()).containsExactly(3, 1, 0, 1, 0, 1, 0, 0);

    dispatches.resume(next, "it is right", "lena");
    time.passes(Duration.ofMinutes(1));
    dispatcher.sendDue();
    file("7,ann@,x,en,DE", "8,yan-%s@example.net,Yan,fr,FR".formatted(breach));

    assertThat(states()).containsExactly(4, 1, 0, 1, 0, 1, 0, 1);
    assertThat(report.of(breach).reconciles()).isTrue();
    assertThat(report.of(breach).total()).isEqualTo(8);
    assertThat(report.of(breach).reached()).isEqualTo(5);
  }

  @Test
  void who_may_have_got_it_or_not_is_held_until_a_bounce_or_a_letter_tells() {
    // the outage that lost answers bring about is over when the other tests begin
    time.passes(Duration.ofDays(-1));
    server.answers(".", address("eva"), "", 1);
    server.answers(".", address("leo"), "", 1);
    add("4,eva,es,ES", "5,leo,en,DE");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    for (var minute = 0; minute < 3; minute++) {
      dispatcher.sendDue();
      time.passes(Duration.ofMinutes(1));
    }
    assertThat(states()).containsExactly(3, 0, 0, 0, 0, 2, 0, 0);
    assertThat(notReached()).extracting(NotReached::id).containsExactly("c4", "c5");

    comesBack(next, 4, "5.1.1");
    letters.recordTheRest(breach, next, "letter", time.instant(), "petra");

    assertThat(dispatches.progress(next)).contains(new Progress(2, 0, 0, 1, 1, 0, 0, false));
    assertThat(states()).containsExactly(3, 2, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void whom_a_stopped_notice_left_is_told_in_public_with_the_others() {
    add("4,eva,es,ES", "5,leo,en,DE");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    dispatches.stop(next, "the text is wrong", "pia");
    dispatcher.sendDue();
    assertThat(states()).containsExactly(3, 0, 0, 0, 0, 2, 0, 0);

    substitutes.announced(breach, next, time.instant());

    assertThat(states()).containsExactly(3, 0, 2, 0, 0, 0, 0, 0);
    assertThat(report.of(breach).reconciles()).isTrue();
  }

  @Test
  void who_bounced_before_it_was_stopped_is_not_held() {
    server.answers("RCPT", address("leo"), "450 4.2.0 greylisted", 9);
    add("4,eva,es,ES", "5,leo,en,DE");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    dispatcher.sendDue();
    comesBack(next, 4, "5.1.1");

    dispatches.stop(next, "the text is wrong", "pia");
    dispatcher.sendDue();

    assertThat(dispatches.progress(next)).contains(new Progress(2, 0, 0, 0, 1, 1, 0, false));
    assertThat(dispatches.state(next).orElseThrow().finished()).isTrue();
    assertThat(states()).containsExactly(3, 0, 0, 1, 0, 1, 0, 0);
  }

  @Test
  void who_was_left_by_a_notice_that_was_stopped_does_not_wait_for_the_next_one() {
    add("4,eva,es,ES");
    var stopped = UUID.randomUUID();
    dispatches.start(breach, stopped, "paula");
    dispatches.stop(stopped, "it is wrong", "lena");
    dispatcher.sendDue();
    add("5,leo,en,DE");

    dispatches.start(breach, UUID.randomUUID(), "paula");

    assertThat(states()).containsExactly(3, 0, 0, 0, 1, 1, 0, 0);
    assertThat(notReached())
        .containsExactly(
            new NotReached(
                "c4", "eva", address("eva"), "ES", "it was stopped before", Optional.empty()));

    assertThat(letters.recordTheRest(breach, stopped, "letter", time.instant(), "petra"))
        .isEqualTo(1);
    assertThat(notReached()).isEmpty();
  }

  @Test
  void rows_refused_from_each_file_are_counted() {
    file("7,ann@,x,en,DE", "8,@example.net,y,en,DE");
    file("9,bob@,z,en,DE", "10,yan-%s@example.net,Yan,fr,FR".formatted(breach));

    assertThat(report.of(breach).refused()).isEqualTo(3);
    assertThat(report.of(breach).files())
        .containsExactly(
            new FileCounts(1, 3, 0, 0, 0),
            new FileCounts(2, 0, 0, 2, 0),
            new FileCounts(3, 1, 0, 1, 0));
    assertThat(report.of(breach).reconciles()).isTrue();
  }

  @Test
  void a_row_that_came_again_and_was_accepted_is_corrected_and_counts_once() {
    file(
        "7,ann@,x,en,DE",
        "8,@example.net,y,en,DE",
        ",Bob-%s@Example.net,z,en,DE".formatted(breach));
    file("8,@example.net,y,en,DE", "only,one");
    assertThat(states()).containsExactly(3, 0, 0, 0, 0, 0, 0, 4);

    file(
        "7,ann-%s@example.net,x,en,DE".formatted(breach),
        "8,eve-%s@example.net,y,en,DE".formatted(breach),
        "9,bob-%s@example.net,z,en,DE".formatted(breach));

    assertThat(states()).containsExactly(3, 0, 0, 0, 0, 3, 0, 1);
    assertThat(report.of(breach).files())
        .containsExactly(
            new FileCounts(1, 3, 0, 0, 0),
            new FileCounts(2, 0, 0, 3, 3),
            new FileCounts(3, 0, 0, 2, 1),
            new FileCounts(4, 3, 0, 0, 0));
    assertThat(report.of(breach).total()).isEqualTo(7);
    assertThat(report.of(breach).reconciles()).isTrue();
  }

  @Test
  void a_row_that_came_again_with_the_address_of_another_is_corrected() {
    file("7,ann@,x,en,DE");

    file(
        "6,ann-%s@example.net,x,en,DE".formatted(breach),
        "7,Ann-%s@example.net,x,en,DE".formatted(breach));

    assertThat(states()).containsExactly(3, 0, 0, 0, 0, 1, 0, 0);
    assertThat(report.of(breach).reconciles()).isTrue();
  }

  @Test
  void a_refused_row_is_known_by_a_hash_alone_and_not_even_that_once_the_case_is_erased(
      @Autowired JdbcClient db) {
    file("7,ann@,x,en,DE");

    assertThat(refusedPeople(db)).singleElement().asString().matches("[0-9a-f]{64}");
    assertThat(refusedPeople(db)).doesNotContain(Sha256.of("7"), Sha256.of("ann@"));
    recipients.erase(breach, "test");

    assertThat(refusedPeople(db)).isEmpty();
    assertThat(states()).containsExactly(3, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void the_lists_that_were_released_are_named_with_their_digests() {
    add("4,eva,es,ES");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");

    var first = recipients.released(notice).orElseThrow();
    var second = recipients.released(next).orElseThrow();
    assertThat(report.of(breach).lists())
        .containsExactly(
            new ReleasedList(notice, 3, first.digest(), 3),
            new ReleasedList(next, 1, second.digest(), 1));
  }

  @Test
  void whoever_is_no_more_on_a_list_that_was_released_is_missed_although_the_states_add_up(
      @Autowired JdbcClient db) {
    add("4,eva,es,ES");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    dispatcher.sendDue();
    assertThat(report.of(breach).reconciles()).isTrue();

    db.sql("delete from recipient where case_number = ? and number = 2")
        .param(breach.value())
        .update();

    assertThat(report.of(breach).people(State.ACCEPTED)).isEqualTo(report.of(breach).total());
    assertThat(report.of(breach).lists())
        .extracting(ReleasedList::people, ReleasedList::listed)
        .containsExactly(tuple(3, 2L), tuple(1, 1L));
    assertThat(report.of(breach).reconciles()).isFalse();
  }

  @Test
  void who_is_in_a_file_that_is_not_yet_wholly_added_is_in_no_report_and_cannot_be_told(
      @Autowired JdbcClient db) {
    db.sql(
            """
            insert into recipient (case_number, number, id, address, name, language, residence)
            values (?, 4, 'c4', 'eva@example.org', 'Eva', 'es', 'ES')
            """)
        .param(breach.value())
        .update();

    var told = letters.record(breach, List.of("c4"), "letter", time.instant(), "petra");

    var reach = report.of(breach);
    assertThat(told).isZero();
    assertThat(reach.listed()).isEqualTo(3);
    assertThat(reach.total()).isEqualTo(3);
  }

  @Test
  void erased_recipients_still_add_up_to_their_list() {
    recipients.erase(breach, "retention");

    assertThat(report.of(breach).reconciles()).isTrue();
  }

  /** The report is at its last count when it asks for the time: then the others come. */
  @Test
  void people_who_are_added_while_it_is_reckoned_are_in_the_next_report(
      @Autowired JdbcClient db,
      @Autowired DataSource database,
      @Autowired TransactionInterceptor transactions) {
    var others =
        new Clock() {
          @Override
          public Instant instant() {
            CompletableFuture.runAsync(() -> add("4,eva,es,ES")).join();
            return time.instant();
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    var proxy = new ProxyFactory(new ReachReport(db, database, recipients, others));
    proxy.addAdvice(transactions);

    var reach = ((ReachReport) proxy.getProxy()).of(breach);

    assertThat(reach.reconciles()).isTrue();
    assertThat(report.of(breach).listed()).isEqualTo(4);
  }

  @Test
  void who_was_reached_is_said_with_the_channel_and_by_when() {
    comesBack(notice, 2, "5.1.1");
    comesBack(notice, 3, "5.2.2");
    time.passes(Duration.ofDays(3));
    letters.record(breach, List.of("c2"), "letter", Instant.parse("2026-03-06T09:00:00Z"), "petra");
    substitutes.announced(breach, notice, Instant.parse("2026-03-07T12:00:00Z"));

    var reach = report.of(breach);

    assertThat(reach.lines())
        .containsExactly(
            line(State.ACCEPTED, "mail", "2026-03-03T15:00:00Z"),
            line(State.LETTER, "letter", "2026-03-06T09:00:00Z"),
            line(State.PUBLIC, "public", "2026-03-07T12:00:00Z"));
    assertThat(reach.share(reach.reachedBy(LocalDate.parse("2026-03-06")))).isEqualTo(66.7);
    assertThat(reach.asOf()).isEqualTo("2026-03-06T15:00:00Z");
  }

  @Test
  void of_a_case_without_recipients_nobody_is_reached() {
    var empty = incidents.open("Empty", "", "cora");

    assertThat(report.of(empty).lines()).isEmpty();
    assertThat(report.of(empty).reconciles()).isTrue();
    assertThat(report.of(empty).share(0)).isZero();
  }

  @Test
  void what_became_of_the_mails_is_said_by_language_domain_and_status() {
    comesBack(notice, 2, "5.1.1");
    file("4,kim-%s@example.com,Kim,en,DE".formatted(breach));

    var delivered = new ArrayList<Delivered>();
    report.delivered(breach, delivered::add);

    assertThat(delivered)
        .containsExactly(
            new Delivered("en", "example.com", "not-tried", Optional.empty(), 1),
            new Delivered("en", "example.net", "sent", Optional.empty(), 2),
            new Delivered("es", "example.net", "bounced", Optional.of("5.1.1"), 1));
  }

  @Test
  void who_was_left_by_a_notice_that_was_stopped_is_held_in_the_same_word_as_in_the_evidence(
      @Autowired DeliveryResults evidence) {
    add("4,eva,es,ES");
    var stoppedAtOnce = UUID.randomUUID();
    dispatches.start(breach, stoppedAtOnce, "paula");
    dispatches.stop(stoppedAtOnce, "it is wrong", "lena");
    dispatcher.sendDue();
    server.answers("RCPT", address("leo"), "450 4.2.0 later", 1);
    add("5,leo,en,DE");
    var stoppedLater = UUID.randomUUID();
    dispatches.start(breach, stoppedLater, "paula");
    dispatcher.sendDue();
    dispatches.stop(stoppedLater, "it is wrong", "lena");
    dispatcher.sendDue();

    var delivered = new ArrayList<Delivered>();
    report.delivered(breach, delivered::add);

    assertThat(delivered)
        .containsExactly(
            new Delivered("en", "example.net", "held", Optional.empty(), 1),
            new Delivered("en", "example.net", "sent", Optional.empty(), 2),
            new Delivered("es", "example.net", "held", Optional.empty(), 1),
            new Delivered("es", "example.net", "sent", Optional.empty(), 1));
    for (var stopped : List.of(stoppedAtOnce, stoppedLater)) {
      evidence.each(stopped, result -> assertThat(result.status()).isEqualTo("held"));
    }
  }

  @Test
  void those_who_were_not_reached_are_listed_with_the_reason_until_a_letter_is_recorded() {
    comesBack(notice, 2, "5.1.1");
    comesBack(notice, 3, "5.7.1");

    assertThat(notReached())
        .containsExactly(
            new NotReached("c2", "juan", address("juan"), "ES", "5.1.1 gone", Optional.of("5.1.1")),
            new NotReached(
                "c3", "zoe", address("zoe"), "US-CA", "5.7.1 gone", Optional.of("5.7.1")));

    letters.record(breach, List.of("c3"), "phone", time.instant(), "petra");
    assertThat(notReached()).extracting(NotReached::id).containsExactly("c2");
  }

  @Test
  void a_letter_counts_once_and_only_for_people_on_the_list() {
    comesBack(notice, 2, "5.1.1");
    var ids = new ArrayList<>(List.of("c2", "nobody"));
    for (var n = 0; n < 1200; n++) {
      ids.add(0, "x" + n);
    }

    assertThat(letters.record(breach, ids, "letter", time.instant(), "petra")).isEqualTo(1);
    assertThat(letters.record(breach, ids, "phone", time.instant(), "petra")).isZero();

    assertThat(states()).containsExactly(2, 1, 0, 0, 0, 0, 0, 0);
    assertThat(timeline.of(breach))
        .filteredOn(entry -> entry.act().equals("people told one by one"))
        .singleElement()
        .satisfies(
            entry -> assertThat(entry.detail().orElseThrow()).contains("1 by letter, ", " 2026, "));
  }

  @Test
  void letters_to_all_whom_a_notice_did_not_reach_are_recorded_at_once() {
    comesBack(notice, 2, "5.1.1");
    comesBack(notice, 3, "5.1.1");

    assertThat(letters.recordTheRest(breach, notice, "letter", time.instant(), "petra"))
        .isEqualTo(2);
    assertThat(states()).containsExactly(1, 2, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void who_was_reached_by_mail_after_all_is_not_counted_by_the_letter() {
    letters.record(breach, List.of("c1"), "letter", time.instant(), "petra");

    assertThat(states()).containsExactly(3, 0, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void legal_is_asked_once_above_the_threshold_and_not_at_it() {
    var next = hundred();
    for (var n = 4; n < 9; n++) {
      comesBack(next, n, "5.1.1");
    }
    assertThat(asked.wanted).isEmpty();

    comesBack(next, 9, "4.4.7");
    comesBack(next, 10, "5.1.1");

    assertThat(asked.wanted).containsExactly(new SubstituteNotices.Wanted(breach, next));
  }

  @Test
  void who_looks_at_the_same_time_asks_legal_once_and_nobody_fails() {
    bounces.countMail(
        "<%s.1@example.org>".formatted(notice), new Failure("5.1.1", "5.1.1 gone", null));

    atOnce(8, look -> bounces.haveCome());

    assertThat(asked.wanted).containsExactly(new SubstituteNotices.Wanted(breach, notice));
  }

  @Test
  void what_is_announced_while_others_look_is_public_whoever_comes_first() {
    bounces.countMail(
        "<%s.1@example.org>".formatted(notice), new Failure("5.1.1", "5.1.1 gone", null));

    atOnce(
        8,
        look -> {
          if (look % 2 == 0) {
            bounces.haveCome();
          } else {
            substitutes.announced(breach, notice, time.instant());
          }
        });

    assertThat(states()).containsExactly(2, 0, 1, 0, 0, 0, 0, 0);
    assertThat(asked.wanted).hasSizeLessThan(2);
  }

  @Test
  void letters_that_several_people_record_at_the_same_time_count_once() {
    comesBack(notice, 2, "5.1.1");
    comesBack(notice, 3, "5.1.1");
    var recorded = new AtomicInteger();

    atOnce(
        8,
        person ->
            recorded.addAndGet(
                person % 2 == 0
                    ? letters.record(breach, List.of("c2", "c3"), "letter", time.instant(), "petra")
                    : letters.recordTheRest(breach, notice, "letter", time.instant(), "pia")));

    assertThat(recorded).hasValue(2);
    assertThat(states()).containsExactly(1, 2, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void what_a_policy_refused_is_for_us_to_sort_out_and_not_for_the_public() {
    var next = hundred();
    for (var n = 4; n < 50; n++) {
      comesBack(next, n, "5.7.1");
    }

    assertThat(asked.wanted).isEmpty();
    assertThat(dispatches.progress(next).orElseThrow().bounced()).isEqualTo(46);
  }

  @Test
  void refusals_at_once_count_for_the_threshold_too() {
    server.answers("RCPT", address("eva"), "550 5.1.1 no such user", 1);
    var next = UUID.randomUUID();
    add("4,eva,es,ES", "5,leo,en,DE");
    dispatches.start(breach, next, "paula");
    dispatcher.sendDue();

    assertThat(asked.wanted).containsExactly(new SubstituteNotices.Wanted(breach, next));
  }

  @Test
  void the_page_stays_up_for_the_days_that_were_decided_from_its_announcement_on() {
    comesBack(notice, 1, "5.1.1");
    substitutes.decideFor(notice, 30);
    substitutes.announced(breach, notice, Instant.parse("2026-03-20T12:00:00Z"));

    assertThat(substitutes.staysUpUntil(notice)).isEqualTo("2026-04-19T12:00:00Z");
  }

  /** All begin when the last of them is there. */
  private static void atOnce(int times, IntConsumer act) {
    var all = new CyclicBarrier(times);
    var threads = Executors.newFixedThreadPool(times);
    try {
      IntStream.range(0, times)
          .mapToObj(
              number ->
                  CompletableFuture.runAsync(
                      () -> {
                        meet(all);
                        act.accept(number);
                      },
                      threads))
          .toList()
          .forEach(CompletableFuture::join);
    } finally {
      threads.shutdown();
    }
  }

  private static void meet(CyclicBarrier all) {
    try {
      all.await();
    } catch (InterruptedException | BrokenBarrierException hurried) {
      throw new IllegalStateException(hurried);
    }
  }

  /** A notice to a hundred people, from the fourth on. */
  private UUID hundred() {
    var people = new String[100];
    for (var n = 0; n < 100; n++) {
      people[n] = "%d,p%d,en,DE".formatted(n + 4, n + 4);
    }
    add(people);
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    dispatcher.sendDue();
    return next;
  }

  private List<String> refusedPeople(JdbcClient db) {
    return db.sql("select person from refused_person where case_number = :case")
        .param("case", breach.value())
        .query(String.class)
        .list();
  }

  private void file(String... rows) {
    var file = "id,email,name,language,residence\n" + String.join("\n", rows);
    recipients.add(breach, new ByteArrayInputStream(file.getBytes(UTF_8)), "ian");
  }

  /** How many are accepted, by letter, in public, bounced, waiting, held, refused. */
  private List<Integer> states() {
    var reach = report.of(breach);
    return List.of(State.values()).stream().map(state -> (int) reach.people(state)).toList();
  }

  private List<NotReached> notReached() {
    var all = new ArrayList<NotReached>();
    report.notReached(breach, all::add);
    return all;
  }

  private static Reach.Line line(State state, String channel, String at) {
    var instant = Instant.parse(at);
    return new Reach.Line(
        state, channel, LocalDate.parse(at.substring(0, 10)), 1, instant, instant);
  }
}
