package breachresponse.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import breachresponse.BreachResponse;
import breachresponse.support.Breach;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Run by {@code bench/lists.sh}; what it prints is explained in {@code bench/README.md}. */
class ListsBench {

  private static final int CLOSED = size("BENCH_CLOSED", 10_000);
  private static final int OPEN = size("BENCH_OPEN", 500);
  private static final int WORKERS = 4;
  private static final int WARM_UP = 10;
  private static final int TIMES = 100;

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path data;

  private String site;

  @Test
  void how_long_lists_take() throws Exception {
    try (var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      var address = postgres.getJdbcUrl("postgres", "postgres");
      var first = start(address);
      try {
        fill();
      } finally {
        stop(first);
      }
      var begun = System.nanoTime();
      var server = start(address);
      try {
        System.out.printf(
            "%,d closed and %,d open cases, %,d MB: up after %.1f s%n",
            CLOSED, OPEN, megabytes(address), (System.nanoTime() - begun) / 1e9);
        lists(new Person("ian", site), new Person("mia", site))
            .forEach((name, list) -> System.out.printf("%s: %s%n", name, times(list)));
      } finally {
        stop(server);
      }
    }
  }

  private static int megabytes(String database) {
    return JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""))
        .sql("select pg_database_size(current_database()) / 1000000")
        .query(Integer.class)
        .single();
  }

  private void fill() throws Exception {
    var workers = Executors.newFixedThreadPool(WORKERS);
    var ian = new ArrayList<Person>();
    for (var n = 0; n < WORKERS; n++) {
      ian.add(new Person("ian", site));
    }
    // What is wrong shows before thousands follow.
    begin(ian.get(0), 0, true);
    var work =
        IntStream.range(1, CLOSED + OPEN)
            .<Callable<Void>>mapToObj(
                n ->
                    () -> {
                      begin(ian.get(n % WORKERS), n, n < CLOSED);
                      return null;
                    })
            .toList();
    for (var done : workers.invokeAll(work)) {
      done.get();
    }
    workers.shutdown();
  }

  private static void begin(Person ian, int n, boolean isFalseAlarm) throws Exception {
    var caseNumber =
        sent(ian, "/api/incidents", Map.of("title", "Alarm " + n, "description", "At night."))
            .get("caseNumber")
            .asText();
    if (isFalseAlarm) {
      complete(ian, caseNumber, "triage", Map.of("outcome", "false-alarm", "reason", "A test."));
      return;
    }
    var aware = Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.MINUTES).toString();
    complete(
        ian,
        caseNumber,
        "triage",
        Map.of("outcome", "breach", "reason", "It is in the logs.", "awareAt", aware));
    complete(ian, caseNumber, "assessExposure", Breach.exposure(aware, 1));
  }

  private static void complete(
      Person person, String caseNumber, String name, Map<String, Object> answers) throws Exception {
    var found =
        "/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s&maxResults=1"
            .formatted(caseNumber, name);
    await().atMost(Duration.ofMinutes(1)).until(() -> !got(person, found).isEmpty());
    var task = "/engine-rest/task/" + got(person, found).get(0).get("id").asText();
    sent(person, task + "/claim", Map.of("userId", "ian"));
    var variables = new LinkedHashMap<String, Object>();
    for (var answer : answers.entrySet()) {
      variables.put(
          answer.getKey(),
          answer.getValue() instanceof List
              ? Map.of("type", "Json", "value", JSON.writeValueAsString(answer.getValue()))
              : Map.of("value", answer.getValue()));
    }
    sent(person, task + "/submit-form", Map.of("variables", variables));
  }

  /** As Tasklist and Cockpit ask for them. */
  private static Map<String, Callable<?>> lists(Person ian, Person mia) throws Exception {
    var engine = "/camunda/api/engine/engine/default";
    var filter =
        got(ian, engine + "/filter?resourceType=Task&firstResult=0&maxResults=2000")
            .get(0)
            .get("id");
    var tasks = "%s/filter/%s/list?firstResult=0&maxResults=15".formatted(engine, filter.asText());
    var pages = "/camunda/api/cockpit/plugin/cases/default";
    var lists = new LinkedHashMap<String, Callable<?>>();
    lists.put("Tasklist, tasks of a filter", () -> sent(ian, tasks, Map.of()));
    lists.put(
        "Tasklist, filters and their numbers",
        () ->
            got(
                ian,
                engine + "/filter?resourceType=Task&itemCount=true&firstResult=0&maxResults=2000"));
    lists.put("Cockpit, open breaches", () -> got(mia, pages + "/open-breaches"));
    lists.put("Cockpit, statutory clocks", () -> got(mia, pages + "/statutory-clocks"));
    lists.put("Cockpit, breach register", () -> got(mia, "/api/register"));
    lists.put(
        "Cockpit, processes and their numbers",
        () ->
            got(
                mia,
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics"
                    + "?firstResult=0&maxResults=50"));
    lists.put(
        "Cockpit, open processes",
        () ->
            sent(
                mia,
                engine + "/process-instance?firstResult=0&maxResults=50",
                Map.of("processDefinitionKey", "respond-to-breach")));
    return lists;
  }

  private static String times(Callable<?> list) {
    try {
      var times = new ArrayList<Double>();
      for (var n = 0; n < WARM_UP + TIMES; n++) {
        var begun = System.nanoTime();
        list.call();
        times.add((System.nanoTime() - begun) / 1e6);
      }
      var sorted = times.subList(WARM_UP, times.size()).stream().sorted().toList();
      return "%.0f ms in the middle, %.0f ms at the 95th percentile"
          .formatted(sorted.get(TIMES / 2), sorted.get(TIMES * 95 / 100));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode got(Person person, String path) throws Exception {
    return answer(person, HttpRequest.newBuilder().GET(), path);
  }

  private static JsonNode sent(Person person, String path, Object body) throws Exception {
    return answer(
        person,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))),
        path);
  }

  private static JsonNode answer(Person person, HttpRequest.Builder request, String path)
      throws Exception {
    var answer = person.asks(request.header("Accept", "application/json"), path);
    assertThat(answer.statusCode())
        .as("%s: %s", path, new String(answer.body(), StandardCharsets.UTF_8))
        .isLessThan(300);
    return JSON.readTree(answer.body());
  }

  /** Until it answers to somebody. */
  private Process start(String database) throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    site = "http://127.0.0.1:" + port;
    var server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BreachResponse.class.getName(),
                "--server.port=" + port,
                "--breach.data-dir=" + data,
                "--breach.requests-per-minute=1000000",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres")
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log-" + port).toFile())
            .start();
    var nobody = new Person("", site);
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptions()
        .until(() -> got(nobody, "/actuator/health/readiness").get("status").asText().equals("UP"));
    return server;
  }

  private static void stop(Process server) throws InterruptedException, ExecutionException {
    server.destroy();
    server.onExit().get();
  }

  private static int size(String variable, int usual) {
    return Optional.ofNullable(System.getenv(variable)).map(Integer::valueOf).orElse(usual);
  }
}
