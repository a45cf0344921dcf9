package breachresponse.workflow.sso;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.operations.HealthSettings;
import breachresponse.support.IdentityProvider;
import breachresponse.support.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderHealthTest {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final IdentityProvider provider = new IdentityProvider();
  private final Time time = new Time();
  private final ProviderHealth health =
      new ProviderHealth(
          new SsoSettings(
              URI.create(provider.issuer()),
              IdentityProvider.CLIENT,
              IdentityProvider.SECRET,
              List.of("openid"),
              "preferred_username",
              false,
              "groups",
              List.of(new Mapping("legal", "lawyers")),
              Duration.ofHours(12)),
          new HealthSettings(null, null, null, LIMIT, null),
          time);

  @AfterEach
  void the_provider_ends() {
    provider.close();
    time.close();
  }

  @Test
  void a_provider_that_stays_away_is_an_ailment_until_it_answers_again() {
    health.ask();
    assertThat(health.ailment()).isEmpty();

    provider.close();
    health.ask();
    time.passes(LIMIT.minusSeconds(1));
    health.ask();
    assertThat(health.ailment()).isEmpty();

    time.passes(Duration.ofSeconds(1));
    assertThat(health.ailment())
        .hasValueSatisfying(
            found ->
                assertThat(found.problem())
                    .startsWith("the identity provider has not answered for 5 min")
                    .contains("Connection refused"));

    provider.open();
    health.ask();
    assertThat(health.ailment()).isEmpty();
  }

  @Test
  void who_asks_for_our_health_asks_nobody_else() {
    provider.close();
    assertThat(health.ailment()).isEmpty();
  }
}
