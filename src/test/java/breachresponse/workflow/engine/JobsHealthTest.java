package breachresponse.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.operations.HealthSettings;
import breachresponse.support.ApplicationTest;
import breachresponse.support.Time;
import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class JobsHealthTest {

  @Autowired private DueJobs jobs;
  @Autowired private ProcessEngineConfigurationImpl engine;
  @Autowired private Time time;

  /** In tests jobs are run by hand: the job executor is not active. */
  @Test
  void a_node_that_should_run_jobs_and_does_not_says_so() {
    var patient = new HealthSettings(Duration.ofDays(99_999), null, null, null, null);

    assertThat(new JobsHealth(jobs, engine, true, patient, time).ailment().orElseThrow().problem())
        .isEqualTo("the engine's job executor does not run on this node");
    assertThat(new JobsHealth(jobs, engine, false, patient, time).ailment()).isEmpty();
  }
}
