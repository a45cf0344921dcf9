package breachresponse.operations;

import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the database answers. */
@Component("databaseHealthIndicator")
class DatabaseHealth implements Check {

  private final JdbcClient db;

  DatabaseHealth(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<Ailment> ailment() {
    try {
      db.sql("select 1").query(Integer.class).single();
      return Optional.empty();
    } catch (DataAccessException away) {
      return Optional.of(
          new Ailment(
              "the database does not answer: " + away.getMostSpecificCause().getMessage(),
              "see that it runs and that spring.datasource.* leads to it; the work goes on by itself then"));
    }
  }
}
