package breachresponse.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Dispatches.Progress;
import breachresponse.operations.HealthSettings;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The mailbox of a real IMAP and POP3 server. */
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:mailbox;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0")
class BounceMailboxTest extends Mailed {

  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
          });

  @Autowired private Clock clock;
  @Autowired private JdbcClient db;

  private GreenMailUser user;

  @BeforeEach
  void an_empty_mailbox() {
    server.start();
    user = server.setUser("bounces@example.org", "bounces", "secret");
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @ValueSource(strings = {"imap", "pop3"})
  void what_came_back_is_counted_and_put_away_and_all_else_stays(String protocol) throws Exception {
    comes(sample(1, "ana").of("postfix"));
    comes(sample(2, "juan").of("out-of-office"));
    comes(sample(3, "zoe").of("exchange"));
    comes(sample(9, "nobody").of("qmail"));
    var mailbox = mailbox(protocol, "secret");

    mailbox.read();

    assertThat(progress()).isEqualTo(new Progress(3, 1, 0, 0, 2, 0, 0, false));
    assertThat(subjects("INBOX"))
        .containsExactly("Out of office: Notice of data breach", "failure notice");
    assertThat(mailbox.lastReading().readAt()).isEqualTo(clock.instant());
    assertThat(mailbox.lastReading().left())
        .isEqualTo(Map.of(Outcome.NO_NOTIFICATION, 1L, Outcome.NOT_OURS, 1L));
  }

  @Test
  void what_was_counted_is_kept_in_a_folder_of_its_own() throws Exception {
    comes(sample(1, "ana").of("postfix"));
    comes(sample(2, "juan").postfix("delayed", "4.4.1"));

    mailbox("imap", "secret").read();

    assertThat(subjects("INBOX")).isEmpty();
    assertThat(subjects("Counted")).hasSize(2);
  }

  @Test
  void what_stays_does_not_look_read_and_is_counted_once() throws Exception {
    comes(sample(2, "juan").of("out-of-office"));
    var mailbox = mailbox("imap", "secret");

    mailbox.read();
    mailbox.read();

    assertThat(mailbox.lastReading().left()).isEqualTo(Map.of(Outcome.NO_NOTIFICATION, 1L));
    assertThat(stored("INBOX").get(0).getFlags().contains(Flags.Flag.SEEN)).isFalse();

    inbox().deleteAllMessages();
    mailbox.read();
    assertThat(mailbox.lastReading().left()).isEmpty();
  }

  @Test
  void one_that_comes_too_early_is_read_again() throws Exception {
    add("4,eva,es,ES");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    comes(new Sample(next, 4, address("eva")).of("gmail"));
    var mailbox = mailbox("imap", "secret");

    mailbox.read();
    assertThat(mailbox.lastReading().left()).isEqualTo(Map.of(Outcome.TOO_EARLY, 1L));
    assertThat(subjects("INBOX")).hasSize(1);

    dispatcher.sendDue();
    mailbox.read();
    assertThat(dispatches.progress(next)).contains(new Progress(1, 0, 0, 0, 1, 0, 0, false));
    assertThat(subjects("INBOX")).isEmpty();
  }

  /** What was read is known in memory alone: the process that comes next has its own. */
  @ParameterizedTest
  @ValueSource(strings = {"imap", "pop3"})
  void one_that_came_too_early_is_read_again_by_the_process_that_follows_a_stop(String protocol)
      throws Exception {
    add("4,eva,es,ES");
    var next = UUID.randomUUID();
    dispatches.start(breach, next, "paula");
    comes(new Sample(next, 4, address("eva")).of("gmail"));
    comes(sample(2, "juan").of("out-of-office"));
    mailbox(protocol, "secret").read();

    dispatcher.sendDue();
    var afterTheStop = mailbox(protocol, "secret");
    afterTheStop.read();

    assertThat(dispatches.progress(next)).contains(new Progress(1, 0, 0, 0, 1, 0, 0, false));
    assertThat(afterTheStop.lastReading().left()).isEqualTo(Map.of(Outcome.NO_NOTIFICATION, 1L));
    assertThat(subjects("INBOX")).containsExactly("Out of office: Notice of data breach");
  }

  @Test
  void broken_and_huge_mails_do_not_keep_the_others_back() throws Exception {
    comes("Content-Type: multipart/report; boundary=\"\r\n\r\nx".getBytes());
    comes(("Subject: huge\r\n\r\n" + "x".repeat(Bounces.LARGEST)).getBytes());
    comes("Content-Type: text/plain; charset=nonsense\r\n\r\nHi. This is the ".getBytes());
    comes(sample(1, "ana").of("exim"));
    var mailbox = mailbox("imap", "secret");

    mailbox.read();

    assertThat(progress().bounced()).isEqualTo(1);
    assertThat(mailbox.lastReading().left())
        .containsEntry(Outcome.TOO_LARGE, 1L)
        .containsEntry(Outcome.UNREADABLE, 2L);
    assertThat(stored("INBOX")).hasSize(3);
  }

  @Test
  void more_mails_than_are_put_away_together_are_all_put_away() throws Exception {
    for (var n = 0; n < 205; n++) {
      comes(sample(1, "ana").of("postfix"));
    }

    mailbox("imap", "secret").read();

    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 0, 1, 0, 0, false));
    assertThat(stored("INBOX")).isEmpty();
    assertThat(stored("Counted")).hasSize(205);
  }

  @Test
  void what_the_database_did_not_keep_stays_in_the_mailbox_and_is_read_again() throws Exception {
    comes(sample(1, "ana").of("postfix"));
    comes(sample(2, "juan").of("exchange"));
    var mailbox = mailbox("imap", "secret");
    db.sql(
            "alter table delivery add constraint no_ana check"
                + " (recipient <> 1 or notice_id <> '%s' or status = 'SENT')".formatted(notice))
        .update();

    mailbox.read();
    db.sql("alter table delivery drop constraint no_ana").update();

    assertThat(progress()).isEqualTo(new Progress(3, 2, 0, 0, 1, 0, 0, false));
    assertThat(subjects("INBOX")).containsExactly("Undelivered Mail Returned to Sender");
    mailbox.read();
    assertThat(progress()).isEqualTo(new Progress(3, 1, 0, 0, 2, 0, 0, false));
    assertThat(stored("INBOX")).isEmpty();
  }

  @Test
  void a_mailbox_that_cannot_be_read_says_why_and_is_tried_again() throws Exception {
    comes(sample(1, "ana").of("postfix"));
    var mailbox = mailbox("imap", "wrong");

    mailbox.read();
    mailbox.read();

    assertThat(mailbox.lastReading().readAt()).isNull();
    assertThat(mailbox.lastReading().problem()).isNotBlank();
    assertThat(stored("INBOX")).hasSize(1);
  }

  @Test
  void a_mailbox_that_is_not_read_for_long_is_no_health() {
    var locked = mailbox("imap", "wrong");
    var read = mailbox("imap", "secret");
    var limit = new HealthSettings(null, null, Duration.ofMinutes(15), null, null);
    var healthOfLocked = new MailboxHealth(locked, limit, clock);
    var healthOfRead = new MailboxHealth(read, limit, clock);
    locked.read();
    assertThat(healthOfLocked.ailment()).isEmpty();

    time.passes(Duration.ofMinutes(16));
    locked.read();
    read.read();

    assertThat(healthOfLocked.ailment().orElseThrow().problem())
        .startsWith("the mailbox of bounces has not been read for 16 min: ");
    assertThat(healthOfLocked.ailment().orElseThrow().remedy()).contains("breach.bounces.");
    assertThat(healthOfRead.ailment()).isEmpty();
  }

  @Test
  void without_a_host_no_mailbox_is_read(@Autowired ApplicationContext application) {
    assertThat(application.getBeansOfType(BounceMailbox.class)).isEmpty();
    assertThat(application.getBeansOfType(MailboxHealth.class)).isEmpty();
  }

  private BounceMailbox mailbox(String protocol, String password) {
    var port = (protocol.equals("imap") ? server.getImap() : server.getPop3()).getPort();
    return new BounceMailbox(
        bounces,
        new BounceSettings(
            "127.0.0.1", port, protocol, "bounces", password, "INBOX", "Counted", Map.of()),
        clock);
  }

  private void comes(byte[] mail) throws MessagingException {
    var session = Session.getInstance(new Properties());
    user.deliver(new MimeMessage(session, new ByteArrayInputStream(mail)));
  }

  private MailFolder inbox() throws FolderException {
    return server.getManagers().getImapHostManager().getInbox(user);
  }

  private List<StoredMessage> stored(String folder) {
    return server.getManagers().getImapHostManager().getFolder(user, folder).getMessages();
  }

  private List<String> subjects(String folder) {
    return stored(folder).stream().map(mail -> subject(mail.getMimeMessage())).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
