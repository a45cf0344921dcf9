package breachresponse.workflow.staff;

import breachresponse.identity.ApiTokens;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Which doors ask who is there. The web applications ask for themselves; the notices page is
 * public.
 */
@Configuration
class Doors implements WebMvcConfigurer {

  private final Path dataDir;

  Doors(@Value("${breach.data-dir}") Path dataDir) {
    this.dataDir = dataDir;
  }

  @Override
  public void addViewControllers(ViewControllerRegistry pages) {
    pages.addRedirectViewController("/", "/camunda/app/tasklist/");
  }

  /** Logo and colours, also for who has yet to log in: the organisation's own, else ours. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry files) {
    files
        .addResourceHandler("/branding/**")
        .addResourceLocations(
            "file:%s/branding/".formatted(dataDir.toAbsolutePath()), "classpath:/branding/");
  }

  @Bean
  FilterRegistrationBean<SignIn> signIn(IdentityService identities, Refused refused) {
    var filter = new FilterRegistrationBean<>(new SignIn(identities, refused));
    filter.addUrlPatterns(
        "/api/*",
        "/engine-rest/*",
        "/v3/*",
        "/calendar",
        "/calendar/revoked",
        "/tokens",
        "/tokens/revoked");
    return filter;
  }

  /** Before the doors of people, which refuse a token as no password. */
  @Bean
  FilterRegistrationBean<MachineSignIn> machineSignIn(
      ApiTokens tokens, IdentityService identities, Refused refused) {
    var filter = new FilterRegistrationBean<>(new MachineSignIn(tokens, identities, refused));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 2);
    return filter;
  }

  /** Behind them are metrics and health, wherever Spring is told to have them. */
  @Bean
  FilterRegistrationBean<SignIn> signInToWatch(
      IdentityService identities,
      Refused refused,
      WebEndpointProperties endpoints,
      Watchers watchers) {
    var filter = new FilterRegistrationBean<>(new SignIn(identities, refused, watchers::isOpen));
    filter.addUrlPatterns(endpoints.getBasePath() + "/*");
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<Watchers> watchersOnly(
      WebEndpointProperties endpoints, Watchers watchers) {
    var filter = new FilterRegistrationBean<>(watchers);
    filter.addUrlPatterns(endpoints.getBasePath() + "/*");
    return filter;
  }

  @Bean
  Watchers watchers(
      IdentityService identities,
      AuthorizationService authorizations,
      Refused refused,
      WebEndpointProperties endpoints) {
    return new Watchers(identities, authorizations, refused, endpoints.getBasePath() + "/health");
  }

  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders() {
    var filter = new FilterRegistrationBean<>(new SecurityHeaders());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** The web applications make whoever comes first the administrator where there is none left. */
  @Bean
  FilterRegistrationBean<Filter> noSetup() {
    var filter =
        new FilterRegistrationBean<Filter>(
            (request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN));
    filter.setName("noSetup");
    filter.addUrlPatterns("/camunda/api/admin/setup/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<RequestRate> requestRate(
      @Value("${breach.requests-per-minute}") int most, Refused refused) {
    var filter = new FilterRegistrationBean<>(new RequestRate(most, refused));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<FailedLogIns> failedLogIns(Clock clock, Refused refused) {
    var filter = new FilterRegistrationBean<>(new FailedLogIns(clock, refused));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return filter;
  }

  @Bean
  FilterRegistrationBean<OwnNonce> ownNonce() {
    var filter = new FilterRegistrationBean<>(new OwnNonce());
    filter.addUrlPatterns("/camunda/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }
}
