package breachresponse.workflow.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** What browsers are told with every answer, unless the answer says something else itself. */
class SecurityHeaders extends OncePerRequestFilter {

  /** Below these is what no browser and no proxy should keep. */
  private static final List<String> DATA =
      List.of(
          "/api/", "/engine-rest", "/camunda/api/", "/calendar", "/tokens", "/actuator/", "/v3/");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    response.setHeader("Referrer-Policy", "same-origin");
    if (DATA.stream().anyMatch(request.getServletPath()::startsWith)) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, new Overwritable(response));
  }

  /** Spring adds to a header that is there already. */
  private static class Overwritable extends HttpServletResponseWrapper {

    Overwritable(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      if (name.equalsIgnoreCase(HttpHeaders.SET_COOKIE)
          || name.equalsIgnoreCase(HttpHeaders.VARY)) {
        super.addHeader(name, value);
      } else {
        super.setHeader(name, value);
      }
    }
  }
}
