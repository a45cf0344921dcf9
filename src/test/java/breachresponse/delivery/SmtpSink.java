package breachresponse.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A mail server that takes everything, except where a test wants it to behave badly. */
public final class SmtpSink implements AutoCloseable {

  /** What it took. */
  public record Received(String to, String text) {

    String header(String name) {
      return text.lines()
          .takeWhile(line -> !line.isEmpty())
          .filter(line -> line.startsWith(name + ": "))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse(null);
    }
  }

  /** Instead of the usual answer: another one, or the end of the connection. */
  record Whim(String command, Predicate<String> recipient, String answer, AtomicInteger times) {}

  static final String HANG_UP = "";

  private final ServerSocket server;
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final List<Whim> whims = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final boolean keeping;
  private final AtomicInteger count = new AtomicInteger();

  public SmtpSink() {
    this(true);
  }

  /**
   * @param keeping false to count only
   */
  SmtpSink(boolean keeping) {
    this.keeping = keeping;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
    daemon(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public List<Received> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  int count() {
    return count.get();
  }

  int connections() {
    return connections.get();
  }

  /**
   * @param command CONNECT, MAIL, RCPT, DATA, or a dot for the end of the letter
   */
  public void answers(String command, String recipient, String answer, int times) {
    whims.add(new Whim(command, recipient::equals, answer, new AtomicInteger(times)));
  }

  void answersEverybody(String command, String answer, int times) {
    whims.add(new Whim(command, anybody -> true, answer, new AtomicInteger(times)));
  }

  void forget() {
    received.clear();
    whims.clear();
    connections.set(0);
    count.set(0);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        daemon(() -> talk(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      connections.incrementAndGet();
      new Talk(socket).hold();
    } catch (IOException gone) {
      // The client went away: that is its business.
    }
  }

  private final class Talk {

    private final BufferedReader in;
    private final OutputStream out;
    private String recipient = "";

    Talk(Socket socket) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 16384);
      out = socket.getOutputStream();
    }

    void hold() throws IOException {
      if (!answer("CONNECT", "220 sink")) {
        return;
      }
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (!react(line)) {
          return;
        }
      }
    }

    private boolean react(String line) throws IOException {
      if (line.startsWith("MAIL")) {
        return answer("MAIL", "250 ok");
      } else if (line.startsWith("RCPT")) {
        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        return answer("RCPT", "250 ok");
      } else if (line.startsWith("DATA")) {
        return answer("DATA", "354 go on") && letter();
      } else if (line.startsWith("QUIT")) {
        answer("QUIT", "221 bye");
        return false;
      }
      return answer("OTHER", "250 sink");
    }

    private boolean letter() throws IOException {
      var text = new StringBuilder();
      for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          return false;
        }
        if (keeping) {
          text.append(line).append('\n');
        }
      }
      // Kept before the answer: whoever never gets the answer has still delivered it.
      var refusal = whim(".");
      if (refusal == null || refusal.equals(HANG_UP)) {
        count.incrementAndGet();
        if (keeping) {
          received.add(new Received(recipient, text.toString()));
        }
      }
      return say(refusal == null ? "250 taken" : refusal);
    }

    private boolean answer(String command, String usual) throws IOException {
      var whim = whim(command);
      return say(whim == null ? usual : whim);
    }

    private String whim(String command) {
      for (var whim : whims) {
        if (whim.command().equals(command)
            && whim.recipient().test(recipient)
            && whim.times().getAndDecrement() > 0) {
          return whim.answer();
        }
      }
      return null;
    }

    private boolean say(String answer) throws IOException {
      if (answer.equals(HANG_UP)) {
        return false;
      }
      out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return !answer.startsWith("421");
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "smtp-sink");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
