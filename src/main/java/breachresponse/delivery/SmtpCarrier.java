package breachresponse.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** Hands letters to the mail server over a connection that stays open. For one thread. */
class SmtpCarrier implements Carrier {

  private static final Logger log = LoggerFactory.getLogger(SmtpCarrier.class);

  /**
   * Angus sets a timer for each write. A timer that is always the next keeps their thread asleep,
   * which costs a fifth of the speed otherwise.
   */
  private static final ScheduledExecutorService TIMEOUTS = timeouts();

  private final JavaMailSenderImpl server;
  private final Session session;
  private SmtpConnection connection;
  private boolean proven;

  /**
   * @param server its address, account and properties
   */
  SmtpCarrier(JavaMailSenderImpl server) {
    this.server = server;
    this.session = Session.getInstance(properties(server));
  }

  private static ScheduledExecutorService timeouts() {
    var timeouts =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              var thread = new Thread(work, "mail write timeouts");
              thread.setDaemon(true);
              return thread;
            });
    timeouts.setRemoveOnCancelPolicy(true);
    timeouts.scheduleAtFixedRate(() -> {}, 1, 1, TimeUnit.SECONDS);
    return timeouts;
  }

  /** What the operator set goes before; without these, jakarta.mail waits for ever. */
  static Properties properties(JavaMailSenderImpl server) {
    var properties = new Properties();
    var prefix = "mail." + protocol(server);
    properties.put(prefix + ".connectiontimeout", "30000");
    // RFC 5321 section 4.5.3.2.6: the reply to a whole message may take 10 minutes.
    properties.put(prefix + ".timeout", "600000");
    properties.put(prefix + ".writetimeout", "180000");
    properties.put(prefix + ".executor.writetimeout", TIMEOUTS);
    properties.put(prefix + ".quitwait", "false");
    // A relay on this machine, whose certificate is often its own, hears us without encryption.
    properties.put(prefix + ".starttls.enable", String.valueOf(!isHere(server.getHost())));
    // Commands are UTF-8: what is not ASCII is only sent where the server knows SMTPUTF8.
    properties.put("mail.mime.allowutf8", "true");
    properties.putAll(server.getJavaMailProperties());
    return properties;
  }

  /** A connection that carried mail before and is gone was merely closed: it is opened again. */
  @Override
  public Outcome carry(Mail mail) {
    var wasProven = connection != null && proven;
    var outcome = attempt(mail);
    return outcome instanceof Unreachable && wasProven ? attempt(mail) : outcome;
  }

  private Outcome attempt(Mail mail) {
    try {
      connect();
    } catch (MessagingException unreachable) {
      close();
      return new Unreachable("mail server: " + unreachable.getMessage().strip(), false);
    }
    var reply = connection.send(mail);
    var outcome = reply.outcome();
    if (outcome instanceof Taken) {
      proven = true;
    } else if (reply.endsConnection() || !connection.isConnected()) {
      close();
    }
    return outcome;
  }

  private void connect() throws MessagingException {
    if (connection == null) {
      proven = false;
      connection = new SmtpConnection(session, protocol(server));
      connection.connect(
          server.getHost(),
          server.getPort(),
          filled(server.getUsername()),
          filled(server.getPassword()));
    }
  }

  private static boolean isHere(String host) {
    return host == null || host.equalsIgnoreCase("localhost") || host.matches("127\\..*|\\[?::1]?");
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
