package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.incident.OwnTargets;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.notice.Statements;
import breachresponse.signoff.SignOffs;
import breachresponse.workflow.deployment.Releases;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code publish-holding-statement.bpmn}: one method per task, of its name, in its
 * order.
 */
@Component
public class PublishHoldingStatement implements ProcessSide {

  private final Incidents incidents;
  private final Cases cases;
  private final Holds holds;
  private final ChannelRules channels;
  private final Statements statements;
  private final SignOffs signOffs;
  private final OwnTargets targets;
  private final CaseSheet caseSheet;
  private final Desk desk;
  private final DocumentSheet documents;

  PublishHoldingStatement(
      Incidents incidents,
      Cases cases,
      Holds holds,
      ChannelRules channels,
      Statements statements,
      SignOffs signOffs,
      OwnTargets targets,
      CaseSheet caseSheet,
      Desk desk,
      DocumentSheet documents) {
    this.incidents = incidents;
    this.cases = cases;
    this.holds = holds;
    this.channels = channels;
    this.statements = statements;
    this.signOffs = signOffs;
    this.targets = targets;
    this.caseSheet = caseSheet;
    this.desk = desk;
    this.documents = documents;
  }

  /** The proposal is made, so that a release is one click. */
  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var document = signOffs.get(statements.get(postOf(task)).documentId());
    var shown = new LinkedHashMap<String, Object>();
    shown.put(
        "caseSheet",
        caseSheet.of(task, "the statement is out", targets.holdingStatement(Desk.caseOf(task))));
    shown.putAll(documents.of(document));
    shown.put("decision", "release");
    return shown;
  }

  public void statementProposed(DelegateExecution execution) {
    var caseNumber = cases.named(execution);
    cases.refuseIfOver(caseNumber);
    holds.refuse("caseNumber", caseNumber);
    var level = incidents.get(caseNumber).level();
    if (channels.channelsFor(level, Audience.PUBLIC).stream()
        .noneMatch(channel -> channel.name().equals(PostOnChannel.BLOG))) {
      throw new IllegalArgumentException(
          "caseNumber: case %s has level %d, at which the table of channels publishes nothing"
              .formatted(caseNumber, level));
    }
    var statement =
        statements.proposeHolding(caseNumber, (String) execution.getVariable("proposer"));
    execution.setProcessBusinessKey(caseNumber.value());
    execution.setVariable("caseNumber", caseNumber.value());
    execution.setVariable("postId", statement.id().toString());
  }

  public Date statementDue(String caseNumber) {
    return Desk.date(targets.holdingStatement(new CaseNumber(caseNumber)));
  }

  @Releases("statementIsReleased")
  public void releaseStatement(DelegateTask task) {
    var answers = Answers.in(task);
    var released = answers.is("decision", "release");
    if (released) {
      holds.refuse("decision", Desk.caseOf(task));
      statements.release(postOf(task), desk.whoActs());
    } else {
      statements.withdraw(postOf(task), answers.needText("reason"), desk.whoActs());
    }
    task.setVariable("statementIsReleased", released);
  }

  private static UUID postOf(DelegateTask task) {
    return UUID.fromString((String) task.getVariable("postId"));
  }
}
