package breachresponse.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps all workers from a mail server that can't be reached or refuses us, ever longer. */
class Outage {

  private static final Logger log = LoggerFactory.getLogger(Outage.class);
  private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+");
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /**
   * Nothing has left since then.
   *
   * @param reason the last one, in the mail server's words
   */
  record Trouble(Instant since, String reason) {}

  private final Clock clock;
  private Instant until = Instant.MIN;
  private Trouble trouble;
  private Duration next = FIRST;

  Outage(Clock clock) {
    this.clock = clock;
  }

  synchronized boolean isOn() {
    return clock.instant().isBefore(until);
  }

  synchronized void begins(String reason) {
    if (isOn()) {
      return;
    }
    var words = withoutAddresses(reason);
    log.warn("No mail is sent for {} s: {}", next.toSeconds(), words);
    trouble = new Trouble(trouble == null ? clock.instant() : trouble.since(), words);
    until = clock.instant().plus(next);
    var doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /**
   * One letter that is refused keeps no other back: mail servers do not always say that it is for
   * its recipient. A second one, with none between that went better, is refused for us.
   */
  synchronized void suspects(String reason) {
    if (trouble == null) {
      trouble = new Trouble(clock.instant(), withoutAddresses(reason));
    } else {
      begins(reason);
    }
  }

  /** A mail server's words often repeat the recipient's address: no matter for logs and forms. */
  static String withoutAddresses(String reason) {
    return ADDRESS.matcher(reason).replaceAll("…");
  }

  synchronized void isOver() {
    next = FIRST;
    trouble = null;
  }

  synchronized Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }
}
