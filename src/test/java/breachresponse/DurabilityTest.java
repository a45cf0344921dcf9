package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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

  @Test
  void an_h2_that_has_closed_itself_as_on_a_full_disk_is_opened_anew(@TempDir Path folder) {
    new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withPropertyValues(
            "breach.data-dir=" + folder, "spring.datasource.hikari.maximum-pool-size=1")
        .withConfiguration(
            AutoConfigurations.of(
                DataSourceAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class))
        .run(
            application -> {
              var db = application.getBean(JdbcClient.class);
              db.sql("create table kept as select 1 as one").update();

              db.sql("shutdown immediately").update();

              assertThat(db.sql("select one from kept").query(Integer.class).single()).isOne();
            });
  }

  @Test
  void a_process_that_keeps_its_own_h2_locked_ends(@TempDir Path folder) throws IOException {
    var file = folder.resolve("lost.mv.db");
    var lost = new DriverManagerDataSource("jdbc:h2:file:" + folder.resolve("lost"), "sa", "");
    var ended = new AtomicBoolean();
    var watch = new LostH2(JdbcClient.create(lost), () -> ended.set(true));

    watch.endWithIt();
    assertThat(ended).isFalse();
    try (var left = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = left.lock()) {
      watch.endWithIt();
    }
    assertThat(ended).isTrue();
  }

  private static EmbeddedPostgres postgres(String durable) throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", durable)
        .setServerConfig("synchronous_commit", durable)
        .start();
  }
}
