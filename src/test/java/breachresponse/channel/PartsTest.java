package breachresponse.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void what_fits_stays_as_it_is() {
    assertThat(Parts.of("We are sorry.\nhttps://example.org/a", Limit.X))
        .containsExactly("We are sorry.\nhttps://example.org/a");
  }

  @Test
  void what_is_too_long_is_cut_where_a_sentence_ends() {
    var first =
        "A data breach happened on Monday, and names are affected." + " We are sorry.".repeat(14);
    var second = "Please choose a new password: https://example.org/notices/2026-03-03-notice";

    assertThat(Parts.of(first + " " + second, Limit.X))
        .containsExactly(first + " (1/2)", second + " (2/2)");
  }

  @Test
  void a_sentence_that_is_too_long_is_cut_between_words() {
    var parts = Parts.of("word ".repeat(150), Limit.BLUESKY);

    assertThat(parts)
        .hasSize(3)
        .allMatch(Limit.BLUESKY::fits)
        .allMatch(part -> part.matches("(word )+\\(\\d/3\\)"));
  }

  @Test
  void a_short_sentence_before_a_very_long_one_does_not_stand_alone() {
    assertThat(Parts.of("Sorry. " + "word ".repeat(150), Limit.X).get(0))
        .startsWith("Sorry. word word");
  }

  @Test
  void a_word_that_is_longer_than_a_post_is_cut_between_what_people_see_as_characters() {
    var family = "👨‍👩‍👧‍👦";

    assertThat(Parts.of(family.repeat(300), Limit.X))
        .allMatch(Limit.X::fits)
        .allMatch(part -> part.matches("(" + family + ")+ \\(\\d/3\\)"));
  }

  @Test
  void an_address_is_never_cut() {
    var address = "https://example.org/" + "a".repeat(400);

    assertThat(Parts.of("word ".repeat(54) + address, Limit.X))
        .last()
        .isEqualTo(address + " (2/2)");
  }

  @Test
  void nothing_is_lost_and_each_part_has_its_number_among_all() {
    var text =
        IntStream.range(0, 700)
            .mapToObj(i -> "Sentence " + i + ".")
            .collect(Collectors.joining(" "));

    var parts = Parts.of(text, Limit.X);

    assertThat(parts).hasSizeGreaterThan(9).allMatch(Limit.X::fits);
    assertThat(parts.get(8)).endsWith(" (9/%d)".formatted(parts.size()));
    assertThat(
            parts.stream()
                .map(part -> part.replaceFirst(" \\(\\d+/\\d+\\)$", ""))
                .collect(Collectors.joining(" ")))
        .isEqualTo(text);
  }
}
