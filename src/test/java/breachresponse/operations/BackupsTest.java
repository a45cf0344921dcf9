package breachresponse.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class BackupsTest {

  private static final Instant NIGHT = Instant.parse("2026-03-03T01:30:00Z");

  @TempDir private Path folder;

  private JdbcConnectionPool database;
  private JdbcClient db;

  @Import(Backups.class)
  @EnableConfigurationProperties(BackupSettings.class)
  static class Configuration {}

  @BeforeEach
  void a_database_on_disk() {
    database = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("data/live"), "sa", "");
    db = JdbcClient.create(database);
    db.sql("create table entry (number int primary key, text varchar(1000))").update();
  }

  @AfterEach
  void close() {
    database.dispose();
  }

  @Test
  void a_copy_taken_at_work_has_what_was_committed_before_and_nothing_by_halves() throws Exception {
    db.sql("insert into entry select x, repeat('a', 1000) from system_range(1, 1000)").update();
    var over = new AtomicBoolean();
    var writing = new CountDownLatch(10);
    var writer =
        new Thread(
            () -> {
              for (var n = 1001; !over.get(); n += 2) {
                db.sql("insert into entry values (:n, 'a'), (:n + 1, 'b')").param("n", n).update();
                writing.countDown();
              }
            });
    writer.start();
    writing.await();

    backups(NIGHT).take();

    over.set(true);
    writer.join();
    var restored = JdbcClient.create(restored("breach-response-2026-03-03T013000Z.zip"));
    var rows = restored.sql("select count(*) from entry").query(Integer.class).single();
    assertThat(rows).isGreaterThanOrEqualTo(1010).isEven();
    assertThat(restored.sql("select max(number) from entry").query(Integer.class).single())
        .isEqualTo(rows);
  }

  @Test
  void nobody_but_the_server_s_account_reads_it() throws IOException {
    backups(NIGHT).take();

    assertThat(permissions(folder.resolve("backups"))).isEqualTo("rwx------");
    assertThat(copies()).hasSize(1);
    assertThat(permissions(folder.resolve("backups").resolve(copies().get(0))))
        .isEqualTo("rw-------");
  }

  @Test
  void the_last_ones_are_kept() throws IOException {
    for (var day = 0; day < 4; day++) {
      backups(NIGHT.plus(Duration.ofDays(day))).take();
    }

    assertThat(copies())
        .containsExactly(
            "breach-response-2026-03-05T013000Z.zip", "breach-response-2026-03-06T013000Z.zip");
  }

  @Test
  void without_a_copy_of_the_last_day_the_system_is_ill_and_a_start_takes_one() {
    assertThat(backups(NIGHT).ailment().orElseThrow().problem())
        .isEqualTo("there is no copy of the database");
    backups(NIGHT).takeIfDue();
    assertThat(backups(NIGHT).ailment()).isEmpty();
    assertThat(backups(NIGHT.plus(Duration.ofHours(26))).ailment().orElseThrow().problem())
        .isEqualTo("the last copy of the database is of 2026-03-03T01:30:00Z");
  }

  @Test
  void what_was_left_unfinished_is_no_copy_and_does_not_stand_in_the_way() throws IOException {
    Files.createDirectories(folder.resolve("backups"));
    Files.writeString(folder.resolve("backups/unfinished"), "half");
    assertThat(backups(NIGHT).ailment()).isPresent();

    backups(NIGHT).take();

    assertThat(copies()).containsExactly("breach-response-2026-03-03T013000Z.zip");
  }

  @Test
  void another_database_is_refused() {
    started("jdbc:postgresql://db/breach_response", NIGHT)
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageStartingWith("breach.backup.folder: it is for H2"));
  }

  private Backups backups(Instant now) {
    var found = new Backups[1];
    started("jdbc:h2:live", now).run(context -> found[0] = context.getBean(Backups.class));
    return found[0];
  }

  private ApplicationContextRunner started(String url, Instant now) {
    return new ApplicationContextRunner()
        .withUserConfiguration(Configuration.class)
        .withBean(JdbcClient.class, () -> db)
        .withBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC))
        .withPropertyValues(
            "spring.datasource.url=" + url,
            "breach.backup.folder=" + folder.resolve("backups"),
            "breach.backup.keep=2");
  }

  private List<String> copies() throws IOException {
    try (var files = Files.list(folder.resolve("backups"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** As docs/operators.md says: unpacked into an empty folder. */
  private DataSource restored(String copy) throws IOException {
    var data = Files.createDirectories(folder.resolve("restored"));
    try (var zip =
        new ZipInputStream(Files.newInputStream(folder.resolve("backups").resolve(copy)))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, data.resolve(entry.getName()));
      }
    }
    return JdbcConnectionPool.create("jdbc:h2:" + data.resolve("live"), "sa", "");
  }
}
