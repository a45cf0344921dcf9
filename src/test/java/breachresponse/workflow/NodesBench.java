package breachresponse.workflow;

import static org.awaitility.Awaitility.await;

import breachresponse.BreachResponse;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Run by {@code bench/nodes.sh}; what it prints is explained in {@code bench/README.md}. */
class NodesBench {

  private static final int TIMERS = 10_000;
  private static final int INSTANCES = 5_000;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Of jobs that a moment has not come for. */
  private static final Date LATER = Date.from(Instant.now().plus(Duration.ofDays(30)));

  @TempDir private Path data;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void as_many_nodes_on_one_database(int nodes) throws Exception {
    try (var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      var address = postgres.getJdbcUrl("postgres", "postgres");
      var settings =
          List.of(
              "--breach.data-dir=" + data,
              "--spring.datasource.url=" + address,
              "--spring.datasource.username=postgres");
      prepare(settings);
      var db = JdbcClient.create(new DriverManagerDataSource(address, "postgres", ""));
      var processes = new ArrayList<Process>();
      try {
        for (var port : freePorts(nodes)) {
          processes.add(start(settings, port));
          isUp(port);
        }
        System.out.printf(
            "%d nodes: %s; %s%n", nodes, instancesToTheirEnds(db), timersOfOneMinute(db));
      } finally {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
      }
    }
  }

  private static void prepare(List<String> settings) {
    var arguments = new ArrayList<>(settings);
    arguments.add("--server.port=0");
    arguments.add("--camunda.bpm.job-execution.enabled=false");
    try (var application =
        new SpringApplicationBuilder(BreachResponse.class).run(arguments.toArray(String[]::new))) {
      application
          .getBean(RepositoryService.class)
          .createDeployment()
          .addModelInstance(
              "steps.bpmn",
              Bpmn.createExecutableProcess("steps")
                  .camundaHistoryTimeToLive(1)
                  .startEvent()
                  .intermediateCatchEvent()
                  .timerWithDate("${due}")
                  .manualTask()
                  .camundaAsyncBefore()
                  .manualTask()
                  .camundaAsyncBefore()
                  .endEvent()
                  .done())
          .addModelInstance(
              "timer.bpmn",
              Bpmn.createExecutableProcess("timer")
                  .camundaHistoryTimeToLive(1)
                  .startEvent()
                  .intermediateCatchEvent("wait")
                  .timerWithDate("${due}")
                  .endEvent()
                  .done())
          .deploy();
      var processes = application.getBean(RuntimeService.class);
      for (var n = 0; n < INSTANCES; n++) {
        processes.startProcessInstanceByKey("steps", Map.of("due", LATER));
      }
      for (var n = 0; n < TIMERS; n++) {
        processes.startProcessInstanceByKey("timer", Map.of("due", LATER));
      }
    }
  }

  /** All become due at once; each has two more steps with a transaction of its own. */
  private static String instancesToTheirEnds(JdbcClient db) {
    var due =
        db.sql(
                """
                update act_ru_job set duedate_ = localtimestamp
                where process_def_key_ = 'steps'
                """)
            .update();
    var begun = System.nanoTime();
    awaitEndOf(db, "steps");
    return "%,.0f instances a second".formatted(due * 1e9 / (System.nanoTime() - begun));
  }

  private static String timersOfOneMinute(JdbcClient db) {
    db.sql(
            """
            create table bench_due as
            select process_instance_id_ as id,
                localtimestamp + interval '5 seconds'
                    + interval '60 seconds' * row_number() over () / count(*) over () as due
            from act_ru_job where process_def_key_ = 'timer'
            """)
        .update();
    db.sql(
            """
            update act_ru_job set duedate_ = b.due from bench_due b
            where b.id = process_instance_id_
            """)
        .update();
    awaitEndOf(db, "timer");
    return db.sql(
            """
            select percentile_cont(array[0.5, 0.99, 1]) within group
                (order by extract(epoch from a.end_time_ - b.due))
            from bench_due b join act_hi_actinst a on a.proc_inst_id_ = b.id and a.act_id_ = 'wait'
            """)
        .query(
            (row, number) -> {
              var late = (Double[]) row.getArray(1).getArray();
              return "%,d timers of a minute %.1f s late in the middle, %.1f s at the 99th percentile, %.1f s at most"
                  .formatted(TIMERS, late[0], late[1], late[2]);
            })
        .single();
  }

  private static void awaitEndOf(JdbcClient db, String process) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                db.sql("select count(*) from act_ru_job where process_def_key_ = :key")
                        .param("key", process)
                        .query(Integer.class)
                        .single()
                    == 0);
  }

  private Process start(List<String> settings, int port) throws IOException {
    var command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BreachResponse.class.getName(),
                "--server.port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log-" + port).toFile());
    command.command().addAll(settings);
    return command.start();
  }

  private static void isUp(int port) {
    var health = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () -> ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == 200);
  }

  private static List<Integer> freePorts(int number) throws IOException {
    var ports = new ArrayList<Integer>();
    var held = new ArrayList<ServerSocket>();
    for (var n = 0; n < number; n++) {
      held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      ports.add(held.get(n).getLocalPort());
    }
    for (var socket : held) {
      socket.close();
    }
    return ports;
  }
}
