package breachresponse.workflow.sso;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets few people at once wait for the provider: they would take up all of this server while it
 * does not answer.
 */
class FewAtOnce extends OncePerRequestFilter {

  private final Semaphore places;

  FewAtOnce(int places) {
    this.places = new Semaphore(places);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!places.tryAcquire()) {
      response.sendRedirect(LogIn.pageOf(Refusal.AWAY));
      return;
    }
    try {
      chain.doFilter(request, response);
    } finally {
      places.release();
    }
  }
}
