package breachresponse.workflow.desk;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.notice.Markdown;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseSheetTest {

  /** What marked, which shows the forms in Tasklist, makes a link of without being told. */
  private static final Pattern LINKED_BY_ITSELF =
      Pattern.compile("(?i)[a-z0-9._+-]+@|(ftp|https?)://|www\\.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "incident-team@example.org",
        "first_last+tag@sub-domain.example.org",
        "see https://www.my-shop.example/a_b",
        "see WWW.my-shop.example"
      })
  void an_address_is_shown_as_it_is_written_and_nothing_of_it_is_a_link(String address) {
    var plain = CaseSheet.plain(address);

    assertThat(plain).doesNotContainPattern(LINKED_BY_ITSELF);
    assertThat(Markdown.sheet(plain)).isEqualTo("<p>%s</p>".formatted(address));
  }
}
