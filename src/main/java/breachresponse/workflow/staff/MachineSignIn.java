package breachresponse.workflow.staff;

import breachresponse.identity.ApiTokens;
import breachresponse.identity.Machine;
import breachresponse.plan.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets machines in by their token, to the one thing that it is for. Whoever sends a token is asked
 * for no password and no session, wherever they ask: all else is refused here.
 */
class MachineSignIn extends OncePerRequestFilter {

  /** A machine, as the doors behind this one know it. */
  record MachineAtWork(Machine machine) implements Principal {

    @Override
    public String getName() {
      return machine.signature();
    }
  }

  private static final String BEARER = "bearer ";

  /** Within its scope a machine is as good as one of the team. */
  private static final List<String> GROUPS = List.of(Role.INCIDENT_TEAM.group());

  private final ApiTokens tokens;
  private final IdentityService identities;
  private final Refused refused;

  MachineSignIn(ApiTokens tokens, IdentityService identities, Refused refused) {
    this.tokens = tokens;
    this.identities = identities;
    this.refused = refused;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var token = token(request);
    if (token.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    var machine = tokens.machine(token.get());
    if (machine.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      refused.at(
          response,
          HttpStatus.UNAUTHORIZED,
          "this token is unknown, revoked or expired; ask an administrator for another");
      return;
    }
    // as it is routed: the address as it was sent may be spelled in other ways
    if (!machine.get().scope().covers(request.getMethod(), request.getServletPath())) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
      refused.at(
          response,
          HttpStatus.FORBIDDEN,
          "this token is for %s alone".formatted(machine.get().scope()));
      return;
    }
    letIn(machine.get(), request, response, chain);
  }

  private void letIn(
      Machine machine, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var who = new MachineAtWork(machine);
    try {
      identities.setAuthentication(who.getName(), GROUPS, List.of());
      chain.doFilter(new Authenticated(request, who, GROUPS), response);
    } finally {
      identities.clearAuthentication();
    }
  }

  /** The name of the scheme counts in any case (RFC 9110, 11.1). */
  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }
}
