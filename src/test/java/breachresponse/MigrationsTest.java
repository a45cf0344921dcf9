package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsTest {

  private static final int LONG_PLACES = -1119620408;

  @TempDir private Path folder;

  private final DataSource database =
      new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));

  @Test
  void data_of_both_texts_of_the_obligations_go_on() {
    upToTheNinth(LONG_PLACES);

    new Migrations(folder).migrate(flyway("latest"));

    assertThat(lengthOfAPlace()).isEqualTo(40);
    assertThat(flyway("latest").info().pending()).isEmpty();
  }

  @Test
  void any_other_change_of_a_script_that_has_run_is_refused() {
    upToTheNinth(1);

    assertThatThrownBy(() -> new Migrations(folder).migrate(flyway("latest")))
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("003");
    assertThat(lengthOfAPlace()).isEqualTo(10);
  }

  @Test
  void tables_of_a_newer_version_are_refused() {
    flyway("latest").migrate();
    JdbcClient.create(database)
        .sql(
            """
            insert into "flyway_schema_history"
            select "installed_rank" + 1000, '999', 'what comes', "type", 'V999__what_comes.sql', 1,
              "installed_by", "installed_on", 1, true
            from "flyway_schema_history" where "version" = '001'
            """)
        .update();

    assertThatThrownBy(() -> new Migrations(folder).migrate(flyway("latest")))
        .hasMessageContaining("brought to 999 (what comes) by a newer version");
  }

  @Test
  void on_h2_a_migration_that_died_halfway_begins_anew_at_the_next_start() throws IOException {
    var files =
        new DriverManagerDataSource(
            "jdbc:h2:file:%s;DB_CLOSE_DELAY=-1".formatted(folder.resolve("db")));
    var db = JdbcClient.create(files);
    flyway(files, "010").migrate();
    report(db);
    var scripts = Files.createDirectory(folder.resolve("scripts"));
    var next = scripts.resolve("V999__next.sql");
    var upgrade =
        Flyway.configure()
            .dataSource(files)
            .locations("classpath:db/migration", "filesystem:" + scripts)
            .load();

    Files.writeString(next, "alter table incident add more int; this is where it dies;");
    assertThatThrownBy(() -> new Migrations(folder).migrate(upgrade))
        .hasMessageContaining("where it dies");

    Files.writeString(next, "alter table incident add more int;");
    var start = new Migrations(folder);
    start.migrate(upgrade);
    start.afterSingletonsInstantiated();

    assertThat(db.sql("select title, more from incident").query().singleRow())
        .containsEntry("title", "Copied");
    assertThat(folder).isDirectoryNotContaining("glob:**before*");
    db.sql("shutdown").update();
  }

  @Test
  void what_was_published_before_posts_had_versions_goes_on() {
    publishedBefore(database);
  }

  @Test
  void what_was_published_before_posts_had_versions_goes_on_on_postgresql() throws IOException {
    try (var postgres = EmbeddedPostgres.start()) {
      publishedBefore(postgres.getPostgresDatabase());
    }
  }

  @Test
  void lists_of_before_addresses_were_compared_in_any_case_stay_as_they_were_signed() {
    listedBefore(database);
  }

  @Test
  void lists_of_before_addresses_were_compared_in_any_case_stay_as_they_were_signed_on_postgresql()
      throws IOException {
    try (var postgres = EmbeddedPostgres.start()) {
      listedBefore(postgres.getPostgresDatabase());
    }
  }

  private static void listedBefore(DataSource database) {
    flyway(database, "045").migrate();
    var db = JdbcClient.create(database);
    for (var email : List.of("Ana@example.org", "ana@example.org", "bob@example.org")) {
      db.sql(
              """
              insert into recipient (case_number, number, id, email, name, language, residence, groups)
              select '2026-0001', count(*) + 1, 'c', ?, 'A', 'en', 'DE', 'cards' from recipient
              """)
          .param(email)
          .update();
    }
    var before = list(db, "email");

    flyway(database, "latest").migrate();

    assertThat(list(db, "coalesce(written, address)")).isEqualTo(before);
    assertThat(db.sql("select address from recipient order by number").query(String.class).list())
        .containsExactly("ana@example.org", "2 ana@example.org", "bob@example.org");
  }

  private static List<Map<String, Object>> list(JdbcClient db, String email) {
    return db.sql(
            """
            select case_number, number, id, %s as email, name, language, residence, groups
            from recipient order by number
            """
                .formatted(email))
        .query()
        .listOfRows();
  }

  private static void publishedBefore(DataSource database) {
    flyway(database, "010").migrate();
    var notice = UUID.randomUUID();
    var document = UUID.randomUUID();
    var db = JdbcClient.create(database);
    report(db);
    db.sql(
            """
            insert into document (id, case_number, kind, title, content, sha256, author, submitted_at)
            values (?, '2026-0001', 'CUSTOMER_NOTICE', 'Notice', 'Sorry', 'abc', 'pia', current_timestamp)
            """)
        .param(document)
        .update();
    db.sql(
            """
            insert into notice (id, case_number, document_id, draft, mailing, created_at)
            values (?, '2026-0001', ?, '{}', '{}', current_timestamp)
            """)
        .params(notice, document)
        .update();
    db.sql(
            "insert into publication (notice_id, slug, published_at) values (?, 'sorry',"
                + " current_timestamp)")
        .param(notice)
        .update();
    db.sql(
            """
            insert into posting (notice_id, channel, link, by_whom, at)
            values (?, 'x', 'https://x.example/1', 'pia', current_timestamp)
            """)
        .param(notice)
        .update();

    flyway(database, "latest").migrate();

    assertThat(db.sql("select id, case_number, slug from publication").query().singleRow())
        .containsEntry("id", notice)
        .containsEntry("case_number", "2026-0001")
        .containsEntry("slug", "sorry");
    assertThat(db.sql("select post_id from posting where channel = 'x'").query(UUID.class).single())
        .isEqualTo(notice);
  }

  private static void report(JdbcClient db) {
    db.sql(
            """
            insert into incident (case_number, title, description, reported_by, reported_at, status, exercise)
            values ('2026-0001', 'Copied', '', 'ida', current_timestamp, 'REPORTED', false)
            """)
        .update();
  }

  private void upToTheNinth(int checksumOfV003) {
    flyway("009").migrate();
    JdbcClient.create(database)
        .sql("update \"flyway_schema_history\" set \"checksum\" = ? where \"version\" = '003'")
        .param(checksumOfV003)
        .update();
  }

  private Flyway flyway(String target) {
    return flyway(database, target);
  }

  private static Flyway flyway(DataSource database, String target) {
    return Flyway.configure().dataSource(database).target(target).load();
  }

  private int lengthOfAPlace() {
    return JdbcClient.create(database)
        .sql(
            """
            select character_maximum_length from information_schema.columns
            where lower(table_name) = 'obligation' and lower(column_name) = 'jurisdiction'
            """)
        .query(Integer.class)
        .single();
  }
}
