package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.TestPropertySource;

@ApplicationTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:start;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.process-engine-name=start"
    })
class StartTest {

  @Test
  void the_sample_staff_and_an_administrator_are_there_before_the_port_opens(
      @Autowired AtTheDoor door) {
    assertThat(door.people).contains("lena", "leo", "sam", "admin");
  }

  @TestConfiguration
  static class AtTheDoor {

    @Autowired private IdentityService identities;
    private List<String> people;

    @EventListener(WebServerInitializedEvent.class)
    void opens() {
      people = identities.createUserQuery().list().stream().map(User::getId).toList();
    }
  }
}
