package breachresponse;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start on a PostgreSQL that may forget what it has acknowledged. */
@Component
class Durability {

  Durability(DataSource database) throws SQLException {
    if (isPostgreSql(database)) {
      refuseForgetfulness(JdbcClient.create(database));
    }
  }

  private static boolean isPostgreSql(DataSource database) throws SQLException {
    try (var connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
  }

  private static void refuseForgetfulness(JdbcClient db) {
    var forgetful =
        db.sql(
                """
                select name from pg_settings
                where name in ('fsync', 'synchronous_commit') and setting = 'off'
                order by name
                """)
            .query(String.class)
            .list();
    if (!forgetful.isEmpty()) {
      throw new IllegalStateException(
          "%s: off in this PostgreSQL, which could lose what was signed or sent; turn it on"
              .formatted(String.join(", ", forgetful)));
    }
  }
}
