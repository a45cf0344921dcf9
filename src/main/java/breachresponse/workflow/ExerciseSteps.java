package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.exercise.ExerciseReport.Step;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.incident.TimeScale;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.springframework.stereotype.Component;

/** The tasks of an exercise's response, as the engine remembers them. */
@Component
class ExerciseSteps {

  private static final String COMPLETED = "completed";

  private final HistoryService history;
  private final Incidents incidents;
  private final Clock clock;

  ExerciseSteps(HistoryService history, Incidents incidents, Clock clock) {
    this.history = history;
    this.incidents = incidents;
    this.clock = clock;
  }

  /** In the order in which they began; those of the exercise itself are none of them. */
  List<Step> of(CaseNumber caseNumber) {
    var scale = incidents.get(caseNumber).timeScale();
    return history
        .createHistoricTaskInstanceQuery()
        .processInstanceBusinessKey(caseNumber.value())
        .orderByHistoricActivityInstanceStartTime()
        .asc()
        .unlimitedList()
        .stream()
        .filter(task -> !task.getProcessDefinitionKey().equals("exercise-plan"))
        .map(task -> step(task, scale))
        .toList();
  }

  private Step step(HistoricTaskInstance task, TimeScale scale) {
    var began = task.getStartTime().toInstant();
    var stopped =
        Optional.ofNullable(task.getEndTime()).map(Date::toInstant).orElseGet(clock::instant);
    var due = Optional.ofNullable(task.getDueDate()).map(Date::toInstant);
    return new Step(
        task.getName().replaceFirst("^" + Incident.EXERCISE, ""),
        about(task),
        Optional.ofNullable(task.getAssignee()).orElseGet(() -> groups(task)),
        began,
        COMPLETED.equals(task.getDeleteReason()) ? stopped : null,
        between(began, stopped, scale),
        due.map(until -> between(began, until, scale)).orElse(null),
        due.filter(stopped::isAfter).isPresent());
  }

  private static Duration between(Instant from, Instant until, TimeScale scale) {
    return scale.inTheCase(Duration.between(from, until));
  }

  private String about(HistoricTaskInstance task) {
    return history
        .createHistoricVariableInstanceQuery()
        .taskIdIn(task.getId())
        .variableName("about")
        .list()
        .stream()
        .map(HistoricVariableInstance::getValue)
        .map(Object::toString)
        .findFirst()
        .orElse(null);
  }

  private String groups(HistoricTaskInstance task) {
    return history.createHistoricIdentityLinkLogQuery().taskId(task.getId()).list().stream()
        .map(HistoricIdentityLinkLog::getGroupId)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .collect(joining(", "));
  }
}
