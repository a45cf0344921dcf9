package breachresponse.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One process of the whole application, as an operator starts it. */
final class Node implements AutoCloseable {

  private static final Duration A_START_TAKES_AT_MOST = Duration.ofMinutes(5);
  private static final Duration A_REST = Duration.ofSeconds(5);

  private final List<String> program;
  private final Path folder;
  private final List<String> settings;
  private final int port = freePort();
  private final Rest rest = new Rest(address());
  private volatile Process process;
  private volatile boolean isKept;

  /**
   * @param program what Java is to run
   * @param folder of its data; its log is beside it
   * @param settings as on the command line
   */
  private Node(List<String> program, Path folder, List<String> settings) {
    this.program = program;
    this.folder = folder;
    this.settings = settings;
  }

  static Node asInstalled(Path folder, List<String> settings) {
    return new Node(List.of("-jar", jar()), folder, settings);
  }

  /** Its clock can be set. */
  static Node withAClockOfItsOwn(Path folder, List<String> settings) {
    return new Node(
        List.of("-cp", System.getProperty("java.class.path"), SettableClock.class.getName()),
        folder,
        settings);
  }

  Path folder() {
    return folder;
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  Rest rest() {
    return rest;
  }

  void start() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(program);
    command.add("--server.port=" + port);
    command.add("--breach.data-dir=" + folder);
    command.addAll(settings);
    var log = folder.resolveSibling(folder.getFileName() + ".log").toFile();
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
    } catch (IOException unavailable) {
      throw new UncheckedIOException(unavailable);
    }
  }

  void awaitReady() {
    Waiting.atMost(
        A_START_TAKES_AT_MOST, () -> folder + " is not ready, see its log", rest::isReady);
  }

  /**
   * Until the health endpoint tells a manager what is wrong.
   *
   * @param words that it has to use
   * @return the whole sentence
   */
  String awaitAilment(String words) {
    var said = new ArrayList<String>();
    Waiting.atMost(
        Duration.ofMinutes(3),
        () -> "the health endpoint says only " + said,
        () -> {
          var health = rest.health();
          said.addAll(health.findValuesAsText("problem"));
          said.addAll(health.findValuesAsText("detail"));
          return said.stream().anyMatch(sentence -> sentence.contains(words));
        });
    return said.stream().filter(sentence -> sentence.contains(words)).findFirst().orElseThrow();
  }

  /** {@code kill -9} */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** As in a long pause of the garbage collection: it does nothing, and knows nothing of it. */
  void freeze() throws Exception {
    signal("STOP");
  }

  void thaw() throws Exception {
    signal("CONT");
  }

  /** As systemd does where it ends by itself. */
  void keepRunning() {
    isKept = true;
    process.onExit().thenRun(this::startAnew);
  }

  private void startAnew() {
    if (isKept) {
      Waiting.forThe(A_REST);
      start();
      keepRunning();
    }
  }

  /**
   * @param ahead of the true time
   */
  void setClock(Duration ahead) throws IOException {
    var input = process.outputWriter();
    input.write(ahead + "\n");
    input.flush();
  }

  private void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** As an operator stops it. */
  void stop() {
    isKept = false;
    process.destroy();
    process.onExit().join();
  }

  private static String jar() {
    try (var built = Files.list(Path.of("target"))) {
      return built
          .map(Path::toString)
          .filter(file -> file.matches(".*/breach-response-[^/]*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("there is no jar: mvn package"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  @Override
  public void close() {
    isKept = false;
    Stream.ofNullable(process).forEach(Process::destroyForcibly);
  }
}
