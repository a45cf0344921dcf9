package breachresponse.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class TasklistTest {

  @LocalServerPort int port;

  @Test
  void everybody_finds_the_filters_of_their_role(Browser browser) {
    try (var lena = Tasklist.logIn(browser, port, "lena")) {
      assertThat(lena.filters()).containsExactly("All my tasks", "Overdue", "Legal");
    }
    try (var chris = Tasklist.logIn(browser, port, "chris")) {
      assertThat(chris.filters()).containsExactly("All my tasks", "Overdue", "CIO");
    }
  }
}
