package breachresponse.workflow.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;

/** What is about to be deployed, on top of what is deployed already. */
class Delivery {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The engine takes its attributes for Camunda's. */
  private static final String ACTIVITI = "http://activiti.org/bpmn";

  private static final Pattern LEADS_ELSEWHERE =
      Pattern.compile("^/|^[A-Za-z]:|(^|/)\\.\\.(/|$)|[\\\\\\p{Cntrl}]");

  /** A process, and the diagram that it is in. */
  record Found(Drawn diagram, Process process) {}

  private final Map<String, ResourceEntity> files;
  private final CommandContext engine = Context.getCommandContext();
  private final List<Drawn> diagrams = new ArrayList<>();
  private final List<Finding> unreadable = new ArrayList<>();
  private final Set<String> forms = new HashSet<>();
  private final Map<String, Optional<Found>> processes = new HashMap<>();
  private final Map<String, Optional<Walk>> walks = new HashMap<>();

  Delivery(DeploymentEntity deployment) {
    files = deployment.getResources();
    files.forEach((name, file) -> read(name, file.getBytes()));
    diagrams.forEach(
        diagram ->
            diagram
                .processes()
                .forEach(
                    process ->
                        processes.put(process.getId(), Optional.of(new Found(diagram, process)))));
  }

  private void read(String name, byte[] content) {
    if (LEADS_ELSEWHERE.matcher(name).find()) {
      unreadable.add(
          new Finding(
              name.replaceAll("\\p{Cntrl}", "?"),
              "",
              "has a name that leads to another folder; please give it a plain one"));
    } else if (new String(content, UTF_8).contains(ACTIVITI)) {
      unreadable.add(
          new Finding(
              name, "", "is written for Activiti; please draw it in Modeler for Camunda 7"));
    } else if (name.endsWith(".bpmn") || name.endsWith(".bpmn20.xml")) {
      diagram(name, content)
          .ifPresentOrElse(
              diagrams::add,
              () ->
                  unreadable.add(
                      new Finding(
                          name,
                          "",
                          "is no BPMN diagram, please open it in Modeler and correct what it reports")));
    } else if (name.endsWith(".dmn") || name.endsWith(".dmn11.xml")) {
      timeless(name, content).forEach(unreadable::add);
    } else if (name.endsWith(".form")) {
      try {
        forms.add(JSON.readTree(content).path("id").asText());
      } catch (IOException e) {
        unreadable.add(
            new Finding(name, "", "is no form, please open it in Modeler and save it again"));
      }
    } else if (name.endsWith(".cmmn") || name.matches(".*\\.cmmn1[01]\\.xml")) {
      unreadable.add(
          new Finding(
              name, "", "is a case in CMMN, which is not checked; please draw a process in BPMN"));
    } else if (!name.endsWith(".html")) {
      unreadable.add(
          new Finding(
              name,
              "",
              "is no diagram, table or form; please deploy files alone whose names end in .bpmn, .dmn, .form or .html"));
    }
  }

  private static Optional<Drawn> diagram(String name, byte[] content) {
    try {
      return Optional.of(
          new Drawn(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content))));
    } catch (ModelException e) {
      return Optional.empty();
    }
  }

  private static Stream<Finding> timeless(String name, byte[] content) {
    try {
      return Dmn.readModelFromStream(new ByteArrayInputStream(content))
          .getModelElementsByType(Decision.class)
          .stream()
          .filter(decision -> decision.getCamundaHistoryTimeToLiveString() == null)
          .map(
              decision ->
                  new Finding(
                      name,
                      "\"%s\" (%s)".formatted(decision.getName(), decision.getId()),
                      CallsWhatIsThere.TIMELESS));
    } catch (ModelException e) {
      return Stream.of(
          new Finding(
              name, "", "is no table, please open it in Modeler and correct what it reports"));
    }
  }

  /** The diagrams that are about to be deployed. */
  List<Drawn> diagrams() {
    return diagrams;
  }

  List<Finding> unreadable() {
    return unreadable;
  }

  boolean hasFile(String name) {
    return files.containsKey(name);
  }

  boolean brings(String process) {
    return diagrams.stream().flatMap(Drawn::processes).anyMatch(own -> own.getId().equals(process));
  }

  boolean bringsForm(String id) {
    return forms.contains(id);
  }

  boolean knowsForm(String id) {
    return bringsForm(id)
        || ask(() -> engine.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id))
            != null;
  }

  boolean knowsTable(String key) {
    return ask(() -> engine.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key))
            != null
        || files.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".dmn"))
            .anyMatch(
                file ->
                    new String(file.getValue().getBytes(), UTF_8).contains("id=\"" + key + "\""));
  }

  /** The process as it will be called: the one that is brought along, or the latest deployed. */
  Optional<Found> process(String key) {
    return processes.computeIfAbsent(key, this::deployed);
  }

  /** All processes as they will be: those that are brought along, and the latest of the others. */
  List<Found> all() {
    return Stream.concat(
            diagrams.stream().flatMap(Drawn::processes).map(Process::getId),
            ask(this::deployedKeys).stream())
        .distinct()
        .map(this::process)
        .flatMap(Optional::stream)
        .toList();
  }

  private Set<String> deployedKeys() {
    return Context.getProcessEngineConfiguration()
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .latestVersion()
        .unlimitedList()
        .stream()
        .map(ProcessDefinition::getKey)
        .collect(Collectors.toSet());
  }

  private Optional<Found> deployed(String key) {
    return Optional.ofNullable(
            ask(() -> engine.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key)))
        .flatMap(this::drawn)
        .flatMap(
            diagram ->
                diagram
                    .processes()
                    .filter(process -> process.getId().equals(key))
                    .findFirst()
                    .map(process -> new Found(diagram, process)));
  }

  private Optional<Drawn> drawn(ProcessDefinitionEntity definition) {
    var file =
        engine
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                definition.getDeploymentId(), definition.getResourceName());
    return diagram(definition.getResourceName(), file.getBytes());
  }

  /**
   * What a walk through a process that is called comes to.
   *
   * @return empty if there is no such process, and while it is being walked
   */
  Optional<Walk> walkOnce(String called, boolean asked, Function<Process, Walk> walk) {
    var key = called + asked;
    if (!walks.containsKey(key)) {
      walks.put(key, Optional.empty());
      walks.put(key, process(called).map(Found::process).map(walk));
    }
    return walks.get(key);
  }

  /** Whether somebody may start it, whatever its diagram says. */
  boolean isStartedByPeople(String process) {
    return ask(
        () ->
            Context.getProcessEngineConfiguration()
                    .getAuthorizationService()
                    .createAuthorizationQuery()
                    .resourceType(PROCESS_DEFINITION)
                    .resourceId(process)
                    .hasPermission(CREATE_INSTANCE)
                    .count()
                > 0);
  }

  private <T> T ask(Callable<T> question) {
    return engine.runWithoutAuthorization(question);
  }
}
