package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.obligation.LegalBaseline;
import breachresponse.workflow.engine.Unrestricted;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Has all running cases evaluated again once other legal tables are deployed, and once after each
 * start, and the response plan held against them. Where nothing changes for a case nobody notices;
 * several nodes may do it.
 */
@Component
class LawWatch {

  private static final Logger LOG = LoggerFactory.getLogger(LawWatch.class);

  /** Places that bring in every table of duties. */
  private static final Facts EVERYWHERE =
      Facts.ofPeopleIn(Set.of("BR", "CA", "DE", "GB", "JP", "US-CA", "US-NY", "ZA"), null);

  /** One may be at work and have read the older tables; the other has not begun. */
  private static final int ENOUGH_WAITING = 2;

  private final LegalBaseline baseline;
  private final Cases cases;
  private final NextVersion nextPlan;
  private final RuntimeService processes;
  private final ManagementService jobs;
  private final Unrestricted engine;
  private String followed = "";

  LawWatch(
      LegalBaseline baseline,
      Cases cases,
      NextVersion nextPlan,
      RuntimeService processes,
      ManagementService jobs,
      Unrestricted engine) {
    this.baseline = baseline;
    this.cases = cases;
    this.nextPlan = nextPlan;
    this.processes = processes;
    this.jobs = jobs;
    this.engine = engine;
  }

  /** What fails is tried again at the next look. */
  @Scheduled(fixedDelayString = "${breach.law-watch.every:10s}")
  void look() {
    var edition = baseline.edition();
    if (!edition.equals(followed) && responses().stream().allMatch(this::isEvaluatedAgain)) {
      nextPlan.followTheLaw();
      followed = edition;
      readTables();
    }
  }

  /** Tables are read when they are first asked: nobody should wait for that. */
  private void readTables() {
    baseline.requirementsOf(EVERYWHERE);
  }

  private boolean isEvaluatedAgain(ProcessInstance response) {
    var caseNumber = response.getBusinessKey();
    try {
      if (looksWaiting(response) < ENOUGH_WAITING) {
        cases.evaluateAgain(new CaseNumber(caseNumber));
      }
      return true;
    } catch (RuntimeException failure) {
      LOG.warn("case {} is not evaluated by the new legal tables yet", caseNumber, failure);
      return false;
    }
  }

  /** A node that is started again and again, as after crashes, would only add to them. */
  private long looksWaiting(ProcessInstance response) {
    return engine.ask(
        () ->
            jobs.createJobQuery()
                .processInstanceId(response.getId())
                .activityId("findingsRecorded")
                .count());
  }

  private List<ProcessInstance> responses() {
    return engine.ask(
        () ->
            processes
                .createProcessInstanceQuery()
                .processDefinitionKey("respond-to-breach")
                .unlimitedList());
  }

  /** Tests look when they want to. */
  @Configuration
  @EnableScheduling
  @ConditionalOnProperty(name = "breach.law-watch.enabled", matchIfMissing = true)
  static class EverySoOften {

    /** The tables are read while the rest of the application still starts. */
    EverySoOften(LawWatch watch) {
      var reader = new Thread(watch::readTables, "legal tables");
      reader.setDaemon(true);
      reader.start();
    }
  }
}
