package breachresponse.workflow.staff;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

@ApplicationTest
class OwnNonceTest {

  private static final Pattern NONCE = Pattern.compile("nonce[-=]\"?([\\w-]+)");

  @Autowired private TestRestTemplate web;

  @Test
  void a_page_runs_its_scripts_whoever_else_fetches_one_at_the_same_time() {
    IntStream.range(0, 1000).parallel().forEach(n -> runsItsScripts());
  }

  private void runsItsScripts() {
    var page = web.getForEntity("/camunda/app/cockpit/default/", String.class);
    var allowed = NONCE.matcher(page.getHeaders().getFirst("Content-Security-Policy"));
    assertThat(allowed.find()).isTrue();
    assertThat(NONCE.matcher(page.getBody()).results())
        .isNotEmpty()
        .allSatisfy(nonce -> assertThat(nonce.group(1)).isEqualTo(allowed.group(1)));
  }
}
