package breachresponse.workflow.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SsoSettingsTest {

  private static final Map<String, String> RIGHT =
      Map.of(
          "breach.sso.issuer", "https://login.example.org/realms/example",
          "breach.sso.client-id", "breach-response",
          "breach.sso.client-secret", "secret",
          "breach.sso.groups", "legal=lawyers, incident-team=lawyers, camunda-admin=operators");

  @Test
  void groups_of_the_provider_are_what_they_are_mapped_to_and_nothing_else() {
    var settings = settings(RIGHT);

    assertThat(settings.ours(List.of("lawyers"))).containsOnly("legal", "incident-team");
    assertThat(settings.ours(List.of("operators", "canteen"))).containsOnly("camunda-admin");
    assertThat(settings.ours(List.of("legal", "camunda-admin", "Lawyers"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, http://login.example.org",
    "client-id, ''",
    "client-secret, ''",
    "scopes, profile",
    "groups, ''",
    "groups, lawyers",
    "groups, legal=",
    "groups, gods=operators"
  })
  void what_would_let_nobody_in_or_everybody_is_refused(String setting, String value) {
    var wrong = new HashMap<>(RIGHT);
    wrong.put("breach.sso." + setting, value);

    assertThatThrownBy(() -> settings(wrong)).hasStackTraceContaining("breach.sso." + setting);
  }

  private static SsoSettings settings(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bind("breach.sso", SsoSettings.class)
        .get();
  }
}
