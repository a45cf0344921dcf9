package breachresponse.workflow.cockpit;

import breachresponse.language.Catalogue;
import breachresponse.plan.Lapse;
import breachresponse.plan.Readiness;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.workflow.desk.Words;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;

/** Whether the response plan can be relied on, and whose task it is if not. */
public class PlanResource extends GuardedResource {

  /**
   * @param inForceFrom null for the default of the settings
   * @param nextVersion what is being prepared, null if nothing is
   */
  public record PlanJson(
      String state, int version, String inForceFrom, Integer nextVersion, List<LapseJson> lapses) {}

  /**
   * @param whose the group's title
   */
  public record LapseJson(String what, String inWords, String since, String whose) {}

  private final Readiness readiness;
  private final ResponsePlan plan;
  private final Words words;
  private final Catalogue catalogue;

  PlanResource(String engineName, BeanFactory beans) {
    super(engineName);
    readiness = beans.getBean(Readiness.class);
    plan = beans.getBean(ResponsePlan.class);
    words = beans.getBean(Words.class);
    catalogue = beans.getBean(Catalogue.class);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public PlanJson readiness() {
    refuseWhoMayNotUseCockpit();
    var report = readiness.report();
    return new PlanJson(
        report.state().name(),
        report.version().number(),
        report.version().inForceFrom().map(this::inWords).orElse(null),
        report.next().map(next -> next.number()).orElse(null),
        report.lapses().stream().map(this::json).toList());
  }

  private LapseJson json(Lapse lapse) {
    return new LapseJson(
        catalogue.of(lapse.kind().title()),
        catalogue.of(lapse.inWords()),
        inWords(lapse.since()),
        catalogue.of(Role.title(lapse.role())));
  }

  private String inWords(Instant at) {
    return words.at(at, plan.zone());
  }
}
