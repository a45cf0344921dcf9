package breachresponse.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumbersTest;
import breachresponse.support.Postgres;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** The processes once more, on PostgreSQL. */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class OnPostgresTest {

  @Nested
  @OnPostgres
  class Responding extends RespondToBreachTest {

    @Test
    void the_database_is_a_postgresql(@Autowired DataSource database) throws SQLException {
      try (var connection = database.getConnection()) {
        assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
      }
    }
  }

  @Nested
  @OnPostgres
  class Numbering extends CaseNumbersTest {}

  @Nested
  @OnPostgres
  class ChangingTheLevel extends ChangeCriticalityTest {}

  @Nested
  @OnPostgres
  class Fulfilling extends FulfilObligationTest {}

  @Nested
  @OnPostgres
  class FilingAgain extends ReportFurtherFilingTest {}

  @Nested
  @OnPostgres
  class Telling extends NotifyCustomersTest {}

  @Nested
  @OnPostgres
  class Dispatching extends DispatchNoticeTest {}

  @Nested
  @OnPostgres
  class Posting extends PostOnChannelTest {}

  @Nested
  @OnPostgres
  class FirstHour extends PublishHoldingStatementTest {}

  @Nested
  @OnPostgres
  class Updating extends UpdatePostTest {}

  @Nested
  @OnPostgres
  class Substituting extends SubstituteNoticeTest {}

  @Nested
  @OnPostgres
  class KeepingReady extends KeepPlanReadyTest {}

  @Nested
  @OnPostgres
  class KeepingEvidence extends KeepEvidenceTest {}

  @Nested
  @OnPostgres
  class ChangingTheTeam extends NewTeamTest {}

  /** Closes the engine, so that the next application in this JVM may have its name. */
  @Nested
  @OnPostgres
  @Order(Integer.MAX_VALUE)
  @DirtiesContext
  class Governing extends GoverningRulesTest {}

  @Nested
  @OnPostgres
  class Rehearsing extends ExercisePlanTest {}

  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @ActiveProfiles("postgres")
  @Import(Postgres.class)
  private @interface OnPostgres {}
}
