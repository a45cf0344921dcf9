package breachresponse.workflow.tasklist;

import static java.util.Comparator.comparing;

import breachresponse.incident.CaseNumber;
import breachresponse.language.Catalogue;
import breachresponse.notice.Markdown;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.workflow.CaseNotice;
import breachresponse.workflow.CaseOverview;
import breachresponse.workflow.desk.Words;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.tasklist.resource.AbstractTasklistPluginResource;
import org.springframework.beans.factory.BeanFactory;

/** The cases of tasks. Of a task that somebody may not read they learn no case either. */
public class CaseResource extends AbstractTasklistPluginResource {

  /**
   * @param clock how long is left, and who is to be told then: {@code in 5 h: Supervisory
   *     authority}
   * @param law and the time with its zone: {@code GDPR Art 33(1), Fri 27 Mar 2026, 16:30 Berlin}
   * @param late whether it is over
   */
  public record CardJson(String clock, String law, boolean late) {}

  /**
   * @param html safe to show
   */
  public record PageJson(String html) {}

  /** A page of Tasklist has fewer. */
  private static final int MOST_TASKS = 100;

  private final ObligationRegister obligations;
  private final CaseOverview overview;
  private final CaseNotice notice;
  private final Words words;
  private final Clock clock;
  private final Catalogue catalogue;

  CaseResource(String engineName, BeanFactory beans) {
    super(engineName);
    obligations = beans.getBean(ObligationRegister.class);
    overview = beans.getBean(CaseOverview.class);
    notice = beans.getBean(CaseNotice.class);
    words = beans.getBean(Words.class);
    clock = beans.getBean(Clock.class);
    catalogue = beans.getBean(Catalogue.class);
  }

  /** The tightest statutory clock of each task's case, by the task's id. */
  @GET
  @Path("cards")
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, CardJson> cards(@QueryParam("task") List<String> ids) {
    var cases = new HashMap<CaseNumber, Optional<CardJson>>();
    var cards = new HashMap<String, CardJson>();
    tasks(ids)
        .forEach(
            task ->
                caseOf(task)
                    .flatMap(number -> cases.computeIfAbsent(number, this::tightest))
                    .ifPresent(card -> cards.put(task.getId(), card)));
    return cards;
  }

  /** All of the task's case. */
  @GET
  @Path("task/{id}/case")
  @Produces(MediaType.APPLICATION_JSON)
  public PageJson overview(@PathParam("id") String id) {
    return new PageJson(Markdown.sheet(overview.of(needCase(id))));
  }

  /** What the case's customers are told, as it was laid down last. */
  @GET
  @Path("task/{id}/notice")
  @Produces(MediaType.APPLICATION_JSON)
  public CaseNotice.Shown notice(@PathParam("id") String id) {
    return notice.of(needCase(id));
  }

  private Optional<CardJson> tightest(CaseNumber caseNumber) {
    return obligations.of(caseNumber).stream()
        .filter(obligation -> !obligation.status().isOver())
        .filter(obligation -> obligation.clock().due().isPresent())
        .min(comparing((Obligation obligation) -> obligation.clock().due().orElseThrow()))
        .map(this::card);
  }

  private CardJson card(Obligation obligation) {
    var duty = obligation.duty();
    var due = obligation.clock().due().orElseThrow();
    return new CardJson(
        "%s: %s".formatted(words.left(due), catalogue.of(duty.recipientName())),
        "%s, %s".formatted(duty.citation(), words.at(due, obligation.clock().zone())),
        due.isBefore(clock.instant()));
  }

  private CaseNumber needCase(String taskId) {
    return tasks(List.of(taskId)).stream()
        .findFirst()
        .flatMap(this::caseOf)
        .orElseThrow(NotFoundException::new);
  }

  /** The engine finds nobody what they may not read. */
  private List<Task> tasks(List<String> ids) {
    return getProcessEngine()
        .getTaskService()
        .createTaskQuery()
        .taskIdIn(ids.toArray(String[]::new))
        .listPage(0, MOST_TASKS);
  }

  private Optional<CaseNumber> caseOf(Task task) {
    return Optional.ofNullable(
            (String) getProcessEngine().getTaskService().getVariableLocal(task.getId(), "caseRef"))
        .map(CaseNumber::new);
  }
}
