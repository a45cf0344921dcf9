package breachresponse.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * A connection to a mail server that Angus opens, with TLS, log-in, time-outs and all its
 * properties. Where the server allows it, the commands for a letter go in one packet (RFC 2920):
 * two round trips for each letter in the place of four. One letter is on its way at a time.
 */
class SmtpConnection extends SMTPTransport {

  private static final int GO_ON = 354;

  private SMTPOutputStream out;
  private boolean pretending;

  /**
   * @param protocol {@code smtp} or {@code smtps}
   */
  SmtpConnection(Session session, String protocol) {
    super(session, new URLName(protocol, null, -1, null, null, null), protocol, isTls(protocol));
    // A letter that was refused is forgotten by both sides before the next one.
    setUseRset(true);
  }

  private static boolean isTls(String protocol) {
    return protocol.equals("smtps");
  }

  /**
   * @return the answer to the letter's end, or the first refusal
   */
  synchronized SmtpReply send(Mail mail) {
    if (mail.isInternational() && !supportsExtension("SMTPUTF8")) {
      return new SmtpReply(
          553,
          MailAddress.isAscii(mail.to()) ? "MAIL" : "RCPT",
          "553 5.6.7 the mail server takes only ASCII letters before the @ (no SMTPUTF8)");
    }
    var replies = exchange(commands(mail));
    var answered = replies.get(replies.size() - 1);
    var refusal = replies.stream().filter(reply -> !reply.isPositive()).findFirst();
    if (refusal.isEmpty()) {
      return content(mail);
    }
    if (answered.code() == GO_ON) {
      // The letter that it waits for has no recipient (RFC 2920 section 3.1).
      ask(".");
    }
    return refusal.get();
  }

  private static List<String> commands(Mail mail) {
    return List.of(
        "MAIL FROM:<" + mail.returnPath() + ">" + (mail.isInternational() ? " SMTPUTF8" : ""),
        "RCPT TO:<" + mail.to() + ">",
        "DATA");
  }

  private List<SmtpReply> exchange(List<String> commands) {
    return supportsExtension("PIPELINING") ? together(commands) : oneByOne(commands);
  }

  private List<SmtpReply> together(List<String> commands) {
    try {
      for (var command : commands.subList(0, commands.size() - 1)) {
        out().write((command + "\r\n").getBytes(UTF_8));
      }
      // Only now all of them leave.
      sendCommand(commands.get(commands.size() - 1));
    } catch (IOException | MessagingException broken) {
      return List.of(SmtpReply.none(commands.get(0), broken));
    }
    return until(SmtpReply::endsConnection, commands, this::reply);
  }

  private List<SmtpReply> oneByOne(List<String> commands) {
    return until(reply -> !reply.isPositive(), commands, this::ask);
  }

  private static List<SmtpReply> until(
      Predicate<SmtpReply> end, List<String> commands, Function<String, SmtpReply> answer) {
    var replies = new ArrayList<SmtpReply>();
    for (var command : commands) {
      var reply = answer.apply(command);
      replies.add(reply);
      if (end.test(reply)) {
        break;
      }
    }
    return replies;
  }

  private SmtpReply content(Mail mail) {
    try {
      out().write(mail.content());
      out().ensureAtBOL();
    } catch (IOException | MessagingException broken) {
      return SmtpReply.none(".", broken);
    }
    return ask(".");
  }

  private SmtpReply ask(String command) {
    try {
      sendCommand(command);
    } catch (MessagingException broken) {
      return SmtpReply.none(command, broken);
    }
    return reply(command);
  }

  private SmtpReply reply(String command) {
    try {
      return new SmtpReply(readServerResponse(), command, getLastServerResponse());
    } catch (MessagingException broken) {
      return SmtpReply.none(command, broken);
    }
  }

  /**
   * The stream into the connection, which doubles dots at the start of a line. Angus hands it out
   * with the command DATA alone: it is made to believe that the server agreed.
   */
  private SMTPOutputStream out() throws MessagingException {
    if (out == null) {
      pretending = true;
      out = (SMTPOutputStream) data();
      pretending = false;
    }
    return out;
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    if (!pretending) {
      super.sendCommand(command);
    }
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    return pretending ? GO_ON : super.readServerResponse();
  }
}
