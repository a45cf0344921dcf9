package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.incident.Incidents;
import breachresponse.incident.LegalHold.Demander;
import breachresponse.incident.LegalHolds;
import breachresponse.support.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

@DeliveryTest
class StaffMailTest {

  private static final Path FOLDER = Path.of("target/delivery-test/outgoing-mail");

  @Autowired StaffMail staffMail;
  @Autowired Dispatcher dispatcher;
  @Autowired TransactionTemplate transaction;
  @Autowired Incidents incidents;
  @Autowired LegalHolds holds;
  @Autowired JdbcClient db;
  @Autowired Time time;

  @BeforeEach
  void an_empty_folder() throws IOException {
    time.passes(Duration.ofDays(1));
    dispatcher.sendDue();
    FileSystemUtils.deleteRecursively(FOLDER);
  }

  @Test
  void each_is_mailed_once_after_the_commit() throws IOException {
    transaction.executeWithoutResult(
        status -> {
          staffMail.post(List.of("lena@example.org", "leo@example.org"), "Late", "Please sign.");
          assertThat(FOLDER).doesNotExist();
        });

    dispatcher.sendDue();
    dispatcher.sendDue();

    assertThat(mails())
        .hasSize(2)
        .allSatisfy(
            mail ->
                assertThat(mail)
                    .contains("Subject: Late", "From: \"Example Books: breach response\"")
                    .endsWith("Please sign."))
        .anySatisfy(mail -> assertThat(mail).contains("To: lena@example.org"))
        .anySatisfy(mail -> assertThat(mail).contains("To: leo@example.org"));
  }

  @Test
  void what_was_mailed_is_forgotten_after_thirty_days() {
    staffMail.post(List.of("lena@example.org"), "Forget me", "Please sign.");
    dispatcher.sendDue();

    time.passes(Duration.ofDays(30));
    staffMail.forgetOld();
    assertThat(kept("Forget me")).isEqualTo(1);

    staffMail.post(List.of("lena@example.org"), "Not mailed yet", "Please sign.");
    time.passes(Duration.ofDays(31));
    staffMail.forgetOld();
    assertThat(kept("Forget me")).isZero();
    assertThat(kept("Not mailed yet")).isEqualTo(1);
  }

  @Test
  void nothing_is_forgotten_while_a_case_is_under_legal_hold() {
    staffMail.post(List.of("lena@example.org"), "Evidence", "Please sign.");
    dispatcher.sendDue();
    var hold =
        holds.put(
            incidents.open("Copied", "", "ian"), Demander.COURT, "3 O 12/26", "Order.", "lena");

    time.passes(Duration.ofDays(31));
    staffMail.forgetOld();
    assertThat(kept("Evidence")).isEqualTo(1);

    holds.end(hold, "Settled.", "leo");
    staffMail.forgetOld();
    assertThat(kept("Evidence")).isZero();
  }

  private int kept(String subject) {
    return db.sql("select count(*) from staff_mail where subject = :subject")
        .param("subject", subject)
        .query(Integer.class)
        .single();
  }

  @Test
  void what_is_rolled_back_is_not_mailed() {
    transaction.executeWithoutResult(
        status -> {
          staffMail.post(List.of("lena@example.org"), "Late", "Please sign.");
          status.setRollbackOnly();
        });

    dispatcher.sendDue();

    assertThat(FOLDER).doesNotExist();
  }

  @Test
  void a_test_send_comes_in_each_language_and_says_so() throws IOException {
    staffMail.postTest(List.of("team@example.org"), DeliveryOnly.mailing(), "");

    dispatcher.sendDue();

    assertThat(mails())
        .hasSize(2)
        .allSatisfy(mail -> assertThat(mail).contains("From: Carla Example <ceo@example.org>"))
        .anySatisfy(
            mail ->
                assertThat(mail)
                    .contains("Subject: [TEST] Notice of data breach", "Dear customer,"))
        .anySatisfy(mail -> assertThat(mail).contains("Content-Language: es"));
  }

  @Test
  void a_subject_that_could_forge_a_header_is_refused_at_once() {
    assertThatThrownBy(
            () -> staffMail.post(List.of("lena@example.org"), "Late\r\nBcc: eve@example.org", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("subject: ");
  }

  private static List<String> mails() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.map(StaffMailTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
