package breachresponse.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.delivery.Mailing.Segment;
import breachresponse.delivery.Mailing.Text;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailingTest {

  private static final Mailing MAILING =
      new Mailing(
          "C",
          "ceo@example.org",
          "help@example.org",
          List.of(
              segment("card holders of California", Set.of("US-CA"), Set.of("Cards"), "en", "es"),
              segment("Americans", Set.of("US"), Set.of(), "en"),
              segment("minors", Set.of(), Set.of("minors", "guardians"), "en")),
          "en");

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          LANGUAGE, RESIDENCE, GROUPS,       TEXT
          es,       US-CA,     cards,        card holders of California es
          fr,       US-CA,     cards,        card holders of California en
          es,       US-CA,     vip,          Americans en
          en,       US-TX,     cards,        Americans en
          en,       US,        '',           Americans en
          en,       US-CA,     minors,       Americans en
          en,       DE,        guardians,    minors en
          '',       '',        vip minors,   minors en
          en,       DE,        cards,        -
          en,       '',        '',           -
          """)
  void the_first_segment_that_includes_a_recipient_is_theirs_and_there_may_be_none(
      String language, String residence, String groups, String text) {
    assertThat(
            MAILING
                .textFor(language, residence, Set.of(groups.split(" ")))
                .map(Text::subject)
                .orElse(null))
        .isEqualTo(text);
  }

  @Test
  void who_has_no_place_lives_nowhere_and_an_empty_selection_means_everybody() {
    assertThat(new Selection(Set.of("US"), Set.of()).includes("", Set.of())).isFalse();
    assertThat(Selection.EVERYBODY.includes("", Set.of())).isTrue();
  }

  @Test
  void what_was_stored_before_there_were_segments_is_for_everybody()
      throws JsonProcessingException {
    var json = new ObjectMapper();
    var stored =
        """
        {"fromName": "C", "from": "ceo@example.org", "replyTo": "help@example.org",
         "texts": {"en": {"subject": "S", "plain": "P", "html": "<p>P"}},
         "fallbackLanguage": "en"}
        """;

    var mailing = json.readValue(stored, Mailing.class);

    assertThat(mailing.textFor("es", "FR", Set.of())).contains(new Text("en", "S", "P", "<p>P"));
    assertThat(json.readValue(json.writeValueAsString(mailing), Mailing.class)).isEqualTo(mailing);
  }

  private static Segment segment(
      String name, Set<String> residences, Set<String> groups, String... languages) {
    return new Segment(
        name,
        new Selection(residences, groups),
        List.of(languages).stream()
            .map(language -> new Text(language, name + " " + language, "", ""))
            .toList());
  }
}
