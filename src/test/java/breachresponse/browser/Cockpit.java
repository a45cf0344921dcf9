package breachresponse.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;

/** Cockpit as one person sees it. */
final class Cockpit {

  /** Much, since a machine may be busy with other tests. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private Cockpit() {}

  static Page logIn(Browser browser, int port, String person) {
    return logIn(browser, options(port), person);
  }

  static Page logIn(Browser browser, NewContextOptions options, String person) {
    var page = browser.newContext(options).newPage();
    page.setDefaultTimeout(PATIENCE.toMillis());
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    page.navigate("/camunda/app/welcome/default/");
    LogIn.as(page, person);
    // the page of the log-in goes on by itself, and takes another page with it that comes too soon
    page.locator(".account .dropdown-toggle").waitFor();
    return page;
  }

  static NewContextOptions options(int port) {
    return new NewContextOptions()
        .setBaseURL("http://127.0.0.1:" + port)
        .setLocale("en-US")
        .setViewportSize(1280, 800);
  }
}
