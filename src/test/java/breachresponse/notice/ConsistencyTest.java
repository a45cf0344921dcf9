package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * It began on 1 March 2026, was noticed on the 3rd and stopped on the 4th; 300 people in Germany
 * and 1,200 in California; names, e-mail addresses and card numbers.
 */
@ApplicationTest
@TestInstance(PER_CLASS)
class ConsistencyTest {

  private static final String FACTS =
      """
      {"awareAt": "2026-03-03T15:30:00+01:00",
       "clocks": {"occurrence": "2026-03-01T02:00:00+01:00", "containment": "2026-03-04T09:00:00+01:00"},
       "affected": [{"residence": "DE", "people": 300}, {"residence": "US-CA", "people": 1200}],
       "dataCategories": ["name", "email", "payment-card"]}
      """;

  private static final Draft.Text ENGLISH =
      new Draft.Text("Notice", "Dear {{name}}, it affects 1,500 people.");

  @Autowired private Consistency consistency;
  @Autowired private Notices notices;
  @Autowired private Incidents incidents;
  @Autowired private ObjectMapper json;

  private CaseNumber caseNumber;

  @BeforeAll
  void a_case_that_is_known() throws Exception {
    caseNumber = caseOf(FACTS);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | It affects 12,000 people.                                                   | people: the text says 12,000, the facts say 1,500
          en | It affects twelve thousand people.                                          | people: the text says 12,000
          en | It affects two hundred and fifty-one customers.                             | people: the text says 251
          en | More than a million customers are affected.                                 | people: the text says at least 1,000,000
          en | It began on 2026/03/02.                                                     | date (it began): the text says 2026-03-02
          en | It began on 2-Mar-2026.                                                     | date (it began): the text says 2026-03-02
          en | It began on March the 2nd, 2026.                                            | date (it began): the text says 2026-03-02
          en | It began on 03-25-2026.                                                     | date (it began): the text says 2026-03-25
          en | The data of 15 000 customers were copied.                                   | people: the text says 15,000
          en | Data of about 2,000 of our customers leaked.                                | people: the text says about 2,000
          en | More than 2,000 customers are affected.                                     | people: the text says at least 2,000
          en | Fewer than 1,000 users were affected by the incident.                       | people: the text says at most 1,000
          en | Names of 1.2 million customers were stolen.                                 | people: the text says 1,200,000
          en | We have 40,000 customers, and 1,400 are affected.                           | people: the text says 1,400
          en | People affected, approximately: 301 in DE, 1200 in US-CA                    | people: the text says 301
          es | Afecta a 12.000 personas.                                                   | people: the text says 12,000
          es | Se copiaron los datos de unos 2.500 clientes.                               | people: the text says about 2,500
          es | La brecha afecta a 1,2 millones de usuarios.                                | people: the text says 1,200,000
          es | Personas afectadas: 1.501                                                   | people: the text says 1,501
          en | It began on 2 March 2026.                                                   | date (it began): the text says 2026-03-02, the facts say 2026-03-01
          en | We learned of it on March 4, 2026.                                          | date (we became aware of it): the text says 2026-03-04, the facts say 2026-03-03
          en | On 5 March 2026 we discovered that somebody had copied data.                | date (we became aware of it): the text says 2026-03-05
          en | It was stopped on 2026-03-03.                                               | date (it was stopped): the text says 2026-03-03, the facts say 2026-03-04
          en | It began on 3 March 2026 and was stopped on 4 March 2026.                   | date (it began): the text says 2026-03-03
          en | It began on 1 March 2025.                                                   | date (it began): the text says 2025-03-01
          en | The table was copied on 14 March 2026.                                      | date (it happened): the text says 2026-03-14
          en | The incident was discovered on 5 March.                                     | date (we became aware of it): the text says 03-05
          en | It began: Mon 2 Mar 2026, 02:00 Berlin                                      | date (it began): the text says 2026-03-02
          en | On 3 March 2026 we learned of it, and on 5 March 2026 it was stopped.       | date (it was stopped): the text says 2026-03-05
          en | It was stopped on 25/03/2026.                                               | date (it was stopped): the text says 2026-03-25
          es | Empezó el 2 de marzo de 2026.                                               | date (it began): the text says 2026-03-02
          es | Tuvimos conocimiento de ello el 4 de marzo de 2026.                         | date (we became aware of it): the text says 2026-03-04
          es | Se detuvo el 3 de marzo de 2026.                                            | date (it was stopped): the text says 2026-03-03
          es | El 5 de marzo de 2026 descubrimos que alguien había copiado datos.          | date (we became aware of it): the text says 2026-03-05
          en | Names and passwords were copied.                                            | data: the text says passwords, the facts do not have them
          en | It affects names, dates of birth and card numbers.                          | data: the text says dates of birth
          en | Health information of some customers was exposed.                           | data: the text says health data
          en | Categories of data: Name, E-mail address, Passport                          | data: the text says Passport
          es | Se copiaron nombres y contraseñas.                                          | data: the text says passwords
          es | Están afectados nombres, pasaportes y correos electrónicos.                 | data: the text says passports
          """)
  void what_contradicts_the_facts_is_seen(String language, String sentence, String difference) {
    assertThat(differences(language, sentence))
        .singleElement()
        .asString()
        .contains("text: " + difference);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | It affects 1,500 people.
          en | It affects one thousand five hundred people.
          en | It affects fifteen hundred customers, three hundred of them in Germany.
          en | Fewer than half a million customers are affected.
          en | One in a hundred customers is affected.
          en | Two people have told us of the incident.
          en | It began on March the 1st, 2026, and was stopped on 2026/03/04.
          en | It affects 1500 customers, 300 of them in Germany.
          en | In California, 1,200 residents are affected.
          en | Data of about 1,480 of our customers were copied.
          en | More than 1,000 customers are affected.
          en | Up to 2,000 customers are affected.
          en | About 1,500 of our 40,000 customers are affected.
          en | We serve 40,000 customers in Europe, some of whom are affected.
          en | A team of 12 people answers the questions of all who are affected.
          en | 50 employees work on this incident day and night.
          en | Call 1-877-322-8228 or +49 30 0000000, and people affected by the breach get an answer.
          en | For 30 days people affected can call us.
          en | Affected customers get 12 months of free monitoring.
          en | Within 72 hours people affected by the incident were told.
          en | In 2025 customers trusted us with data of many kinds, and some were copied.
          en | Article 33 of Regulation (EU) 2016/679 has authorities told of a breach.
          en | Write to us at P.O. Box 105788, Atlanta, GA 30348 if your data were affected.
          en | It began on 1 March 2026, we learned of it on 3 March and stopped it on 4 March 2026.
          en | On 3 March 2026 we learned of it, and on 4 March 2026 it was stopped.
          en | On 3 March 2026, we discovered that somebody had copied data.
          en | It was stopped on 03/04/2026.
          en | Data of customers who ordered until 1 January 2024 were copied.
          en | On 10 March 2026 we will tell you more.
          en | Our helpline is open until 31 May 2026, from 8:00 to 20:00.
          en | We started an investigation on 4 March 2026 and closed the gap on 6 March 2026.
          en | On 5 March 2026 we told the authority.
          en | Regulation (EU) 2016/679 of 27 April 2016 protects you.
          en | The breach happened between 1 March and 4 March 2026.
          en | Somebody copied names and email addresses.
          en | Names and card numbers were copied, passwords were not.
          en | No passwords were copied.
          en | Please change your passwords if your account is affected.
          en | We have reset all passwords of the customers who are affected.
          en | If your passwords were stolen elsewhere, tell us.
          en | Customers who are affected can reach us by phone or at our postal address.
          en | Cause: A stolen administrator's password.
          en | Somebody used stolen credentials of a supplier, and data were copied.
          en | Check your bank account and your credit reports for what you do not know.
          en | We do not know yet whether passports were copied.
          en | Everybody affected whose email address we have gets a mail from our CEO.
          es | Afecta a 1.500 personas.
          es | Están afectados unos 1.480 clientes.
          es | Más de 1.000 clientes están afectados.
          es | De nuestros 40.000 clientes están afectados 1.500.
          es | Atendemos a 40.000 clientes en Europa, y algunos están afectados.
          es | Un equipo de 12 personas responde a quienes están afectados por la brecha.
          es | Durante 30 días las personas afectadas pueden llamarnos.
          es | Empezó el 1 de marzo de 2026.
          es | Tuvimos conocimiento de ello el 3 de marzo de 2026 y se detuvo el 4 de marzo de 2026.
          es | El 3 de marzo de 2026 descubrimos el ataque, y el 4 de marzo de 2026 se detuvo.
          es | El 10 de marzo de 2026 le contaremos más.
          es | La Ley Orgánica 3/2018, de 5 de diciembre, le protege.
          es | Se copiaron nombres y correos electrónicos.
          es | No se copiaron contraseñas.
          es | Alguien accedió con una contraseña robada de un proveedor.
          es | Cambie su contraseña si está afectado.
          es | Hemos restablecido las contraseñas de los clientes afectados.
          es | Llame al 900 123 456 si sus datos están afectados.
          """)
  void what_agrees_or_is_about_something_else_is_no_difference(String language, String sentence) {
    assertThat(differences(language, sentence)).isEmpty();
  }

