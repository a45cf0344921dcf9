package breachresponse.workflow.cockpit;

import breachresponse.workflow.cockpit.CaseClocks.Clocks;
import breachresponse.workflow.cockpit.CaseFacts.Version;
import breachresponse.workflow.cockpit.CaseTexts.Text;
import breachresponse.workflow.cockpit.CaseTimeline.Acts;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;

/** What is known of the case of a process instance, a tab each; nothing where it is of no case. */
@Produces(MediaType.APPLICATION_JSON)
public class CaseTabsResource extends CaseResource {

  private final BeanFactory beans;

  CaseTabsResource(String engineName, String processInstanceId, BeanFactory beans) {
    super(engineName, processInstanceId);
    this.beans = beans;
  }

  @GET
  @Path("clocks")
  public Clocks clocks() {
    return caseNumber().map(beans.getBean(CaseClocks.class)::of).orElse(Clocks.NONE);
  }

  @GET
  @Path("notices")
  public List<Text> notices() {
    return caseNumber().map(beans.getBean(CaseTexts.class)::of).orElse(List.of());
  }

  @GET
  @Path("timeline")
  public Acts timeline() {
    return caseNumber().map(beans.getBean(CaseTimeline.class)::of).orElse(Acts.NONE);
  }

  @GET
  @Path("facts")
  public List<Version> facts() {
    return caseNumber().map(beans.getBean(CaseFacts.class)::of).orElse(List.of());
  }
}
