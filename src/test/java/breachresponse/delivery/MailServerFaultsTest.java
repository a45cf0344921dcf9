package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What a mail server may do instead of taking a letter, at each stage, and what it means. */
class MailServerFaultsTest {

  private static final String TABLE =
      """
      STAGE,   ANSWER,               OUTCOME
      CONNECT, 421 not now,          Unreachable
      CONNECT, 450 not now,          Unreachable
      CONNECT, 550 not you,          Unreachable
      CONNECT, 554 5.7.1 not you,    Unreachable
      CONNECT, hangs up,             Unreachable
      CONNECT, says nothing,         Unreachable
      EHLO,    421 not now,          Unreachable
      EHLO,    450 say HELO,         Taken
      EHLO,    550 say HELO,         Taken
      EHLO,    hangs up,             Unreachable
      EHLO,    says nothing,         Unreachable
      MAIL,    421 4.4.2 bye,        Unreachable
      MAIL,    450 4.7.1 wait,       Rejected
      MAIL,    451 4.3.0 disk,       Rejected
      MAIL,    550 5.1.8 who?,       Rejected
      MAIL,    554 5.7.1 policy,     Rejected
      MAIL,    hangs up,             Unreachable
      MAIL,    says nothing,         Unreachable
      RCPT,    421 4.4.2 bye,        Unreachable
      RCPT,    450 4.2.0 greylisted, Deferred
      RCPT,    451 4.3.0 disk,       Deferred
      RCPT,    550 5.1.1 nobody,     Undeliverable
      RCPT,    550 5.7.1 policy,     Refused
      RCPT,    hangs up,             Unreachable
      RCPT,    says nothing,         Unreachable
      DATA,    421 4.4.2 bye,        Unreachable
      DATA,    450 4.2.0 wait,       Deferred
      DATA,    451 4.3.0 disk,       Deferred
      DATA,    550 5.1.1 nobody,     Undeliverable
      DATA,    554 5.7.1 policy,     Refused
      DATA,    hangs up,             Unreachable
      DATA,    says nothing,         Unreachable
      .,       421 4.4.2 bye,        Unreachable
      .,       450 4.2.0 wait,       Deferred
      .,       451 4.3.0 disk,       Deferred
      .,       550 5.1.1 nobody,     Undeliverable
      .,       554 5.7.1 spam,       Refused
      .,       hangs up,             Unknown
      .,       says nothing,         Unknown
      QUIT,    hangs up,             Taken
      """;

  private final SmtpSink sink = new SmtpSink();

  @AfterEach
  void end() {
    sink.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(useHeadersInDisplayName = true, textBlock = TABLE)
  void where_commands_go_together(String stage, String answer, String outcome) {
    carries(stage, answer, outcome);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(useHeadersInDisplayName = true, textBlock = TABLE)
  void where_the_server_takes_one_command_at_a_time(String stage, String answer, String outcome) {
    sink.offers("8BITMIME");
    carries(stage, answer, outcome);
  }

  /** Some servers promise to listen to a letter of which they have refused every recipient. */
  @ParameterizedTest
  @CsvSource({"550 5.1.1 nobody, Undeliverable", "450 4.2.0 greylisted, Deferred"})
  void a_letter_without_recipient_is_ended_where_the_server_waits_for_it(
      String answer, String outcome) {
    sink.answersEverybody("DATA", "354 go on", 1);
    carries("RCPT", answer, outcome);
  }

  private void carries(String stage, String answer, String outcome) {
    sink.answersEverybody(stage, answer(answer), 1);
    try (var carrier = carrier()) {
      assertThat(carrier.carry(mail(1)).getClass().getSimpleName()).isEqualTo(outcome);

      assertThat(carrier.carry(mail(2))).isEqualTo(new Carrier.Taken());
      assertThat(carrier.carry(mail(3))).isEqualTo(new Carrier.Taken());
    }
    var arrived = List.of("Taken", "Unknown").contains(outcome);
    assertThat(sink.received())
        .extracting(SmtpSink.Received::text)
        .containsExactlyElementsOf(
            (arrived ? List.of(1, 2, 3) : List.of(2, 3))
                .stream().map("Subject: %d\n\n.\n..\n"::formatted).toList());
  }

  private static String answer(String words) {
    return switch (words) {
      case "hangs up" -> SmtpSink.HANG_UP;
      case "says nothing" -> SmtpSink.SILENCE;
      default -> words;
    };
  }

  private SmtpCarrier carrier() {
    var settings = new JavaMailSenderImpl();
    settings.setHost("127.0.0.1");
    settings.setPort(sink.port());
    settings.getJavaMailProperties().put("mail.smtp.timeout", "200");
    return new SmtpCarrier(settings);
  }

  private static Mail mail(int number) {
    return new Mail(
        "n." + number,
        "ceo@example.org",
        "ana@example.org",
        "Subject: %d\r\n\r\n.\r\n..\r\n".formatted(number).getBytes(StandardCharsets.US_ASCII));
  }
}
