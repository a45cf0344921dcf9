package breachresponse.bounce;

import breachresponse.operations.Check;
import breachresponse.operations.HealthSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Whether mails that come back are read, where a mailbox is set for them. */
@Component("bouncesHealthIndicator")
@ConditionalOnExpression("!'${breach.bounces.host:}'.isBlank()")
class MailboxHealth implements Check {

  private final BounceMailbox mailbox;
  private final Duration limit;
  private final Clock clock;
  private final Instant startedAt;

  MailboxHealth(BounceMailbox mailbox, HealthSettings settings, Clock clock) {
    this.mailbox = mailbox;
    this.limit = settings.bouncesUnread();
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  @Override
  public Optional<Ailment> ailment() {
    var reading = mailbox.lastReading();
    var since = Optional.ofNullable(reading.readAt()).orElse(startedAt);
    return since.plus(limit).isBefore(clock.instant())
        ? Optional.of(
            new Ailment(
                "the mailbox of bounces has not been read for %d min: %s"
                    .formatted(
                        Duration.between(since, clock.instant()).toMinutes(),
                        Optional.ofNullable(reading.problem()).orElse("nobody has looked")),
                "see that it can be reached and that the password is right (breach.bounces.*); until then nobody notices whom a notice did not reach"))
        : Optional.empty();
  }
}
