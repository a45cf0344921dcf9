package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuddenDeathTest {

  private static final int WORKERS = 4;

  private final SmtpSink sink = new SmtpSink();
  private final ArrayList<Process> processes = new ArrayList<>();
  @TempDir private Path data;

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
    sink.close();
  }

  @Test
  void after_kill_9_everybody_gets_it_and_at_most_one_for_each_connection_twice() throws Exception {
    killAfter(500);
    killAfter(1500);

    assertThat(start().waitFor(120, TimeUnit.SECONDS)).isTrue();

    var recipients = sink.received().stream().map(SmtpSink.Received::to).toList();
    assertThat(new HashSet<>(recipients)).hasSize(DispatchingProcess.PEOPLE);
    assertThat(recipients.size() - DispatchingProcess.PEOPLE).isLessThanOrEqualTo(2 * WORKERS);
    assertThat(processes).last().extracting(Process::exitValue).isEqualTo(0);
  }

  private void killAfter(int letters) throws IOException {
    var process = start();
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> sink.count() >= letters);
    process.destroyForcibly().onExit().join();
    assertThat(new HashSet<>(sink.received())).hasSizeLessThan(DispatchingProcess.PEOPLE);
  }

  private Process start() throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                DispatchingProcess.class.getName(),
                "--breach.data-dir=" + data,
                "--breach.delivery.workers=" + WORKERS,
                "--breach.delivery.lease=2s",
                "--breach.delivery.poll=100ms",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log-" + processes.size()).toFile())
            .start();
    processes.add(process);
    return process;
  }
}
