package breachresponse.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody who follows where they are led, with their cookies, and runs no script. */
public class Visitor {

  private static final Pattern CSRF =
      Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"", Pattern.DOTALL);

  private final String site;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .followRedirects(Redirect.NORMAL)
          .build();

  public Visitor(String site) {
    this.site = site;
  }

  public HttpResponse<String> opens(String path) {
    return send(page(URI.create(site).resolve(path)).build());
  }

  public HttpResponse<String> posts(String path) {
    return send(page(URI.create(site).resolve(path)).POST(BodyPublishers.noBody()).build());
  }

  /**
   * Goes through the provider's log-in page.
   *
   * @return the page to which it leads on, or says why not
   */
  public HttpResponse<String> logsInAtTheProvider(String path, String subject) {
    var page = opens(path);
    var csrf = CSRF.matcher(page.body());
    return csrf.find() ? fillsIn(page.uri(), subject, csrf.group(1)) : page;
  }

  private HttpResponse<String> fillsIn(URI form, String subject, String csrf) {
    return send(
        page(form)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username=%s&password=%s&_csrf=%s"
                        .formatted(
                            encoded(subject), encoded(IdentityProvider.PASSWORD), encoded(csrf))))
            .build());
  }

  private static HttpRequest.Builder page(URI address) {
    return HttpRequest.newBuilder(address).header("Accept", "text/html,*/*;q=0.8");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
