package breachresponse.workflow.engine;

import breachresponse.operations.Figure;
import breachresponse.operations.Measured;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the engine is behind with its jobs. Its queries know neither when a job without a due
 * date was made nor whether a node has it at hand, so this reads its table, as it acquires jobs
 * itself.
 */
@Component
class DueJobs implements Measured {

  private final JdbcClient db;
  private final RuntimeService processes;
  private final Unrestricted engine;
  private final Clock clock;

  DueJobs(JdbcClient db, RuntimeService processes, Unrestricted engine, Clock clock) {
    this.db = db;
    this.processes = processes;
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        Figure.of(
            "breach_jobs_oldest_due_seconds",
            "How long the oldest job is due that nobody works on; 0 if none is",
            oldest()
                .map(due -> (double) Duration.between(due, clock.instant()).toSeconds())
                .orElse(0.0)),
        Figure.of(
            "breach_jobs_failed",
            "Incidents of the engine: what stands still until somebody looks into Cockpit",
            engine.ask(() -> (double) processes.createIncidentQuery().count())));
  }

  /** How many jobs stand still until somebody has them tried once more. */
  int failed() {
    return db.sql("select count(*) from act_ru_job where retries_ = 0")
        .query(Integer.class)
        .single();
  }

  /** Since when the oldest job is due that nobody works on. */
  Optional<Instant> oldest() {
    return db.sql(
            """
            select min(coalesce(duedate_, create_time_)) as due from act_ru_job
            where retries_ > 0 and suspension_state_ = 1
              and coalesce(duedate_, create_time_) <= :now
              and (lock_exp_time_ is null or lock_exp_time_ <= :now)
            """)
        .param("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .query((row, number) -> Optional.ofNullable(row.getObject("due", LocalDateTime.class)))
        .single()
        .map(due -> due.toInstant(ZoneOffset.UTC));
  }
}
