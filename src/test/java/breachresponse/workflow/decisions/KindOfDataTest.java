package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.KindsOfData;
import breachresponse.incident.KindsOfData.Kind;
import breachresponse.incident.KindsOfData.Sensitivity;
import breachresponse.incident.Vocabulary;
import breachresponse.support.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class KindOfDataTest {

  @Autowired private KindsOfData kinds;

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          CATEGORY,           KIND,         SENSITIVITY
          health,             health,       SPECIAL
          genetic,            health,       SPECIAL
          religion,           private-life, SPECIAL
          payment-card,       payment,      SENSITIVE
          online-credentials, credentials,  SENSITIVE
          passport,           identity,     SENSITIVE
          children,           confidential, SENSITIVE
          email,              general,      ORDINARY
          other,              confidential, SENSITIVE
          """)
  void each_row_is_reached(String category, String kind, Sensitivity sensitivity) {
    assertThat(kinds.of(category)).isEqualTo(new Kind(kind, sensitivity));
  }

  @Test
  void a_term_that_the_table_does_not_know_counts_for_the_worse() {
    assertThat(kinds.of("no-such-term").sensitivity()).isEqualTo(Sensitivity.SENSITIVE);
  }

  @Test
  void the_table_names_every_term_of_the_vocabulary(@Autowired Vocabulary vocabulary)
      throws Exception {
    var table =
        new String(getClass().getResourceAsStream("/processes/kind-of-data.dmn").readAllBytes());

    assertThat(vocabulary.dataCategories())
        .filteredOn(term -> !term.id().equals("other"))
        .allSatisfy(term -> assertThat(table).contains("\"" + term.id() + "\""));
  }
}
