package breachresponse.workflow.sso;

import breachresponse.operations.Check;
import breachresponse.operations.HealthSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Whether the identity provider answers, where there is one. It is asked now and then, and not by
 * whoever asks for our health: it may be away in a way that says nothing.
 */
@Component("singleSignOnHealthIndicator")
@ConditionalOnProperty("breach.sso.issuer")
class ProviderHealth implements Check {

  private final Provider provider;
  private final Duration limit;
  private final Clock clock;
  private volatile Instant answeredAt;
  private volatile String why = "nobody has asked it";

  ProviderHealth(SsoSettings settings, HealthSettings health, Clock clock) {
    this.provider = new Provider(settings);
    this.limit = health.providerSilent();
    this.clock = clock;
    this.answeredAt = clock.instant();
  }

  @Scheduled(fixedDelayString = "PT30S")
  void ask() {
    provider.silence().ifPresentOrElse(reason -> why = reason, () -> answeredAt = clock.instant());
  }

  @Override
  public Optional<Ailment> ailment() {
    var since = answeredAt;
    return since.plus(limit).isAfter(clock.instant())
        ? Optional.empty()
        : Optional.of(
            new Ailment(
                "the identity provider has not answered for %d min, so that nobody new may get in by single sign-on: %s"
                    .formatted(Duration.between(since, clock.instant()).toMinutes(), why),
                "see that it runs and can be reached from here (breach.sso.issuer); who is logged in stays so, local accounts work, and nothing needs to be started again"));
  }
}
