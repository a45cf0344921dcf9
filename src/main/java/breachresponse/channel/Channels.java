package breachresponse.channel;

import breachresponse.channel.Attempt.Status;
import breachresponse.channel.Attempts.Part;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Posts on the channels for which there are credentials, each part of a thread once: one that may
 * or may not be there is sent again only where the channel knows it again, and is for people
 * otherwise.
 */
@Service
public class Channels {

  /** Between attempts; after the last one people see to it. */
  private static final List<Duration> BACK_OFF =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30));

  /** A channel that asks for more is for people, who may post sooner by hand. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(2);

  /**
   * How far a post has come on a channel.
   *
   * @param link of its first part
   * @param retryAt when it is tried again by itself
   * @param problem why it is not posted
   */
  public record Outcome(
      boolean posted, Optional<URI> link, Optional<Instant> retryAt, Optional<String> problem) {}

  private final Publishers publishers;
  private final Attempts attempts;
  private final Clock clock;

  Channels(Publishers publishers, Attempts attempts, Clock clock) {
    this.publishers = publishers;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Whether there are credentials for it. */
  public boolean isConnected(String channel) {
    return publishers.of(channel).isPresent();
  }

  /** The text as it fits the channel: one post, or the parts of a thread in their order. */
  public static List<String> parts(String channel, String text) {
    return Parts.of(text, Limit.of(channel));
  }

  /**
   * Posts what is not posted yet, part after part, and stops at the first that is not taken. No
   * transaction should be open that others wait for: it takes as long as the channel does.
   *
   * @throws IllegalStateException if the channel is not connected
   */
  public Outcome post(UUID postId, String channel, Article article) {
    var publisher =
        publishers
            .of(channel)
            .orElseThrow(
                () -> new IllegalStateException("channel: %s is not connected".formatted(channel)));
    var texts = attempts.cut(postId, channel, parts(channel, article.text()));
    var posted = new ArrayList<Posted>();
    for (var number = 1; number <= texts.size(); number++) {
      var part = new Part(postId, channel, number);
      var text = texts.get(number - 1);
      var done = attempts.find(part).flatMap(Attempt::posted);
      if (done.isEmpty() && mayBeTried(part, publisher)) {
        done = tried(part, publisher, article, text, List.copyOf(posted));
      }
      if (done.isEmpty()) {
        break;
      }
      posted.add(done.get());
    }
    return outcome(postId, channel);
  }

  /** As the last attempt left it; of a post that was never tried, not posted. */
  public Outcome outcome(UUID postId, String channel) {
    var parts = attempts.of(postId, channel);
    var last = parts.stream().reduce((earlier, later) -> later);
    return new Outcome(
        last.filter(part -> part.status() == Status.POSTED).isPresent()
            && parts.size() >= attempts.cut(postId, channel).size(),
        parts.stream().findFirst().flatMap(Attempt::posted).flatMap(Posted::link),
        last.filter(part -> part.status() == Status.WAITING).flatMap(Attempt::retryAt),
        last.filter(part -> part.status() != Status.POSTED).flatMap(Attempt::reason));
  }

  /** People have made sure that it is not there, and want it tried again. */
  public void tryAgain(UUID postId, String channel) {
    attempts.renew(postId, channel);
  }

  private boolean mayBeTried(Part part, Publisher publisher) {
    var last = attempts.find(part);
    if (last.filter(attempt -> mayBeThere(attempt, publisher))
        .filter(attempt -> !isRepeatable(attempt, publisher))
        .isPresent()) {
      attempts.failed(part, Status.UNCLEAR, "no answer came in time: it may be there");
      return false;
    }
    return last.filter(
            attempt -> attempt.status() == Status.UNCLEAR || attempt.status() == Status.REFUSED)
        .isEmpty();
  }

  private Optional<Posted> tried(
      Part part, Publisher publisher, Article article, String text, List<Posted> before) {
    var attempt = attempts.begin(part);
    try {
      var posted =
          publisher.publish(new Message(key(part), article, text, attempt.since(), before));
      attempts.posted(part, posted);
      return Optional.of(posted);
    } catch (ChannelFailure failure) {
      record(part, attempt, publisher, failure);
      return Optional.empty();
    }
  }

  private void record(Part part, Attempt attempt, Publisher publisher, ChannelFailure failure) {
    switch (failure.kind()) {
      case REFUSED -> attempts.failed(part, Status.REFUSED, failure.getMessage());
      case LATER -> waitOrGiveUp(part, attempt, failure);
      case UNCLEAR -> {
        if (isRepeatable(attempt, publisher)) {
          waitOrGiveUp(part, attempt, failure);
        } else {
          attempts.failed(part, Status.UNCLEAR, failure.getMessage() + ": it may be there");
        }
      }
    }
  }

  private void waitOrGiveUp(Part part, Attempt attempt, ChannelFailure failure) {
    var asked = failure.retryAfter().orElse(Duration.ZERO);
    if (attempt.number() > BACK_OFF.size() || asked.compareTo(LONGEST_WAIT) > 0) {
      attempts.failed(part, Status.REFUSED, failure.getMessage());
      return;
    }
    var ours = BACK_OFF.get(attempt.number() - 1);
    attempts.waits(
        part, clock.instant().plus(asked.compareTo(ours) > 0 ? asked : ours), failure.getMessage());
  }

  /** The system stopped before the answer came, or what waits has waited for too long. */
  private static boolean mayBeThere(Attempt attempt, Publisher publisher) {
    return attempt.status() == Status.TRYING
        || attempt.status() == Status.WAITING
            && attempt.number() > 0
            && !publisher.repeatableFor().isZero();
  }

  private boolean isRepeatable(Attempt attempt, Publisher publisher) {
    return clock.instant().isBefore(attempt.since().plus(publisher.repeatableFor()));
  }

  private static UUID key(Part part) {
    return UUID.nameUUIDFromBytes(
        "%s/%s/%d"
            .formatted(part.postId(), part.channel(), part.number())
            .getBytes(StandardCharsets.UTF_8));
  }
}
