package breachresponse.workflow.sso;

import breachresponse.operations.Check;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Whether the identity provider answers, where there is one. */
@Component("singleSignOnHealthIndicator")
@ConditionalOnProperty("breach.sso.issuer")
class ProviderHealth implements Check {

  private final Provider provider;

  ProviderHealth(SsoSettings settings) {
    provider = new Provider(settings);
  }

  @Override
  public Optional<Ailment> ailment() {
    return provider
        .silence()
        .map(
            why ->
                new Ailment(
                    "nobody new can log in by single sign-on: %s".formatted(why),
                    "see that the provider runs and can be reached from here (breach.sso.issuer); who is logged in stays so, local accounts work, and nothing needs to be started again"));
  }
}
