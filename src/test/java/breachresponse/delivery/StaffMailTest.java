package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.support.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

@DeliveryTest
class StaffMailTest {

  private static final Path FOLDER = Path.of("target/delivery-test/outgoing-mail");

  @Autowired StaffMail staffMail;
  @Autowired Dispatcher dispatcher;
  @Autowired TransactionTemplate transaction;
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
