package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.channel.Channels;
import breachresponse.delivery.Dispatches;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Incidents;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.notice.ChannelRules.Channel;
import breachresponse.notice.Posts;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The Java side of {@code tell-the-public.bpmn}: which channels, in which order. */
@Component
public class TellThePublic implements ProcessSide {

  private static final String STAGES = "stageNumbers";
  private static final String TOLD = "isPublicTold";

  private final Desk desk;
  private final CaseSheet caseSheet;
  private final Incidents incidents;
  private final Holds holds;
  private final CriticalityScale scale;
  private final ChannelRules rules;
  private final Channels channels;
  private final Posts posts;
  private final Dispatches dispatches;
  private final DispatchSheet sheet;

  TellThePublic(
      Desk desk,
      CaseSheet caseSheet,
      Incidents incidents,
      Holds holds,
      CriticalityScale scale,
      ChannelRules rules,
      Channels channels,
      Posts posts,
      Dispatches dispatches,
      DispatchSheet sheet) {
    this.desk = desk;
    this.caseSheet = caseSheet;
    this.incidents = incidents;
    this.holds = holds;
    this.scale = scale;
    this.rules = rules;
    this.channels = channels;
    this.posts = posts;
    this.dispatches = dispatches;
    this.sheet = sheet;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", caseSheet.of(task));
    shown.putAll(sheet.mails(postOf(task)));
    return shown;
  }

  /**
   * Each order that the table gives at any level, the lowest first, as it was when the first stage
   * began: the level and the table may change before the last.
   */
  public List<Integer> stages(DelegateExecution execution) {
    if (!execution.hasVariable(STAGES)) {
      var post = postOf(execution);
      execution.setVariable(
          STAGES,
          scale.levels().stream()
              .flatMap(level -> all(level.number(), post))
              .map(Channel::order)
              .sorted()
              .distinct()
              .map(String::valueOf)
              .collect(joining(",")));
    }
    return Stream.of(((String) execution.getVariable(STAGES)).split(","))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }

  /** Of what began before the level could change on the way. */
  public List<Integer> stages(String caseNumber, String postId) {
    return all(caseNumber, postId).map(Channel::order).sorted().distinct().toList();
  }

  /** The channels of one order. */
  public List<String> channels(String caseNumber, String postId, int stageNumber) {
    return all(caseNumber, postId)
        .filter(channel -> channel.order() == stageNumber)
        .map(Channel::name)
        .distinct()
        .toList();
  }

  /** Whether this stage waits, and nobody has said yet that the public is told all the same. */
  public boolean doMailsGoFirst(DelegateExecution execution) {
    var caseNumber = Desk.caseOf(execution).value();
    var stage = (int) execution.getVariable("stageNumber");
    return !execution.hasVariable(TOLD)
        && isAfterTheMails(caseNumber, stage)
        && !channels(caseNumber, postOf(execution).toString(), stage).isEmpty()
        && dispatches.isInFirstRound(postOf(execution));
  }

  private boolean isAfterTheMails(String caseNumber, int stage) {
    return rules.channelsFor(level(caseNumber), Audience.CUSTOMERS).stream()
        .anyMatch(mail -> mail.order() < stage);
  }

  public Date mailsDue(String postId) {
    return Desk.date(dispatches.halfTime(UUID.fromString(postId)));
  }

  /** Completed by hand only if the public can't wait, or is not told at all. */
  public void letTheMailsGoFirst(DelegateTask task) {
    var answers = Answers.in(task);
    var told = answers.is("decision", "now");
    if (told) {
      holds.refuse("decision", Desk.caseOf(task));
    }
    posts.record(
        postOf(task),
        desk.whoActs(),
        told ? "posts go out before all mails" : "posts withheld",
        answers.needText("reason"));
    task.setVariable(TOLD, told);
  }

  private Stream<Channel> all(String caseNumber, String postId) {
    return all(level(caseNumber), UUID.fromString(postId));
  }

  private int level(String caseNumber) {
    return incidents.get(new CaseNumber(caseNumber)).level();
  }

  /** In the first hour there is no time for what people must do by hand. */
  private Stream<Channel> all(int level, UUID post) {
    var holding = posts.isHolding(post);
    return Audience.OF_A_POST.stream()
        .flatMap(audience -> rules.channelsFor(level, audience).stream())
        .filter(
            channel ->
                !holding
                    || channel.name().equals(PostOnChannel.BLOG)
                    || channels.isConnected(channel.name()));
  }

  private static UUID postOf(VariableScope scope) {
    return UUID.fromString((String) scope.getVariable("postId"));
  }
}
