package breachresponse.workflow;

import breachresponse.channel.Channels;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.language.Catalogue;
import breachresponse.notice.Audience;
import breachresponse.notice.ChannelRules.Channel;
import breachresponse.notice.Posts;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.workflow.deployment.TellsOutsiders;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.desk.Desk;
import breachresponse.workflow.forms.Answers;
import breachresponse.workflow.forms.ProcessSide;
import java.net.URI;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * The Java side of {@code post-on-channel.bpmn}: one method per task, of its name, in its order.
 */
@Component
public class PostOnChannel implements ProcessSide {

  /** Our own public page and its feed. */
  static final String BLOG = "blog";

  private static final String BY_ITSELF = "post-on-channel";
  private final Desk desk;
  private final CaseSheet caseSheet;
  private final Incidents incidents;
  private final Holds holds;
  private final Channels channels;
  private final Posts posts;
  private final ResponsePlan plan;
  private final Clock clock;
  private final Catalogue catalogue;

  PostOnChannel(
      Desk desk,
      CaseSheet caseSheet,
      Incidents incidents,
      Holds holds,
      Channels channels,
      Posts posts,
      ResponsePlan plan,
      Clock clock,
      Catalogue catalogue) {
    this.desk = desk;
    this.caseSheet = caseSheet;
    this.incidents = incidents;
    this.holds = holds;
    this.channels = channels;
    this.posts = posts;
    this.plan = plan;
    this.clock = clock;
    this.catalogue = catalogue;
  }

  @Override
  public Map<String, Object> prefill(DelegateTask task) {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("caseSheet", caseSheet.of(task));
    if (task.getTaskDefinitionKey().equals("informTheAudience")) {
      shown.put("audience", catalogue.of(channelOf(task)));
      shown.put(
          "text",
          channelOf(task).equals(Audience.PRESS.key())
              ? posts.forThePress(postOf(task))
              : posts.whole(postOf(task)));
      shown.put(
          "duties", isAuthorities(channelOf(task)) ? caseSheet.obligations(Desk.caseOf(task)) : "");
    } else {
      shown.putAll(posting(Desk.caseOf(task), postOf(task), channelOf(task)));
    }
    return shown;
  }

  @Override
  public Optional<String> about(DelegateTask task) {
    return Optional.of(Channel.title(channelOf(task)));
  }

  /** Authorities, the press, employees and partners are told by people who know them. */
  public boolean isForPeople(String channelId) {
    return Audience.isKey(channelId);
  }

  /** The group that tells them. */
  public String whoInforms(String channelId) {
    return isAuthorities(channelId) ? Role.PRIVACY.group() : Role.PR.group();
  }

  /** Whoever the plan says answers for it. */
  public String whoPosts(String channelId) {
    return plan.ownerOf(channelId).orElse(Role.PR.group());
  }

  /**
   * Nothing leaves in an exercise or under a hold: people then see to it. A channel may take its
   * time, and what it has answered stays even if this fails and is done again.
   */
  @TellsOutsiders("posts on a channel")
  public void postByItself(String caseNumber, String postId, String channelId) {
    var number = new CaseNumber(caseNumber);
    if (incidents.get(number).exercise() || holds.inForce(number).isPresent()) {
      return;
    }
    var id = UUID.fromString(postId);
    if (channelId.equals(BLOG)) {
      posts.publish(id, BY_ITSELF);
    } else if (channels.isConnected(channelId)) {
      record(id, channelId, channels.post(id, channelId, posts.article(id)));
    }
  }

  public boolean isPosted(String postId, String channelId) {
    var id = UUID.fromString(postId);
    return channelId.equals(BLOG)
        ? posts.isPublished(id)
        : channels.outcome(id, channelId).posted();
  }

  /** Without credentials, which may have been taken away since, nothing would come of it. */
  public boolean isTriedAgain(String postId, String channelId) {
    return channels.isConnected(channelId)
        && channels.outcome(UUID.fromString(postId), channelId).retryAt().isPresent();
  }

