package breachresponse.delivery;

import static org.awaitility.Awaitility.await;

import breachresponse.incident.Incidents;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Run by {@code bench/nodes.sh}; what it prints is explained in {@code bench/README.md}. */
class QueueBench {

  /** A node that does nothing but send. */
  public static void main(String... arguments) {
    new SpringApplicationBuilder(DeliveryOnly.class).web(WebApplicationType.NONE).run(arguments);
  }

  private static final int NO_LIMIT = 0;
  private static final int RATE = 500;
  private static final int WARM_UP = 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path data;

  @ParameterizedTest
  @CsvSource({NO_LIMIT + ", 100000", RATE + ", 30000"})
  void nodes_share_the_queue(int rate, int people) throws Exception {
    var one = 0.0;
    for (var nodes : List.of(1, 2, 4)) {
      var perSecond = perSecond(nodes, rate, people);
      one = nodes == 1 ? perSecond : one;
      System.out.printf(
          "%d nodes, each %s: %,.0f recipients/s, %.2f of one%n",
          nodes,
          rate == NO_LIMIT ? "as fast as it can" : rate + "/s at most",
          perSecond,
          perSecond / one);
    }
  }

  private double perSecond(int nodes, int rate, int people) throws IOException {
    var processes = new ArrayList<Process>();
    try (var sink = new SmtpSink(false);
        var postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
      var settings =
          List.of(
              "--breach.delivery.rate=" + rate,
              "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
              "--spring.datasource.username=postgres",
              "--spring.mail.host=127.0.0.1",
              "--spring.mail.port=" + sink.port());
      try (var starter = starter(settings)) {
        for (var n = 1; n <= nodes; n++) {
          processes.add(start(settings, data.resolve("node-" + n)));
        }
        send(starter, WARM_UP * nodes);
        return send(starter, people);
      }
    } finally {
      processes.forEach(Process::destroyForcibly);
      processes.forEach(process -> process.onExit().join());
    }
  }

  /** It sends nothing itself. */
  private ConfigurableApplicationContext starter(List<String> settings) {
    var arguments = new ArrayList<>(settings);
    arguments.add("--breach.delivery.enabled=false");
    arguments.add("--breach.data-dir=" + data.resolve("starter"));
    return new SpringApplicationBuilder(DeliveryOnly.class)
        .web(WebApplicationType.NONE)
        .run(arguments.toArray(String[]::new));
  }

  /**
   * @return how many recipients a second, from the start of the dispatch to its end
   */
  private static double send(ApplicationContext starter, int people) {
    var dispatches = starter.getBean(Dispatches.class);
    var breach = starter.getBean(Incidents.class).open("Stolen laptop", "", "bench");
    starter.getBean(Recipients.class).add(breach, DeliveryOnly.rows(people), "bench");
    var notice = UUID.randomUUID();
    var begun = System.nanoTime();
    dispatches.start(breach, notice, "bench");
    await()
        .atMost(PATIENCE)
        .until(() -> dispatches.progress(notice).orElseThrow().sent() == people);
    return DeliveryBench.perSecond(people, begun);
  }

  private static Process start(List<String> settings, Path folder) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("java.class.path"),
                QueueBench.class.getName()));
    command.addAll(settings);
    command.add("--breach.data-dir=" + folder);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Path.of(folder + ".log").toFile())
        .start();
  }
}
