package breachresponse.channel;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * A blog on WordPress, over its REST API. A post is looked up by its slug first: what is there is
 * brought up to date, so that nothing is there twice.
 */
final class WordPress implements Publisher {

  private final ChannelSettings.WordPress settings;
  private final Http http;

  WordPress(ChannelSettings.WordPress settings, Http http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public Posted publish(Message message) {
    var article = message.article();
    var found = get("/posts?slug=%s&status=publish".formatted(article.slug())).optional("0/id");
    var answer =
        found.isPresent()
            ? post(
                "/posts/" + found.get(),
                Map.of("title", article.title(), "content", article.html()))
            : post(
                "/posts",
                Map.of(
                    "title", article.title(),
                    "content", article.html(),
                    "slug", article.slug(),
                    "status", "publish"));
    return new Posted(answer.need("id"), Optional.of(answer.needAddress("link")));
  }

  @Override
  public Duration repeatableFor() {
    return ALWAYS;
  }

  private Http.Answer get(String path) {
    return http.get(address(path), this::basic);
  }

  private Http.Answer post(String path, Map<String, ?> body) {
    return http.post(address(path), this::basic, body);
  }

  private void basic(HttpHeaders headers) {
    headers.setBasicAuth(settings.user(), settings.password().value());
  }

  private URI address(String path) {
    return Http.address(settings.url(), "/wp-json/wp/v2" + path);
  }
}
