package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import breachresponse.workflow.staff.DemoStaff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The door asks browsers from where a form comes, and they must be allowed to say it. */
@BrowserTest
class CalendarPageTest {

  @LocalServerPort int port;

  @Test
  void an_address_of_the_calendar_is_given_and_taken_back(Browser browser) {
    try (var lena =
        browser.newContext(
            new NewContextOptions().setHttpCredentials("lena", DemoStaff.PASSWORD))) {
      var page = lena.newPage();
      page.navigate("http://localhost:%d/calendar".formatted(port));
      var newAddress =
          page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Get a new address"));
      var giveBack =
          page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Give my address back"));

      newAddress.click();
      assertThat(page.getByRole(AriaRole.STATUS))
          .hasText(Pattern.compile("http://.*/calendar/[A-Za-z0-9_-]{43}\\.ics"));
      giveBack.click();

      assertThat(giveBack).isHidden();
      newAddress.click();
      assertThat(giveBack).isVisible();
    }
  }
}
