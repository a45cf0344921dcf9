package breachresponse.obligation;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import breachresponse.filing.Dossier;
import breachresponse.filing.Dossiers;
import breachresponse.filing.FilingTexts;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Each duty of the legal tables that tells somebody else than the people affected. */
@ApplicationTest
@TestInstance(PER_CLASS)
class FilingOfEveryDutyTest {

  private static final String FACTS =
      """
      {"awareAt": "2026-11-20T08:00:00Z",
       "clocks": {"occurrence": "2026-11-18T08:00:00Z", "detection": "2026-11-19T08:00:00Z",
         "containment": "2026-11-20T10:00:00Z", "classification": "2026-11-20T12:00:00Z"},
       "organisation": {"role": "controller", "establishments": ["DE"], "mainEstablishment": "DE",
         "sectors": ["bank"], "attributes": ["cyberattack"]},
       "affected": [{"residence": "DE", "people": 300}, {"residence": "US-CA", "people": 1200}],
       "breach": ["confidentiality"],
       "dataCategories": ["name", "ssn"],
       "protection": {"encrypted": false},
       "risk": "high", "consequence": "harm",
       "account": {"cause": "A server was not updated.", "consequences": "Fraud.", "measures": "We closed the gap."}}
      """;

  @Autowired private Dossiers dossiers;
  @Autowired private FilingTexts texts;
  @Autowired private RequiredContents required;
  @Autowired private Incidents incidents;
  @Autowired private ObjectMapper json;

  private CaseNumber caseNumber;
  private Map<Duty, Dossier> dossiersByDuty;

  @BeforeAll
  void a_case_of_which_much_is_known() throws Exception {
    caseNumber = incidents.open("Customer table copied", "It was copied at night.", "ian");
    incidents.record(caseNumber, json.readValue(FACTS, Facts.class), "ian");
    dossiersByDuty = duties().stream().collect(toMap(identity(), this::filled));
  }

  @Test
  void a_form_of_its_own_or_one_for_the_rest_is_there_for_every_duty() {
    var forms = new TreeMap<String, Integer>();
    dossiersByDuty.values().forEach(it -> forms.merge(it.form().id(), 1, Integer::sum));

    assertThat(forms)
        .containsOnlyKeys(
            "au-oaic",
            "br-anpd",
            "ca-opc",
            "ch-fdpic",
            "ch-ncsc",
            "credit-bureaus",
            "dora",
            "gdpr",
            "generic",
            "in-certin",
            "nis2",
            "sg-pdpc",
            "to-controller",
            "uk-ico",
            "us-ca-ag",
            "us-hhs",
            "us-sec-8k",
            "us-state");
    assertThat(forms.get("gdpr")).isEqualTo(7);
    assertThat(forms.get("dora")).isEqualTo(4);
  }

  @Test
  void every_text_says_what_its_law_lists_as_far_as_a_program_can_tell() {
    var missing = new ArrayList<String>();
    dossiersByDuty.forEach(
        (duty, dossier) ->
            required.of(duty).stream()
                .filter(item -> item.isMissingIn(texts.filing(dossier)))
                .map(item -> "%s, form %s: %s".formatted(duty.id(), dossier.form().id(), item))
                .forEach(missing::add));

    assertThat(missing).isEmpty();
  }

  @Test
  void every_text_fits_into_its_field_and_every_page_is_whole() {
    assertThat(dossiersByDuty.values())
        .allSatisfy(
            dossier -> {
              assertThat(texts.filing(dossier)).hasSizeLessThan(20_000).doesNotContain("{{");
              assertThat(texts.page(dossier))
                  .contains("<h1>" + dossier.form().title())
                  .endsWith("</html>\n");
            });
  }

  @Test
  void the_sections_of_later_filings_come_with_their_step() {
    assertThat(titles("eu-dora-19-initial")).hasSize(2);
    assertThat(titles("eu-dora-19-intermediate")).hasSize(3);
    assertThat(titles("eu-dora-19-final"))
        .hasSize(4)
        .startsWith("1 General information about the financial entity")
        .endsWith("4 Content of the final report");
  }

  private List<String> titles(String dutyId) {
    return dossiersByDuty.values().stream()
        .filter(dossier -> dossier.duty().equals(dutyId))
        .flatMap(dossier -> dossier.sections().stream())
        .map(Dossier.Section::title)
        .toList();
  }

  private Dossier filled(Duty duty) {
    return dossiers.of(
        new Obligation(
            UUID.randomUUID(),
            caseNumber,
            duty,
            new StatutoryClock(
                "awareness",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ZoneId.of("Europe/Berlin"),
                "running",
                "as in the test"),
            new Finding(Verdict.TRIGGERED, List.of()),
            Obligation.Status.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static List<Duty> duties() {
    return LegalFiles.rows().values().stream()
        .filter(Predicate.not(row -> row.word("recipient").equals("people")))
        .map(FilingOfEveryDutyTest::duty)
        .toList();
  }

  private static Duty duty(LegalFiles.Row row) {
    return new Duty(
        row.word("id"),
        row.condition(0).startsWith("US-") ? row.condition(0).substring(0, 5) : "DE",
        row.word("regime"),
        Duty.Recipient.valueOf(constant(row.word("recipient"))),
        row.word("recipientName"),
        Duty.Step.valueOf(constant(row.word("step"))),
        row.word("wording"),
        row.word("citation"),
        Optional.empty(),
        "high",
        Optional.empty(),
        row.table());
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
