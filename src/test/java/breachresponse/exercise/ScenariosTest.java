package breachresponse.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breachresponse.incident.FactsRules;
import breachresponse.incident.Vocabulary;
import breachresponse.plan.Role;
import breachresponse.support.Time;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenariosTest {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .findAndAddModules()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @TempDir Path dataDir;

  @Test
  void at_least_eight_come_with_the_software_and_all_can_be_read() {
    var found = scenarios().all();

    assertThat(found.problems()).isEmpty();
    assertThat(found.scenarios())
        .extracting(Scenario::id)
        .contains(
            "ransomware-with-exfiltration",
            "mis-sent-email",
            "lost-encrypted-laptop",
            "credential-stuffing",
            "processors-breach",
            "insider",
            "public-bucket",
            "payment-card-skimmer");
  }

  @Test
  void each_lets_facts_come_out_and_has_several_injects_for_roles_that_exist_before_it_is_over() {
    assertThat(scenarios().all().scenarios())
        .allSatisfy(
            scenario -> {
              assertThat(scenario.known()).hasSizeGreaterThanOrEqualTo(3);
              assertThat(scenario.injects())
                  .hasSizeGreaterThanOrEqualTo(3)
                  .allMatch(inject -> Role.isGroup(inject.to()))
                  .allMatch(inject -> inject.at().compareTo(scenario.lasts()) < 0);
              assertThat(scenario.facts().people()).isPositive();
              assertThat(scenario.title()).hasSizeLessThan(180);
            });
  }

  @Test
  void one_that_is_put_into_the_folder_is_there_at_once() throws IOException {
    var scenarios = scenarios();
    write("fire.yaml", shipped("insider").replaceFirst("title: .*", "title: Fire in the archive"));

    assertThat(scenarios.get("fire").title()).isEqualTo("Fire in the archive");
  }

  @Test
  void ones_own_goes_before_ours_of_the_same_name() throws IOException {
    write("insider.yaml", shipped("insider").replaceFirst("title: .*", "title: Our own insider"));

    assertThat(scenarios().get("insider").title()).isEqualTo("Our own insider");
    assertThat(scenarios().all().scenarios())
        .filteredOn(scenario -> scenario.id().equals("insider"))
        .hasSize(1);
  }

  @Test
  void one_that_cannot_be_read_is_named_with_the_field_and_keeps_the_others_from_nothing()
      throws IOException {
    var insider = shipped("insider");
    write("no-title.yaml", insider.replaceFirst("title: .*\n", ""));
    write("no-level.yaml", insider.replace("criticality: 4", "criticality: 7"));
    write("no-place.yaml", insider.replace("residence: PL", "residence: Poland"));
    write("no-data.yaml", insider.replace("employment]", "gossip]"));
    write("no-field.yaml", insider + "\nmood: tense\n");
    write("no-yaml.yaml", "title: [");

    var found = scenarios().all();

    assertThat(found.scenarios()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(found.problems())
        .anyMatch(it -> it.equals("no-title.yaml: title: is missing, please add it"))
        .anyMatch(it -> it.contains("expected.criticality: 7 is no level, please choose 0 to 6"))
        .anyMatch(it -> it.startsWith("no-place.yaml: ") && it.contains("affected"))
        .anyMatch(it -> it.startsWith("no-data.yaml: ") && it.contains("dataCategories"))
        .anyMatch(it -> it.startsWith("no-field.yaml: ") && it.contains("mood"))
        .anyMatch(it -> it.startsWith("no-yaml.yaml: "))
        .hasSize(6);
  }

  @Test
  void one_that_is_not_there_is_said_to_be_missing() {
    assertThatThrownBy(() -> scenarios().get("meteorite"))
        .hasMessage("scenario: there is none called 'meteorite', please choose one of the list");
  }

  private void write(String name, String content) throws IOException {
    var folder = Files.createDirectories(dataDir.resolve("scenarios"));
    Files.writeString(folder.resolve(name), content);
  }

  private static String shipped(String name) throws IOException {
    return Files.readString(Path.of("src/main/resources/scenarios", name + ".yaml"));
  }

  private Scenarios scenarios() {
    return new Scenarios(JSON, new FactsRules(new Vocabulary(), new Time()), dataDir.toString());
  }
}
