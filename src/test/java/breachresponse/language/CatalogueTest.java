package breachresponse.language;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.Translations;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CatalogueTest {

  private static final Map<String, String> TRANSLATIONS = Translations.into("es");

  private final Catalogue spanish = new Catalogue("es");

  @Test
  void a_text_is_read_in_the_language_of_the_installation() {
    assertThat(spanish.of("Assess exposure")).isEqualTo("Evaluar la exposición");
    assertThat(new Catalogue("en").of("Assess exposure")).isEqualTo("Assess exposure");
  }

  @Test
  void a_text_is_known_again_once_its_gaps_are_filled_in() {
    assertThat(spanish.of("All that waits for Legal"))
        .isEqualTo("Todo lo que espera a Asesoría jurídica");
    assertThat(spanish.of("All that waits for 100 % of $1"))
        .isEqualTo("Todo lo que espera a 100 % of $1");
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
            Pattern.compile("%[,.\\d]*[sdf%]"),
            Pattern.compile("`[^`]*`"),
            Pattern.compile("<[^>]*>"),
            Pattern.compile("\\*\\*"),
            Pattern.compile("^#+ ", Pattern.MULTILINE),
            Pattern.compile("\\|"),
            Pattern.compile("\\n"));
    TRANSLATIONS.forEach(
        (source, target) ->
            assertThat(kept)
                .as(source)
                .allSatisfy(
                    part ->
                        assertThat(found(part, target))
                            .containsExactlyInAnyOrderElementsOf(found(part, source))));
  }

  @Test
  void gaps_are_filled_in_in_the_order_in_which_they_stand() {
    var gap = Pattern.compile("%[,.\\d]*[sdf]");
    TRANSLATIONS.forEach(
        (source, target) ->
            assertThat(found(gap, target)).as(source).isEqualTo(found(gap, source)));
  }

  @Test
  void what_a_text_calls_a_task_or_process_is_its_name_in_that_language() {
    var named = Pattern.compile("(?<!\\*)\\*([^*\\n]+)\\*(?!\\*)");
    TRANSLATIONS.forEach(
        (source, target) ->
            assertThat(found(named, target))
                .as(source)
                .containsExactlyElementsOf(
                    named
                        .matcher(source)
                        .results()
                        .map(it -> "*" + spanish.of(it.group(1)) + "*")
                        .toList()));
  }

  @Test
  void no_translation_is_empty_or_has_blanks_around_it_that_the_text_has_not() {
    assertThat(TRANSLATIONS).isNotEmpty();
    TRANSLATIONS.forEach(
        (source, target) -> {
          assertThat(target).as(source).isNotBlank();
          assertThat(target.strip() + source.substring(source.stripTrailing().length()))
              .as(source)
              .isEqualTo(target);
        });
  }

  private static List<String> found(Pattern part, String text) {
    return part.matcher(text).results().map(MatchResult::group).toList();
  }
}
