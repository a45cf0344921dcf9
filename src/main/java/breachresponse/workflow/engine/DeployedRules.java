package breachresponse.workflow.engine;

import static java.util.stream.Collectors.groupingBy;

import breachresponse.evidence.Governing;
import breachresponse.evidence.GoverningRules;
import breachresponse.evidence.MovedProcesses;
import breachresponse.evidence.RuleVersion;
import breachresponse.evidence.Sha256;
import breachresponse.incident.CaseNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** Diagrams and tables as they were deployed. */
@Component
public class DeployedRules implements GoverningRules {

  private final RepositoryService repository;
  private final HistoryService history;
  private final MovedProcesses moved;
  private final Unrestricted engine;

  /** What is deployed does not change any more. */
  private final Map<String, RuleVersion> known = new ConcurrentHashMap<>();

  DeployedRules(
      RepositoryService repository,
      HistoryService history,
      MovedProcesses moved,
      Unrestricted engine) {
    this.repository = repository;
    this.history = history;
    this.moved = moved;
    this.engine = engine;
  }

  /** What its diagram calls the process, for who is within a command of the engine. */
  static Optional<String> nameOf(String definitionId) {
    return Optional.ofNullable(definitionId)
        .map(
            Context.getCommandContext().getProcessDefinitionManager()
                ::findLatestProcessDefinitionById)
        .map(ResourceDefinition::getName);
  }

  public RuleVersion version(ResourceDefinition deployed) {
    return known.computeIfAbsent(deployed.getId(), id -> engine.ask(() -> read(deployed)));
  }

  /** For how long a process ran by a version of its diagram. */
  private record Run(String definition, Instant from, Optional<Instant> until) {}

  @Override
  public List<Governing> diagrams(CaseNumber caseNumber) {
    var moves = moved.of(caseNumber).stream().collect(groupingBy(MovedProcesses.Move::process));
    return engine
        .ask(
            () ->
                history
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(caseNumber.value())
                    .unlimitedList())
        .stream()
        .flatMap(process -> runs(process, moves.getOrDefault(process.getId(), List.of())))
        .collect(groupingBy(Run::definition))
        .values()
        .stream()
        .flatMap(this::governing)
        .sorted(
            Comparator.comparing((Governing by) -> by.rule().key())
                .thenComparing(by -> by.rule().version()))
        .toList();
  }

  /** The engine knows the version by which it has run last. */
  private static Stream<Run> runs(
      HistoricProcessInstance process, List<MovedProcesses.Move> moves) {
    var runs = new ArrayList<Run>();
    var from = instant(process.getStartTime());
    for (var move : moves) {
      runs.add(new Run(move.from(), from, Optional.of(move.at())));
      from = move.at();
    }
    runs.add(
        new Run(
            process.getProcessDefinitionId(),
            from,
            Optional.ofNullable(process.getEndTime()).map(DeployedRules::instant)));
    return runs.stream();
  }

  /** Nothing if the diagram was deleted from the engine, and its history left. */
  private Stream<Governing> governing(List<Run> byIt) {
    var ended = byIt.stream().allMatch(run -> run.until().isPresent());
    return Stream.ofNullable(definition(byIt.get(0).definition()))
        .map(
            diagram ->
                new Governing(
                    version(diagram),
                    byIt.stream().map(Run::from).min(Comparator.naturalOrder()).orElseThrow(),
                    byIt.stream()
                        .filter(run -> ended)
                        .flatMap(run -> run.until().stream())
                        .max(Comparator.naturalOrder())));
  }

  private ProcessDefinition definition(String id) {
    return engine.ask(
        () -> repository.createProcessDefinitionQuery().processDefinitionId(id).singleResult());
  }

  @Override
  public Optional<byte[]> source(RuleVersion rule) {
    return engine.ask(
        () ->
            repository.createDeploymentQuery().deploymentId(rule.deployment()).count() == 0
                ? Optional.empty()
                : Optional.of(bytes(rule.deployment(), rule.resource())));
  }

  private RuleVersion read(ResourceDefinition deployed) {
    var deployment = deployed.getDeploymentId();
    var hash = Sha256.digest();
    hash.update(bytes(deployment, deployed.getResourceName()));
    return new RuleVersion(
        deployed.getId(),
        deployed.getKey(),
        deployed.getVersion(),
        deployment,
        deployed.getResourceName(),
        instant(
            repository
                .createDeploymentQuery()
                .deploymentId(deployment)
                .singleResult()
                .getDeploymentTime()),
        Sha256.hex(hash));
  }

  private byte[] bytes(String deployment, String resource) {
    try (var file = repository.getResourceAsStream(deployment, resource)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The engine's dates may be those of a database driver, which compare and print otherwise. */
  private static Instant instant(Date date) {
    return Instant.ofEpochMilli(date.getTime());
  }
}
