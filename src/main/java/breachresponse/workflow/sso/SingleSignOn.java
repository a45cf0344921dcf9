package breachresponse.workflow.sso;

import breachresponse.workflow.staff.SubjectAccounts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.client.RestClient;

/**
 * The door of the identity provider (OpenID Connect, authorization code with PKCE): three
 * addresses, and no other door knows of it. What it lets in is a session as the web applications
 * open one.
 */
@Configuration
@EnableWebSecurity
@ConditionalOnProperty("breach.sso.issuer")
class SingleSignOn {

  private static final String LOG_OUT = "/sso/logout";

  /** Of some 200 requests that the server works on at once. */
  private static final int AT_ONCE = 20;

  private final SsoSettings settings;

  SingleSignOn(SsoSettings settings) {
    this.settings = settings;
  }

  @Bean
  SecurityFilterChain providersDoor(HttpSecurity http, SubjectAccounts accounts) throws Exception {
    var provider = new Provider(settings);
    var sessions = new HttpSessionSecurityContextRepository();
    var logIn = new LogIn(settings, accounts, sessions);
    return http.securityMatcher(Redirects.LOG_IN, Provider.CALLBACK, LOG_OUT)
        .addFilterBefore(new FewAtOnce(AT_ONCE), OAuth2AuthorizationRequestRedirectFilter.class)
        .authorizeHttpRequests(all -> all.anyRequest().permitAll())
        .securityContext(context -> context.securityContextRepository(sessions))
        .oauth2Login(
            login ->
                login
                    .loginPage(Redirects.TASKLIST)
                    .clientRegistrationRepository(provider)
                    .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                    .authorizationEndpoint(
                        at -> at.authorizationRequestResolver(keepingWhatIsWanted(provider)))
                    .tokenEndpoint(at -> at.accessTokenResponseClient(tokens()))
                    .userInfoEndpoint(
                        // all that is asked is in the token
                        at ->
                            at.oidcUserService(
                                who -> new DefaultOidcUser(Set.of(), who.getIdToken())))
                    .successHandler(logIn)
                    .failureHandler(logIn)
                    .withObjectPostProcessor(
                        new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                          @Override
                          public <O extends OAuth2AuthorizationRequestRedirectFilter> O postProcess(
                              O filter) {
                            filter.setAuthenticationFailureHandler(logIn);
                            return filter;
                          }
                        }))
        .logout(
            out ->
                out.logoutRequestMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, LOG_OUT))
                    .logoutSuccessHandler(new LogOut(provider)))
        // headers, sessions and whom to ask where from are said at our own doors
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  FilterRegistrationBean<ToTheProvider> toTheProvider() {
    var filter = new FilterRegistrationBean<>(new ToTheProvider());
    filter.addUrlPatterns("/api/*", "/calendar", "/tokens");
    filter.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<LongSessions> longSessions(Clock clock) {
    var filter = new FilterRegistrationBean<>(new LongSessions(settings.session(), clock));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  @Bean
  JwtDecoderFactory<ClientRegistration> idTokens() {
    return new IdTokens();
  }

  private static OAuth2AuthorizationRequestResolver keepingWhatIsWanted(
      ClientRegistrationRepository provider) {
    var standard =
        new DefaultOAuth2AuthorizationRequestResolver(
            provider,
            OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
    standard.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    return new OAuth2AuthorizationRequestResolver() {
      @Override
      public OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        var asked = standard.resolve(request);
        if (asked != null) {
          Redirects.keep(request);
        }
        return asked;
      }

      @Override
      public OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return standard.resolve(request, registration);
      }
    };
  }

  private static RestClientAuthorizationCodeTokenResponseClient tokens() {
    var client = new RestClientAuthorizationCodeTokenResponseClient();
    client.setRestClient(
        RestClient.builder()
            .requestFactory(Provider.requests())
            .messageConverters(
                known -> {
                  known.clear();
                  known.add(new FormHttpMessageConverter());
                  known.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
    return client;
  }
}
