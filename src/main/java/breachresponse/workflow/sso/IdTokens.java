package breachresponse.workflow.sso;

import static breachresponse.workflow.sso.Provider.PATIENCE;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Reads ID tokens as {@link OidcIdTokenDecoderFactory} does, but gives up a provider that does not
 * hand out its keys, and has nobody wait longer for others who ask for them.
 */
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

  private volatile JwtDecoder decoder;

  @Override
  public JwtDecoder createDecoder(ClientRegistration provider) {
    if (decoder == null) {
      decoder = decoder(provider);
    }
    return decoder;
  }

  private static JwtDecoder decoder(ClientRegistration provider) {
    var signed = new DefaultJWTProcessor<SecurityContext>();
    signed.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys(provider)));
    // the claims are for the validators below
    signed.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(signed);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(), new OidcIdTokenValidator(provider)));
    decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
    return decoder;
  }

  private static JWKSource<SecurityContext> keys(ClientRegistration provider) {
    var patience = (int) PATIENCE.toMillis();
    try {
      return JWKSourceBuilder.create(
              URI.create(provider.getProviderDetails().getJwkSetUri()).toURL(),
              new DefaultResourceRetriever(
                  patience, patience, JWKSourceBuilder.DEFAULT_HTTP_SIZE_LIMIT))
          .cache(JWKSourceBuilder.DEFAULT_CACHE_TIME_TO_LIVE, patience)
          .refreshAheadCache(false)
          // a key may be new
          .rateLimited(false)
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
