package breachresponse.obligation;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.clock.CountingRule;
import breachresponse.incident.Milestone;
import breachresponse.obligation.EdpbExamplesTest.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/legal.md} tells counsel is so. */
class LegalGuideTest {

  private final String guide;

  LegalGuideTest() throws IOException {
    guide = Files.readString(Path.of("docs/legal.md"));
  }

  @Test
  void it_names_every_counting_rule_and_everything_that_starts_a_clock() {
    assertThat(CountingRule.values()).allMatch(rule -> guide.contains("`" + rule.id() + "`"));
    assertThat(Milestone.values()).allMatch(start -> guide.contains("`" + start.key() + "`"));
  }

  @Test
  void its_table_of_the_edpbs_examples_is_computed_from_them() throws IOException {
    assertThat(guide)
        .contains(
            EdpbExamplesTest.examples()
                .map(LegalGuideTest::row)
                .collect(
                    joining(
                        "\n",
                        """
                        | case | | authority told | people told | ENISA's severity | ENISA: authority | ENISA: people | |
                        |---|---|---|---|---|---|---|---|
                        """,
                        "\n")));
  }

  private static String row(Example example) {
    var enisa = example.enisa();
    return Stream.of(
            example.number(),
            example.title(),
            told(example.authority()),
            told(example.people()),
            String.format(Locale.ROOT, "%.2f", enisa.severity()),
            told(enisa.wouldTellTheAuthority()),
            told(enisa.wouldTellThePeople()),
            enisa.agreesWith(example) ? "" : "**disagree**")
        .collect(joining(" | ", "| ", " |"));
  }

  private static String told(boolean told) {
    return told ? "yes" : "no";
  }
}
