package breachresponse.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.identity.ApiTokens;
import breachresponse.identity.Machine;
import breachresponse.identity.Scope;
import breachresponse.workflow.staff.DemoStaff;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class TokensPageTest {

  @LocalServerPort int port;

  @Test
  void an_administrator_makes_a_token_and_takes_it_back(
      Browser browser, @Autowired ApiTokens tokens) {
    try (var admin =
        browser.newContext(
            new NewContextOptions()
                .setHttpCredentials("admin", DemoStaff.PASSWORD)
                .setViewportSize(1280, 800))) {
      var page = admin.newPage();
      page.navigate("http://localhost:%d/tokens".formatted(port));
      page.getByLabel("Name of the machine").fill("mail-gateway");
      page.getByLabel("What it may do").selectOption("Report mails that came back");
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Make a token")).click();

      assertThat(page.getByText("expires on")).isVisible();
      var token = page.getByRole(AriaRole.STATUS).innerText();
      assertThat(tokens.machine(token)).contains(new Machine("mail-gateway", Scope.POST_BOUNCES));

      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Revoke it")).click();

      assertThat(page.getByText("expires on")).isHidden();
      assertThat(tokens.machine(token)).isEmpty();
    }
  }
}
