package breachresponse.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.incident.CaseNumber;
import breachresponse.support.Time;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class TimelineTest {

  private static final CaseNumber CASE = new CaseNumber("2026-0001");

  @Nested
  class On_h2 extends OnEitherDatabase {
    private static JdbcConnectionPool pool;

    @BeforeAll
    static void start() {
      pool = JdbcConnectionPool.create("jdbc:h2:mem:timeline;DB_CLOSE_DELAY=-1", "sa", "");
      Flyway.configure().dataSource(pool).load().migrate();
    }

    @AfterAll
    static void stop() {
      pool.dispose();
    }

    @Override
    DataSource database() {
      return pool;
    }
  }

  @Nested
  class On_postgresql extends OnEitherDatabase {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
      postgres = EmbeddedPostgres.start();
      Flyway.configure().dataSource(postgres.getPostgresDatabase()).load().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
      postgres.close();
    }

    @Override
    DataSource database() {
      return postgres.getPostgresDatabase();
    }
  }

  abstract static class OnEitherDatabase {

    private final Time time = new Time();
    private JdbcClient db;
    private TransactionTemplate transaction;
    private Timeline timeline;

    abstract DataSource database();

    @BeforeEach
    void a_case_without_acts() {
      var database = database();
      db = JdbcClient.create(database);
      transaction = new TransactionTemplate(new JdbcTransactionManager(database));
      timeline = new Timeline(db, time);
      db.sql("delete from checkpoint").update();
      db.sql("delete from timeline").update();
      db.sql("delete from incident").update();
      db.sql(
              """
              insert into incident (case_number, title, description, reported_by, reported_at, status, exercise)
              values (:case, 'A breach', 'Of data', 'ian', :at, 'REPORTED', false)
              """)
          .param("case", CASE.value())
          .param("at", OffsetDateTime.parse("2026-03-03T15:00:00Z"))
          .update();
    }

    @Test
    void what_was_done_is_read_back_as_it_was_recorded() {
      time.is("2026-03-03T15:00:00.123456789Z");
      record("lena", "notice signed", "two\nlines, a \\ and a %s", "a".repeat(64));

      var entry = timeline.of(CASE).get(0);
      assertThat(entry.number()).isEqualTo(1);
      assertThat(entry.at()).isEqualTo(Instant.parse("2026-03-03T15:00:00.123456Z"));
      assertThat(entry.by()).isEqualTo("lena");
      assertThat(entry.act()).isEqualTo("notice signed");
      assertThat(entry.detail()).contains("two\nlines, a \\ and a %s");
      assertThat(entry.contentHash()).contains("a".repeat(64));
    }

    @Test
    void each_entry_carries_the_hash_of_the_one_before() {
      record("ian", "breach reported", null, null);
      record("lena", "breach confirmed", "seen in the logs", null);

      var entries = timeline.of(CASE);
      assertThat(entries.get(0).previousHash()).isEqualTo("0".repeat(64));
      assertThat(entries.get(1).previousHash()).isEqualTo(entries.get(0).hash());
      assertThat(entries.get(1).hash()).isEqualTo(Sha256.of(entries.get(1).text()));
      assertThat(timeline.firstBroken(CASE)).isEmpty();
    }

    @Test
    void a_cut_off_tail_does_not_fit_what_was_signed(@TempDir Path folder) {
      var checkpoints = new Checkpoints(db, timeline, new EvidenceKey("", "", folder), time);
      record("ian", "breach reported", null, null);
      record("lena", "breach confirmed", null, null);
      signs(checkpoints);
      signs(checkpoints);

      assertThat(checkpoints.of(CASE)).extracting(Checkpoint::entries).containsExactly(2);
      assertThat(checkpoints.problem(CASE)).isEmpty();

      db.sql("delete from timeline where entry = 2").update();

      assertThat(timeline.firstBroken(CASE)).isEmpty();
      assertThat(checkpoints.problem(CASE).orElseThrow()).contains("2 entries", "there are 1");
    }

    private void signs(Checkpoints checkpoints) {
      transaction.executeWithoutResult(status -> checkpoints.sign(CASE));
    }

    @Test
    void the_hashed_text_has_one_line_for_each_field() {
      time.is("2026-03-03T15:00:00Z");
      record("ian", "breach reported", "two\nlines", null);

      assertThat(timeline.of(CASE).get(0).text())
          .isEqualTo(
              """
              previous: 0000000000000000000000000000000000000000000000000000000000000000
              case: 2026-0001
              entry: 1
              at: 2026-03-03T15:00:00Z
              by: ian
              act: breach reported
              detail: two\\nlines
              content:\s
              """);
    }

    @Test
    void an_entry_changed_afterwards_is_found() {
      threeActs();
      db.sql("update timeline set detail = 'never happened' where entry = 2").update();
      assertThat(timeline.firstBroken(CASE)).map(Timeline.Entry::number).contains(2);
    }

    @Test
    void an_entry_changed_and_hashed_anew_is_found_by_the_next() {
      threeActs();
      db.sql("update timeline set detail = 'never happened' where entry = 2").update();
      var forged = Sha256.of(timeline.of(CASE).get(1).text());
      db.sql("update timeline set hash = :hash where entry = 2").param("hash", forged).update();
      assertThat(timeline.firstBroken(CASE)).map(Timeline.Entry::number).contains(3);
    }

    @Test
    void a_missing_entry_is_found() {
      threeActs();
      db.sql("delete from timeline where entry = 1").update();
      assertThat(timeline.firstBroken(CASE)).map(Timeline.Entry::number).contains(2);
    }

    @Test
    void acts_at_the_same_time_make_one_chain() throws Exception {
      var people = Executors.newFixedThreadPool(4);
      try {
        var acts =
            IntStream.range(0, 100).<Callable<Void>>mapToObj(n -> () -> recordAs("p" + n)).toList();
        for (var done : people.invokeAll(acts)) {
          done.get();
        }
      } finally {
        people.shutdown();
      }
      assertThat(timeline.of(CASE)).hasSize(100);
      assertThat(timeline.firstBroken(CASE)).isEmpty();
    }

    @Test
    void an_act_on_a_case_that_is_not_there_is_refused() {
      assertThatThrownBy(() -> timeline.record(new CaseNumber("1999-0001"), "ian", "x", null, null))
          .isInstanceOf(NoSuchElementException.class)
          .hasMessage("caseNumber: there is no case 1999-0001");
    }

    private void threeActs() {
      record("ian", "breach reported", null, null);
      record("lena", "breach confirmed", "seen in the logs", null);
      record("lena", "case closed", null, null);
    }

    private Void recordAs(String person) {
      record(person, "facts recorded", null, null);
      return null;
    }

    private void record(String by, String act, String detail, String contentHash) {
      transaction.executeWithoutResult(
          ignored -> timeline.record(CASE, by, act, detail, contentHash));
    }
  }
}
