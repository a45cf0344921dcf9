package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class LetterTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-03T15:00:00Z"), ZoneOffset.UTC);

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  private final MailMerge merge = new MailMerge(DeliveryOnly.mailing(), CLOCK.instant());

  @BeforeEach
  void a_mail_server() {
    server.start();
  }

  @AfterEach
  void stop_it() {
    server.stop();
  }

  @Test
  void a_letter_arrives_as_it_was_signed_with_the_recipients_name() throws Exception {
    var mail = carried(mail("Ana García", "es"));

    assertThat(mail.getFrom())
        .containsExactly(new InternetAddress("ceo@example.org", "Carla Example"));
    assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("privacy@example.org"));
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ana@example.org"));
    assertThat(mail.getSubject()).isEqualTo("Aviso de violación de datos");
    assertThat(mail.getMessageID()).isEqualTo("<n.1@example.org>");
    assertThat(mail.getSentDate()).isEqualTo(CLOCK.instant());
    assertThat(mail.getHeader("Content-Language")).containsExactly("es");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(part(mail, 0))
        .isEqualTo("Estimado/a Ana García:\r\n\r\nalguien leyó sus datos.\r\n");
    assertThat(part(mail, 1)).contains("<p>Estimado/a Ana García:<p>alguien leyó sus datos.");
  }

  @Test
  void a_name_is_text_in_the_html_never_markup() throws Exception {
    var mail = carried(mail("<b>&\"'{{name}}", "en"));

    assertThat(part(mail, 0)).contains("Dear <b>&\"'{{name}},");
    assertThat(part(mail, 1)).contains("Dear &lt;b&gt;&amp;&quot;&#39;{{name}},");
  }

  @Test
  void who_has_no_name_is_greeted_by_a_word_of_the_language() {
    assertThat(merge.letter("n.1", "ana@example.org", "", "es").plain())
        .startsWith("Estimado/a cliente:");
    assertThat(merge.letter("n.1", "ana@example.org", "", "en").plain())
        .startsWith("Dear customer,");
  }

  @Test
  void who_has_no_name_in_a_language_without_such_a_word_is_greeted_by_the_address() {
    var texts = Map.of("fr", new Mailing.Text("Avis", "Bonjour {{name}},", "Bonjour {{name}},"));
    var french =
        new MailMerge(
            new Mailing("C", "ceo@example.org", "p@example.org", texts, "fr"), CLOCK.instant());

    assertThat(french.letter("n.1", "ana@example.org", "", "fr").plain())
        .isEqualTo("Bonjour ana@example.org,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", ""})
  void who_has_another_language_gets_the_fallback(String language) {
    var letter = merge.letter("n.1", "ana@example.org", "", language);

    assertThat(letter.language()).isEqualTo("en");
    assertThat(letter.subject()).isEqualTo("Notice of data breach");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\nBcc: eve@example.org", "\nBcc: eve@example.org", "\u0000", "\u2028"})
  void nothing_that_a_header_is_made_of_can_add_another_header(String attack) {
    for (var field = 0; field < 7; field++) {
      var values =
          new String[] {
            "n.1", "Carla", "ceo@example.org", "p@example.org", "ana@example.org", "en", "Notice"
          };
      values[field] += attack;
      assertThatThrownBy(
              () ->
                  new Letter(
                      values[0],
                      values[1],
                      values[2],
                      values[3],
                      values[4],
                      values[5],
                      values[6],
                      "",
                      Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("control character");
    }
  }

  @Test
  void a_letter_in_the_folder_is_whole_and_written_again_is_the_same_file(@TempDir Path folder)
      throws Exception {
    var carrier = new FolderCarrier(folder.resolve("outgoing-mail"));
    var letter = mail("Ana", "en");

    assertThat(carrier.carry(letter)).isEqualTo(new Carrier.Taken());
    assertThat(carrier.carry(letter)).isEqualTo(new Carrier.Taken());

    try (var files = Files.list(folder.resolve("outgoing-mail"))) {
      assertThat(files).containsExactly(folder.resolve("outgoing-mail/n.1.eml"));
    }
    var mail =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(Files.readAllBytes(folder.resolve("outgoing-mail/n.1.eml"))));
    assertThat(part(mail, 0)).startsWith("Dear Ana,");
  }

  @Test
  void a_folder_that_cannot_be_written_is_no_fault_of_the_recipient(@TempDir Path folder)
      throws Exception {
    var taken = Files.createFile(folder.resolve("outgoing-mail"));

    assertThat(new FolderCarrier(taken).carry(mail("Ana", "en")))
        .isInstanceOfSatisfying(
            Carrier.Unreachable.class, unreachable -> assertThat(unreachable.begun()).isFalse());
  }

  private Mail mail(String name, String language) {
    return merge.mail("n.1", "ceo@example.org", "ana@example.org", name, language);
  }

  private MimeMessage carried(Mail letter) {
    var settings = new JavaMailSenderImpl();
    settings.setHost("127.0.0.1");
    settings.setPort(server.getSmtp().getPort());
    try (var carrier = new SmtpCarrier(settings)) {
      assertThat(carrier.carry(letter)).isEqualTo(new Carrier.Taken());
    }
    return server.getReceivedMessages()[0];
  }

  private static String part(MimeMessage mail, int number) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent();
  }
}
