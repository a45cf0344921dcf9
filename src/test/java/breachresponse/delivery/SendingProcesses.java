package breachresponse.delivery;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Processes of their own, one after the other, that send a notice and may be killed meanwhile. */
final class SendingProcesses implements AutoCloseable {

  static final int WORKERS = 4;

  private final SmtpSink sink = new SmtpSink();
  private final List<Process> processes = new ArrayList<>();
  private final Path data;
  private final int people;
  private final String unknown;

  /**
   * @param unknown what becomes of a letter that may have arrived or not
   */
  SendingProcesses(Path data, int people, String unknown) {
    this.data = data;
    this.people = people;
    this.unknown = unknown;
  }

  void killAfter(int letters) throws IOException {
    startedUntil(letters).destroyForcibly().onExit().join();
  }

  /** As an operator stops it: {@code SIGTERM}. */
  void stopAfter(int letters) throws IOException {
    startedUntil(letters).destroy();
    processes.get(processes.size() - 1).onExit().join();
  }

  private Process startedUntil(int letters) throws IOException {
    var process = start();
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> sink.count() >= letters || !process.isAlive());
    return process;
  }

  /** What the last of them has said. */
  String log() throws IOException {
    return Files.readString(log(processes.size() - 1));
  }

  private Path log(int process) {
    return data.resolve("log-" + process);
  }

  /**
   * @return whether all was sent in time
   */
  boolean end() throws IOException, InterruptedException {
    var process = start();
    return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0;
  }

  /** To whom a letter was handed over, each time that it was. */
  List<String> recipients() {
    return sink.received().stream().map(SmtpSink.Received::to).toList();
  }

  /** How many recipients the database has in each state. */
  List<String> states() {
    var database =
        new DriverManagerDataSource("jdbc:h2:file:" + data.resolve("breach-response"), "sa", "");
    return JdbcClient.create(database)
        .sql("select status || ' ' || count(*) from delivery group by status order by status")
        .query(String.class)
        .list();
  }

  private Process start() throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                // it starts in half the time and does not live long
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DispatchingProcess.class.getName(),
                "--people=" + people,
                "--breach.data-dir=" + data,
                "--breach.delivery.workers=" + WORKERS,
                "--breach.delivery.lease=2s",
                "--breach.delivery.poll=100ms",
                "--breach.delivery.unknown=" + unknown,
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port())
            .redirectErrorStream(true)
            .redirectOutput(log(processes.size()).toFile())
            .start();
    processes.add(process);
    return process;
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
    sink.close();
  }
}
