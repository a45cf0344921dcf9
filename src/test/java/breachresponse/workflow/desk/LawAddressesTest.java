package breachresponse.workflow.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import breachresponse.obligation.Duty;
import breachresponse.obligation.LegalFiles;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** Whether the laws of all tables can be read from where they are cited. */
class LawAddressesTest {

  private final List<Duty> duties =
      LegalFiles.rows().values().stream().map(LawAddressesTest::duty).toList();
  private final LawTexts laws = new LawTexts();

  LawAddressesTest() throws IOException {}

  @Test
  void every_duty_leads_to_its_law_or_has_a_reason_why_not() throws IOException {
    assertThat(duties)
        .filteredOn(duty -> laws.address(duty).isEmpty())
        .extracting(Duty::id)
        .containsExactlyInAnyOrderElementsOf(withoutAddress());
  }

  @Test
  void every_address_is_complete() {
    assertThat(duties.stream().flatMap(duty -> laws.address(duty).stream()).distinct())
        .isNotEmpty()
        .allSatisfy(
            address -> {
              assertThatNoException().isThrownBy(() -> URI.create(address));
              assertThat(URI.create(address)).hasScheme("https");
              assertThat(URI.create(address).getHost()).contains(".");
              assertThat(address).doesNotContain("$", "(", ")");
            });
  }

  @Test
  void without_any_line_of_the_file_some_law_would_not_be_found() throws IOException {
    var lines =
        new ClassPathResource("law/addresses.csv")
            .getContentAsString(StandardCharsets.UTF_8)
            .lines()
            .toList();
    var addresses = duties.stream().map(laws::address).toList();
    var idle = new ArrayList<String>();

    for (var line : lines.subList(1, lines.size())) {
      var others = new ArrayList<>(lines);
      others.remove(line);
      var without = new LawTexts(new StringReader(String.join("\n", others)));
      if (duties.stream().map(without::address).toList().equals(addresses)) {
        idle.add(line);
      }
    }

    assertThat(idle).isEmpty();
  }

  private static List<String> withoutAddress() throws IOException {
    try (var file = new ClassPathResource("legal/laws-without-address.yaml").getInputStream()) {
      Map<String, String> byReason = new Yaml().load(file);
      return byReason.values().stream().flatMap(ids -> Arrays.stream(ids.split("\\s+"))).toList();
    }
  }

  /** As it is owed in the place of its row; what several places share is law of the Union. */
  private static Duty duty(LegalFiles.Row row) {
    var place = row.condition(0);
    return new Duty(
        row.word("id"),
        place.matches("[A-Z]{2}(-[A-Z]+)?") ? place : "EU",
        row.word("regime"),
        Duty.Recipient.AUTHORITY,
        row.word("recipientName"),
        Duty.Step.INITIAL,
        row.word("wording"),
        row.word("citation"),
        Optional.empty(),
        row.word("confidence"),
        Optional.empty(),
        row.table());
  }
}
