package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import breachresponse.notice.Draft.Text;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftRulesTest {

  private static final Text LETTER = new Text("Notice", "Dear {{name}},");
  private static final Text POST = new Text("Notice", "We are sorry.");

  @Test
  void a_complete_draft_passes() {
    assertThatCode(() -> DraftRules.check(new Draft(Map.of("en", LETTER), POST, "Sorry."), "en"))
        .doesNotThrowAnyException();
  }

  @Test
  void everything_that_is_missing_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DraftRules.check(new Draft(Map.of("es", new Text(" ", null)), null, null), "en"))
        .withMessageContainingAll(
            "letterEnBody: ",
            "letterEsSubject: ",
            "letterEsBody: ",
            "postTitle: ",
            "postBody: ",
            "social: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Notice\nBcc: all@example.org",
        "Notice\r\nBcc: all@example.org",
        "Notice\u0000",
        "Notice\u0085x",
        "Notice\u2028x",
        "Notice \u202egnihton",
        "{{name}} {{email}}",
        "{{name"
      })
  void a_subject_that_could_break_the_header_or_hide_something_is_refused(String subject) {
    refused(new Text(subject, "Dear {{name}},"), "letterEnSubject: ");
  }

  @Test
  void a_subject_that_is_too_long_is_refused() {
    refused(new Text("x".repeat(151), "Dear {{name}},"), "letterEnSubject: it is too long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{translate: A server}}",
        "{{email}}",
        "{{ name }}",
        "\\{\\{email}}",
        "&#123;&#123;email}}",
      })
  void anything_but_the_name_in_double_braces_is_refused(String body) {
    refused(
        new Text("Notice", body),
        "letterEnBody: something stands in double braces, please replace or delete it: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![us](https://t.example/p.png)",
        "<b>us</b>",
        "<img src=x>",
        "[us](javascript:alert(1))",
        "[us](/here)",
        "[us](https://t.example/{{name}})",
        "Hello\u0007",
        "nothing\u202e"
      })
  void what_readers_would_not_get_as_its_author_sees_it_is_refused(String body) {
    refused(new Text("Notice", body), "letterEnBody: ");
  }

  @Test
  void a_post_has_no_name_to_fill_in() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> DraftRules.check(new Draft(Map.of("en", LETTER), LETTER, "Dear {{name}}"), "en"))
        .withMessageContainingAll("postBody: something stands", "social: something stands");
  }

  @Test
  void a_language_is_two_letters() {
    var letters = new HashMap<>(Map.of("en", LETTER));
    letters.put("English", LETTER);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DraftRules.check(new Draft(letters, POST, "Sorry."), "en"))
        .withMessageStartingWith("letters: ");
  }

  @Test
  void an_address_counts_23_in_the_short_text_and_a_wide_character_two() {
    var address = "https://www.example.org/" + "x".repeat(100);
    accepted("x".repeat(256) + " " + address);
    tooLong("x".repeat(257) + " " + address);
    accepted("é".repeat(280));
    accepted("漢".repeat(140));
    tooLong("漢".repeat(141));
  }

  private static void refused(Text letter, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DraftRules.check(new Draft(Map.of("en", letter), POST, "Sorry."), "en"))
        .withMessageStartingWith(problem);
  }

  private static void accepted(String social) {
    assertThatCode(() -> DraftRules.check(new Draft(Map.of("en", LETTER), POST, social), "en"))
        .doesNotThrowAnyException();
  }

  private static void tooLong(String social) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DraftRules.check(new Draft(Map.of("en", LETTER), POST, social), "en"))
        .withMessageStartingWith("social: it is too long for X");
  }
}
