package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MigrationsTest {

  private static final int LONG_PLACES = -1119620408;

  private final DataSource database =
      new DriverManagerDataSource("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));

  @Test
  void data_of_both_texts_of_the_obligations_go_on() {
    upToTheNinth(LONG_PLACES);

    new Migrations().migrate(flyway("latest"));

    assertThat(lengthOfAPlace()).isEqualTo(40);
    assertThat(flyway("latest").info().pending()).isEmpty();
  }

  @Test
  void any_other_change_of_a_script_that_has_run_is_refused() {
    upToTheNinth(1);

    assertThatThrownBy(() -> new Migrations().migrate(flyway("latest")))
        .isInstanceOf(FlywayValidateException.class)
        .hasMessageContaining("003");
    assertThat(lengthOfAPlace()).isEqualTo(10);
  }

  private void upToTheNinth(int checksumOfV003) {
    flyway("009").migrate();
    JdbcClient.create(database)
        .sql("update \"flyway_schema_history\" set \"checksum\" = ? where \"version\" = '003'")
        .param(checksumOfV003)
        .update();
  }

  private Flyway flyway(String target) {
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