  @Test
  void a_list_of_data_is_read_by_the_words_of_our_own_notices() {
    assertThat(
            differences(
                "en",
                """
                ## What Information Was Involved

                This information may be affected:

                - Name
                - Email address

                **Identity numbers and documents:**

                - US social security number

                ## What You Can Do

                - **Change your passwords.** Check your bank account.
                """))
        .containsExactly(
            "text: data: the text says US social security number, the facts do not have them");
    assertThat(
            differences(
                "en", "This information was not affected:\n\n- Passport\n- Bank account number"))
        .isEmpty();
    assertThat(differences("es", "Puede estar afectada esta información:\n\n- Nombre\n- Pasaporte"))
        .hasSize(1);
  }

  @Test
  void both_places_are_named_and_a_text_may_say_less() {
    var letter = new Passage("letterEnBody", "letter (English)", "en", "It affects 1,500 people.");
    var post = new Passage("postBody", "public post", "en", "It affects 15,000 people.");
    var social = new Passage("social", "short text", "es", "Lo sentimos.");

    assertThat(consistency.differences(caseNumber, List.of(letter, post, social)))
        .containsExactly(
            "postBody: people: the public post says 15,000, the facts say 1,500, letter (English) says 1,500");
    assertThat(consistency.differences(caseNumber, List.of(letter, social))).isEmpty();
  }

