package breachresponse.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

  private final Vocabulary vocabulary = new Vocabulary();

  @Test
  void terms_come_in_the_order_of_the_list_with_their_labels() {
    assertThat(vocabulary.dataCategories())
        .startsWith(
            new Vocabulary.Term("name", "Name"), new Vocabulary.Term("email", "E-mail address"));
  }

  @Test
  void every_term_has_a_plain_id_and_a_label() {
    assertThat(
            Stream.of(vocabulary.sectors(), vocabulary.attributes(), vocabulary.dataCategories())
                .flatMap(List::stream))
        .allSatisfy(
            term -> {
              assertThat(term.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
              assertThat(term.label()).isNotBlank();
            });
  }
}
