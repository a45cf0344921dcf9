package breachresponse.workflow;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.filing.Dossiers;
import breachresponse.filing.FilingTexts;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.support.ApplicationTest;
import breachresponse.workflow.forms.Answers;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Our own texts, held against what the laws want them to say. */
@ApplicationTest
class ContentCheckTest {

  private static final List<String> PLACES =
      List.of(
          "US-CA", "US-TX", "US-NY", "US-AL", "US-AZ", "US-CO", "US-DC", "US-FL", "US-HI", "US-IA",
          "US-IL", "US-MD", "US-MI", "US-MO", "US-NC", "US-NH", "US-NM", "US-OR", "US-PR", "US-RI",
          "US-VA", "US-VT", "US-WA", "US-WI", "US-WV", "US-WY", "DE", "ES", "GB", "CH", "CA-ON",
          "CA-QC", "BR", "CR", "MX", "AU", "NZ", "SG", "JP", "KR", "CN", "ID", "MY", "PH", "TH",
          "TR", "SA", "KE", "NG", "ZA");

  private static final String FACTS =
      """
      {"awareAt": "2026-11-20T08:00:00Z",
       "clocks": {"occurrence": "2026-11-18T08:00:00Z", "containment": "2026-11-20T10:00:00Z", "determination": "2026-11-20T12:00:00Z"},
       "organisation": {"role": "controller", "establishments": ["DE", "US-CA"], "mainEstablishment": "DE",
         "sectors": ["online-service"], "attributes": [%s]},
       "affected": [%s],
       "breach": ["confidentiality"],
       "dataCategories": ["name", "ssn", "drivers-licence", "health", "bank-account"],
       "protection": {"encrypted": false},
       "risk": "high",
       "account": {"cause": "A server was not updated.", "consequences": "Fraud.", "measures": "We closed the gap."}}
      """;

  @Autowired private ContentCheck contents;
  @Autowired private Dossiers dossiers;
  @Autowired private FilingTexts texts;
  @Autowired private ObligationRegister register;
  @Autowired private Incidents incidents;
  @Autowired private Notices notices;
  @Autowired private ObjectMapper json;

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void our_own_letter_says_all_that_a_program_can_look_for(String language) {
    var caseNumber = caseOf(PLACES);

    assertThat(toPeople(caseNumber))
        .extracting(duty -> duty.duty().id())
        .contains(
            "us-ca-civ1798.82-individuals",
            "us-tx-breach-individuals",
            "us-ny-899aa-individuals",
            "eu-gdpr-34-people");
    assertThat(contents.of(toPeople(caseNumber), letter(caseNumber, language)))
        .contains("heading “What Happened”, Cal. Civ. Code", "*(said)*")
        .doesNotContain("(missing)", "(is said)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void our_own_letter_says_what_patients_must_be_told(String language) {
    var caseNumber = caseOf(List.of("US-TX"), "hipaa-covered-entity");

    assertThat(toPeople(caseNumber))
        .extracting(duty -> duty.duty().id())
        .contains("us-hipaa-individuals");
    assertThat(contents.of(toPeople(caseNumber), letter(caseNumber, language)))
        .doesNotContain("(missing)");
  }

  @Test
  void our_own_letter_fits_into_its_field() {
    var caseNumber = caseOf(PLACES);

    assertThat(letter(caseNumber, "en")).hasSizeLessThan(4000);
    assertThat(letter(caseNumber, "es")).hasSizeLessThan(4000);
  }

  @Test
  void our_own_filing_says_all_that_a_program_can_look_for() {
    var duties = register.of(caseOf(PLACES)).stream().filter(duty -> !duty.tellsPeople()).toList();

    assertThat(duties)
        .extracting(duty -> duty.duty().id())
        .contains("us-tx-breach-ag", "us-ny-899aa-state-agencies", "eu-gdpr-33-sa");
    assertThat(duties)
        .allSatisfy(
            duty ->
                assertThat(contents.of(List.of(duty), texts.filing(dossiers.of(duty))))
                    .doesNotContain("(missing)"));
  }

  @Test
  void what_several_laws_want_in_the_same_words_is_one_line_with_all_their_citations() {
    var list =
        contents.of(toPeople(caseOf(List.of("US-CO", "US-AL", "DE"), "hipaa-covered-entity")), "");

    assertThat(list.lines().filter(line -> line.contains("the date of the breach")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("Ala. Code", "C.R.S."));
    assertThat(list.lines().filter(line -> line.contains("what happened")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("GDPR Art 34", "45 CFR 164.404"));
  }

  @Test
  void what_a_law_forbids_to_say_is_named_and_goes_out_on_purpose_alone() {
    var caseNumber = caseOf(List.of("US-MA"));
    var duties = toPeople(caseNumber);
    var letter = letter(caseNumber, "en");

    assertThat(contents.of(duties, letter))
        .contains("* not to be said: the nature of the breach")
        .containsOnlyOnce("(is said)");
    assertThatThrownBy(
            () -> contents.refuseIncomplete("letterEnBody", duties, letter, answers(false)))
        .hasMessageContaining("letterEnBody: it must not say: the nature of the breach")
        .hasMessageContaining("M.G.L. c. 93H 3(b)");
    contents.refuseIncomplete("letterEnBody", duties, letter, answers(true));
    assertThat(contents.of(duties, letter.replace("## What Happened", "## About your information")))
        .doesNotContain("(is said)");
  }

  @Test
  void how_many_people_there_are_in_illinois_is_not_for_the_people_of_illinois() {
    var duties = toPeople(caseOf(List.of("US-IL")));

    assertThat(contents.of(duties, "It affects 1,200 residents of Illinois."))
        .contains("(is said)");
    assertThat(contents.of(duties, "It affects 1,200 people.")).doesNotContain("(is said)");
  }

  /** Everything is known, and everything may be told. */
  private CaseNumber caseOf(List<String> places, String... attributes) {
    var caseNumber = incidents.open("Server hacked", "A table was copied.", "ida");
    var facts =
        FACTS.formatted(
            Stream.of(attributes).map("\"%s\""::formatted).collect(joining(", ")),
            places.stream()
                .map("{\"residence\": \"%s\", \"people\": 2000}"::formatted)
                .collect(joining(", ")));
    try {
      incidents.record(caseNumber, json.readValue(facts, Facts.class), "ida");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    incidents.assess(caseNumber, 5, "as in the test", "ida");
    register.determine(caseNumber);
    return caseNumber;
  }

  private static Answers answers(boolean incomplete) {
    return new Answers(Map.of("incomplete", incomplete));
  }

  private List<Obligation> toPeople(CaseNumber caseNumber) {
    return register.of(caseNumber).stream().filter(Obligation::tellsPeople).toList();
  }

  private String letter(CaseNumber caseNumber, String language) {
    return notices.proposal(caseNumber).mails().get(0).texts().get(language).body();
  }
}
