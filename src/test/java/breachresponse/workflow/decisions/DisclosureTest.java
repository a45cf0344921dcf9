package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.notice.DisclosureRules;
import breachresponse.notice.DisclosureRules.Disclosure;
import breachresponse.support.ApplicationTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class DisclosureTest {

  @Autowired private DisclosureRules rules;

  @ParameterizedTest(name = "{1} at level {0}: numbers {2}, categories {3}, apart {4}, cause {5}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          LEVEL, KIND,         NUMBERS, CATEGORIES, APART, CAUSE
          6,     general,      false,   true,       true,  false
          5,     general,      true,    true,       false, true
          6,     payment,      false,   true,       true,  false
          3,     payment,      true,    true,       true,  true
          2,     payment,      false,   true,       true,  true
          0,     payment,      false,   true,       true,  true
          3,     credentials,  true,    true,       true,  false
          5,     health,       true,    true,       true,  true
          4,     health,       false,   true,       true,  true
          5,     private-life, true,    true,       true,  true
          4,     private-life, false,   true,       true,  true
          3,     identity,     true,    true,       false, true
          2,     identity,     false,   true,       false, true
          1,     identity,     false,   false,      false, false
          """)
  void each_row_is_reached_and_just_missed(
      int level, String kind, boolean numbers, boolean categories, boolean apart, boolean cause) {
    assertThat(rules.disclosureOf(level, kind))
        .isEqualTo(new Disclosure(numbers, categories, apart, cause));
  }
}
