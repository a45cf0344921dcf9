package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.signoff.Document;
import breachresponse.signoff.SignatoryRules;
import breachresponse.support.ApplicationTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

@ApplicationTest
class SignatoriesTest {

  @Autowired private SignatoryRules rules;

  @ParameterizedTest(name = "{0} at level {1}: {2}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          KIND,            LEVEL, GROUPS
          FILING,          0,     legal
          FILING,          2,     legal
          FILING,          3,     legal cio
          FILING,          4,     legal cio
          FILING,          5,     legal cio ceo
          RULING_OUT,      6,     legal
          CUSTOMER_NOTICE, 0,     legal cio pr ceo
          CUSTOMER_NOTICE, 6,     legal cio pr ceo
          NO_NOTICE,       3,     legal
          NO_NOTICE,       4,     legal ceo
          """)
  void each_row_is_reached_and_just_missed(Document.Kind kind, int level, String groups) {
    assertThat(rules.signatoriesOf(kind, level)).containsExactly(groups.split(" "));
  }

  @Test
  void people_who_may_not_read_the_table_get_its_answer(@Autowired IdentityService identities) {
    identities.setAuthentication("nobody", List.of());
    try {
      assertThat(rules.signatoriesOf(Document.Kind.NO_NOTICE, 0)).containsExactly("legal");
    } finally {
      identities.clearAuthentication();
    }
  }

  @Test
  void a_table_that_is_deployed_at_noon_holds_at_noon(@Autowired RepositoryService repository)
      throws IOException {
    var table =
        new ClassPathResource("processes/signatories.dmn")
            .getContentAsString(StandardCharsets.UTF_8)
            .replace("&gt;= 4", "&gt;= 1");
    var noon = repository.createDeployment().addString("signatories.dmn", table).deploy();
    try {
      assertThat(rules.signatoriesOf(Document.Kind.NO_NOTICE, 1)).containsExactly("legal", "ceo");
    } finally {
      repository.deleteDeployment(noon.getId(), true);
    }
  }
}
