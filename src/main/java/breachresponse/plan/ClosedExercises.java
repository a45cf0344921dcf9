package breachresponse.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A rehearsal is a case that is marked as one; it counts once it is closed. */
@Repository
class ClosedExercises implements LastExercise {

  private final JdbcClient db;

  ClosedExercises(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<Instant> lastExercise() {
    return db.sql(
            """
            select closed_at from incident
            where exercise and status = 'CLOSED'
            order by closed_at desc fetch first 1 row only
            """)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }
}
