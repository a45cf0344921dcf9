package breachresponse.workflow.staff;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which doors ask who is there. The web applications ask for themselves; the notices page is
 * public.
 */
@Configuration
class Doors {

  @Bean
  FilterRegistrationBean<SignIn> signIn(IdentityService identities) {
    var filter = new FilterRegistrationBean<>(new SignIn(identities));
    filter.addUrlPatterns("/api/*", "/engine-rest/*", "/v3/*");
    return filter;
  }
}
