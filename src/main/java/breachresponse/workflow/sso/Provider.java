package breachresponse.workflow.sso;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.ClientHttpRequestFactorySettings;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The identity provider as it describes itself (OpenID Connect Discovery 1.0). It is asked when
 * somebody logs in, so that this server starts without it, and nobody waits for an answer to
 * somebody else's question.
 */
class Provider implements ClientRegistrationRepository {

  static final String ID = "sso";
  static final String CALLBACK = "/login/oauth2/code/" + ID;

  /** Of a connection, and of each answer: it may be away in a way that says nothing. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final ParameterizedTypeReference<Map<String, Object>> DESCRIPTION =
      new ParameterizedTypeReference<>() {};

  private final SsoSettings settings;
  private volatile ClientRegistration known;

  Provider(SsoSettings settings) {
    this.settings = settings;
  }

  @Override
  public ClientRegistration findByRegistrationId(String id) {
    if (!ID.equals(id)) {
      return null;
    }
    if (known == null) {
      known = registration();
    }
    return known;
  }

  /** Why it says nothing of itself just now; nothing if it does. */
  Optional<String> silence() {
    try {
      description();
      return Optional.empty();
    } catch (RestClientException | IllegalStateException why) {
      return Optional.of(String.valueOf(why.getMessage()));
    }
  }

  private ClientRegistration registration() {
    return ClientRegistrations.fromOidcConfiguration(description())
        .registrationId(ID)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .scope(settings.scopes())
        .redirectUri("{baseUrl}" + CALLBACK)
        .build();
  }

  private Map<String, Object> description() {
    var issuer = settings.issuer().toString();
    var description =
        RestClient.builder()
            .requestFactory(requests())
            .build()
            .get()
            .uri(
                UriComponentsBuilder.fromUriString(issuer.replaceFirst("/$", ""))
                    .path("/.well-known/openid-configuration")
                    .build()
                    .toUri())
            .retrieve()
            .body(DESCRIPTION);
    if (description == null || !issuer.equals(description.get("issuer"))) {
      throw new IllegalStateException(
          "breach.sso.issuer: the provider calls itself otherwise; write the address as it does");
    }
    return description;
  }

  /** Requests that are given up. */
  static ClientHttpRequestFactory requests() {
    return ClientHttpRequestFactoryBuilder.simple()
        .build(
            ClientHttpRequestFactorySettings.defaults()
                .withConnectTimeout(PATIENCE)
                .withReadTimeout(PATIENCE));
  }
}
