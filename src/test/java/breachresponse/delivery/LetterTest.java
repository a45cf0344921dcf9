package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
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

  /** The lower bytes of these letters are the end of a line, a colon and an at sign. */
  @Test
  void letters_of_other_scripts_in_an_address_never_make_a_header() {
    var address = "xčĊBccĺeŀe.exčĊX@example.org";

    var mail = letter("Carla", address).mail(CLOCK.instant());

    assertThat(new String(mail.content(), StandardCharsets.UTF_8).lines())
        .contains("From: Carla <%s>".formatted(address), "To: " + address, "Reply-To: " + address)
        .noneMatch(line -> line.startsWith("Bcc"));
    assertThat(mail.isInternational()).isTrue();
  }

  @Test
  void a_name_of_another_script_is_encoded_so_that_every_mail_server_takes_it() throws Exception {
    var mail = letter("José Pérez", "jose@example.org").mail(CLOCK.instant());

    assertThat(new String(mail.content(), StandardCharsets.ISO_8859_1)).matches("\\p{ASCII}*");
    var read = new MimeMessage((Session) null, new ByteArrayInputStream(mail.content()));
    assertThat(read.getFrom())
        .containsExactly(new InternetAddress("jose@example.org", "José Pérez"));
  }

  private static Letter letter(String name, String address) {
    return new Letter(
        "n.1", name, address, address, address, "en", "News", "Text", Optional.empty());
  }

  @Test
  void a_domain_of_another_script_travels_in_ascii() {
    var mail = letter("Ana", "ana@españa.es").mail(CLOCK.instant());

    assertThat(mail.to()).isEqualTo("ana@xn--espaa-rta.es");
    assertThat(mail.isInternational()).isFalse();
  }

  @Test
  void a_name_is_text_in_the_html_never_markup() throws Exception {
    var mail = carried(mail("<b>&\"'{{name}}", "en"));

    assertThat(part(mail, 0)).contains("Dear <b>&\"'{{name}},");
    assertThat(part(mail, 1)).contains("Dear &lt;b&gt;&amp;&quot;&#39;{{name}},");
  }

  @Test
  void a_letter_has_these_headers_and_no_others_so_that_nothing_tracks_anybody() throws Exception {
    var mail = carried(mail("Ana", "en"));

    var ours =
        Collections.list(mail.getAllHeaders()).stream()
            .map(Header::getName)
            .filter(name -> !List.of("Return-Path", "Received").contains(name));
    assertThat(ours)
        .containsExactlyInAnyOrder(
            "To",
            "Message-ID",
            "Subject",
            "Date",
            "From",
            "Reply-To",
            "MIME-Version",
            "Content-Language",
            "Auto-Submitted",
            "Content-Type");
    assertThat(part(mail, 1)).doesNotContain("<img", "http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ana",
        "José Ñandú",
        "नरेन्द्र दामोदरदास मोदी",
        "李雷",
        ".",
        "..Dot",
        "a=3D",
        " . ",
        "A very long name that goes on and on, of somebody who has many given names and titles too"
      })
  void a_name_stands_everywhere_as_it_is_written(String name) throws Exception {
    var text =
        new Mailing.Text(
            "de",
            "Für {{name}}: wichtig",
            "{{name}}\n{{name}}, {{name}}{{name}}\n\n{{name}}",
            "<p>{{name}}</p>\n<p>{{name}}");

    var mail = carried(merge.mail("n.1", "ceo@example.org", "ana@example.org", name, text));

    assertThat(mail.getSubject()).isEqualTo("Für " + name + ": wichtig");
    assertThat(part(mail, 0)).isEqualTo("%1$s\r\n%1$s, %1$s%1$s\r\n\r\n%1$s".formatted(name));
    assertThat(part(mail, 1)).isEqualTo("<p>%1$s</p>\r\n<p>%1$s".formatted(name));
  }

  @Test
  void of_the_mails_to_all_only_name_address_and_message_id_differ() {
    var one = text(mail("Ana", "en"));
    var other = text(merge.mail("n.2", "ceo@example.org", "bob@example.org", "Bob", written("en")));

    assertThat(one.replace("Ana", "Bob").replace("ana@", "bob@").replace("n.1", "n.2"))
        .isEqualTo(other);
    assertThat(one.lines()).allMatch(line -> line.length() <= 78);
  }

  @Test
  void made_anew_after_a_restart_a_mail_is_the_same_byte_for_byte() {
    var again = new MailMerge(DeliveryOnly.mailing(), CLOCK.instant());

    assertThat(
            again
                .mail("n.1", "ceo@example.org", "ana@example.org", "José", written("es"))
                .content())
        .isEqualTo(mail("José", "es").content());
  }

  @Test
  void a_test_send_to_the_team_reads_as_the_mail_to_customers_does() throws Exception {
    var one =
        carried(
            merge
                .letter("n.1", "ana@example.org", "José <b>", written("es"))
                .mail(CLOCK.instant()));
    server.purgeEmailFromAllMailboxes();
    var ofMany = carried(mail("José <b>", "es"));

    assertThat(part(ofMany, 0)).isEqualTo(part(one, 0));
    assertThat(part(ofMany, 1)).isEqualTo(part(one, 1));
    assertThat(ofMany.getSubject()).isEqualTo(one.getSubject());
  }

  @Test
  void bounces_come_back_to_an_address_that_names_the_notice_and_the_recipient() {
    var notice = UUID.fromString("11111111-2222-3333-4444-555555555555");

    assertThat(new ReturnPath("bounces@example.org").of(notice, 17, "ceo@example.org"))
        .isEqualTo("bounces+11111111222233334444555555555555.17@example.org");
    assertThat(new ReturnPath("").of(notice, 17, "ceo@example.org")).isEqualTo("ceo@example.org");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bounces",
        "@example.org",
        "a b@example.org",
        "abcdefghijklmnopqrstuvw@example.org"
      })
  void a_return_path_that_is_no_address_or_would_become_too_long_is_refused(String mailbox) {
    assertThatThrownBy(() -> new ReturnPath(mailbox))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("breach.delivery.return-path: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\nBcc: eve@example.org", "\n", "\u2028"})
  void nothing_of_a_recipient_can_add_a_header(String attack) {
    assertThatThrownBy(() -> mail("Ana" + attack, "en"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("name: ");
    assertThatThrownBy(
            () ->
                merge.mail(
                    "n.1", "ceo@example.org", "ana@example.org" + attack, "A", written("en")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("recipient: ");
  }

  @Test
  void who_has_no_name_is_greeted_by_a_word_of_the_language() {
    assertThat(merge.letter("n.1", "ana@example.org", "", written("es")).plain())
        .startsWith("Estimado/a cliente:");
    assertThat(merge.letter("n.1", "ana@example.org", "", written("en")).plain())
        .startsWith("Dear customer,");
  }

  @Test
  void who_has_no_name_in_a_language_without_such_a_word_is_greeted_by_the_address() {
    var french = new Mailing.Text("fr", "Avis", "Bonjour {{name}},", "Bonjour {{name}},");

    assertThat(merge.letter("n.1", "ana@example.org", "", french).plain())
        .isEqualTo("Bonjour ana@example.org,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", ""})
  void who_has_another_language_gets_the_fallback(String language) {
    var letter = merge.letter("n.1", "ana@example.org", "", written(language));

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
  void a_disk_that_is_full_leaves_no_half_letter(@TempDir Path folder) throws Exception {
    Files.createSymbolicLink(folder.resolve("n.1.tmp"), Path.of("/dev/full"));

    assertThat(new FolderCarrier(folder).carry(mail("Ana", "en")))
        .isInstanceOfSatisfying(
            Carrier.Unreachable.class,
            full -> assertThat(full.reason()).contains("n.1.eml", "No space left"));
    assertThat(folder.resolve("n.1.eml")).doesNotExist();
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
    return merge.mail("n.1", "ceo@example.org", "ana@example.org", name, written(language));
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

  private static String text(Mail mail) {
    return new String(mail.content(), StandardCharsets.UTF_8);
  }

  private static String part(MimeMessage mail, int number) throws Exception {
    return (String) ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent();
  }

  private static Mailing.Text written(String language) {
    return DeliveryOnly.mailing().textFor(language, "", Set.of()).orElseThrow();
  }
}
