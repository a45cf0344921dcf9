package breachresponse.workflow;

import breachresponse.plan.LawOfThePlan;
import breachresponse.plan.PlanVersion;
import breachresponse.plan.Plans;
import breachresponse.workflow.engine.Unrestricted;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the next version of the response plan prepared when something asks for it. One is prepared at
 * a time: what asks meanwhile adds its reason.
 */
@Component
public class NextVersion {

  private static final Logger LOG = LoggerFactory.getLogger(NextVersion.class);
  private static final String PROCESS = "prepare-response-plan";

  private final Plans plans;
  private final LawOfThePlan law;
  private final RuntimeService processes;
  private final Unrestricted engine;

  NextVersion(Plans plans, LawOfThePlan law, RuntimeService processes, Unrestricted engine) {
    this.plans = plans;
    this.law = law;
    this.processes = processes;
    this.engine = engine;
  }

  /**
   * @param message of a start event of {@code prepare-response-plan.bpmn}
   * @param reason in words that the team reads
   */
  @Transactional
  public void askFor(String message, String reason) {
    var version = plans.openNext(reason, PlanVersion.ITSELF).number();
    // locks the version: of two who ask at the same time, the second sees what the first began
    plans.addReason(version, reason);
    if (!isPrepared()) {
      engine.ask(() -> processes.createMessageCorrelation(message).correlateStartMessage());
    }
  }

  boolean isPrepared() {
    return engine.ask(
            () -> processes.createProcessInstanceQuery().processDefinitionKey(PROCESS).count())
        > 0;
  }

  /** An organisation that never had a plan is asked for the first one, once. */
  @Transactional
  public void beginWithTheFirst() {
    if (plans.versions().isEmpty() && !isPrepared()) {
      askFor("noPlanYet", "there is no response plan yet");
    }
  }

  /** Asks for one if the law of a place of the plan has changed since this was last looked at. */
  @Transactional
  public void followTheLaw() {
    var places = law.changedPlaces();
    if (!places.isEmpty()) {
      askFor("lawChanged", "the law has changed for: %s".formatted(String.join(", ", places)));
    }
  }

  /** Tests ask when they want to. */
  @Configuration
  @ConditionalOnProperty(name = "breach.plan.readiness.first-version", matchIfMissing = true)
  static class AtTheFirstStart {

    private final NextVersion next;

    AtTheFirstStart(NextVersion next) {
      this.next = next;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
      try {
        next.beginWithTheFirst();
      } catch (DuplicateKeyException another) {
        LOG.debug("another node has begun with the first plan", another);
      }
    }
  }
}
