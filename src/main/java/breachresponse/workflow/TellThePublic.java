package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.channel.Channels;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Incidents;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules;
import breachresponse.notice.ChannelRules.Channel;
import breachresponse.notice.Posts;
import breachresponse.workflow.forms.ProcessSide;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The Java side of {@code tell-the-public.bpmn}: which channels, in which order. */
@Component
public class TellThePublic implements ProcessSide {

  private final Incidents incidents;
  private final CriticalityScale scale;
  private final ChannelRules rules;
  private final Channels channels;
  private final Posts posts;

  TellThePublic(
      Incidents incidents,
      CriticalityScale scale,
      ChannelRules rules,
      Channels channels,
      Posts posts) {
    this.incidents = incidents;
    this.scale = scale;
    this.rules = rules;
    this.channels = channels;
    this.posts = posts;
  }

  /** It has no tasks. */
  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    return Map.of();
  }

  /**
   * Settles the stages: each order that the table gives at any level, since the case's may change
   * before the last stage.
   */
  public void textApproved(DelegateExecution execution) {
    var post = UUID.fromString((String) execution.getVariable("postId"));
    execution.setVariable(
        "stageNumbers",
        scale.levels().stream()
            .flatMap(level -> all(level.number(), post))
            .map(Channel::order)
            .sorted()
            .distinct()
            .map(String::valueOf)
            .collect(joining(",")));
  }

  /** The lowest first. */
  public List<Integer> stages(String stageNumbers) {
    return Stream.of(stageNumbers.split(",")).map(Integer::valueOf).toList();
  }

  /** Of what began before the mails had their place in the order. */
  public List<Integer> stages(String caseNumber, String postId) {
    return posted(level(caseNumber), UUID.fromString(postId))
        .map(Channel::order)
        .sorted()
        .distinct()
        .toList();
  }

  /** The channels of one order. */
  public List<String> channels(String caseNumber, String postId, int stageNumber) {
    return all(level(caseNumber), UUID.fromString(postId))
        .filter(channel -> channel.order() == stageNumber)
        .map(Channel::name)
        .distinct()
        .toList();
  }

  private int level(String caseNumber) {
    return incidents.get(new CaseNumber(caseNumber)).level();
  }

  /** The mails of a notice are in the queue already: posts that come after them wait. */
  private Stream<Channel> all(int level, UUID post) {
    if (!posts.isMailed(post)) {
      return posted(level, post);
    }
    var mails =
        rules.channelsFor(level, Audience.CUSTOMERS).stream()
            .filter(mail -> posted(level, post).anyMatch(after -> after.order() > mail.order()));
    return Stream.concat(mails, posted(level, post));
  }

  /** In the first hour there is no time for what people must do by hand. */
  private Stream<Channel> posted(int level, UUID post) {
    var holding = posts.isHolding(post);
    return Audience.OF_A_POST.stream()
        .flatMap(audience -> rules.channelsFor(level, audience).stream())
        .filter(
            channel ->
                !holding
                    || channel.name().equals(PostOnChannel.BLOG)
                    || channels.isConnected(channel.name()));
  }
}
