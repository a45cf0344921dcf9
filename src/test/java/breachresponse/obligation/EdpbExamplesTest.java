package breachresponse.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.Facts;
import breachresponse.incident.SeverityMethod;
import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/**
 * The eighteen examples of the EDPB's Guidelines 01/2021, version 2.0: every breach is documented
 * (GDPR Art 33(5)), and the facts decide whether the authority and the people are told.
 */
@ApplicationTest
class EdpbExamplesTest {

  private static final List<String> BANDS = List.of("low", "medium", "high", "very high");

  @Autowired private ObligationRegister register;
  @Autowired private SeverityMethod method;

  /**
   * @param authority whether the Guidelines have the authority told
   * @param people whether they have the people told
   */
  record Example(
      String number, String title, boolean authority, boolean people, Facts facts, Enisa enisa) {

    @Override
    public String toString() {
      return "case %s: %s".formatted(number, title);
    }
  }

  /**
   * Severity by ENISA's recommendations of December 2013: the data's context (1 to 4) times the
   * ease of identification (0.25 to 1), plus the circumstances of the breach.
   */
  record Enisa(double context, double identification, double circumstances) {

    double severity() {
      return context * identification + circumstances;
    }

    boolean agreesWith(Example example) {
      return wouldTellTheAuthority() == example.authority()
          && wouldTellThePeople() == example.people();
    }

    /** Medium severity and more: inconveniences that people overcome with difficulty. */
    boolean wouldTellTheAuthority() {
      return severity() >= 2;
    }

    /** High severity and more: significant consequences. */
    boolean wouldTellThePeople() {
      return severity() >= 3;
    }
  }

  static Stream<Example> examples() throws IOException {
    var json = new ObjectMapper().registerModule(new JavaTimeModule());
    try (var file = new ClassPathResource("cases/edpb/guidelines-01-2021.json").getInputStream()) {
      return json.readValue(file, new TypeReference<List<Example>>() {}).stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void the_facts_decide_as_the_guidelines_do(Example example) {
    var told =
        register.evaluate(example.facts()).stream()
            .filter(evaluated -> evaluated.finding().verdict() == Verdict.TRIGGERED)
            .map(evaluated -> evaluated.duty().id())
            .toList();

    assertThat(told.contains("eu-gdpr-33-sa")).isEqualTo(example.authority());
    assertThat(told.contains("eu-gdpr-34-people")).isEqualTo(example.people());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void who_is_not_told_is_on_record_with_the_reason(Example example) {
    assertThat(register.evaluate(example.facts()))
        .filteredOn(evaluated -> evaluated.duty().id().matches("eu-gdpr-3[34]-(sa|people)"))
        .hasSize(2)
        .filteredOn(evaluated -> !evaluated.finding().isOwed())
        .allSatisfy(evaluated -> assertThat(evaluated.finding().because()).isNotEmpty());
  }

  @Test
  void there_are_eighteen_and_enisas_severity_disagrees_on_three() throws IOException {
    assertThat(examples()).hasSize(18);
    assertThat(
            examples().filter(example -> !example.enisa().agreesWith(example)).map(Example::number))
        .containsExactly("08", "11", "14");
  }

  /**
   * By hand people know the volume, whether data can be restored, and whether it was on purpose.
   */
  @Test
  void from_the_facts_alone_enisas_method_is_milder_than_by_hand_on_four_and_harsher_on_four()
      throws IOException {
    assertThat(examples().filter(example -> band(example) < bandByHand(example)))
        .extracting(Example::number)
        .containsExactly("02", "05", "11", "17");
    assertThat(examples().filter(example -> band(example) > bandByHand(example)))
        .extracting(Example::number)
        .containsExactly("13", "15", "16", "18");
  }

  private int band(Example example) {
    return BANDS.indexOf(method.severityOf(example.facts()).orElseThrow().name());
  }

  private static int bandByHand(Example example) {
    return Math.max(0, Math.min(3, (int) example.enisa().severity() - 1));
  }
}
