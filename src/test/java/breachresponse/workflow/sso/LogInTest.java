package breachresponse.workflow.sso;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class LogInTest {

  @ParameterizedTest(name = "trusted {0}, verified {1}: {2}, {3}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          TRUSTED, VERIFIED, THEIRS, WRITTEN_TO
          false,       true,   true, ann@example.org
          false,           ,  false, ann@example.org
          false,      false,  false, ''
          true,        true,   true, ann@example.org
          true,            ,   true, ann@example.org
          true,       false,  false, ''
          """)
  void an_address_shows_who_somebody_is_if_the_provider_vouches_for_it(
      boolean trusted, Boolean verified, boolean theirs, String writtenTo) {
    var newcomer = logIn(trusted).newcomer(token(verified));

    assertThat(newcomer.emailIsTheirs()).isEqualTo(theirs);
    assertThat(newcomer.email()).isEqualTo(writtenTo);
  }

  private static OidcIdToken token(Boolean verified) {
    var token =
        OidcIdToken.withTokenValue("token")
            .subject("1")
            .expiresAt(Instant.EPOCH)
            .claim("email", "ann@example.org");
    return (verified == null ? token : token.claim("email_verified", verified)).build();
  }

  private static LogIn logIn(boolean trustEmail) {
    return new LogIn(
        new SsoSettings(
            URI.create("https://login.example.org"),
            "breach-response",
            "secret",
            List.of("openid"),
            "preferred_username",
            trustEmail,
            "groups",
            List.of(new Mapping("legal", "lawyers")),
            Duration.ofHours(12)),
        null,
        null);
  }
}
