package breachresponse.workflow.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets people of the engine in: by HTTP Basic, or by the session that they opened in Tasklist or
 * Cockpit. What they may do then is the engine's authorisations, which see who they are.
 */
class SignIn extends OncePerRequestFilter {

  private record Known(String name, List<String> groups) {}

  private final IdentityService identities;
  private final Refused refused;
  private final Predicate<HttpServletRequest> open;

  SignIn(IdentityService identities, Refused refused) {
    this(identities, refused, nothing -> false);
  }

  /**
   * @param open what also those may ask for who say no name
   */
  SignIn(IdentityService identities, Refused refused, Predicate<HttpServletRequest> open) {
    this.identities = identities;
    this.refused = refused;
    this.open = open;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isFromAnotherSite(request)) {
      refused.at(response, HttpStatus.FORBIDDEN, "requests from other sites are refused");
      return;
    }
    if (request.getUserPrincipal() instanceof MachineSignIn.MachineAtWork) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Known> person;
    try {
      person = whoAsks(request);
    } catch (CannotCreateTransactionException | DataAccessResourceFailureException away) {
      refused.at(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "the database does not answer, so that nobody can be signed in; see that it runs");
      return;
    }
    if (person.isEmpty() && saysNoName(request) && open.test(request)) {
      chain.doFilter(request, response);
      return;
    }
    if (person.isEmpty()) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"breach-response\"");
      refused.at(
          response,
          HttpStatus.UNAUTHORIZED,
          "please sign in, by HTTP Basic or in Tasklist; after failed attempts wait a little");
      return;
    }
    var known = person.get();
    try {
      identities.setAuthentication(known.name(), known.groups(), List.of());
      chain.doFilter(new Authenticated(request, known::name, known.groups()), response);
    } finally {
      identities.clearAuthentication();
    }
  }

  private Optional<Known> whoAsks(HttpServletRequest request) {
    var person = saysNoName(request) ? bySession(request) : byPassword(request);
    return person.map(name -> new Known(name, groupsOf(name)));
  }

  /** A browser sends passwords and cookies along with what other sites ask of it. */
  private static boolean isFromAnotherSite(HttpServletRequest request) {
    var site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site")).orElse("none");
    var origin = Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN));
    return !List.of("none", "same-origin").contains(site)
        || origin.isPresent()
            && !origin.get().endsWith("://" + request.getHeader(HttpHeaders.HOST));
  }

  private static boolean saysNoName(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null;
  }

  private Optional<String> byPassword(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith("Basic "))
        .flatMap(header -> decoded(header.substring("Basic ".length())))
        .map(credentials -> credentials.split(":", 2))
        .filter(parts -> parts.length == 2 && identities.checkPassword(parts[0], parts[1]))
        .map(parts -> parts[0]);
  }

  private static Optional<String> decoded(String credentials) {
    try {
      return Optional.of(
          new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static Optional<String> bySession(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(AuthenticationUtil::getAuthsFromSession)
        .map(people -> people.getAuthenticationForProcessEngine("default"))
        .map(person -> person.getName());
  }

  private List<String> groupsOf(String person) {
    return identities.createGroupQuery().groupMember(person).list().stream()
        .map(Group::getId)
        .toList();
  }
}
