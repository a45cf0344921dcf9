package breachresponse.workflow.cockpit;

import breachresponse.plan.Lapse;
import breachresponse.plan.Readiness;
import breachresponse.plan.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;

/** Whether the response plan can be relied on, and whose task it is if not. */
public class PlanResource extends GuardedResource {

  /**
   * @param inForceFrom ISO 8601, null for the default of the settings
   * @param nextVersion what is being prepared, null if nothing is
   */
  public record PlanJson(
      String state, int version, String inForceFrom, Integer nextVersion, List<LapseJson> lapses) {}

  /**
   * @param whose the group's title
   */
  public record LapseJson(String what, String inWords, String since, String whose) {}

  private final Readiness readiness;

  PlanResource(String engineName, BeanFactory beans) {
    super(engineName);
    readiness = beans.getBean(Readiness.class);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public PlanJson readiness() {
    refuseWhoMayNotUseCockpit();
    var report = readiness.report();
    return new PlanJson(
        report.state().name(),
        report.version().number(),
        report.version().inForceFrom().map(Object::toString).orElse(null),
        report.next().map(next -> next.number()).orElse(null),
        report.lapses().stream().map(PlanResource::json).toList());
  }

  private static LapseJson json(Lapse lapse) {
    return new LapseJson(
        lapse.kind().title(), lapse.inWords(), lapse.since().toString(), Role.title(lapse.role()));
  }
}
