package breachresponse.workflow.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** Who opens one of our pages in a browser, and is not logged in, logs in at the provider first. */
class ToTheProvider extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isOpenedByABrowser(request) && isNobodys(request)) {
      var page =
          UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString());
      response.sendRedirect(Redirects.logInFor(page.build().toString()));
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isOpenedByABrowser(HttpServletRequest request) {
    return request.getMethod().equals("GET")
        && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
  }

  private static boolean isNobodys(HttpServletRequest request) {
    var session = request.getSession(false);
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null
        && (session == null
            || AuthenticationUtil.getAuthsFromSession(session).getAuthentications().isEmpty());
  }
}
