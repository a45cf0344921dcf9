package breachresponse.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;

/** Where the application keeps its data, on a server of the driver's or in files of its own. */
interface Database extends AutoCloseable {

  String name();

  /** How the application finds it. */
  List<String> settings();

  @Override
  void close() throws IOException;

  /**
   * @param named {@code postgresql} or {@code h2}
   */
  static Database named(String named) throws IOException {
    return named.equals("h2") ? new Files() : new Server();
  }

  /** H2 in the data folder. */
  record Files() implements Database {

    @Override
    public String name() {
      return "H2";
    }

    @Override
    public List<String> settings() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  /** PostgreSQL, over a wire that can be cut. */
  final class Server implements Database {

    private final EmbeddedPostgres server;
    private final Wire wire;

    Server() throws IOException {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .start();
      wire = new Wire(server.getPort());
    }

    Wire wire() {
      return wire;
    }

    @Override
    public String name() {
      return "PostgreSQL";
    }

    @Override
    public List<String> settings() {
      return List.of(
          "--spring.profiles.active=postgres",
          "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres".formatted(wire.port()),
          "--spring.datasource.username=postgres");
    }

    @Override
    public void close() throws IOException {
      wire.close();
      server.close();
    }
  }
}
