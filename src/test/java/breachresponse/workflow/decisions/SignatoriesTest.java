package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.signoff.Document;
import breachresponse.signoff.SignatoryRules;
import breachresponse.support.ApplicationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

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
          CUSTOMER_NOTICE, 0,     legal cio pr ceo
          CUSTOMER_NOTICE, 6,     legal cio pr ceo
          NO_NOTICE,       3,     legal
          NO_NOTICE,       4,     legal ceo
          """)
  void each_row_is_reached_and_just_missed(Document.Kind kind, int level, String groups) {
    assertThat(rules.signatoriesOf(kind, level)).containsExactly(groups.split(" "));
  }
}