  /** Not before the end of a hold, or the time at which legal is asked about it again. */
  public Date tryAgainAt(String postId, String channelId) {
    var id = UUID.fromString(postId);
    var wanted = channels.outcome(id, channelId).retryAt().orElseGet(clock::instant);
    var allowed = holds.ends(posts.caseOf(id));
    return Desk.date(wanted.isAfter(allowed) ? wanted : allowed);
  }

  @TellsOutsiders("posts on a channel")
  public void postOnChannel(DelegateTask task) {
    var again = Answers.in(task).is("outcome", "again");
    if (again) {
      tryAgain(Desk.caseOf(task), postOf(task), channelOf(task));
    } else {
      postedByHand(task, postOf(task), channelOf(task));
    }
    task.setVariable("isTriedAgain", again);
  }

  @TellsOutsiders("informs an audience")
  public void informTheAudience(DelegateTask task) {
    holds.refuse("hold", Desk.caseOf(task));
    posts.record(
        postOf(task),
        desk.whoActs(),
        "audience informed",
        "%s: %s".formatted(Channel.title(channelOf(task)), Answers.in(task).needText("how")));
  }

  /** What the form for posting by hand shows. */
  Map<String, Object> posting(CaseNumber caseNumber, UUID postId, String channel) {
    return Map.of(
        "channel",
        Channel.title(channel),
        "preparedText",
        String.join(
            "\n\n----- %s -----\n\n".formatted(catalogue.of("next post of the thread")),
            Channels.parts(channel, posts.article(postId).text())),
        "why",
        why(caseNumber, postId, channel));
  }

  /** Takes in where it was posted by hand, or why not. */
  void postedByHand(DelegateTask task, UUID postId, String channel) {
    var answers = Answers.in(task);
    if (answers.is("outcome", "not-posted")) {
      posts.record(
          postId,
          desk.whoActs(),
          "not posted",
          Channel.title(channel) + ": " + answers.needText("reason"));
      return;
    }
    holds.refuse("hold", Desk.caseOf(task));
    if (incidents.get(Desk.caseOf(task)).exercise()) {
      throw new IllegalArgumentException(
          "outcome: this is an exercise and nothing is posted, please choose 'It is not posted'");
    }
    posts.postedOn(postId, channel, answers.needText("link"), desk.whoActs());
  }

  private void tryAgain(CaseNumber caseNumber, UUID postId, String channel) {
    holds.refuse("hold", caseNumber);
    if (!channel.equals(BLOG) && !channels.isConnected(channel)) {
      throw new IllegalArgumentException(
          "outcome: there are no credentials for %s, please post it by hand"
              .formatted(Channel.title(channel)));
    }
    channels.tryAgain(postId, channel);
    posts.record(postId, desk.whoActs(), "posting tried again", Channel.title(channel));
  }

  private void record(UUID postId, String channel, Channels.Outcome outcome) {
    outcome
        .link()
        .map(URI::toString)
        .ifPresent(link -> posts.postedOn(postId, channel, link, BY_ITSELF));
    if (outcome.posted() && outcome.link().isEmpty()) {
      posts.record(postId, BY_ITSELF, "notice posted", Channel.title(channel));
    }
    outcome
        .problem()
        .ifPresent(
            problem ->
                posts.record(
                    postId, BY_ITSELF, "not posted yet", Channel.title(channel) + ": " + problem));
  }

  private String why(CaseNumber caseNumber, UUID postId, String channel) {
    if (incidents.get(caseNumber).exercise()) {
      return catalogue.of("This is an exercise: **do not post it**.");
    }
    if (holds.inForce(caseNumber).isPresent()) {
      return catalogue.of("Law enforcement has asked not to tell the public yet.");
    }
    return channels
        .outcome(postId, channel)
        .problem()
        .map(
            problem ->
                catalogue
                    .of(
                        "The system could not post it: %s. Look at the channel first: parts of it may be there.")
                    .formatted(CaseSheet.plain(problem)))
        .orElseGet(() -> catalogue.of("The system has no credentials for this channel."));
  }

  private static boolean isAuthorities(String channel) {
    return channel.equals(Audience.AUTHORITIES.key());
  }

  private static UUID postOf(DelegateTask task) {
    return UUID.fromString((String) task.getVariable("postId"));
  }

  private static String channelOf(DelegateTask task) {
    return (String) task.getVariable("channelId");
  }
}
