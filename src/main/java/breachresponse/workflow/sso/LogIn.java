package breachresponse.workflow.sso;

import breachresponse.identity.Subject;
import breachresponse.workflow.staff.Newcomer;
import breachresponse.workflow.staff.SubjectAccounts;
import breachresponse.workflow.staff.SubjectAccounts.NameRefused;
import breachresponse.workflow.staff.SubjectAccounts.ShutOut;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.util.HtmlUtils;

/**
 * Ends what began at the identity provider: the session is then the same that the web applications
 * open themselves, and whatever asks who is there finds the person in it.
 */
class LogIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(LogIn.class);

  private final SsoSettings settings;
  private final SubjectAccounts accounts;
  private final SecurityContextRepository sessions;

  LogIn(SsoSettings settings, SubjectAccounts accounts, SecurityContextRepository sessions) {
    this.settings = settings;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    var page = Redirects.kept(request);
    var token = ((OidcUser) authentication.getPrincipal()).getIdToken();
    try {
      var account = admitted(token);
      if (account.isPresent()) {
        open(account.get(), request, response);
        leadOn(page, response);
      } else {
        refuse(Refusal.NO_GROUP, request, response);
      }
    } catch (NameRefused e) {
      refuse(Refusal.NAME, request, response);
    } catch (ShutOut e) {
      refuse(Refusal.DELETED, request, response);
    }
  }

  private Optional<String> admitted(OidcIdToken token) {
    var groups = settings.ours(groups(token));
    try {
      return accounts.admit(newcomer(token), groups);
    } catch (DuplicateKeyException another) {
      // of the same name, or the same person twice, in this very moment: now that is known
      return accounts.admit(newcomer(token), groups);
    }
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
      throws IOException {
    // the code alone: what else is said may quote the token
    LOG.warn(
        "single sign-on failed: {}",
        e instanceof OAuth2AuthenticationException refused
            ? codeOf(refused)
            : rootOf(e).getClass().getSimpleName());
    // a session that is open goes on
    response.sendRedirect(
        pageOf(causes(e).anyMatch(LogIn::isAway) ? Refusal.AWAY : Refusal.NOT_SURE));
  }

  /** The latter while somebody else waits for the provider's keys. */
  private static boolean isAway(Throwable cause) {
    return cause instanceof IOException || cause instanceof JWKSetUnavailableException;
  }

  /** Whoever calls back may write anything there. */
  private static String codeOf(OAuth2AuthenticationException refused) {
    var code = refused.getError().getErrorCode();
    return code.matches("[a-z_]{1,40}") ? code : "other";
  }

  /** The session is a new one; of the provider it keeps what the log-out there needs. */
  private void open(String account, HttpServletRequest request, HttpServletResponse response) {
    AuthenticationUtil.revalidateSession(
        request, AuthenticationUtil.createAuthentication("default", account));
    sessions.saveContext(SecurityContextHolder.getContext(), request, response);
  }

  private static void refuse(
      Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getSession().invalidate();
    response.sendRedirect(pageOf(refusal));
  }

  static String pageOf(Refusal refusal) {
    return "/sso/refused?why=" + refusal;
  }

  /**
   * By a page of ours: for browsers, a way that leads on from the provider is from another site.
   */
  private static void leadOn(String page, HttpServletResponse response) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response
        .getWriter()
        .write(
            "<!DOCTYPE html><title>breach-response</title><meta http-equiv=\"refresh\" content=\"0;url=%s\">"
                .formatted(HtmlUtils.htmlEscape(page)));
  }

  Newcomer newcomer(OidcIdToken token) {
    return new Newcomer(
        new Subject(settings.issuer().toString(), token.getSubject()),
        text(token.getClaimAsString(settings.nameClaim())).replaceFirst("@.*", ""),
        token.getFamilyName() == null ? "" : text(token.getGivenName()),
        token.getFamilyName() == null ? text(token.getFullName()) : token.getFamilyName(),
        Boolean.FALSE.equals(token.getEmailVerified()) ? "" : text(token.getEmail()),
        Objects.requireNonNullElse(token.getEmailVerified(), settings.trustEmail()));
  }

  private static String text(String claim) {
    return Objects.requireNonNullElse(claim, "");
  }

  private List<String> groups(OidcIdToken token) {
    return Optional.ofNullable(token.getClaimAsStringList(settings.groupsClaim()))
        .orElse(List.of());
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
  }

  private static Throwable rootOf(Throwable e) {
    return causes(e).reduce((outer, inner) -> inner).orElse(e);
  }
}
