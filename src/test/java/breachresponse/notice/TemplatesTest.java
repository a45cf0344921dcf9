package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Selection;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.Incidents;
import breachresponse.incident.KindsOfData;
import breachresponse.incident.Vocabulary;
import breachresponse.plan.PlanContent;
import breachresponse.plan.PlanContentBuilder;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Voice;
import breachresponse.support.ApplicationTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class TemplatesTest {

  @Autowired private Notices notices;
  @Autowired private Incidents incidents;
  @Autowired private ObjectMapper json;
  @Autowired private PlanContent settings;
  @Autowired private DisclosureRules rules;
  @Autowired private KindsOfData kinds;
  @Autowired private Vocabulary vocabulary;

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

            You trusted us with personal information, and some of it is affected by a data breach.
            I am sorry. Here is what we know, what we are doing, and what you can do now.

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

            We answer your questions at privacy@example.org or by telephone, +49 30 0000000. We report what else we learn at https://www.example.org/security.

            I know that this is unwelcome news. If it worries you, please call or write. Somebody here will take the time.

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

    assertThat(
            notices
                .submit(caseNumber, notices.proposal(caseNumber), "paul")
                .draft()
                .mails()
                .get(0)
                .texts())
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

  @ParameterizedTest
  @CsvSource({
    "CUSTOMERS, You trusted us, Usted nos confió",
    "THIRD_PARTIES, You are not our customer, Usted no es cliente nuestro",
    "EMPLOYEES, about you as your employer, Usted trabaja con nosotros",
    "PARTNERS, You work with us as a partner, Usted colabora con nosotros"
  })
  void each_audience_is_spoken_to_in_its_own_words(
      Audience audience, String english, String spanish) {
    var segment = new Segment("some", audience, Selection.EVERYBODY, Set.of());

    assertThat(letter("en", Voice.CLOSE_AND_CARING, segment)).contains(english, "I am sorry");
    assertThat(letter("es", Voice.CLOSE_AND_CARING, segment)).contains(spanish, "Lo siento");
    assertThat(letter("en", Voice.SOBER_AND_BRIEF, segment))
        .contains("A data breach affects", "We regret this.")
        .doesNotContain("sorry");
    assertThat(letter("es", Voice.SOBER_AND_BRIEF, segment))
        .contains("Una brecha de datos afecta", "Lo lamentamos.")
        .doesNotContain("Lo siento");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void the_voice_changes_the_words_around_the_facts_and_never_the_facts(String language) {
    for (var audience :
        List.of(
            Audience.CUSTOMERS, Audience.THIRD_PARTIES, Audience.EMPLOYEES, Audience.PARTNERS)) {
      var segment = new Segment("some", audience, Selection.EVERYBODY, Set.of());
      var caring = facts(letter(language, Voice.CLOSE_AND_CARING, segment));
      var sober = facts(letter(language, Voice.SOBER_AND_BRIEF, segment));

      assertThat(sober).isEqualTo(caring).contains("1").contains("privacy@example.org");
    }
  }

  /** From the first heading after the opening to the last sentence about where to ask. */
  private static String facts(String letter) {
    return letter.substring(letter.indexOf("\n## "), letter.indexOf("www.example.org/security)."));
  }

  @ParameterizedTest
  @EnumSource(Voice.class)
  void all_texts_are_easy_or_fair_to_read(Voice voice) {
    var draft = draft(voice, Segment.EVERYBODY, KNOWN);

    assertThat(notices.readingLevels(draft))
        .containsOnlyKeys(
            "mail in English",
            "mail in Spanish",
            "public post",
            "short text for social networks",
            "text for the press",
            "call-centre script")
        .allSatisfy(
            (name, level) -> assertThat(level.word()).as(name + level).isIn("easy", "fair"));
  }

  @Test
  void a_segment_is_told_of_its_data_alone_but_no_more_than_the_whole_case_allows() {
    var health = KNOWN.replace("\"name\"", "\"health\"");
    var cards =
        new Segment("others", Audience.CUSTOMERS, Selection.EVERYBODY, Set.of("payment-card"));
    var body = draft(Voice.CLOSE_AND_CARING, cards, health).mails().get(0).texts().get("en").body();

    assertThat(body)
        .contains("Payment card number", "**Check your statements.**")
        .doesNotContain("Information about health", "Email address", "doctors", "1,500");
  }

  @Test
  void what_people_of_one_place_alone_are_told_is_for_them() {
    var us =
        KNOWN.replace(
            "{\"residence\": \"DE\", \"people\": 1000}",
            "{\"residence\": \"US-NY\", \"people\": 1000}");
    var spain =
        new Segment("es", Audience.CUSTOMERS, new Selection(Set.of("ES"), Set.of()), Set.of());
    var america =
        new Segment("us", Audience.CUSTOMERS, new Selection(Set.of("US"), Set.of()), Set.of());

    assertThat(draft(Voice.SOBER_AND_BRIEF, spain, us).mails().get(0).texts().get("en").body())
        .doesNotContain("Equifax");
    assertThat(draft(Voice.SOBER_AND_BRIEF, america, us).mails().get(0).texts().get("en").body())
        .contains("Equifax", "Attorney General of New York");
  }

  @Test
  void the_press_and_those_who_answer_calls_say_the_same_of_the_same_five_things() {
    var draft = draft(4, KNOWN);

    assertThat(draft.press().subject()).isEqualTo("Example Books: Notice of Data Breach");
    assertThat(headings(draft.press().body()))
        .containsExactly(
            "## What Happened",
            "## What Information Was Involved",
            "## What We Are Doing",
            "## What People Can Do",
            "## For More Information");
    assertThat(headings(draft.script()))
        .containsExactly(
            "## What happened?",
            "## Which information is affected?",
            "## Am I affected?",
            "## What are you doing about it?",
            "## What can I do now?",
            "## Where do I learn more?");
    for (var text : List.of(draft.press().body(), draft.script(), draft.post().body())) {
      assertThat(text)
          .contains("February 27, 2026", "about 1,500 people", "Payment card number", "We closed");
    }
  }

  @Test
  void numbers_and_cause_are_kept_back_in_every_text_or_in_none() {
    assertThat(notices.texts(draft(6, KNOWN)).values())
        .hasSize(6)
        .allSatisfy(text -> assertThat(text).doesNotContain("1,500", "1.500", "not updated"));
  }

  private static Stream<String> headings(String body) {
    return body.lines().filter(line -> line.startsWith("#"));
  }

  @Test
  void each_language_has_a_word_for_each_category_and_kind() throws IOException {
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
    return draft(level, facts).mails().get(0).texts().get(language);
  }

  private String letter(String language, Voice voice, Segment segment) {
    return draft(voice, segment, KNOWN.replaceFirst("(?s),\\s*\"account\".*", "}"))
        .mails()
        .get(0)
        .texts()
        .get(language)
        .body();
  }

  private Draft draft(Voice voice, Segment segment, String facts) {
    try {
      return new Templates(in(voice), rules, kinds, vocabulary)
          .draft(4, json.readValue(facts, Facts.class), List.of(segment));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private ResponsePlan in(Voice voice) {
    return PlanContentBuilder.builder(settings).voice(voice).build();
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
