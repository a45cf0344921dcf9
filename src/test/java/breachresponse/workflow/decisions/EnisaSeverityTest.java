package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.Facts;
import breachresponse.incident.SeverityMethod;
import breachresponse.incident.Vocabulary;
import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** ENISA's method of December 2013: SE = DPC x EI + CB. */
@ApplicationTest
class EnisaSeverityTest {

  @Autowired private SeverityMethod method;
  @Autowired private Vocabulary vocabulary;
  @Autowired private ObjectMapper json;

  @ParameterizedTest(name = "{0}, {1}, {2}: {3} x {4} + {5} is {6}")
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          DATA                 | BREACH                       | CIRCUMSTANCES           | DPC | EI   | CB   | SEVERITY
          name                 | confidentiality              | inadvertent-disclosure  | 1   | 1    | 0.25 | low
          name                 | confidentiality              | good-faith-acquisition  | 1   | 1    | 0.25 | low
          name                 | confidentiality              |                         | 1   | 1    | 0.5  | low
          name                 |                              |                         | 1   | 1    | 0.5  | low
          name                 | confidentiality              | cyberattack             | 1   | 1    | 1    | medium
          email                | confidentiality              | cyberattack             | 1   | 0.75 | 1    | low
          date-of-birth        | integrity                    |                         | 1   | 0.5  | 0.25 | low
          education            | availability                 | ransomware              | 1   | 0.25 | 0.75 | low
          ssn                  | confidentiality              |                         | 2   | 1    | 0.5  | medium
          online-credentials   | confidentiality              | cyberattack             | 2   | 0.75 | 1    | medium
          name location        | confidentiality              | cyberattack             | 2   | 1    | 1    | high
          communications       | confidentiality              |                         | 3   | 0.75 | 0.5  | medium
          card-number-alone    | confidentiality              |                         | 2   | 0.5  | 0.5  | low
          name financial       | confidentiality              |                         | 3   | 1    | 0.5  | high
          payment-card         | confidentiality              | cyberattack             | 4   | 0.75 | 1    | very high
          name children        | confidentiality              | inadvertent-disclosure  | 4   | 1    | 0.25 | very high
          name health          | availability                 |                         | 4   | 1    | 0.25 | very high
          health               | confidentiality integrity    | cyberattack             | 4   | 0.25 | 1.25 | medium
          other                | confidentiality              |                         | 3   | 0.25 | 0.5  | low
          """)
  void each_score_is_read_from_the_tables(
      String data,
      String breach,
      String circumstances,
      double context,
      double identification,
      double added,
      String name) {
    var severity =
        method.severityOf(facts(words(data), words(breach), words(circumstances), false)).get();

    assertThat(severity.context().value()).isEqualTo(context);
    assertThat(severity.identification().value()).isEqualTo(identification);
    assertThat(severity.sum()).isEqualTo(context * identification + added);
    assertThat(severity.name()).isEqualTo(name);
    assertThat(severity.meaning()).isNotBlank();
  }

  @Test
  void what_nobody_can_read_identifies_nobody() {
    var severity =
        method
            .severityOf(
                facts(List.of("name", "health"), List.of("confidentiality"), List.of(), true))
            .orElseThrow();

    assertThat(severity.identification().value()).isEqualTo(0.25);
    assertThat(severity.sum()).isEqualTo(1.5);
  }

  @Test
  void there_is_no_opinion_while_nobody_knows_the_data_and_none_without_personal_data() {
    assertThat(method.severityOf(Facts.UNKNOWN)).isEmpty();
    assertThat(method.severityOf(facts(List.of(), List.of(), List.of(), false))).isEmpty();
  }

  /** What the table does not know is at the end; the vocabulary has one such term on purpose. */
  @Test
  void every_category_of_the_vocabulary_has_a_row_of_its_own() {
    assertThat(vocabulary.dataCategories())
        .filteredOn(term -> !term.id().equals("other"))
        .allSatisfy(
            term ->
                assertThat(
                        method
                            .severityOf(facts(List.of(term.id()), List.of(), List.of(), false))
                            .orElseThrow()
                            .context()
                            .because())
                    .isNotEqualTo("data that the table does not know"));
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : List.of(text.split(" "));
  }

  private Facts facts(
      List<String> data, List<String> breach, List<String> circumstances, boolean unreadable) {
    var facts = new HashMap<String, Object>();
    facts.put("dataCategories", data);
    facts.put("breach", breach.isEmpty() ? null : breach);
    facts.put("organisation", Map.of("attributes", circumstances));
    facts.put("protection", Map.of("encrypted", unreadable, "keyCompromised", false));
    return json.convertValue(facts, Facts.class);
  }
}
