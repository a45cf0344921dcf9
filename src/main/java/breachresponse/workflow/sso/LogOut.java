package breachresponse.workflow.sso;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

/**
 * Says where the browser goes to log out at the provider as well. It does not lead there itself:
 * the policy of the web applications lets no form of theirs end at another site.
 */
class LogOut extends OidcClientInitiatedLogoutSuccessHandler {

  LogOut(ClientRegistrationRepository provider) {
    super(provider);
    setPostLogoutRedirectUri("{baseUrl}/camunda/app/tasklist/default/");
    setDefaultTargetUrl(Redirects.TASKLIST);
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.getWriter().write(determineTargetUrl(request, response, authentication));
  }
}
