package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.delivery.Dispatches.Progress;
import breachresponse.support.Postgres;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.TransactionException;

@Import(Postgres.class)
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=500")
class SendingOnPostgresTest extends SendingTest {

  @Test
  void a_database_that_goes_away_in_the_middle_costs_nobody_the_notice_nor_a_second_one(
      @Autowired HikariDataSource connections, @Autowired EmbeddedPostgres postgres)
      throws SQLException {
    try (var elsewhere =
        DriverManager.getConnection(postgres.getJdbcUrl("postgres", "template1"))) {
      sink.meanwhile(
          "person100@example.org",
          () -> {
            execute(elsewhere, "alter database postgres with allow_connections false");
            execute(
                elsewhere,
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
          });
      start(300);

      assertThatThrownBy(dispatcher::sendDue)
          .isInstanceOfAny(DataAccessException.class, TransactionException.class);
      execute(elsewhere, "alter database postgres with allow_connections true");
    }
    // the pool looks only after half a second whether a connection still is one
    connections.getHikariPoolMXBean().softEvictConnections();
    time.passes(Duration.ofSeconds(60));
    dispatcher.sendDue();

    assertThat(progress()).isEqualTo(new Progress(300, 300, 0, 0, 0, 0, 0, false));
    assertThat(sink.received()).hasSize(300);
  }

  private static void execute(Connection database, String sql) {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
