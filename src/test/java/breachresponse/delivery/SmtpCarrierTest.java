package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Carrier.Taken;
import breachresponse.delivery.Carrier.Undeliverable;
import breachresponse.delivery.Carrier.Unknown;
import breachresponse.delivery.Carrier.Unreachable;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What operators can ask of the connection to the mail server. */
class SmtpCarrierTest {

  private final SmtpSink sink = new SmtpSink();

  @AfterEach
  void end() {
    sink.close();
  }

  @Test
  void mail_is_encrypted_and_the_account_proven_where_the_operator_asks_for_it() {
    sink.offers("PIPELINING", "STARTTLS", "AUTH PLAIN");

    assertThat(carry("relay", "secret", "starttls.required", "true", "ssl.trust", "*"))
        .isEqualTo(new Taken());
    assertThat(sink.received()).singleElement().matches(SmtpSink.Received::encrypted);
  }

  @Test
  void a_server_elsewhere_that_can_encrypt_does_unless_the_operator_says_otherwise() {
    var server = new JavaMailSenderImpl();
    server.setHost("relay.example.org");
    assertThat(SmtpCarrier.properties(server)).containsEntry("mail.smtp.starttls.enable", "true");

    server.getJavaMailProperties().put("mail.smtp.starttls.enable", "false");
    assertThat(SmtpCarrier.properties(server)).containsEntry("mail.smtp.starttls.enable", "false");

    sink.offers("STARTTLS");
    assertThat(carry("", "", "starttls.enable", "true", "ssl.trust", "*")).isEqualTo(new Taken());
    assertThat(sink.received()).singleElement().matches(SmtpSink.Received::encrypted);
  }

  @Test
  void nothing_leaves_where_the_server_does_not_encrypt_although_it_must() {
    assertThat(carry("", "", "starttls.required", "true"))
        .isInstanceOfSatisfying(
            Unreachable.class, none -> assertThat(none.reason()).contains("STARTTLS"));
    assertThat(sink.received()).isEmpty();
  }

  @Test
  void nothing_leaves_to_a_server_whose_certificate_nobody_vouches_for() {
    sink.offers("STARTTLS");

    assertThat(carry("", "", "starttls.required", "true")).isInstanceOf(Unreachable.class);
    assertThat(sink.received()).isEmpty();
  }

  @Test
  void a_wrong_password_is_an_outage_and_nobodys_fault_among_the_recipients() {
    sink.offers("AUTH PLAIN");

    assertThat(carry("relay", "wrong"))
        .isEqualTo(new Unreachable("mail server: 535 5.7.8 wrong password", false));
  }

  @Test
  void a_server_that_speaks_tls_from_the_start_is_reached_by_smtps() {
    var server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtps"));
    server.start();
    var settings = settings(server.getSmtps().getPort());
    settings.setProtocol("smtps");
    settings.getJavaMailProperties().put("mail.smtps.ssl.trust", "*");
    settings.getJavaMailProperties().put("mail.smtps.ssl.checkserveridentity", "false");

    try (var carrier = new SmtpCarrier(settings)) {
      assertThat(carrier.carry(mail("ana@example.org"))).isEqualTo(new Taken());
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
    }
  }

  @Test
  void
      the_answer_to_a_whole_letter_is_awaited_for_ten_minutes_unless_the_operator_says_otherwise() {
    assertThat(SmtpCarrier.properties(settings(sink.port())))
        .containsEntry("mail.smtp.timeout", String.valueOf(Duration.ofMinutes(10).toMillis()));

    sink.answersEverybody(".", SmtpSink.SILENCE, 1);
    assertThat(carry("", "", "timeout", "200"))
        .isEqualTo(new Unknown("mail server, after the whole letter: Exception reading response"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PIPELINING", "8BITMIME"})
  void an_address_in_any_script_is_mailed_where_the_server_knows_smtputf8(String other) {
    sink.offers(other, "SMTPUTF8");

    assertThat(carry(mail("josé@example.org"))).isEqualTo(new Taken());

    var received = sink.received().get(0);
    assertThat(received.to()).isEqualTo("josé@example.org");
    assertThat(received.mailCommand()).isEqualTo("MAIL FROM:<ceo@example.org> SMTPUTF8");
  }

  @Test
  void an_address_in_another_script_is_refused_plainly_where_the_server_does_not_know_it() {
    assertThat(carry(mail("josé@example.org")))
        .isInstanceOfSatisfying(
            Undeliverable.class, refused -> assertThat(refused.reason()).contains("SMTPUTF8"));
    assertThat(sink.received()).isEmpty();
  }

  @Test
  void an_address_in_ascii_asks_for_no_extension() {
    sink.offers("PIPELINING", "SMTPUTF8");

    carry(mail("ana@example.org"));

    assertThat(sink.received().get(0).mailCommand()).isEqualTo("MAIL FROM:<ceo@example.org>");
  }

  private Carrier.Outcome carry(Mail mail) {
    try (var carrier = new SmtpCarrier(settings(sink.port()))) {
      return carrier.carry(mail);
    }
  }

  private Carrier.Outcome carry(String user, String password, String... properties) {
    var settings = settings(sink.port());
    settings.setUsername(user);
    settings.setPassword(password);
    for (var n = 0; n < properties.length; n += 2) {
      settings.getJavaMailProperties().put("mail.smtp." + properties[n], properties[n + 1]);
    }
    settings.getJavaMailProperties().put("mail.smtp.ssl.checkserveridentity", "false");
    try (var carrier = new SmtpCarrier(settings)) {
      return carrier.carry(mail("ana@example.org"));
    }
  }

  private static JavaMailSenderImpl settings(int port) {
    var settings = new JavaMailSenderImpl();
    settings.setHost("127.0.0.1");
    settings.setPort(port);
    return settings;
  }

  private static Mail mail(String to) {
    return new Mail(
        "n.1", "ceo@example.org", to, "Subject: x\r\n\r\nx\r\n".getBytes(StandardCharsets.UTF_8));
  }
}
