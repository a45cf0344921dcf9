package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.incident.Vocabulary;
import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class TemplatesTest {

  @Autowired private Notices notices;
  @Autowired private Incidents incidents;
  @Autowired private ObjectMapper json;

  private static final String KNOWN =
      """
      {"awareAt": "2026-03-02T23:30:00Z",
       "clocks": {"occurrence": "2026-02-27T08:00:00Z", "containment": "2026-03-03T10:00:00Z"},
       "affected": [{"residence": "DE", "people": 1000}, {"residence": "ES", "people": 500, "estimated": true}],
       "breach": ["confidentiality"],
       "dataCategories": ["payment-card", "email", "name"],
       "account": {"cause": "A server was not updated.", "consequences": "Fraud with cards.", "measures": "We closed the gap."}}
      """;

  @Test
  void a_letter_says_what_is_known() {
    var letter = letter("en", 4, KNOWN);

    assertThat(letter.subject())
        .isEqualTo("Notice of Data Breach: what happened and what you can do");
    assertThat(Markdown.plain(letter.body()))
        .isEqualTo(
            """
            Notice of Data Breach

            Dear {{name}},

            You trusted us with personal information, and some of it is affected by a data breach. I am sorry. Here is what we know, what we are doing, and what you can do now.

            What Happened

            Somebody who had no right to it could see or copy personal information that we hold.

            It began on February 27, 2026.
            We learned of it on March 3, 2026.
            It was stopped on March 3, 2026.
            It affects about 1,500 people.

            What we know of the cause: A server was not updated.

            What Information Was Involved

            This information may be affected:

            - Name
            - Email address

            Payment information:

            - Payment card number

            What this may mean: Fraud with cards.

            What We Are Doing

            We closed the gap.

            What You Can Do

            - Check your statements. If you find a payment that you did not make, tell your bank or card company at once.
            - Be careful with messages that ask you for information, passwords or money, even if they seem to come from us. We will never ask you for your password.

            For More Information

            My team answers your questions at privacy@example.org or by telephone, +49 30 0000000. We report what else we learn at https://www.example.org/security.

            Carla Example
            Chief Executive Officer, Example Books""");
  }

  @Test
  void the_headings_are_those_of_californian_law() {
    assertThat(letter("en", 4, KNOWN).body().lines().filter(line -> line.startsWith("#")))
        .containsExactly(
            "# Notice of Data Breach",
            "## What Happened",
            "## What Information Was Involved",
            "## What We Are Doing",
            "## What You Can Do",
            "## For More Information");
  }

  @Test
  void a_letter_speaks_the_language_of_its_reader() {
    assertThat(letter("es", 4, KNOWN).body())
        .contains(
            "Hola, {{name}}:",
            "el 27 de febrero de 2026",
            "unas 1.500 personas",
            "- Nombre\n- Correo electrónico")
        .contains("**Información de pago:**\n\n- Número de la tarjeta de pago");
  }

  @Test
  void what_staff_wrote_must_be_translated_before_it_can_be_sent() {
    assertThat(letter("es", 4, KNOWN).body()).contains("{{translate: A server was not updated.}}");
  }

  @Test
  void what_nobody_knows_yet_is_not_said() {
    var body = letter("en", 4, "{}").body();

    assertThat(body)
        .contains(
            "We do not know yet when it began.",
            "We are still finding out which information is affected.",
            "A team of ours is finding out exactly what happened.")
        .doesNotContain(
            "We learned of it",
            "It was stopped",
            "people.",
            "the cause",
            "Somebody who",
            "What this may mean",
            "Law enforcement",
            "encrypted",
            "statements");
  }

  @Test
  void numbers_and_cause_are_kept_back_where_the_table_says_so() {
    assertThat(letter("en", 6, KNOWN).body()).doesNotContain("1,500", "the cause");
    assertThat(letter("en", 2, KNOWN).body()).doesNotContain("1,500").contains("the cause");
  }

  @Test
  void one_reserved_kind_of_data_is_enough_to_keep_numbers_and_cause_back() {
    assertThat(letter("en", 4, KNOWN.replace("\"name\"", "\"health\"")).body())
        .doesNotContain("1,500")
        .contains("the cause");
    assertThat(letter("en", 4, KNOWN.replace("\"name\"", "\"online-credentials\"")).body())
        .contains("1,500")
        .doesNotContain("the cause");
  }

  @Test
  void categories_stay_unnamed_where_the_table_says_so() {
    assertThat(letter("en", 1, "{\"dataCategories\": [\"name\", \"email\"]}").body())
        .contains("- General information, such as for contact\n\n")
        .doesNotContain("Email address");
  }

  @Test
  void what_is_told_apart_comes_last_under_its_own_title() {
    assertThat(letter("en", 4, "{\"dataCategories\": [\"bank-account\", \"tax-id\"]}").body())
        .contains(
            "This information may be affected:\n\n- Tax identification number\n\n**Payment information:**\n\n- Bank account number");
  }

  @Test
  void a_single_person_is_not_counted() {
    assertThat(
            letter(
                    "en",
                    4,
                    "{\"dataCategories\": [\"name\"], \"affected\": [{\"residence\": \"DE\", \"people\": 1}]}")
                .body())
        .doesNotContain("It affects");
  }

  @Test
  void a_number_that_is_not_complete_says_at_least() {
    assertThat(
            letter(
                    "en",
                    4,
                    "{\"dataCategories\": [\"name\"], \"affected\": [{\"residence\": \"DE\", \"people\": 20}, {\"residence\": \"FR\"}]}")
                .body())
        .contains("It affects at least 20 people.");
  }

  @Test
  void advice_follows_the_kind_of_data() {
    assertThat(
            letter(
                    "en",
                    4,
                    "{\"dataCategories\": [\"online-credentials\", \"passport\", \"health\", \"location\"]}")
                .body())
        .contains(
            "**Change your password**",
            "Somebody may be using your name",
            "**Check letters and bills from doctors",
            "under pressure")
        .doesNotContain("**Check your statements.**");
  }

  @Test
  void a_request_of_law_enforcement_and_encryption_are_told() {
    assertThat(
            letter(
                    "en",
                    4,
                    "{\"hold\": {\"basis\": \"police\"}, \"protection\": {\"encrypted\": true, \"keyCompromised\": false}}")
                .body())
        .contains("Law enforcement asked us to wait", "nobody can read it without the key");
  }

  @Test
  void the_post_and_the_short_text_speak_to_the_public() {
    var draft = draft(4, KNOWN);

    assertThat(draft.post().subject()).isEqualTo("Notice of Data Breach at Example Books");
    assertThat(draft.post().body())
        .contains("## What Happened", "about 1,500 people")
        .doesNotContain("{{");
    assertThat(draft.social())
        .isEqualTo(
            "Example Books has had a data breach that affects personal information. We are sorry. What happened, and what you can do now: https://www.example.org/security");
  }

  @Test
  void the_proposal_can_be_submitted_once_it_is_translated() {
    var caseNumber = caseWith(4, KNOWN.replaceFirst("(?s),\\s*\"account\".*", "}"));

    assertThat(notices.submit(caseNumber, notices.proposal(caseNumber), "paul").draft().letters())
        .containsOnlyKeys("en", "es");
  }

  @Test
  void nothing_that_staff_wrote_becomes_markup() {
    var nasty =
        "<script>alert(1)</script> [link](javascript:alert(1)) ![x](https://t.example/p.png) *b* {{name}} {{{name}}} # h\\n\\n# h\\n- item";
    var body =
        letter(
                "en",
                4,
                "{\"dataCategories\": [\"name\"], \"account\": {\"cause\": \"%s\", \"measures\": \"%s\"}}"
                    .formatted(nasty, nasty))
            .body();
    var shown =
        "<script>alert(1)</script> [link](javascript:alert(1)) ![x](https://t.example/p.png) *b* { {name} } { { {name} } } # h # h - item";

    assertThat(Markdown.faults(body)).isEmpty();
    assertThat(Markdown.plain(body))
        .contains("the cause: " + shown, "What We Are Doing\n\n" + shown)
        .containsOnlyOnce("{{name}}");
    assertThat(Markdown.html(body))
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "<img", "<em>", "javascript:alert(1)\"", "href=\"javascript");
  }

  @Test
  void each_language_has_a_word_for_each_category_and_kind(@Autowired Vocabulary vocabulary)
      throws IOException {
    for (var language : Templates.LANGUAGES) {
      assertThat(words(language))
          .containsKeys(
              vocabulary.dataCategories().stream().map(term -> "category." + term.id()).toArray())
          .containsKeys(
              Stream.of(
                      "health",
                      "private-life",
                      "payment",
                      "credentials",
                      "identity",
                      "confidential",
                      "general")
                  .map(kind -> "kind." + kind)
                  .toArray());
      assertThat(words(language).keySet()).isEqualTo(words("en").keySet());
    }
  }

  private static Properties words(String language) throws IOException {
    var words = new Properties();
    try (var file =
        new java.io.InputStreamReader(
            TemplatesTest.class.getResourceAsStream(
                "/notices/words.%s.properties".formatted(language)),
            StandardCharsets.UTF_8)) {
      words.load(file);
    }
    return words;
  }

  private Draft.Text letter(String language, int level, String facts) {
    return draft(level, facts).letters().get(language);
  }

  private Draft draft(int level, String facts) {
    return notices.proposal(caseWith(level, facts));
  }

  private CaseNumber caseWith(int level, String facts) {
    var caseNumber = incidents.open("Server hacked", "", "ida");
    try {
      incidents.record(caseNumber, json.readValue(facts, Facts.class), "ida");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    incidents.assess(caseNumber, level, "as in the test", "ida");
    return caseNumber;
  }
}
