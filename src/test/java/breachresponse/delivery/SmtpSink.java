package breachresponse.delivery;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that takes everything, except where a test wants it to behave badly. */
public final class SmtpSink implements AutoCloseable {

  /** What it took: the commands of the envelope, and the content as it came. */
  public record Received(
      String mailCommand, String to, boolean encrypted, String text, Instant at) {

    String from() {
      return address(mailCommand);
    }

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

  /** It hangs up, and takes nobody's call until it comes back. */
  static final String GO_AWAY = "away";

  /** It takes its time, for ever. */
  static final String SILENCE = "...";

  private static final List<String> USUAL_EXTENSIONS = List.of("PIPELINING");

  private final ServerSocket server;
  private final List<Received> received = Collections.synchronizedList(new ArrayList<>());
  private final List<Whim> whims = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final boolean keeping;
  private final AtomicInteger count = new AtomicInteger();
  private final Map<String, Runnable> happenings = new ConcurrentHashMap<>();
  private volatile List<String> extensions = USUAL_EXTENSIONS;
  private volatile boolean away;

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

  void comesBack() {
    away = false;
  }

  /** What happens elsewhere, once, while the recipient's letter waits for the answer. */
  void meanwhile(String recipient, Runnable happening) {
    happenings.put(recipient, happening);
  }

  /** Extensions that it offers; each answer to a command leaves at once. */
  void offers(String... keywords) {
    extensions = List.of(keywords);
  }

  /**
   * @param command CONNECT, EHLO, MAIL, RCPT, DATA, RSET, QUIT, or a dot for the end of the letter
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
    extensions = USUAL_EXTENSIONS;
    happenings.clear();
    away = false;
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

    private Socket socket;
    private BufferedReader in;
    private OutputStream out;
    private String mailCommand = "";
    private String recipient = "";
    private String said = "";
    private boolean begun;
    private boolean accepted;
    private boolean silent;

    Talk(Socket socket) throws IOException {
      use(socket);
    }

    private void use(Socket socket) throws IOException {
      this.socket = socket;
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 16384);
      out = socket.getOutputStream();
    }

    void hold() throws IOException {
      if (away || !answer("CONNECT", "220 sink")) {
        return;
      }
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (!react(line)) {
          return;
        }
      }
    }

    private boolean react(String line) throws IOException {
      if (line.startsWith("EHLO")) {
        return answer("EHLO", ehlo());
      } else if (line.startsWith("MAIL")) {
        mailCommand = line;
        return answer("MAIL", "250 ok");
      } else if (line.startsWith("RCPT")) {
        recipient = address(line);
        return answer("RCPT", begun ? "250 ok" : "503 5.5.1 first say MAIL");
      } else if (line.startsWith("DATA")) {
        return answer("DATA", accepted ? "354 go on" : "554 5.5.1 nobody to get it")
            && (!said.startsWith("354") || letter());
      } else if (line.startsWith("STARTTLS")) {
        say("220 go ahead");
        use(encrypted(socket));
        return true;
      } else if (line.startsWith("AUTH PLAIN ")) {
        var account = Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length()));
        return say(
            new String(account, StandardCharsets.UTF_8).endsWith("\0relay\0secret")
                ? "235 2.7.0 welcome"
                : "535 5.7.8 wrong password");
      } else if (line.startsWith("QUIT")) {
        answer("QUIT", "221 bye");
        return false;
      }
      return answer(line, "250 sink");
    }

    private String ehlo() {
      var lines = new ArrayList<>(List.of("sink"));
      lines.addAll(extensions);
      var last = lines.remove(lines.size() - 1);
      return lines.stream().map(line -> "250-" + line + "\r\n").collect(joining()) + "250 " + last;
    }

    private boolean letter() throws IOException {
      var text = new StringBuilder();
      for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
        if (line == null) {
          return false;
        }
        if (keeping) {
          text.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
      }
      if (!accepted) {
        return say("554 5.5.1 nobody to get it");
      }
      Optional.ofNullable(happenings.remove(recipient)).ifPresent(Runnable::run);
      // Kept before the answer: whoever never gets the answer has still delivered it.
      var refusal = whim(".");
      if (refusal == null || refusal.equals(HANG_UP) || refusal.equals(SILENCE)) {
        count.incrementAndGet();
        if (keeping) {
          received.add(
              new Received(
                  mailCommand,
                  recipient,
                  socket instanceof SSLSocket,
                  text.toString(),
                  Instant.now()));
        }
      }
      begun = accepted = false;
      return say(refusal == null ? "250 taken" : refusal);
    }

    private boolean answer(String command, String usual) throws IOException {
      var whim = whim(command);
      var goesOn = say(whim == null ? usual : whim);
      // RFC 5321: a transaction begins with MAIL, and ends with the letter or with RSET.
      switch (command) {
        case "MAIL" -> begun = said.startsWith("250");
        case "RCPT" -> accepted = said.startsWith("250");
        case "DATA", "NOOP" -> {}
        default -> begun = accepted = false;
      }
      return goesOn;
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
      said = answer;
      silent |= answer.equals(SILENCE);
      if (answer.equals(HANG_UP) || answer.equals(GO_AWAY)) {
        away |= answer.equals(GO_AWAY);
        return false;
      } else if (!silent) {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
      return !answer.startsWith("421");
    }
  }

  /** With the certificate that GreenMail brings along, which nobody trusts. */
  private static Socket encrypted(Socket plain) throws IOException {
    try (var store = SmtpSink.class.getResourceAsStream("/greenmail.p12")) {
      var password = "changeit".toCharArray();
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(store, password);
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, password);
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      var socket =
          (SSLSocket) context.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
      socket.setUseClientMode(false);
      return socket;
    } catch (GeneralSecurityException broken) {
      throw new IOException(broken);
    }
  }

  private static String address(String command) {
    return command.substring(command.indexOf('<') + 1, command.indexOf('>'));
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
