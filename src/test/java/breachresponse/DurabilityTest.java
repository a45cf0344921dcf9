package breachresponse;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DurabilityTest {

  @Test
  void a_postgresql_that_may_lose_commits_is_refused() throws IOException {
    try (var postgres = postgres("off")) {
      assertThatThrownBy(() -> new Durability(postgres.getPostgresDatabase()))
          .hasMessageContaining("fsync, synchronous_commit: off");
    }
  }

  @Test
  void a_durable_postgresql_is_taken() throws IOException {
    try (var postgres = postgres("on")) {
      assertThatCode(() -> new Durability(postgres.getPostgresDatabase()))
          .doesNotThrowAnyException();
    }
  }

  private static EmbeddedPostgres postgres(String durable) throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", durable)
        .setServerConfig("synchronous_commit", durable)
        .start();
  }
}
