package breachresponse.channel;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of one part of a post on one channel.
 *
 * @param number of times that it was tried
 * @param since the first of them
 * @param retryAt only while it is waiting
 * @param posted only once it is
 */
record Attempt(
    Status status,
    int number,
    Instant since,
    Optional<Instant> retryAt,
    Optional<Posted> posted,
    Optional<String> reason) {

  enum Status {
    /** Asked, and not answered yet; found later, the answer is lost. */
    TRYING,
    WAITING,
    POSTED,
    UNCLEAR,
    REFUSED
  }
}
