package breachresponse.workflow.staff;

import breachresponse.identity.Names;
import breachresponse.workflow.engine.Unrestricted;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/**
 * Whoever acts, by name: people as their accounts say it, processes and tables as their latest
 * diagrams do.
 */
@Component
class Actors implements Names {

  /** What acts by itself and has no diagram. */
  private static final Map<String, String> PARTS =
      Map.of(
          "breach-response", "The system",
          "delivery", "The dispatch of mail",
          "engine", "The process engine",
          "response-plan", "The response plan");

  private final People people;
  private final RepositoryService repository;
  private final Unrestricted engine;

  Actors(People people, RepositoryService repository, Unrestricted engine) {
    this.people = people;
    this.repository = repository;
    this.engine = engine;
  }

  @Override
  public String name(String id) {
    return byItself(id).orElseGet(() -> people.name(id));
  }

  @Override
  public String inFull(String id) {
    return byItself(id).orElseGet(() -> people.inFull(id));
  }

  @Override
  public String ofRule(String key) {
    return process(key).or(() -> table(key)).orElse(key);
  }

  private Optional<String> byItself(String id) {
    return Optional.ofNullable(PARTS.get(id))
        .or(() -> id.endsWith(".dmn") ? tableIn(id) : process(id));
  }

  private Optional<String> process(String key) {
    return Optional.ofNullable(
            engine.ask(
                () ->
                    repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()))
        .map(ResourceDefinition::getName);
  }

  private Optional<String> table(String key) {
    return Optional.ofNullable(
            engine.ask(
                () ->
                    repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey(key)
                        .latestVersion()
                        .singleResult()))
        .map(ResourceDefinition::getName);
  }

  /** A table acts under the name of its file. */
  private Optional<String> tableIn(String file) {
    return engine
        .ask(
            () ->
                repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionResourceNameLike("%" + file)
                    .latestVersion()
                    .list())
        .stream()
        .filter(table -> ("/" + table.getResourceName()).endsWith("/" + file))
        .map(ResourceDefinition::getName)
        .findFirst();
  }
}
