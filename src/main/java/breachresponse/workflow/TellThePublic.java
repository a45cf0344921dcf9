package breachresponse.workflow;

import breachresponse.channel.Channels;
import breachresponse.incident.CaseNumber;
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
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The Java side of {@code tell-the-public.bpmn}: which channels, in which order. */
@Component
public class TellThePublic implements ProcessSide {

  private final Incidents incidents;
  private final ChannelRules rules;
  private final Channels channels;
  private final Posts posts;

  TellThePublic(Incidents incidents, ChannelRules rules, Channels channels, Posts posts) {
    this.incidents = incidents;
    this.rules = rules;
    this.channels = channels;
    this.posts = posts;
  }

  /** It has no tasks. */
  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    return Map.of();
  }

  /** Each order that the table gives, the lowest first. */
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

  /** In the first hour there is no time for what people must do by hand. */
  private Stream<Channel> all(String caseNumber, String postId) {
    var level = incidents.get(new CaseNumber(caseNumber)).level();
    var holding = posts.isHolding(UUID.fromString(postId));
    return Audience.OF_A_POST.stream()
        .flatMap(audience -> rules.channelsFor(level, audience).stream())
        .filter(
            channel ->
                !holding
                    || channel.name().equals(PostOnChannel.BLOG)
                    || channels.isConnected(channel.name()));
  }
}
