package breachresponse.workflow.sso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RedirectsTest {

  @ParameterizedTest
  @ValueSource(strings = {"/calendar", "/camunda/app/tasklist/default/#/?task=1&filter=2"})
  void people_go_to_the_page_that_they_wanted(String page) {
    assertThat(keptOf(page)).isEqualTo(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "/\t/elsewhere.example/",
        "https://elsewhere.example/",
        "javascript:alert(1)",
        "calendar"
      })
  void and_never_to_another_site(String page) {
    assertThat(keptOf(page)).isEqualTo(Redirects.TASKLIST);
  }

  private static String keptOf(String page) {
    var request = new MockHttpServletRequest();
    request.setParameter("to", page);
    Redirects.keep(request);
    return Redirects.kept(request);
  }
}
