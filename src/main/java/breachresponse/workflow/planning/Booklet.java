package breachresponse.workflow.planning;

import breachresponse.plan.PlanVersion;
import org.springframework.stereotype.Component;

/**
 * The whole plan in words: what is signed, and what is printed to have when the systems are down.
 */
@Component
public class Booklet {

  /** In Markdown. */
  public String of(PlanVersion version) {
    return "# %s: response plan\n\nVersion %d, SHA-256 of its data %s\n"
        .formatted(version.content().organisation(), version.number(), version.sha256());
  }
}
