package breachresponse.access;

import breachresponse.workflow.staff.DemoStaff;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Somebody who asks: by name and password, or in the web applications after logging in to one. */
class Person {

  private static final String TOKEN = "XSRF-TOKEN";

  private final String name;
  private final String site;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final HttpClient program = HttpClient.newHttpClient();
  private boolean isLoggedIn;

  /**
   * @param name empty for somebody who says none
   */
  Person(String name, String site) throws Exception {
    this.name = name;
    this.site = site;
    for (var application : List.of("tasklist", "cockpit", "admin")) {
      if (!name.isEmpty() && !isLoggedIn) {
        isLoggedIn = logsInTo(application);
      }
    }
  }

  /** Whether there is a web application that lets them in. */
  boolean isLoggedIn() {
    return isLoggedIn;
  }

  /** As a program or, under {@code /camunda}, as a browser would send it. */
  HttpResponse<byte[]> asks(HttpRequest.Builder request, String path) throws Exception {
    var inBrowser = path.startsWith("/camunda");
    if (inBrowser) {
      request.header("X-XSRF-TOKEN", token());
    } else if (!name.isEmpty()) {
      request.header("Authorization", "Basic " + credentials());
    }
    return (inBrowser ? browser : program)
        .send(request.uri(URI.create(site + path)).build(), BodyHandlers.ofByteArray());
  }

  private boolean logsInTo(String application) throws Exception {
    opens(application);
    var login =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                BodyPublishers.ofString(
                    "username=%s&password=%s".formatted(name, DemoStaff.PASSWORD)));
    var answer = asks(login, "/camunda/api/admin/auth/user/default/login/" + application);
    // the session is a new one, and so is its token
    opens(application);
    return answer.statusCode() == 200;
  }

  private void opens(String application) throws Exception {
    browser.send(
        HttpRequest.newBuilder(URI.create(site + "/camunda/app/" + application + "/default/"))
            .build(),
        BodyHandlers.discarding());
  }

  private String token() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(TOKEN))
        .map(cookie -> cookie.getValue())
        .findFirst()
        .orElse("");
  }

  private String credentials() {
    return Base64.getEncoder()
        .encodeToString((name + ":" + DemoStaff.PASSWORD).getBytes(StandardCharsets.UTF_8));
  }
}
