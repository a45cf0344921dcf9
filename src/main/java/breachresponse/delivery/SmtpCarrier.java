package breachresponse.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Hands letters to the mail server over a connection that stays open. For one thread. */
class SmtpCarrier implements Carrier {

  private static final Logger log = LoggerFactory.getLogger(SmtpCarrier.class);

  private final JavaMailSenderImpl server;
  private final Session session;
  private final Clock clock;
  private Transport connection;
  private boolean proven;

  /**
   * @param server its address, account and properties
   */
  SmtpCarrier(JavaMailSenderImpl server, Clock clock) {
    this.server = server;
    this.clock = clock;
    this.session = Session.getInstance(properties(server));
  }

  /** What the operator set goes before; without these, jakarta.mail waits for ever. */
  private static Properties properties(JavaMailSenderImpl server) {
    var properties = new Properties();
    var prefix = "mail." + protocol(server);
    properties.put(prefix + ".connectiontimeout", "30000");
    // RFC 5321 section 4.5.3.2.6: the reply to a whole message may take 10 minutes.
    properties.put(prefix + ".timeout", "600000");
    properties.put(prefix + ".writetimeout", "180000");
    properties.put(prefix + ".quitwait", "false");
    properties.putAll(server.getJavaMailProperties());
    return properties;
  }

  /** A connection that carried mail before and is gone was merely closed: it is opened again. */
  @Override
  public Outcome carry(Letter letter) {
    var message = letter.toMime(session, clock.instant());
    var wasProven = connection != null && proven;
    var outcome = attempt(message);
    return outcome instanceof Unreachable && wasProven ? attempt(message) : outcome;
  }

  private Outcome attempt(MimeMessage message) {
    try {
      connect();
    } catch (MessagingException unreachable) {
      close();
      return new Unreachable("mail server: " + unreachable.getMessage(), false);
    }
    try {
      connection.sendMessage(message, recipient(message));
      proven = true;
      return new Taken();
    } catch (MessagingException failure) {
      var outcome = SmtpReply.in(failure).outcome();
      if (outcome instanceof Unreachable || !connection.isConnected()) {
        close();
      }
      return outcome;
    }
  }

  private static Address[] recipient(MimeMessage message) throws MessagingException {
    return message.getRecipients(MimeMessage.RecipientType.TO);
  }

  private void connect() throws MessagingException {
    if (connection == null) {
      proven = false;
      connection = session.getTransport(protocol(server));
      connection.connect(
          server.getHost(),
          server.getPort(),
          filled(server.getUsername()),
          filled(server.getPassword()));
    }
  }

  private static String protocol(JavaMailSenderImpl server) {
    return server.getProtocol() == null
        ? JavaMailSenderImpl.DEFAULT_PROTOCOL
        : server.getProtocol();
  }

  private static String filled(String setting) {
    return StringUtils.hasText(setting) ? setting : null;
  }

  /** What the server took, it has taken, however the connection ends. */
  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try {
      connection.close();
    } catch (MessagingException gone) {
      log.debug("The mail server closed the connection first", gone);
    }
    connection = null;
  }
}
