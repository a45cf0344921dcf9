package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.desk.FactsForm;
import breachresponse.workflow.desk.TaskCards;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.forms.Answers;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the level of a case, and has what hangs on it follow. */
@Component
@Transactional
class CaseLevel {

  private static final String TABLE = "criticality.dmn";

  private final Incidents incidents;
  private final CriticalityScale scale;
  private final FactsForm form;
  private final ObligationRegister register;
  private final SignOffs signOffs;
  private final Alarm alarm;
  private final Cases cases;
  private final Unrestricted engine;
  private final TaskCards cards;
  private final RuntimeService processes;
  private final TaskService tasks;
  private final Map<String, Function<String, Date>> dues;

  CaseLevel(
      Incidents incidents,
      CriticalityScale scale,
      FactsForm form,
      ObligationRegister register,
      SignOffs signOffs,
      Alarm alarm,
      Cases cases,
      Unrestricted engine,
      TaskCards cards,
      RuntimeService processes,
      TaskService tasks,
      NotifyCustomers customers,
      PublishHoldingStatement holding) {
    this.incidents = incidents;
    this.scale = scale;
    this.form = form;
    this.register = register;
    this.signOffs = signOffs;
    this.alarm = alarm;
    this.cases = cases;
    this.engine = engine;
    this.cards = cards;
    this.processes = processes;
    this.tasks = tasks;
    this.dues =
        Map.of(
            "decideOnCustomers", customers::decisionDue,
            "provideRecipients", customers::customersDue,
            "provideAnotherList", customers::customersDue,
            "defineSegments", customers::customersDue,
            "draftNotice", customers::customersDue,
            "releaseNotice", customers::customersDue,
            "releaseStatement", holding::statementDue);
  }

  /** Holds the facts against the table, for a process that determines the obligations next. */
  void propose(CaseNumber caseNumber) {
    var before = incidents.get(caseNumber);
    incidents.propose(caseNumber, scale.assess(form.known(caseNumber)), TABLE);
    follow(before);
  }

  /**
   * @throws IllegalArgumentException if the level is another than the table's, and nobody says why
   */
  void confirm(CaseNumber caseNumber, Answers answers, String by) {
    var proposal = scale.assess(form.known(caseNumber));
    var level = chosen(answers);
    var reason =
        answers
            .text("reason")
            .or(() -> reasonOf(proposal, level))
            .orElseThrow(CaseLevel::unexplained);
    set(caseNumber, level, reason, by);
  }

  private static Optional<String> reasonOf(CriticalityScale.Assessment proposal, int level) {
    return Optional.of(proposal.reason()).filter(reason -> proposal.level() == level);
  }

  private static IllegalArgumentException unexplained() {
    return new IllegalArgumentException(
        "reason: please say why the level differs from the table's");
  }

  /**
   * @throws IllegalArgumentException if the scale has no such level
   */
  int chosen(Answers answers) {
    var level = answers.needText("level");
    return scale.levels().stream()
        .map(CriticalityScale.Level::number)
        .filter(number -> number.toString().equals(level))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "level: '%s' is not on the scale, please choose from it".formatted(level)));
  }

  void set(CaseNumber caseNumber, int level, String reason, String by) {
    var before = incidents.get(caseNumber);
    incidents.assess(caseNumber, level, reason, by);
    if (follow(before)) {
      cases.evaluateAgain(caseNumber);
    }
  }

  /** Channels and disclosure are asked of the tables each time; the rest is told. */
  private boolean follow(Incident before) {
    var now = incidents.get(before.caseNumber());
    if (before.criticality().equals(now.criticality())) {
      return false;
    }
    alarm.wake(before.criticality(), now);
    register.determine(now.caseNumber());
    engine.ask(
        () -> {
          moveTasks(now.caseNumber().value());
          askOthersToSign(now.caseNumber());
          return null;
        });
    return true;
  }

  private void moveTasks(String caseNumber) {
    tasks
        .createTaskQuery()
        .processInstanceBusinessKey(caseNumber)
        .taskDefinitionKeyIn(dues.keySet().toArray(String[]::new))
        .unlimitedList()
        .forEach(task -> move(task, dues.get(task.getTaskDefinitionKey()).apply(caseNumber)));
  }

  private void move(Task task, Date due) {
    tasks.setDueDate(task.getId(), due);
    tasks.setFollowUpDate(task.getId(), cards.followUp(due));
  }

  private void askOthersToSign(CaseNumber caseNumber) {
    for (var document : signOffs.askingOthers(caseNumber)) {
      processes
          .createMessageCorrelation("levelChanged")
          .processInstanceBusinessKey(caseNumber.value())
          .processInstanceVariableEquals("documentId", document.id().toString())
          .correlateAll();
    }
  }
}
