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
   * The form is on the screen before it is bound; what is typed by then is lost. Then it takes the
   * cursor, and what is typed meanwhile into another field.
   */
  static void isReady(Page page) {
    page.locator("input.ng-empty[type=password]").waitFor();
    page.locator("input[type=text]:focus").waitFor();
  }
}
