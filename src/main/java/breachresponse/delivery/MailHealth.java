package breachresponse.delivery;

import breachresponse.delivery.Outage.Trouble;
import breachresponse.operations.Check;
import breachresponse.operations.HealthSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether mail leaves. That nothing is to be sent is well. */
@Component("mailHealthIndicator")
class MailHealth implements Check {

  private final Dispatcher dispatcher;
  private final MailFigures figures;
  private final Duration limit;
  private final Clock clock;

  MailHealth(Dispatcher dispatcher, MailFigures figures, HealthSettings settings, Clock clock) {
    this.dispatcher = dispatcher;
    this.figures = figures;
    this.limit = settings.mailStuck();
    this.clock = clock;
  }

  @Override
  public Optional<Ailment> ailment() {
    return dispatcher
        .trouble()
        .filter(trouble -> isTooLong(trouble.since()) && figures.isAnyWaiting())
        .map(this::refused)
        .or(() -> figures.oldestDue().filter(this::isTooLong).map(this::lying));
  }

  private boolean isTooLong(Instant since) {
    return since.plus(limit).isBefore(clock.instant());
  }

  private Ailment refused(Trouble trouble) {
    return new Ailment(
        "no mail has left for %d min: %s".formatted(minutes(trouble.since()), trouble.reason()),
        "see that the mail server runs and takes mail from this account (spring.mail.*); what waits leaves by itself then");
  }

  private Ailment lying(Instant due) {
    return new Ailment(
        "mail to staff has been due for %d min and nobody sends it".formatted(minutes(due)),
        "see that breach.delivery.enabled is true on a node, and start that one again");
  }

  private long minutes(Instant since) {
    return Duration.between(since, clock.instant()).toMinutes();
  }
}
