package breachresponse.workflow;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import breachresponse.language.Catalogue;
import breachresponse.plan.Completeness;
import breachresponse.plan.Completeness.Gap;
import breachresponse.plan.LawOfThePlan;
import breachresponse.plan.PlanVersion;
import breachresponse.plan.Plans;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.deployment.SaysItIsSigned;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import breachresponse.workflow.planning.Booklet;
import breachresponse.workflow.planning.PlanSection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code prepare-response-plan.bpmn}, which belongs to no case: one method per
 * task, of its name, in its order.
 */
@Component
public class PrepareResponsePlan implements ProcessSide {

  private final Plans plans;
  private final Completeness completeness;
  private final Map<String, PlanSection> sections;
  private final Booklet booklet;
  private final SignOffs signOffs;
  private final DocumentSheet documents;
  private final RuntimeService processes;
  private final NextVersion next;
  private final LawOfThePlan law;
  private final NewTeam team;
  private final Desk desk;
  private final Catalogue catalogue;

  PrepareResponsePlan(
      Plans plans,
      Completeness completeness,
      List<PlanSection> sections,
      Booklet booklet,
      SignOffs signOffs,
      DocumentSheet documents,
      RuntimeService processes,
      NextVersion next,
      LawOfThePlan law,
      NewTeam team,
      Desk desk,
      Catalogue catalogue) {
    this.plans = plans;
    this.completeness = completeness;
    this.sections = sections.stream().collect(toMap(PlanSection::task, Function.identity()));
    this.booklet = booklet;
    this.signOffs = signOffs;
    this.documents = documents;
    this.processes = processes;
    this.next = next;
    this.law = law;
    this.team = team;
    this.desk = desk;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var version = plans.get(versionOf(task));
    return task.getTaskDefinitionKey().equals("chooseWhatToSettle")
        ? Map.of("state", state(version), "steps", proposed(version))
        : sections.get(task.getTaskDefinitionKey()).shown(version.content());
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of("response plan, version %d".formatted(versionOf(task)));
  }

  public void versionAskedFor(DelegateExecution execution) {
    refuseIfPrepared();
    execution.setVariable("reason", Answers.in(execution).needText("reason"));
  }

  public void openNextVersion(DelegateExecution execution) {
    var by =
        Optional.ofNullable((String) execution.getVariable("asker")).orElse(PlanVersion.ITSELF);
    var version = plans.openNext((String) execution.getVariable("reason"), by);
    execution.setVariable("planVersion", version.number());
  }

  public void chooseWhatToSettle(DelegateTask task) {
    var chosen = Answers.in(task).list("steps");
    Completeness.SECTIONS.forEach(
        section -> task.setVariable(section + "IsDue", chosen.contains(section)));
    task.setVariable("author", desk.whoActs());
  }

  public void establishTheTeam(DelegateTask task) {
    settle(task);
  }

  public void setPointsOfContact(DelegateTask task) {
    settle(task);
  }

  public void chooseCommunicationMechanisms(DelegateTask task) {
    settle(task);
  }

  public void defineDisclosureLevels(DelegateTask task) {
    settle(task);
  }

  public void defineTheCriticalityScale(DelegateTask task) {
    settle(task);
  }

  public void reviewLegalObligations(DelegateTask task) {
    settle(task);
    task.setVariable("dutiesAreAccepted", Answers.in(task).is("decision", "accept"));
  }

  public void determineTheVoice(DelegateTask task) {
    settle(task);
  }

  public void prepareMessages(DelegateTask task) {
    settle(task);
  }

  public void setTargets(DelegateTask task) {
    settle(task);
  }

  public void checkThePlan(DelegateExecution execution) {
    var content = plans.get(versionOf(execution)).content();
    execution.setVariable("planIsComplete", completeness.gapsOf(content).isEmpty());
  }

  public void submitThePlan(DelegateExecution execution) {
    var version = plans.get(versionOf(execution));
    var document =
        signOffs.submit(
            null,
            Document.Kind.RESPONSE_PLAN,
            "Response plan, version %d".formatted(version.number()),
            booklet.of(version),
            (String) execution.getVariable("author"));
    plans.submit(version.number(), document.id());
    execution.setVariable("documentId", document.id().toString());
  }

  @SaysItIsSigned
  public boolean isSigned(String documentId) {
    return signOffs.isSigned(UUID.fromString(documentId));
  }

  public void putThePlanInForce(DelegateExecution execution) {
    plans.putInForce(versionOf(execution));
    team.follow(plans.get(versionOf(execution)));
    law.changedPlaces();
    processes.createMessageCorrelation("planPutInForce").correlateStartMessage();
  }

  private void settle(DelegateTask task) {
    var section = sections.get(task.getTaskDefinitionKey());
    var answers = Answers.in(task);
    plans.settle(versionOf(task), content -> section.settled(content, answers));
  }

  private void refuseIfPrepared() {
    if (next.isPrepared()) {
      throw new IllegalArgumentException(
          "reason: a version is being prepared already, please complete its tasks first");
    }
  }

  private String state(PlanVersion version) {
    return """
        %s · %s

        %s

        %s"""
        .formatted(
            catalogue.of("**Version %d**").formatted(version.number()),
            CaseSheet.plain(catalogue.ofEach(version.reason(), "; ")),
            version
                .documentId()
                .map(signOffs::get)
                .map(documents::objections)
                .filter(objections -> !objections.isEmpty())
                .map(
                    objections ->
                        catalogue.of("**It was refused.** %s").formatted("\n\n" + objections))
                .orElse(""),
            gaps(completeness.gapsOf(version.content())));
  }

  private String gaps(List<Gap> gaps) {
    return gaps.isEmpty()
        ? catalogue.of("Nothing is missing.")
        : gaps.stream()
            .map(gap -> "* " + CaseSheet.plain(catalogue.of(gap.inWords())))
            .collect(joining("\n", catalogue.of("**What is missing**") + "\n\n", ""));
  }

  /** All of it the first time; then what has gaps. */
  private List<String> proposed(PlanVersion version) {
    var gaps = completeness.gapsOf(version.content()).stream().map(Gap::section).distinct();
    return version.number() == 1 && version.documentId().isEmpty()
        ? Completeness.SECTIONS
        : gaps.toList();
  }

  private static int versionOf(DelegateTask task) {
    return (Integer) task.getVariable("planVersion");
  }

  private static int versionOf(DelegateExecution execution) {
    return (Integer) execution.getVariable("planVersion");
  }
}
