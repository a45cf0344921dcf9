package breachresponse.language;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.Translations;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CatalogueTest {

  private final Catalogue spanish = new Catalogue("es");

  @Test
  void a_text_is_read_in_the_language_of_the_installation() {
    assertThat(spanish.of("Assess exposure")).isEqualTo("Evaluar la exposición");
    assertThat(new Catalogue("en").of("Assess exposure")).isEqualTo("Assess exposure");
  }

  @Test
  void a_text_that_the_language_does_not_know_stays_as_it_is() {
    assertThat(spanish.of("Feed the cat")).isEqualTo("Feed the cat");
  }

  @Test
  void a_language_that_is_not_there_stops_the_start_and_is_told_which_are() {
    new ApplicationContextRunner()
        .withBean(Catalogue.class)
        .withPropertyValues("breach.language=fr")
        .run(
            start ->
                assertThat(start)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "breach.language: there is no language 'fr', set BREACH_LANGUAGE to one of en, es"));
  }

  @Test
  void every_translation_keeps_what_is_filled_in_and_how_it_is_set() {
    var kept =
        List.of(
            Pattern.compile("\\{\\{.*?}}"),
            Pattern.compile("%(\\d\\$)?[sd]"),
            Pattern.compile("`[^`]*`"),
            Pattern.compile("<[^>]*>"),
            Pattern.compile("\\*\\*"),
            Pattern.compile("^#+ ", Pattern.MULTILINE),
            Pattern.compile("\\n"));
    assertThat(Translations.into("es"))
        .allSatisfy(
            (source, target) ->
                assertThat(kept)
                    .allSatisfy(
                        part ->
                            assertThat(found(part, target))
                                .containsExactlyInAnyOrderElementsOf(found(part, source))));
  }

  @Test
  void what_a_text_calls_a_task_or_process_is_its_name_in_that_language() {
    var named = Pattern.compile("(?<!\\*)\\*([^*\\n]+)\\*(?!\\*)");
    assertThat(Translations.into("es"))
        .allSatisfy(
            (source, target) ->
                assertThat(found(named, target))
                    .containsExactlyElementsOf(
                        named
                            .matcher(source)
                            .results()
                            .map(it -> "*" + spanish.of(it.group(1)) + "*")
                            .toList()));
  }

  @Test
  void no_translation_is_empty_or_has_blanks_around_it() {
    assertThat(Translations.into("es"))
        .isNotEmpty()
        .allSatisfy((source, target) -> assertThat(target).isNotBlank().isEqualTo(target.strip()));
  }

  private static List<String> found(Pattern part, String text) {
    return part.matcher(text).results().map(MatchResult::group).toList();
  }
}
