package breachresponse.api;

import breachresponse.BreachResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Run by {@code bench/import.sh}; what it prints is explained in {@code bench/README.md}. */
class ImportBench {

  private static final int ROWS =
      Optional.ofNullable(System.getenv("BENCH_ROWS")).map(Integer::valueOf).orElse(1_000_000);
  private static final int WARM_UP = 20_000;
  private static final String HEAP = "-Xmx512m";
  // What comes in lives until it is written: with more room for the young less of it is moved.
  private static final List<String> COLLECTOR =
      List.of("-XX:+UseParallelGC", "-Xms512m", "-Xmn320m");
  // What is left after a collection of the young alone may be garbage too.
  private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

  @TempDir private static Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void how_fast_recipients_come_in() throws Exception {
    var people = people(ROWS);
    var few = people(WARM_UP);
    report("H2", people, few);
    try (var postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      report(
          "PostgreSQL",
          people,
          few,
          "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
          "--spring.datasource.username=postgres");
    }
  }

  private void report(String database, Path people, Path few, String... settings)
      throws IOException, InterruptedException {
    var port = freePort();
    var collections = data.resolve(database + "-collections");
    var server = start(port, collections, settings);
    try {
      var address = "http://127.0.0.1:%d/api/incidents".formatted(port);
      Awaitility.await()
          .atMost(Duration.ofMinutes(5))
          .ignoreExceptions()
          .until(() -> !report(address).isEmpty());
      upload(address + "/" + report(address) + "/recipients", few);
      var list = address + "/" + report(address) + "/recipients";
      for (var time : new String[] {"", " again"}) {
        var start = System.nanoTime();
        var report = upload(list, people);
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            "%s, %s%s: %.1f s, %,.0f rows/s; %d accepted, %d already there; at most %d MB in use after a collection%n",
            database,
            HEAP,
            time,
            seconds,
            ROWS / seconds,
            report.get("accepted").asInt(),
            report.get("duplicates").asInt(),
            peak(collections));
      }
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static Process start(int port, Path collections, String... settings) throws IOException {
    var command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                HEAP,
                "-Xlog:gc:file=" + collections,
                "-cp",
                System.getProperty("java.class.path"),
                BreachResponse.class.getName(),
                "--server.port=" + port,
                "--breach.data-dir=" + data)
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("log").toFile());
    command.command().addAll(1, COLLECTOR);
    command.command().addAll(List.of(settings));
    return command.start();
  }

  private String report(String address) throws IOException, InterruptedException {
    return send(address, "application/json", BodyPublishers.ofString("{\"title\":\"Bench\"}"))
        .get("caseNumber")
        .asText();
  }

  private JsonNode upload(String list, Path people) throws IOException, InterruptedException {
    return send(list, "text/csv", BodyPublishers.ofFile(people));
  }

  private JsonNode send(String address, String type, HttpRequest.BodyPublisher body)
      throws IOException, InterruptedException {
    var account = Base64.getEncoder().encodeToString("ian:Rehearse-2026!".getBytes());
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Basic " + account)
            .header("Content-Type", type)
            .POST(body)
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.body());
    }
    return json.readTree(answer.body());
  }

  /** Addresses in no order, most of them at few domains. */
  private static Path people(int rows) throws IOException {
    var file = data.resolve(rows + ".csv");
    var random = new Random(rows);
    try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("id,email,name,language,residence,groups\n");
      for (var n = 1; n <= rows; n++) {
        var company = random.nextInt(10) == 0 ? random.nextInt(20_000) : random.nextInt(10);
        out.write(
            "c%d,%s%d@company%d.example.org,José Person %d,en,US-CA,cards\n"
                .formatted(n, Integer.toString(random.nextInt(1 << 30), 36), n, company, n));
      }
    }
    return file;
  }

  private static long peak(Path collections) throws IOException {
    return AFTER_COLLECTION
        .matcher(Files.readString(collections))
        .results()
        .mapToLong(collection -> Long.parseLong(collection.group(1)))
        .max()
        .orElse(0);
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }
}
