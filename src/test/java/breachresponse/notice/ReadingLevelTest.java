package breachresponse.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingLevelTest {

  @ParameterizedTest
  @CsvSource({
    "the, 1",
    "breach, 1",
    "changed, 1",
    "affected, 3",
    "table, 2",
    "people, 2",
    "statements, 2",
    "information, 4",
    "notices, 3",
    "security, 4",
    "we, 1"
  })
  void english_syllables(String word, int syllables) {
    assertThat(ReadingLevel.englishSyllables(word)).isEqualTo(syllables);
  }

  @ParameterizedTest
  @CsvSource({
    "aviso, 3",
    "ha, 1",
    "información, 4",
    "contraseña, 4",
    "qué, 1",
    "ocurrido, 4",
    "guerra, 2",
    "vergüenza, 3",
    "día, 2",
    "aéreo, 4",
    "ciudad, 2",
    "poeta, 3",
    "muy, 1",
    "ley, 1",
    "oiga, 2",
    "ahora, 3",
    "construí, 3",
    "y, 1",
    "estoy, 2",
    "ayuda, 3",
    "averiguáis, 4"
  })
  void spanish_syllables(String word, int syllables) {
    assertThat(ReadingLevel.spanishSyllables(word)).isEqualTo(syllables);
  }

  /** 9 words in 2 sentences, 15 syllables: 0.39 × 4.5 + 11.8 × 15/9 − 15.59 = 5.8. */
  @Test
  void english_has_the_school_grade_of_kincaid() {
    assertThat(ReadingLevel.of("Nobody copied the table. Please change your password today.", "en"))
        .hasValueSatisfying(
            level -> {
              assertThat(level.measure()).isEqualTo("grade 6");
              assertThat(level.word()).isEqualTo("easy");
            });
  }

  /** 9 words in 2 sentences, 18 syllables: 206.835 − 62.3 × 18/9 − 4.5 = 77.7. */
  @Test
  void spanish_has_the_perspicuity_of_szigriszt() {
    assertThat(ReadingLevel.of("El gato come. Cambie usted su contraseña con nosotros.", "es"))
        .hasValueSatisfying(
            level -> {
              assertThat(level.measure()).isEqualTo("INFLESZ 78 of 100");
              assertThat(level.word()).isEqualTo("easy");
            });
  }

  @Test
  void officialese_is_hard() {
    assertThat(
            ReadingLevel.of(
                "The organisation hereby communicates that unauthorised individuals potentially obtained confidentiality-compromising access to personally identifiable information maintained in administrative infrastructure.",
                "en"))
        .hasValueSatisfying(level -> assertThat(level.word()).isEqualTo("hard: shorten sentences"));
    assertThat(
            ReadingLevel.of(
                "La organización comunica que determinadas personas no autorizadas obtuvieron presumiblemente acceso a información personal identificable conservada en infraestructuras administrativas corporativas.",
                "es"))
        .hasValueSatisfying(level -> assertThat(level.word()).isEqualTo("hard: shorten sentences"));
  }

  @Test
  void headings_and_items_are_sentences_and_addresses_are_not_read() {
    assertThat(
            ReadingLevel.of(
                "## The cat\n\n- sat on\n- the mat [here](https://www.example.org/administrative-infrastructure)",
                "en"))
        .isEqualTo(ReadingLevel.of("The cat. Sat on. The mat here.", "en"));
  }

  @Test
  void there_is_none_for_other_languages_and_for_nothing() {
    assertThat(ReadingLevel.of("Guten Tag.", "de")).isEmpty();
    assertThat(ReadingLevel.of("", "en")).isEmpty();
  }
}
