package breachresponse.delivery;

import breachresponse.incident.Incidents;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.event.TransactionalEventListener;

/** Run by {@code bench/delivery.sh}; what it prints is explained in {@code bench/README.md}. */
class DeliveryBench {

  private static final int RECIPIENTS = setting("BENCH_RECIPIENTS", 100_000);
  private static final int CONNECTIONS = setting("BENCH_CONNECTIONS", 8);
  private static final int WARM_UP = 20_000;

  private static Optional<Process> smtpSink = Optional.empty();
  private static int port;
  @TempDir private static Path data;

  /** A notice of about 2 kB, and somebody who waits for its end. */
  static class Bench {

    private CountDownLatch end = new CountDownLatch(1);

    @Bean
    @Primary
    Mailings longLetters() {
      var lines = "Somebody read your name and your address. We closed the gap.\n".repeat(14);
      var text =
          new Mailing.Text(
              "Notice of data breach",
              "Dear {{name}},\n\n" + lines,
              "<!doctype html><html lang=\"en\"><p>Dear {{name}},<p>" + lines);
      var mailing =
          new Mailing(
              "Carla Example", "ceo@example.org", "help@example.org", Map.of("en", text), "en");
      return noticeId -> mailing;
    }

    @TransactionalEventListener
    void on(Dispatches.Finished finished) {
      end.countDown();
    }
  }

  @BeforeAll
  static void a_mail_server() throws IOException {
    if (isInstalled("smtp-sink")) {
      smtpSink = Optional.of(smtpSink());
    } else {
      port = new SmtpSink(false).port();
    }
  }

  @AfterAll
  static void no_mail_server() {
    smtpSink.ifPresent(Process::destroy);
  }

  @Test
  void how_fast_notices_go_out() throws Exception {
    var ceiling = smtpSink.isPresent() ? smtpSource() : lockStep();
    System.out.printf(
        "%nplain SMTP, %s, %d connections: %,.0f letters/s%n",
        smtpSink.isPresent() ? "smtp-source into smtp-sink" : "our own client and server",
        CONNECTIONS,
        ceiling);
    report(
        "H2",
        ceiling,
        "jdbc:h2:file:" + data.resolve("bench") + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0",
        "sa");
    try (var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      report("PostgreSQL", ceiling, postgres.getJdbcUrl("postgres", "postgres"), "postgres");
    }
  }

  private static void report(String database, double ceiling, String url, String user)
      throws InterruptedException {
    try (var application =
        new SpringApplicationBuilder(DeliveryOnly.class, Bench.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .run(
                "--logging.level.root=warn",
                "--breach.data-dir=" + data,
                "--breach.delivery.workers=" + CONNECTIONS,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + user,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + port)) {
      var bench = application.getBean(Bench.class);
      var incidents = application.getBean(Incidents.class);
      var recipients = application.getBean(Recipients.class);
      var dispatches = application.getBean(Dispatches.class);
      for (var people : new int[] {WARM_UP, RECIPIENTS}) {
        var breach = incidents.open("Stolen laptop", "", "bench");
        var csv = DeliveryOnly.csv(1, people).getBytes(StandardCharsets.UTF_8);
        var importing = System.nanoTime();
        recipients.add(breach, new ByteArrayInputStream(csv), "bench");
        var imported = perSecond(people, importing);
        bench.end = new CountDownLatch(1);
        var sending = System.nanoTime();
        dispatches.start(breach, UUID.randomUUID(), "bench");
        bench.end.await();
        var sent = perSecond(people, sending);
        if (people == RECIPIENTS) {
          System.out.printf(
              "%s: %,.0f recipients/s sent and marked, ratio %.2f (imported at %,.0f rows/s)%n",
              database, sent, sent / ceiling, imported);
        }
      }
    }
  }

  private static double smtpSource() throws IOException, InterruptedException {
    smtpSource(WARM_UP);
    var start = System.nanoTime();
    smtpSource(RECIPIENTS);
    return perSecond(RECIPIENTS, start);
  }

  private static void smtpSource(int letters) throws IOException, InterruptedException {
    var run =
        new ProcessBuilder(
                "smtp-source",
                "-d",
                "-s",
                "" + CONNECTIONS,
                "-l",
                "2048",
                "-m",
                "" + letters,
                "127.0.0.1:" + port)
            .inheritIO()
            .start();
    if (run.waitFor() != 0) {
      throw new IllegalStateException("smtp-source: it failed, see above");
    }
  }

  private static Process smtpSink() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    var command = new ArrayList<>(List.of("smtp-sink", "127.0.0.1:" + port, "1000"));
    if (System.getProperty("user.name").equals("root")) {
      // Started by root it insists on becoming somebody else.
      command.addAll(1, List.of("-u", "nobody"));
    }
    var sink = new ProcessBuilder(command).inheritIO().start();
    Awaitility.await().ignoreExceptions().until(() -> connect() != null);
    return sink;
  }

  private static Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Each command waits for its answer, as in our own sending; nothing else is done. */
  private static double lockStep() throws InterruptedException {
    lockStep(WARM_UP);
    var start = System.nanoTime();
    lockStep(RECIPIENTS);
    return perSecond(RECIPIENTS, start);
  }

  private static void lockStep(int letters) throws InterruptedException {
    var threads = Executors.newFixedThreadPool(CONNECTIONS);
    for (var n = 0; n < CONNECTIONS; n++) {
      threads.execute(() -> send(letters / CONNECTIONS));
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.HOURS);
  }

  private static void send(int letters) {
    var letter = ("Subject: x\r\n\r\n" + "0123456789\r\n".repeat(170) + ".\r\n").getBytes();
    try (var socket = connect()) {
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      var out = socket.getOutputStream();
      in.readLine();
      for (var n = 0; n < letters; n++) {
        for (var command : new String[] {"MAIL FROM:<a@b>", "RCPT TO:<c@d>", "DATA"}) {
          out.write((command + "\r\n").getBytes());
          in.readLine();
        }
        out.write(letter);
        in.readLine();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static boolean isInstalled(String command) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Path.of(folder, command).toFile().canExecute());
  }

  private static double perSecond(int count, long since) {
    return count / ((System.nanoTime() - since) / 1e9);
  }

  private static int setting(String name, int usual) {
    return Optional.ofNullable(System.getenv(name)).map(Integer::valueOf).orElse(usual);
  }
}
