package breachresponse.workflow.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows how the system fares to those who may use Cockpit. Whether it is well anybody may ask, and
 * gets one word; whoever is not shown more is nobody to the endpoint.
 */
class Watchers extends OncePerRequestFilter {

  private final IdentityService identities;
  private final AuthorizationService authorizations;
  private final Refused refused;
  private final String health;

  /**
   * @param health the path that is open
   */
  Watchers(
      IdentityService identities,
      AuthorizationService authorizations,
      Refused refused,
      String health) {
    this.identities = identities;
    this.authorizations = authorizations;
    this.refused = refused;
    this.health = health;
  }

  /** Whether anybody may ask for it. */
  boolean isOpen(HttpServletRequest request) {
    return (request.getServletPath() + "/").startsWith(health + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (mayWatch()) {
      chain.doFilter(request, response);
    } else if (isOpen(request)) {
      chain.doFilter(new Nobodys(request), response);
    } else {
      refused.at(response, HttpStatus.FORBIDDEN, "this needs an account that may use Cockpit");
    }
  }

  private boolean mayWatch() {
    var who = identities.getCurrentAuthentication();
    return who != null
        && authorizations.isUserAuthorized(
            who.getUserId(),
            who.getGroupIds(),
            Permissions.ACCESS,
            Resources.APPLICATION,
            "cockpit");
  }

  private static class Nobodys extends HttpServletRequestWrapper {

    Nobodys(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Principal getUserPrincipal() {
      return null;
    }
  }
}
