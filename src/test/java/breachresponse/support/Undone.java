package breachresponse.support;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes back in the database whatever a request has done, so that a test may ask for anything, even
 * to delete all, and the next request finds everything as it was.
 */
@TestConfiguration
public class Undone {

  /** Requests with this header are taken back. */
  public static final String HEADER = "X-Undone";

  @Bean
  FilterRegistrationBean<Filter> undone(PlatformTransactionManager transactions) {
    var filter =
        new FilterRegistrationBean<Filter>(
            (request, response, chain) -> {
              if (((HttpServletRequest) request).getHeader(HEADER) == null) {
                chain.doFilter(request, response);
                return;
              }
              var status = transactions.getTransaction(new TransactionTemplate(transactions));
              try {
                chain.doFilter(request, response);
              } finally {
                transactions.rollback(status);
              }
            });
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
