package breachresponse;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.ApplicationTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class StartTest {

  @Test
  void the_sample_staff_is_there_after_the_first_start(@Autowired IdentityService identities) {
    assertThat(identities.createUserQuery().memberOfGroup("legal").list())
        .extracting(user -> user.getId())
        .contains("lena", "leo");
  }
}
