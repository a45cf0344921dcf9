package breachresponse.workflow.planning;

import breachresponse.notice.TextChanges;
import breachresponse.plan.Plans;
import breachresponse.signoff.SignOffs;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What those who sign a plan see of it, beside its text. */
@Component
public class PlanSheet {

  private final Plans plans;
  private final SignOffs signOffs;

  PlanSheet(Plans plans, SignOffs signOffs) {
    this.plans = plans;
    this.signOffs = signOffs;
  }

  /** What the sign form shows of a document if it is a plan; else nothing. */
  public Map<String, Object> signing(UUID documentId) {
    return plans
        .ofDocument(documentId)
        .map(version -> Map.<String, Object>of("changes", changes(documentId)))
        .orElse(Map.of());
  }

  private String changes(UUID documentId) {
    return plans
        .inForce()
        .documentId()
        .map(
            earlier ->
                TextChanges.between(
                    signOffs.get(earlier).content(), signOffs.get(documentId).content()))
        .orElse("");
  }
}
