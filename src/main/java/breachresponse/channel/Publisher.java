package breachresponse.channel;

import java.time.Duration;

/** Posts on one channel, over its API. */
interface Publisher {

  /** Longer than anybody tries. */
  Duration ALWAYS = Duration.ofDays(3650);

  /**
   * @throws ChannelFailure saying whether nothing was posted, or nobody knows
   */
  Posted publish(Message message);

  /** How long the same message may be sent again and is still posted once. */
  default Duration repeatableFor() {
    return Duration.ZERO;
  }
}
