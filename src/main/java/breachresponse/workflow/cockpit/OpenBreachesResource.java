package breachresponse.workflow.cockpit;

import breachresponse.workflow.cockpit.OpenBreaches.Breach;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The cases that are open. */
public class OpenBreachesResource extends GuardedResource {

  private final OpenBreaches breaches;

  OpenBreachesResource(String engineName, OpenBreaches breaches) {
    super(engineName);
    this.breaches = breaches;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Breach> breaches() {
    refuseWhoMayNotSeeCases();
    return breaches.seenBy(getCurrentAuthentication().getUserId());
  }
}
