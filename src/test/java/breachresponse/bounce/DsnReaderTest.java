package breachresponse.bounce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DsnReaderTest {

  private final Sample sample = new Sample(UUID.randomUUID(), 17, "maria@example.net");
  private final MailKey mail = new MailKey(sample.noticeId(), 17);

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "postfix,  5.1.1,  550 5.1.1 <maria@example.net>: Recipient address rejected",
    "exchange, 5.1.10, 550 5.1.10 RESOLVER.ADR.RecipientNotFound",
    "gmail,    5.1.1,  550-5.1.1 The email account that you tried to reach does not exist.",
    "exim,     5.2.1,  550 5.2.1 The email account that you tried to reach is disabled",
    "exim-old, 5.0.0,  SMTP error from remote mail server after RCPT TO",
    "qmail,    5.1.1,  Sorry,' no mailbox here by that name. (#5.1.1)'"
  })
  void each_mail_system_s_failure_is_read(String system, String status, String words)
      throws Exception {
    var dsn = DsnReader.read(sample.of(system)).orElseThrow();

    assertThat(dsn.mail()).contains(mail);
    assertThat(dsn.failure().orElseThrow().status()).isEqualTo(status);
    assertThat(dsn.failure().orElseThrow().words()).startsWith(words.replace("'", ""));
    assertThat(dsn.names("Maria@example.net")).isTrue();
    assertThat(dsn.names("mario@example.net")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"postfix", "exchange", "gmail", "exim"})
  void the_message_id_in_what_is_returned_says_which_mail_it_was(String system) throws Exception {
    assertThat(DsnReader.read(sample.withoutReturnPath(system)).orElseThrow().mail())
        .contains(mail);
  }

  @Test
  void the_mailbox_for_bounces_may_have_any_name() throws Exception {
    var mail = new String(sample.of("qmail"), UTF_8).replace("bounces+", "returned.mail+");

    assertThat(DsnReader.read(mail.getBytes(UTF_8)).orElseThrow().mail()).contains(this.mail);
  }

  @Test
  void what_has_no_part_for_machines_is_known_by_the_return_path_alone() throws Exception {
    assertThat(DsnReader.read(sample.withoutReturnPath("qmail")).orElseThrow().mail()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded"})
  void what_is_late_or_on_its_way_is_no_failure(String action) throws Exception {
    var dsn = DsnReader.read(sample.postfix(action, "4.4.1")).orElseThrow();

    assertThat(dsn.mail()).contains(mail);
    assertThat(dsn.failure()).isEmpty();
  }

  @Test
  void an_address_of_several_people_that_reached_one_of_them_has_not_failed() throws Exception {
    var one = new String(sample.of("postfix"), UTF_8);
    var several =
        one.replace(
            "\r\n\r\nFinal-Recipient:",
            "\r\n\r\nFinal-Recipient: rfc822; member@example.net\r\nAction: relayed\r\n"
                + "Status: 2.1.9\r\n\r\nFinal-Recipient:");

    assertThat(DsnReader.read(several.getBytes(UTF_8)).orElseThrow().failure()).isEmpty();
  }

  @Test
  void a_report_that_came_wrapped_is_read() throws Exception {
    var wrapped =
        "To: ceo@example.org\r\nContent-Type: multipart/mixed; boundary=footer\r\n\r\n--footer\r\n"
            + new String(sample.of("postfix"), UTF_8)
                .replaceAll("(?s)^.*?(Content-Type: multipart/report)", "$1")
            + "\r\n--footer\r\nContent-Type: text/plain\r\n\r\nScanned.\r\n--footer--\r\n";

    assertThat(DsnReader.read(wrapped.getBytes(UTF_8)).orElseThrow().mail()).contains(mail);
  }

  @ParameterizedTest
  @ValueSource(strings = {"out-of-office", "read-receipt", "forwarded"})
  void other_mail_is_no_notification(String kind) throws Exception {
    assertThat(DsnReader.read(sample.of(kind))).isEqualTo(Optional.empty());
  }

  @Test
  void words_are_shortened_and_on_one_line() {
    assertThat(Failure.of("5.1.1", "550\r\n  no " + "x".repeat(900)).words())
        .startsWith("550 no x")
        .hasSize(500);
  }

  @ParameterizedTest
  @CsvSource({"5.7.1, true", "5.1.1, false", "5.0.0, false"})
  void a_policy_is_told_from_an_address_that_fails(String status, boolean policy) {
    assertThat(Failure.of(status, "no").isPolicy()).isEqualTo(policy);
  }

  /** Whatever is cut, doubled or broken: the reader answers or says that it can't read it. */
  @ParameterizedTest
  @ValueSource(strings = {"postfix", "exchange", "gmail", "exim", "exim-old", "qmail"})
  void a_mail_cut_off_anywhere_is_read_or_refused_by_its_own_exceptions(String system) {
    var whole = new String(sample.of(system), ISO_8859_1);
    for (var end = 0; end < whole.length(); end += 7) {
      read(whole.substring(0, end));
      read(
          whole.substring(0, end)
              + "\0\r\n--\r\nContent-Type: multipart/report; boundary=\"\r\n\r\n");
    }
  }

  @Test
  void multiparts_nested_without_end_are_no_notification() {
    var nested = new StringBuilder();
    for (var depth = 0; depth < 20_000; depth++) {
      nested.append(
          "Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(depth, depth));
    }
    assertThat(read(nested.toString())).isEmpty();
  }

  private static Optional<Dsn> read(String mail) {
    try {
      return DsnReader.read(mail.getBytes(ISO_8859_1));
    } catch (jakarta.mail.MessagingException | java.io.IOException broken) {
      return Optional.empty();
    }
  }
}
