package breachresponse.workflow.cockpit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import breachresponse.incident.Incident;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.stereotype.Component;

/**
 * How long people take for each step of a process, in all of its versions. Exercises are left out:
 * their time runs faster.
 */
@Component
class StepDurations {

  /**
   * A task of the process. Times are in seconds, null where there is none.
   *
   * @param id of the task in the diagram
   * @param typical the median of those that were done
   * @param target the median of what they were given until they were due: by the plan, or by a law
   *     where that is earlier
   * @param done how many were completed
   * @param late how many of all were completed after they were due, or are not yet and are due
   * @param waiting how many are open
   * @param waitingLongest how long the first of those has been
   * @param share percent of all time that people took or take in this process
   * @param heat 0 to 3: 3 where people wait most
   */
  public record Step(
      String id,
      String name,
      Long typical,
      Long longest,
      Long target,
      int done,
      int late,
      int waiting,
      long waitingLongest,
      long share,
      int heat) {}

  private static final String COMPLETED = "completed";

  private final HistoryService history;
  private final Clock clock;

  StepDurations(HistoryService history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /** The one that is come to first, first. */
  List<Step> of(String process) {
    var exercises =
        history
            .createHistoricTaskInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKeyLike("EXERCISE-%")
            .unlimitedList()
            .stream()
            .map(HistoricTaskInstance::getId)
            .collect(toSet());
    var tasks =
        history
            .createHistoricTaskInstanceQuery()
            .processDefinitionKey(process)
            .orderByHistoricActivityInstanceStartTime()
            .asc()
            .unlimitedList()
            .stream()
            .filter(task -> !exercises.contains(task.getId()))
            .filter(task -> task.getEndTime() == null || isDone(task))
            .toList();
    var all = tasks.stream().mapToLong(this::took).sum();
    return tasks.stream()
        .collect(
            groupingBy(HistoricTaskInstance::getTaskDefinitionKey, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(ofOneStep -> step(ofOneStep, all))
        .toList();
  }

  private Step step(List<HistoricTaskInstance> tasks, long all) {
    var last = tasks.get(tasks.size() - 1);
    var open = tasks.stream().filter(task -> !isDone(task)).toList();
    var done = tasks.stream().filter(StepDurations::isDone).toList();
    var share = all == 0 ? 0 : 100 * tasks.stream().mapToLong(this::took).sum() / all;
    return new Step(
        last.getTaskDefinitionKey(),
        last.getName().replaceFirst("^" + Incident.EXERCISE, ""),
        median(done.stream().map(this::took)),
        done.stream().map(this::took).max(Comparator.naturalOrder()).orElse(null),
        median(tasks.stream().filter(task -> task.getDueDate() != null).map(StepDurations::given)),
        done.size(),
        (int) tasks.stream().filter(this::isLate).count(),
        open.size(),
        open.stream().mapToLong(this::took).max().orElse(0),
        share,
        heat(share));
  }

  private static int heat(long share) {
    return share >= 50 ? 3 : share >= 20 ? 2 : share >= 5 ? 1 : 0;
  }

  private static boolean isDone(HistoricTaskInstance task) {
    return COMPLETED.equals(task.getDeleteReason());
  }

  private boolean isLate(HistoricTaskInstance task) {
    return task.getDueDate() != null && end(task).isAfter(task.getDueDate().toInstant());
  }

  private long took(HistoricTaskInstance task) {
    return Duration.between(task.getStartTime().toInstant(), end(task)).toSeconds();
  }

  private Instant end(HistoricTaskInstance task) {
    return task.getEndTime() == null ? clock.instant() : task.getEndTime().toInstant();
  }

  /** Nothing at all where it was due already when it began. */
  private static long given(HistoricTaskInstance task) {
    return Math.max(
        0,
        Duration.between(task.getStartTime().toInstant(), task.getDueDate().toInstant())
            .toSeconds());
  }

  private static Long median(Stream<Long> seconds) {
    var sorted = seconds.sorted().toList();
    return sorted.isEmpty() ? null : sorted.get((sorted.size() - 1) / 2);
  }
}
