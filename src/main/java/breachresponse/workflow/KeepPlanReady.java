package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.delivery.StaffMail;
import breachresponse.language.Catalogue;
import breachresponse.plan.Confirmations;
import breachresponse.plan.Contact;
import breachresponse.plan.Lapse;
import breachresponse.plan.Lapse.Kind;
import breachresponse.plan.Readiness;
import breachresponse.plan.ReadinessSettings;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.engine.Unrestricted;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code keep-plan-ready.bpmn}, which belongs to no case: one method per task, of
 * its name, in its order. A lapse is what has lapsed and whose task it is: all of a kind that a
 * role sees to is one task.
 */
@Component
public class KeepPlanReady implements ProcessSide {

  private static final String PROCESS = "keep-plan-ready";
  private static final String MENDED = "lapseMended";

  private final Readiness readiness;
  private final ReadinessSettings settings;
  private final Confirmations confirmations;
  private final ResponsePlan plan;
  private final NextVersion next;
  private final StaffMail mail;
  private final URI site;
  private final RuntimeService processes;
  private final Unrestricted engine;
  private final Words words;
  private final Desk desk;
  private final Catalogue catalogue;

  KeepPlanReady(
      Readiness readiness,
      ReadinessSettings settings,
      Confirmations confirmations,
      ResponsePlan plan,
      NextVersion next,
      StaffMail mail,
      @Value("${breach.public-address}") URI site,
      RuntimeService processes,
      Unrestricted engine,
      Words words,
      Desk desk,
      Catalogue catalogue) {
    this.readiness = readiness;
    this.settings = settings;
    this.confirmations = confirmations;
    this.plan = plan;
    this.next = next;
    this.mail = mail;
    this.site = site;
    this.processes = processes;
    this.engine = engine;
    this.words = words;
    this.desk = desk;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var lapseId = lapseOf(task);
    var shown = new HashMap<String, Object>();
    shown.put("lapses", inWords(lapseId));
    if (isOfPhones(lapseId)) {
      shown.put(
          "numbers",
          readiness.unconfirmedNumbers(roleOf(lapseId)).stream()
              .map(Contact::inWords)
              .map(number -> Map.of("value", number, "label", number))
              .toList());
    }
    return shown;
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of("response plan: %s".formatted(kindOf(lapseOf(task)).title()));
  }

  /** Mails a link to each address whose confirmation has lapsed or soon will. */
  public void askContactsToConfirm(DelegateExecution execution) {
    readiness.addressesToConfirm().forEach(this::askToConfirm);
  }

  private void askToConfirm(Contact contact) {
    mail.post(
        List.of(contact.address()),
        catalogue.of("Please confirm that this address reaches you"),
        catalogue
            .of(
                """
                The response plan of %s says that mail to %s reaches: %s.

                If it does, please open this page and press the button:

                %s

                If it does not, please tell whoever keeps the plan: %s. The page is there for %d days.
                """)
            .formatted(
                plan.organisation(),
                contact.address(),
                contact.whose(),
                site.resolve("/confirm/" + confirmations.newLink(contact)),
                plan.contact().email(),
                settings.link().toDays()));
  }

  public void askForTheYearlyReview(DelegateExecution execution) {
    current().stream()
        .filter(lapse -> lapse.kind() == Kind.REVIEW)
        .forEach(lapse -> next.askFor("aYearIsOver", lapse.inWords()));
  }

  public void endWhatIsMended(DelegateExecution execution) {
    endMended();
  }

  /** By a link, which nobody waits for, or by an exercise that is over. */
  @EventListener(Confirmations.Confirmed.class)
  void endMended() {
    var open = waiting();
    if (open.isEmpty()) {
      return;
    }
    var lapsed = lapsed();
    open.forEach(
        (execution, lapseId) -> {
          if (!lapsed.contains(lapseId)) {
            engine.ask(
                () -> {
                  processes.messageEventReceived(MENDED, execution);
                  return lapseId;
                });
          }
        });
  }

  /** Those that are nobody's task yet. What only a version mends has its tasks in preparing one. */
  public void nameLapses(DelegateExecution execution) {
    var isPrepared = next.isPrepared();
    var open = waiting().values();
    execution.setVariable(
        "lapseIds",
        lapsed().stream()
            .filter(lapseId -> !open.contains(lapseId))
            .filter(lapseId -> !(isPrepared && kindOf(lapseId).isMendedByVersion()))
            .sorted()
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  public boolean isOfPhones(String lapseId) {
    return kindOf(lapseId) == Kind.PHONE;
  }

  public boolean isOfRehearsal(String lapseId) {
    return kindOf(lapseId) == Kind.EXERCISE;
  }

  public String roleOf(String lapseId) {
    return lapseId.split("/")[1];
  }

  /** Who was not reached is asked about again the next day. */
  public void confirmPhoneNumbers(DelegateTask task) {
    var reached = Answers.in(task).list("reached");
    readiness.unconfirmedNumbers(roleOf(lapseOf(task))).stream()
        .filter(number -> reached.contains(number.inWords()))
        .forEach(number -> confirmations.reached(number, desk.whoActs()));
  }

  public void rehearseThePlan(DelegateTask task) {
    // what counts is an exercise that is over: without one, the task is there again the next day
  }

  public void mendThePlan(DelegateTask task) {
    var lapseId = lapseOf(task);
    next.askFor(
        "plan-has-lapsed",
        current().stream()
            .filter(lapse -> idOf(lapse).equals(lapseId))
            .map(Lapse::inWords)
            .collect(joining("; ")));
  }

  private String inWords(String lapseId) {
    return current().stream()
        .filter(lapse -> idOf(lapse).equals(lapseId))
        .map(
            lapse ->
                "* "
                    + catalogue
                        .of("%s (since %s)")
                        .formatted(
                            CaseSheet.plain(catalogue.of(lapse.inWords())),
                            words.at(lapse.since(), plan.zone())))
        .collect(joining("\n"));
  }

  private List<Lapse> current() {
    return readiness.report().lapses();
  }

  private Set<String> lapsed() {
    return current().stream().map(KeepPlanReady::idOf).collect(Collectors.toSet());
  }

  /** The lapses that are somebody's task, by what waits for the news that they are mended. */
  private Map<String, String> waiting() {
    return engine.ask(
        () ->
            processes
                .createExecutionQuery()
                .processDefinitionKey(PROCESS)
                .messageEventSubscriptionName(MENDED)
                .list()
                .stream()
                .map(Execution::getId)
                .collect(
                    Collectors.toMap(
                        id -> id, id -> (String) processes.getVariable(id, "lapseId"))));
  }

  private static String idOf(Lapse lapse) {
    return lapse.kind() + "/" + lapse.role();
  }

  private static Kind kindOf(String lapseId) {
    return Kind.valueOf(lapseId.split("/")[0]);
  }

  private static String lapseOf(DelegateTask task) {
    return (String) task.getVariable("lapseId");
  }
}
