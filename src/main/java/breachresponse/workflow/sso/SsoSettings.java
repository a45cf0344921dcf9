package breachresponse.workflow.sso;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The identity provider by which people log in. Without an issuer there is none.
 *
 * @param issuer where the provider's description is found, below {@code .well-known}
 * @param scopes what is asked of it, {@code openid} among them
 * @param nameClaim what of a token is the name of the account, up to an at sign
 * @param trustEmail whether the address in a token is its person's where the provider does not say
 *     ({@code email_verified}): only if nobody can change it there themselves
 * @param groupsClaim what of a token lists the groups
 * @param groups a group of ours, an equals sign, and one of the provider's which is that to us
 * @param session for how long a log-in holds at most
 */
@ConfigurationProperties("breach.sso")
record SsoSettings(
    URI issuer,
    String clientId,
    @DefaultValue("") String clientSecret,
    @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
    @DefaultValue("preferred_username") String nameClaim,
    @DefaultValue("false") boolean trustEmail,
    @DefaultValue("groups") String groupsClaim,
    @DefaultValue List<Mapping> groups,
    @DefaultValue("12h") Duration session) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  SsoSettings {
    if (issuer != null) {
      refuseUnless(
          "https".equals(issuer.getScheme())
              || THIS_MACHINE.contains(String.valueOf(issuer.getHost())),
          "breach.sso.issuer: give the https address of the provider");
      refuseUnless(
          clientId != null && !clientId.isBlank(),
          "breach.sso.client-id: it is missing, the provider gives it");
      refuseUnless(
          !clientSecret.isBlank(),
          "breach.sso.client-secret: it is missing, the provider gives it");
      refuseUnless(scopes.contains("openid"), "breach.sso.scopes: openid must be among them");
      refuseUnless(
          !groups.isEmpty(),
          "breach.sso.groups: without any nobody gets in; write one such as legal=our-lawyers");
    }
  }

  /** The groups of ours that these of the provider's are. */
  Set<String> ours(Collection<String> theirs) {
    return groups.stream()
        .filter(mapping -> theirs.contains(mapping.theirs()))
        .map(Mapping::ours)
        .collect(Collectors.toSet());
  }

  private static void refuseUnless(boolean right, String message) {
    if (!right) {
      throw new IllegalArgumentException(message);
    }
  }
}
