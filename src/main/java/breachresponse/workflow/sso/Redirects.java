package breachresponse.workflow.sso;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.web.util.UriUtils;

/** Where people go from the log-in: to the page that they wanted, if it is one of this server. */
final class Redirects {

  static final String LOG_IN = "/oauth2/authorization/sso";
  static final String TASKLIST = "/camunda/app/tasklist/default/";

  private static final String WANTED = Redirects.class.getName();

  /** Browsers take more than one slash, or a backslash, for the beginning of a server's name. */
  private static final String OF_THIS_SERVER = "/[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]*";

  private Redirects() {}

  static String logInFor(String page) {
    return "%s?to=%s".formatted(LOG_IN, UriUtils.encode(page, StandardCharsets.UTF_8));
  }

  /** Keeps it while they are at the provider. */
  static void keep(HttpServletRequest request) {
    request.getSession().setAttribute(WANTED, request.getParameter("to"));
  }

  static String kept(HttpServletRequest request) {
    return Optional.ofNullable((String) request.getSession().getAttribute(WANTED))
        .filter(page -> page.matches(OF_THIS_SERVER))
        .orElse(TASKLIST);
  }
}
