package breachresponse.workflow.engine;

import breachresponse.operations.Check;
import breachresponse.operations.HealthSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether timers and other jobs of the engine are worked on. */
@Component("jobExecutorHealthIndicator")
class JobsHealth implements Check {

  private final DueJobs jobs;
  private final ProcessEngineConfigurationImpl engine;
  private final boolean worksHere;
  private final Duration limit;
  private final Clock clock;

  JobsHealth(
      DueJobs jobs,
      ProcessEngineConfigurationImpl engine,
      @Value("${camunda.bpm.job-execution.enabled:true}") boolean worksHere,
      HealthSettings settings,
      Clock clock) {
    this.jobs = jobs;
    this.engine = engine;
    this.worksHere = worksHere;
    this.limit = settings.jobsDue();
    this.clock = clock;
  }

  @Override
  public Optional<Ailment> ailment() {
    if (worksHere && !engine.getJobExecutor().isActive()) {
      return Optional.of(
          new Ailment(
              "the engine's job executor does not run on this node",
              "start the node again; until then deadlines are not watched by it"));
    }
    return jobs.oldest()
        .filter(due -> due.plus(limit).isBefore(clock.instant()))
        .map(this::lying)
        .or(this::failed);
  }

  private Optional<Ailment> failed() {
    var failed = jobs.failed();
    return failed == 0
        ? Optional.empty()
        : Optional.of(
            new Ailment(
                "%d jobs of the engine have failed for good and stand still".formatted(failed),
                "open the incidents in Cockpit, mend the cause and increment the retries; of restricted cases somebody who sees them has to let an administrator in first"));
  }

  private Ailment lying(Instant due) {
    return new Ailment(
        "a job of the engine has been due for %d min and nobody works on it"
            .formatted(Duration.between(due, clock.instant()).toMinutes()),
        "see in the log what keeps the job executor, give the node more processor time or start it again; what is due is made up for by itself then");
  }
}
