package breachresponse.browser;

import breachresponse.workflow.staff.DemoStaff;
import com.microsoft.playwright.Page;

/** The log-in of the webapps, whatever their language. */
final class LogIn {

  private LogIn() {}

  /** With the password of the sample staff. */
  static void as(Page page, String person) {
    isReady(page);
    page.locator("input[type=text]").fill(person);
    page.locator("input[type=password]").fill(DemoStaff.PASSWORD);
    page.locator("button[type=submit]").click();
  }

  /**
   * What is typed before the form is bound is lost. Tasklist then gives the focus to the name once
   * more, 300 ms after it has started: a timer of that length that is set later ends later.
   */
  static void isReady(Page page) {
    page.locator("input.ng-empty[type=password]").waitFor();
    page.evaluate("() => new Promise(done => setTimeout(done, 300))");
  }
}
