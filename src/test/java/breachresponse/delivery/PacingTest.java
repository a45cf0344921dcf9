package breachresponse.delivery;

import static breachresponse.delivery.DeliveryOnly.csv;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.support.Time;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Ten letters a second leave in all, of these two to one domain and one in four seconds to another.
 */
@DeliveryTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:pacing;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "breach.delivery.rate=10",
      "breach.delivery.domains[two.example.org]=2",
      "breach.delivery.domains[SLOW.example.org]=0.25"
    })
class PacingTest {

  @Autowired Recipients recipients;
  @Autowired Dispatches dispatches;
  @Autowired Dispatcher dispatcher;
  @Autowired Pace pace;
  @Autowired Incidents incidents;
  @Autowired DeliveryResults results;
  @Autowired JdbcClient db;
  @Autowired Time time;

  private final UUID notice = UUID.randomUUID();
  private CaseNumber breach;

  @AfterEach
  void nothing_is_left_for_the_next_test() {
    dispatches.stop(notice, "the test is over", "paula");
    dispatcher.sendDue();
    time.passes(Duration.ofMinutes(1));
  }

  @Test
  void no_more_leave_in_a_second_than_are_set() {
    start(people(700, "example.org"));

    dispatcher.sendDue();
    dispatcher.sendDue();
    assertThat(sent()).isEqualTo(10);

    time.passes(Duration.ofMillis(500));
    dispatcher.sendDue();
    assertThat(sent()).isEqualTo(10);

    for (var half = 1; half < 20; half++) {
      time.passes(Duration.ofMillis(500));
      dispatcher.sendDue();
    }
    assertThat(sent()).isBetween(100, 110);

    for (var second = 0; second < 62; second++) {
      time.passes(Duration.ofSeconds(1));
      dispatcher.sendDue();
    }
    assertThat(sent()).isEqualTo(700);
  }

  @Test
  void a_domain_at_its_own_pace_keeps_no_other_back() {
    start(
        Stream.of(
                people(4, "slow.example.org"),
                people(10, "two.example.org"),
                people(10, "example.org"))
            .flatMap(Stream::of)
            .toArray(String[]::new));

    dispatcher.sendDue();
    assertThat(sentTo("slow.example.org")).isEqualTo(1);
    assertThat(sentTo("two.example.org")).isEqualTo(2);
    assertThat(sentTo("example.org")).isEqualTo(7);

    for (var second = 1; second <= 8; second++) {
      time.passes(Duration.ofSeconds(1));
      dispatcher.sendDue();
    }
    assertThat(sentTo("slow.example.org")).isEqualTo(3);
    assertThat(sentTo("two.example.org")).isEqualTo(10);
    assertThat(sentTo("example.org")).isEqualTo(10);
  }

  @Test
  void how_long_it_takes_is_reckoned_by_the_rate_in_all_or_that_of_the_slowest_domain() {
    start(people(30, "example.org"));
    assertThat(pace.of(breach, 1_000_000).takes()).isEqualTo(Duration.ofSeconds(100_000));

    breach = incidents.open("Stolen laptop", "", "cora");
    add(people(30, "slow.example.org"));
    assertThat(pace.of(breach, 30)).isEqualTo(new Pace.Estimate(10, true, Duration.ofSeconds(120)));
  }

  @Test
  void batches_that_wait_for_a_domain_do_not_ask_all_the_time() {
    start(people(750, "two.example.org"));
    dispatcher.sendDue();

    time.passes(Duration.ofSeconds(1));
    assertThat(dueBatches()).isEqualTo(1);
  }

  @Test
  void who_resumes_does_not_wait_for_the_turns_of_before() {
    start(people(750, "example.org"));
    dispatcher.sendDue();
    dispatches.pause(notice, "wait", "pia");
    time.passes(Duration.ofMinutes(1));
    dispatches.resume(notice, "go on", "pia");

    for (var second = 0; second < 10; second++) {
      dispatcher.sendDue();
      time.passes(Duration.ofSeconds(1));
    }

    assertThat(sent()).isBetween(100, 120);
  }

  private void start(String... addresses) {
    breach = incidents.open("Stolen laptop", "", "cora");
    add(addresses);
    dispatches.start(breach, notice, "paula");
  }

  private void add(String... addresses) {
    recipients.add(
        breach, new ByteArrayInputStream(csv(addresses).getBytes(StandardCharsets.UTF_8)), "paula");
  }

  private static String[] people(int number, String domain) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(n -> "person%d@%s".formatted(n, domain))
        .toArray(String[]::new);
  }

  private int sent() {
    return dispatches.progress(notice).orElseThrow().sent();
  }

  private long sentTo(String domain) {
    var sent = new ArrayList<String>();
    results.each(
        notice,
        result -> {
          if (result.status().equals("sent") && result.email().endsWith("@" + domain)) {
            sent.add(result.email());
          }
        });
    return sent.size();
  }

  private int dueBatches() {
    return db.sql(
            "select count(*) from delivery_batch where notice_id = :notice and due_at <= :now")
        .param("notice", notice)
        .param("now", time.instant().atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }
}
