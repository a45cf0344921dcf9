package breachresponse.workflow.cockpit;

import breachresponse.workflow.cockpit.StatutoryClocks.Row;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The obligations of all cases with their clocks. */
public class StatutoryClocksResource extends GuardedResource {

  private final StatutoryClocks clocks;

  StatutoryClocksResource(String engineName, StatutoryClocks clocks) {
    super(engineName);
    this.clocks = clocks;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Row> clocks(@QueryParam("closed") boolean closedToo) {
    refuseWhoMayNotSeeCases();
    return clocks.seenBy(getCurrentAuthentication().getUserId(), closedToo);
  }
}
