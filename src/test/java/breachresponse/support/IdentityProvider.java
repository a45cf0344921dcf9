package breachresponse.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.boot.Banner.Mode;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * An OpenID Connect server with a log-in page, at {@code localhost}: ask for what it lets in at
 * {@code 127.0.0.1}, since browsers keep one jar of cookies for all ports of a name.
 */
public class IdentityProvider implements AutoCloseable {

  public static final String PASSWORD = "known-to-the-provider";
  public static final String CLIENT = "breach-response";
  public static final String SECRET = "a secret of the tests";

  private static final String ID_TOKEN = "id_token";

  private final Map<String, Map<String, Object>> people = new ConcurrentHashMap<>();
  private final RSAKey key = newKey();
  private volatile RSAKey signing = key;
  private volatile Consumer<JwtClaimsSet.Builder> change = claims -> {};
  private volatile RegisteredClient client;
  private volatile Silence silence = new Silence("");
  private ServletWebServerApplicationContext server;
  private int port;

  public IdentityProvider() {
    knows("http://127.0.0.1");
    open();
  }

  /** Answers again after {@link #close()}, where it did. */
  public final void open() {
    var application = new SpringApplication(Server.class);
    // what is logged, and how, is for the application to say
    application.setListeners(
        application.getListeners().stream()
            .filter(listener -> !(listener instanceof LoggingApplicationListener))
            .toList());
    application.setBannerMode(Mode.OFF);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("identityProvider", this));
    application.setDefaultProperties(
        Map.of(
            "spring.config.name", "identity-provider",
            "server.address", "127.0.0.1",
            "server.port", port));
    server = (ServletWebServerApplicationContext) application.run();
    port = server.getWebServer().getPort();
  }

  @Override
  public void close() {
    server.close();
  }

  public String issuer() {
    return "http://localhost:" + port;
  }

  /** Where the client is, to which browsers are led back. */
  public final void knows(String site) {
    client =
        RegisteredClient.withId(CLIENT)
            .clientId(CLIENT)
            .clientSecret("{noop}" + SECRET)
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(site + "/login/oauth2/code/sso")
            .postLogoutRedirectUri(site + "/camunda/app/tasklist/default/")
            .scopes(all -> all.addAll(Set.of("openid", "profile", "email")))
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .build();
  }

  /**
   * @param claims what tokens say of the person, besides the subject
   */
  public void employs(String subject, Map<String, Object> claims) {
    people.put(subject, claims);
  }

  public void puts(String subject, Collection<String> groups) {
    var claims = new HashMap<>(people.get(subject));
    claims.put("groups", List.copyOf(groups));
    people.put(subject, claims);
  }

  /** Tokens are ordinary again after {@link #isHonest()}. */
  public void changes(Consumer<JwtClaimsSet.Builder> change) {
    this.change = change;
  }

  /** From now on tokens are signed by somebody who only claims to be the provider. */
  public void isForged() {
    signing = new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build();
  }

  public void isHonest() {
    signing = key;
    change = claims -> {};
  }

  /**
   * Takes requests for a path and says nothing, until the silence is closed.
   *
   * @param path as {@code /oauth2/token}
   */
  public Silence isSilentAt(String path) {
    silence = new Silence(path);
    return silence;
  }

  /** What the provider takes and does not answer. */
  public static final class Silence implements AutoCloseable {

    private final String path;
    private final Semaphore taken = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);

    private Silence(String path) {
      this.path = path;
    }

    /** Returns once so many more requests have come. */
    public void hasTaken(int requests) throws InterruptedException {
      assertThat(taken.tryAcquire(requests, 1, TimeUnit.MINUTES)).isTrue();
    }

    private void take(String asked) {
      if (asked.equals(path)) {
        taken.release();
        try {
          over.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public void close() {
      over.countDown();
    }
  }

  private void describe(JwtEncodingContext token) {
    if (token.getTokenType().getValue().equals(ID_TOKEN)) {
      people.get(token.getPrincipal().getName()).forEach(token.getClaims()::claim);
      change.accept(token.getClaims());
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestConfiguration
  @EnableWebSecurity
  @ImportAutoConfiguration({
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  static class Server {

    @Bean
    FilterRegistrationBean<Filter> silence(IdentityProvider provider) {
      var filter =
          new FilterRegistrationBean<Filter>(
              (request, response, chain) -> {
                provider.silence.take(((HttpServletRequest) request).getRequestURI());
                chain.doFilter(request, response);
              });
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return filter;
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) throws Exception {
      var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
      return http.securityMatcher(server.getEndpointsMatcher())
          .with(server, it -> it.oidc(Customizer.withDefaults()))
          .authorizeHttpRequests(all -> all.anyRequest().authenticated())
          .exceptionHandling(
              on ->
                  on.defaultAuthenticationEntryPointFor(
                      new LoginUrlAuthenticationEntryPoint("/login"),
                      new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
          .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain logInPage(HttpSecurity http) throws Exception {
      return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
          .formLogin(Customizer.withDefaults())
          .build();
    }

    @Bean
    UserDetailsService people(IdentityProvider provider) {
      return name ->
          User.withUsername(name)
              .password(provider.people.containsKey(name) ? "{noop}" + PASSWORD : "{noop}")
              .build();
    }

    @Bean
    RegisteredClientRepository clients(IdentityProvider provider) {
      return new RegisteredClientRepository() {
        @Override
        public void save(RegisteredClient changed) {
          provider.client = changed;
        }

        @Override
        public RegisteredClient findById(String id) {
          return new InMemoryRegisteredClientRepository(provider.client).findById(id);
        }

        @Override
        public RegisteredClient findByClientId(String id) {
          return new InMemoryRegisteredClientRepository(provider.client).findByClientId(id);
        }
      };
    }

    @Bean
    AuthorizationServerSettings settings() {
      return AuthorizationServerSettings.builder().build();
    }

    @Bean
    ImmutableJWKSet<com.nimbusds.jose.proc.SecurityContext> published(IdentityProvider provider) {
      return new ImmutableJWKSet<>(new JWKSet(provider.key));
    }

    @Bean
    JwtDecoder decoder(ImmutableJWKSet<com.nimbusds.jose.proc.SecurityContext> published) {
      return OAuth2AuthorizationServerConfiguration.jwtDecoder(published);
    }

    @Bean
    JwtEncoder encoder(IdentityProvider provider) {
      return parameters ->
          new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(provider.signing)))
              .encode(parameters);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> describing(IdentityProvider provider) {
      return provider::describe;
    }
  }
}
