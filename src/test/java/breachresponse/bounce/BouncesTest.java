package breachresponse.bounce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.DeliveryResults;
import breachresponse.delivery.DeliveryResults.Result;
import breachresponse.delivery.Dispatches.Progress;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds of bounces on each database. */
abstract class BouncesTest extends Mailed {

  private static final Failure UNKNOWN = new Failure("5.1.1", "550 5.1.1 no such user", null);

  @Autowired private DeliveryResults results;

  @Test
  void a_mail_that_came_back_is_bounced_and_no_longer_sent() {
    time.is("2026-03-03T15:10:00Z");

    assertThat(bounces.count(sample(2, "juan").of("postfix"))).isEqualTo(Outcome.BOUNCED);

    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 0, 1, 0, 0, false));
    assertThat(progress().isFinished()).isTrue();
    assertThat(result(2))
        .satisfies(
            juan -> {
              assertThat(juan.status()).isEqualTo("bounced");
              assertThat(juan.statusCode()).contains("5.1.1");
              assertThat(juan.reason().orElseThrow()).startsWith("550 5.1.1 <");
              assertThat(juan.bouncedAt()).contains(Instant.parse("2026-03-03T15:10:00Z"));
            });
    assertThat(result(1).status()).isEqualTo("sent");
  }

  @Test
  void a_bounce_counts_once_however_often_and_in_whichever_form_it_comes() {
    bounces.count(sample(2, "juan").of("postfix"));

    assertThat(bounces.count(sample(2, "juan").of("postfix"))).isEqualTo(Outcome.KNOWN);
    assertThat(bounces.count(sample(2, "juan").of("gmail"))).isEqualTo(Outcome.KNOWN);
    assertThat(bounces.countAddress(address("juan"), UNKNOWN)).isEqualTo(Outcome.KNOWN);
    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 0, 1, 0, 0, false));
  }

  @Test
  void bounces_that_come_at_the_same_time_count_once_each() {
    var counts = new ArrayList<CompletableFuture<Outcome>>();
    for (var n = 0; n < 24; n++) {
      var sample = n % 2 == 0 ? sample(2, "juan") : sample(3, "zoe");
      counts.add(CompletableFuture.supplyAsync(() -> bounces.count(sample.of("postfix"))));
    }

    assertThat(counts.stream().map(CompletableFuture::join))
        .filteredOn(Outcome.BOUNCED::equals)
        .hasSize(2);
    assertThat(progress()).isEqualTo(new Progress(3, 1, 0, 0, 2, 0, 0, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.4.7", "5.2.2"})
  void what_was_given_up_for_good_is_bounced(String status) {
    assertThat(bounces.count(sample(1, "ana").postfix("failed", status)))
        .isEqualTo(Outcome.BOUNCED);
  }

  @Test
  void a_refusal_by_policy_is_counted_apart() {
    assertThat(bounces.count(sample(1, "ana").postfix("failed", "5.7.1")))
        .isEqualTo(Outcome.REFUSED_BY_POLICY);

    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 0, 1, 0, 0, false));
    assertThat(result(1).statusCode()).contains("5.7.1");
  }

  @Test
  void a_mail_that_is_late_stays_sent() {
    assertThat(bounces.count(sample(1, "ana").postfix("delayed", "4.4.1")))
        .isEqualTo(Outcome.NO_FAILURE);
    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
  }

  @Test
  void a_forged_one_that_does_not_know_the_address_counts_for_nobody() {
    var forged = new Sample(notice, 2, address("ana"));

    assertThat(bounces.count(forged.of("postfix"))).isEqualTo(Outcome.NOT_OURS);
    assertThat(progress().bounced()).isZero();
  }

  @Test
  void one_of_no_notice_or_recipient_that_we_know_is_not_ours() {
    assertThat(bounces.count(new Sample(UUID.randomUUID(), 1, address("ana")).of("postfix")))
        .isEqualTo(Outcome.NOT_OURS);
    assertThat(bounces.count(sample(99, "ana").of("postfix"))).isEqualTo(Outcome.NOT_OURS);
    assertThat(bounces.count(sample(1, "ana").withoutReturnPath("qmail")))
        .isEqualTo(Outcome.NOT_OURS);
  }

  @Test
  void one_that_comes_before_its_mail_is_marked_as_sent_is_for_later() {
    add("4,eva,es,ES");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    var early = new Sample(next, 4, address("eva")).of("postfix");

    assertThat(bounces.count(early)).isEqualTo(Outcome.TOO_EARLY);
    dispatcher.sendDue();
    assertThat(bounces.count(early)).isEqualTo(Outcome.BOUNCED);
    assertThat(dispatches.progress(next)).contains(new Progress(1, 0, 0, 0, 1, 0, 0, false));
  }

  @Test
  void one_bounce_does_not_end_what_is_still_being_sent() {
    add("4,eva,es,ES", "5,leo,en,DE");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    dispatches.pause(next, "test", "paula");
    assertThat(dispatches.progress(next)).contains(new Progress(2, 0, 0, 0, 0, 0, 0, true));
    dispatches.resume(next, "it is right", "paula");
    dispatcher.sendDue();

    bounces.count(new Sample(next, 5, address("leo")).of("exim"));

    assertThat(dispatches.progress(next)).contains(new Progress(2, 1, 0, 0, 1, 0, 0, false));
    assertThat(progress()).isEqualTo(new Progress(3, 3, 0, 0, 0, 0, 0, false));
  }

  @Test
  void what_a_system_tells_by_message_id_or_by_an_address_that_is_in_one_notice_counts() {
    var at = Instant.parse("2026-03-03T15:05:00Z");

    assertThat(
            bounces.countMail(
                sample(1, "ana").messageId(), new Failure("5.1.1", "550 no such user", at)))
        .isEqualTo(Outcome.BOUNCED);
    assertThat(bounces.countAddress(address("zoe"), UNKNOWN)).isEqualTo(Outcome.BOUNCED);

    assertThat(result(1).bouncedAt()).contains(at);
    assertThat(bounces.countAddress("nobody@example.net", UNKNOWN)).isEqualTo(Outcome.NOT_OURS);
  }

  @Test
  void an_address_counts_however_the_mail_system_writes_it() {
    assertThat(bounces.countAddress(address("ZOE").toUpperCase(Locale.ROOT), UNKNOWN))
        .isEqualTo(Outcome.BOUNCED);
  }

  @Test
  void an_address_that_two_notices_went_to_says_nothing() {
    var another = incidents.open("Another", "", "cora");
    recipients.add(
        another,
        new ByteArrayInputStream(
            ("id,email,name,language,residence\n1," + address("zoe") + ",Zoe,en,DE\n")
                .getBytes(UTF_8)),
        "ian");
    dispatches.start(another, UUID.randomUUID(), "paula");
    dispatcher.sendDue();

    assertThat(bounces.countAddress(address("zoe"), UNKNOWN)).isEqualTo(Outcome.NOT_OURS);
  }

  @Test
  void characters_that_no_database_keeps_are_left_out() {
    var mail =
        new String(sample(1, "ana").of("postfix"), UTF_8).replace("User unknown", "User\0unknown");

    assertThat(bounces.count(mail.getBytes(UTF_8))).isEqualTo(Outcome.BOUNCED);
    assertThat(result(1).reason().orElseThrow()).endsWith("User unknown in virtual mailbox table");
  }

  @Test
  void what_is_too_large_or_broken_is_said_to_be_so() {
    assertThat(bounces.count(new byte[Bounces.LARGEST + 1])).isEqualTo(Outcome.TOO_LARGE);
    assertThat(bounces.count("Content-Type: text/plain; charset=nonsense\r\n\r\nx".getBytes(UTF_8)))
        .isEqualTo(Outcome.UNREADABLE);
    assertThat(bounces.count(new byte[0])).isEqualTo(Outcome.NO_NOTIFICATION);
  }

  private Result result(int number) {
    var all = new ArrayList<Result>();
    results.each(notice, all::add);
    return all.get(number - 1);
  }
}
