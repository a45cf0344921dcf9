package breachresponse.workflow.cockpit;

import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Recipients;
import breachresponse.delivery.Recipients.Released;
import breachresponse.incident.CaseNumber;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** How far the notices of a process instance's case have been sent. */
public class DispatchResource extends CaseResource {

  /**
   * One notice on its way, in numbers.
   *
   * @param title of what the public reads
   * @param sha256 of the list of recipients, as it was released
   */
  public record DispatchJson(
      String noticeId,
      String caseNumber,
      String title,
      int total,
      int sent,
      int failed,
      int bounced,
      int uncertain,
      int held,
      int leftOut,
      int queued,
      boolean paused,
      String sha256) {}

  private final Notices notices;
  private final Dispatches dispatches;
  private final Recipients recipients;

  DispatchResource(String engineName, String processInstanceId, BeanFactory beans) {
    super(engineName, processInstanceId);
    notices = beans.getBean(Notices.class);
    dispatches = beans.getBean(Dispatches.class);
    recipients = beans.getBean(Recipients.class);
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<DispatchJson> dispatches() {
    return caseNumber().map(this::dispatches).orElse(List.of());
  }

  private List<DispatchJson> dispatches(CaseNumber caseNumber) {
    return notices.of(caseNumber).stream().flatMap(notice -> dispatch(notice).stream()).toList();
  }

  private Optional<DispatchJson> dispatch(Notice notice) {
    return dispatches
        .progress(notice.id())
        .map(
            progress ->
                new DispatchJson(
                    notice.id().toString(),
                    notice.caseNumber().value(),
                    notice.draft().post().subject(),
                    progress.total(),
                    progress.sent(),
                    progress.undeliverable(),
                    progress.bounced(),
                    progress.unknown(),
                    progress.held(),
                    progress.leftOut(),
                    progress.queued(),
                    progress.paused(),
                    recipients.released(notice.id()).map(Released::digest).orElse("")));
  }
}
