package breachresponse.workflow;

import breachresponse.BreachResponse;
import breachresponse.workflow.forms.ProcessSide;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Run by {@code bench/timers.sh}; what it prints is explained in {@code bench/README.md}. */
class TimersBench {

  private static final int PENDING = 10_000;
  private static final int DUE = 100;
  private static final Duration AHEAD = Duration.ofSeconds(10);

  private static final Queue<Long> LATE = new ConcurrentLinkedQueue<>();

  @TempDir private static Path data;

  /** Notes how many milliseconds after its time a timer fired. */
  public static class Fired implements ProcessSide {
    public void fired(DelegateExecution execution) {
      var due = (Date) execution.getVariable("due");
      LATE.add(System.currentTimeMillis() - due.getTime());
    }

    @Override
    public Map<String, Object> prefill(DelegateTask task) {
      return Map.of();
    }
  }

  @TestConfiguration
  static class WithFired {
    @Bean
    Fired fired() {
      return new Fired();
    }
  }

  @Test
  void timers_that_fall_due_while_many_are_pending() {
    try (var application =
        new SpringApplicationBuilder(BreachResponse.class, WithFired.class)
            .web(WebApplicationType.SERVLET)
            .run("--server.port=0", "--breach.data-dir=" + data)) {
      application
          .getBean(RepositoryService.class)
          .createDeployment()
          .addModelInstance(
              "timer.bpmn",
              Bpmn.createExecutableProcess("timer")
                  .camundaHistoryTimeToLive(1)
                  .startEvent()
                  .intermediateCatchEvent()
                  .timerWithDate("${due}")
                  .serviceTask()
                  .camundaExpression("${fired.fired(execution)}")
                  .endEvent()
                  .done())
          .deploy();
      var processes = application.getBean(RuntimeService.class);
      start(processes, PENDING, Instant.now().plus(Duration.ofDays(30)));
      start(processes, DUE, Instant.now().plus(AHEAD));
      Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> LATE.size() == DUE);
      var pending = application.getBean(ManagementService.class).createJobQuery().timers().count();
      System.out.printf(
          "%d timers due at once fired %d to %d ms after their time, %d pending%n",
          DUE,
          LATE.stream().mapToLong(late -> late).min().orElseThrow(),
          LATE.stream().mapToLong(late -> late).max().orElseThrow(),
          pending);
    }
  }

  private static void start(RuntimeService processes, int number, Instant due) {
    for (var n = 0; n < number; n++) {
      processes.startProcessInstanceByKey("timer", Map.of("due", Date.from(due)));
    }
  }
}
