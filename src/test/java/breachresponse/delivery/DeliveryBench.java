package breachresponse.delivery;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.event.TransactionalEventListener;

/** Run by {@code bench/delivery.sh}; what it prints is explained in {@code bench/README.md}. */
class DeliveryBench {

  private static final int RECIPIENTS = setting("BENCH_RECIPIENTS", 100_000);
  private static final int CONNECTIONS = setting("BENCH_CONNECTIONS", 8);
  private static final int WARM_UP = 100_000;
  private static final int PAIRS = setting("BENCH_PAIRS", 5);
  // The slow ways are measured with fewer letters.
  private static final int FEW = 4_000;

  private static Optional<Process> smtpSink = Optional.empty();
  private static int port;
  @TempDir private static Path data;

  /** What is measured in turn: how fast a machine is changes within minutes. */
  private record Pair(double ceiling, double sent) {

    private double ratio() {
      return sent / ceiling;
    }

    private static double median(List<Pair> pairs) {
      return pairs.stream().mapToDouble(Pair::ratio).sorted().toArray()[pairs.size() / 2];
    }

    @Override
    public String toString() {
      return "%,.0f, %,.0f, %.2f".formatted(ceiling, sent, ratio());
    }
  }

  /** A notice of about 2 kB, and somebody who waits for its end. */
  static class Bench {

    private CountDownLatch end = new CountDownLatch(1);

    static final String LINES =
        "Somebody read your name and your address. We closed the gap.\n".repeat(14);

    @Bean
    @Primary
    Mailings longLetters() {
      var text =
          new Mailing.Text(
              "en",
              "Notice of data breach",
              "Dear {{name}},\n\n" + LINES,
              "<!doctype html><html lang=\"en\"><p>Dear {{name}},<p>" + LINES);
      var mailing =
          new Mailing(
              "Carla Example",
              "ceo@example.org",
              "help@example.org",
              List.of(new Mailing.Segment("everybody", Selection.EVERYBODY, List.of(text))),
              "en");
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
    System.out.printf(
        "%nplain SMTP: %s, %d connections%n",
        smtpSink.isPresent() ? "smtp-source into smtp-sink" : "our own client and server",
        CONNECTIONS);
    plainSmtp(WARM_UP);
    onEach(
        (database, application) -> {
          send(application, WARM_UP);
          var pairs = new ArrayList<Pair>();
          for (var n = 0; n < PAIRS; n++) {
            pairs.add(new Pair(plainSmtp(RECIPIENTS), send(application, RECIPIENTS)));
          }
          System.out.printf(
              "%s: letters/s of plain SMTP, recipients/s sent and marked, ratio: %s; median %.2f%n",
              database,
              pairs.stream().map(Pair::toString).collect(joining("; ")),
              Pair.median(pairs));
        });
    var ceiling = plainSmtp(RECIPIENTS);
    var sender = OtherWays.javaMailSender(port, CONNECTIONS, FEW);
    System.out.printf(
        "JavaMailSender.send, %d threads: %,.0f letters/s, ratio %.2f%n",
        CONNECTIONS, sender, sender / ceiling);
    var instances = OtherWays.processInstances(port, data.resolve("engine"), FEW);
    System.out.printf(
        "a process instance for each: %,.0f letters/s, ratio %.2f%n",
        instances, instances / ceiling);
  }

  /** How much memory is in use in the middle of dispatches of different sizes. */
  @Test
  @EnabledIfEnvironmentVariable(named = "BENCH_MEMORY", matches = "[0-9,]+")
  void how_much_memory_it_takes() throws Exception {
    onEach(
        (database, application) -> {
          for (var people : System.getenv("BENCH_MEMORY").split(",")) {
            System.out.printf(
                "%s: %.0f MB of heap in use in the middle of %,d recipients%n",
                database,
                heapInTheMiddle(application, Integer.parseInt(people)),
                Integer.parseInt(people));
          }
        });
  }

  private interface Measurement {
    void on(String database, ApplicationContext application) throws Exception;
  }

  private static void onEach(Measurement measurement) throws Exception {
    try (var application =
        application(
            "jdbc:h2:file:"
                + Files.createTempDirectory(data, "h2").resolve("bench")
                + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0",
            "sa")) {
      measurement.on("H2", application);
    }
    try (var postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        var application = application(postgres.getJdbcUrl("postgres", "postgres"), "postgres")) {
      measurement.on("PostgreSQL", application);
    }
  }

  private static ConfigurableApplicationContext application(String url, String user) {
    return new SpringApplicationBuilder(DeliveryOnly.class, Bench.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .run(
            "--logging.level.root=warn",
            "--breach.data-dir=" + data,
            "--breach.delivery.workers=" + CONNECTIONS,
            "--breach.delivery.return-path=bounces@example.org",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user,
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + port);
  }

  /** How many recipients a second, from the start of the dispatch to its end. */
  private static double send(ApplicationContext application, int people)
      throws InterruptedException {
    var bench = application.getBean(Bench.class);
    var breach = caseOf(application, people);
    bench.end = new CountDownLatch(1);
    var start = System.nanoTime();
    application.getBean(Dispatches.class).start(breach, UUID.randomUUID(), "bench");
    bench.end.await();
    return perSecond(people, start);
  }

  private static double heapInTheMiddle(ApplicationContext application, int people)
      throws InterruptedException {
    var bench = application.getBean(Bench.class);
    var dispatches = application.getBean(Dispatches.class);
    var notice = UUID.randomUUID();
    bench.end = new CountDownLatch(1);
    dispatches.start(caseOf(application, people), notice, "bench");
    Awaitility.await()
        .atMost(Duration.ofHours(1))
        .until(() -> dispatches.progress(notice).orElseThrow().sent() >= people / 2);
    System.gc();
    var used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    bench.end.await();
    return used / 1e6;
  }

  private static CaseNumber caseOf(ApplicationContext application, int people) {
    var breach = application.getBean(Incidents.class).open("Stolen laptop", "", "bench");
    application.getBean(Recipients.class).add(breach, DeliveryOnly.rows(people), "bench");
    return breach;
  }

  /** Letters a second. */
  private static double plainSmtp(int letters) throws IOException, InterruptedException {
    var start = System.nanoTime();
    if (smtpSink.isPresent()) {
      smtpSource(letters);
    } else {
      lockStep(letters);
    }
    return perSecond(letters, start);
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

  /** Each command waits for its answer; nothing else is done. */
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

  static double perSecond(int count, long since) {
    return count / ((System.nanoTime() - since) / 1e9);
  }

  private static int setting(String name, int usual) {
    return Optional.ofNullable(System.getenv(name)).map(Integer::valueOf).orElse(usual);
  }
}
