package breachresponse.workflow.staff;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.filters.RateLimitFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Keeps one machine from taking the server for itself alone. */
class RequestRate extends RateLimitFilter {

  private static final int SECONDS = 60;

  private final int most;
  private final transient Refused refused;

  /**
   * @param most requests of one address in a minute; an office may be behind one
   */
  RequestRate(int most, Refused refused) {
    this.most = most;
    this.refused = refused;
    setBucketRequests(most);
    setBucketDuration(SECONDS);
    // its own answer says nothing that a program could read
    setEnforce(false);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    super.doFilter(
        request,
        response,
        (counted, answer) -> {
          if ((int) counted.getAttribute(RATE_LIMIT_ATTRIBUTE_COUNT) <= most) {
            chain.doFilter(counted, answer);
            return;
          }
          var refusal = (HttpServletResponse) answer;
          refusal.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS));
          refused.at(
              refusal,
              HttpStatus.TOO_MANY_REQUESTS,
              "there are too many requests from here; please wait a minute");
        });
  }
}
