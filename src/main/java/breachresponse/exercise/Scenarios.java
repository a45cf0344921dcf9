package breachresponse.exercise;

import breachresponse.incident.Facts;
import breachresponse.incident.FactsRules;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The scenarios that come with the software, and the organisation's own: a file each. They are read
 * whenever somebody asks, so that one that is put into the folder is there at once.
 */
@Component
public class Scenarios {

  /**
   * @param problems what is wrong with the files that could not be read
   */
  public record Found(List<Scenario> scenarios, List<String> problems) {}

  /** Only what the scenario itself says is held against the rules. */
  private static final Facts.Organisation ANYBODY =
      new Facts.Organisation(Facts.Role.CONTROLLER, Set.of("DE"), "DE", Set.of("other"), Set.of());

  private final ObjectMapper json;
  private final FactsRules rules;
  private final String folder;

  Scenarios(ObjectMapper json, FactsRules rules, @Value("${breach.data-dir}") String dataDir) {
    this.json = json;
    this.rules = rules;
    this.folder = dataDir + "/scenarios";
  }

  /** All that there are, by title. One of the organisation's own goes before ours of its name. */
  public Found all() {
    var scenarios = new ArrayList<Scenario>();
    var problems = new ArrayList<String>();
    Stream.of("file:" + folder, "classpath:scenarios")
        .flatMap(place -> files(place).stream())
        .forEach(
            file -> {
              try {
                var scenario = read(file);
                if (scenarios.stream().noneMatch(other -> other.id().equals(scenario.id()))) {
                  scenarios.add(scenario);
                }
              } catch (IllegalArgumentException e) {
                problems.add("%s: %s".formatted(file.getFilename(), reason(e)));
              }
            });
    scenarios.sort(Comparator.comparing(Scenario::title));
    return new Found(scenarios, problems);
  }

  /**
   * @throws IllegalArgumentException if there is none
   */
  public Scenario get(String id) {
    return all().scenarios().stream()
        .filter(scenario -> scenario.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "scenario: there is none called '%s', please choose one of the list"
                        .formatted(id)));
  }

  private List<Resource> files(String place) {
    try {
      return List.of(new PathMatchingResourcePatternResolver().getResources(place + "/*.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Scenario read(Resource file) {
    try (var text = file.getInputStream()) {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions())).<Object>load(text);
      var name = file.getFilename().replaceFirst("\\.yaml$", "");
      var scenario = json.convertValue(yaml, Scenario.class).named(name);
      rules.check(scenario.factsOf(ANYBODY));
      return scenario;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Of what Jackson says, the reason itself. */
  private static String reason(Throwable problem) {
    var root = problem;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage().lines().findFirst().orElse("it cannot be read");
  }
}
