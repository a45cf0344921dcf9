package breachresponse.channel;

import java.time.Duration;
import java.util.Optional;

/** A message was not posted, or nobody knows whether it was. */
final class ChannelFailure extends RuntimeException {

  enum Kind {
    /** Nothing was posted, and trying again will not help. */
    REFUSED,
    /** Nothing was posted, and it may be tried again. */
    LATER,
    /** The answer is lost, so that it may be there or not. */
    UNCLEAR
  }

  private final Kind kind;
  private final transient Optional<Duration> retryAfter;

  /**
   * @param reason for people, without credentials
   */
  ChannelFailure(Kind kind, String reason, Optional<Duration> retryAfter) {
    super(reason);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  static ChannelFailure later(String reason) {
    return new ChannelFailure(Kind.LATER, reason, Optional.empty());
  }

  static ChannelFailure unclear(String reason) {
    return new ChannelFailure(Kind.UNCLEAR, reason, Optional.empty());
  }

  Kind kind() {
    return kind;
  }

  /** What the channel asks for. */
  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