  @Test
  void texts_that_know_more_than_the_facts_are_seen_and_those_that_differ_both() throws Exception {
    var unknown = caseOf("{}");
    var letter = new Passage("letterEnBody", "letter (English)", "en", "It affects 1,200 people.");
    var post = new Passage("postBody", "public post", "en", "It affects 12,000 people.");

    assertThat(consistency.differences(unknown, List.of(letter, post)))
        .containsExactly(
            "letterEnBody: people: the letter (English) says 1,200, the facts say no number, public post says 12,000",
            "postBody: people: the public post says 12,000, the facts say no number, letter (English) says 1,200");
  }

  @Test
  void our_own_proposal_agrees_with_the_facts_that_it_is_made_of() throws Exception {
    for (var facts :
        Stream.of(
                FACTS,
                FACTS.replace("\"name\", \"email\", \"payment-card\"", everyCategory()),
                FACTS.replace("1200", "1200, \"estimated\": true"),
                "{\"affected\": [{\"residence\": \"DE\", \"people\": 12}, {\"residence\": \"FR\"}]}")
            .toList()) {
      for (var level = 0; level <= 6; level++) {
        var one = caseOf(facts);
        incidents.assess(one, level, "as in the test", "ian");
        var draft = notices.proposal(one);

        assertThat(consistency.differences(one, Passage.of(draft, "en"))).isEmpty();
      }
    }
  }

  @Test
  void a_text_that_differs_is_not_laid_down_for_signature() {
    var draft = notices.proposal(caseNumber);
    var wrong =
        new Draft(
            List.of(new Draft.Mail(Segment.EVERYBODY, Map.of("en", ENGLISH))),
            new Draft.Text("Notice", "It affects 15,000 people."),
            draft.social(),
            new Draft.Text("Press", "It began on 2 March 2026."),
            "It affects 1,500 people, and their passports were copied.");

    assertThatThrownBy(() -> notices.submit(caseNumber, wrong, "paul"))
        .hasMessageContaining(
            "postBody: people: the public post says 15,000, the facts say 1,500, mail in English says 1,500")
        .hasMessageContaining("pressBody: date (it began): the text for the press says 2026-03-02")
        .hasMessageContaining("script: data: the call-centre script says passports")
        .hasMessageContaining("Please correct the text, or record the facts");
    assertThat(notices.of(caseNumber)).isEmpty();
  }

  private static String everyCategory() {
    return Stream.of("ssn", "health", "passport", "online-credentials", "children", "genetic")
        .map("\"%s\""::formatted)
        .reduce((one, other) -> one + ", " + other)
        .orElseThrow();
  }

  private CaseNumber caseOf(String facts) throws Exception {
    var opened = incidents.open("Customer table copied", "", "ian");
    incidents.record(opened, json.readValue(facts, Facts.class), "ian");
    return opened;
  }

  private List<String> differences(String language, String text) {
    return consistency.differences(
        caseNumber, List.of(new Passage("text", "text", language, text)));
  }
}
