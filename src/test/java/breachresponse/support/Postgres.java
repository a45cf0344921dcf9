package breachresponse.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A PostgreSQL of the test, set up to be as durable as one must be. */
@TestConfiguration
public class Postgres {

  /**
   * Files in memory, where the system has such a place: most of a test's time went into waiting for
   * the disk.
   */
  private static final Path IN_MEMORY = Path.of("/dev/shm");

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(directory())
        .setRegisterShutdownHook(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private static Path directory() throws IOException {
    return Files.isDirectory(IN_MEMORY)
        ? Files.createTempDirectory(IN_MEMORY, "postgres")
        : Files.createTempDirectory("postgres");
  }

  @Bean
  JdbcConnectionDetails address(EmbeddedPostgres postgres) {
    return new JdbcConnectionDetails() {
      @Override
      public String getJdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
      }

      @Override
      public String getUsername() {
        return "postgres";
      }

      @Override
      public String getPassword() {
        return "";
      }
    };
  }
}
