package breachresponse.workflow.decisions;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.Vocabulary;
import breachresponse.language.Catalogue;
import breachresponse.plan.Role;
import breachresponse.workflow.desk.CaseSheet;
import breachresponse.workflow.engine.Unrestricted;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.springframework.stereotype.Component;

/**
 * A decision table as people read it, in its latest deployed version and the language of the
 * installation.
 */
@Component
public class TableText {

  private final TablesInForce tables;
  private final RepositoryService repository;
  private final Unrestricted engine;
  private final Wording wording;
  private final Catalogue catalogue;

  TableText(
      TablesInForce tables,
      RepositoryService repository,
      Unrestricted engine,
      Vocabulary vocabulary,
      Catalogue catalogue) {
    this.tables = tables;
    this.repository = repository;
    this.engine = engine;
    this.wording = new Wording(vocabulary, catalogue::of);
    this.catalogue = catalogue;
  }

  /** The version that is deployed now. */
  public int version(String table) {
    return tables.get(table).getVersion();
  }

  /** Where Cockpit shows it. */
  public String address(String table) {
    return "/camunda/app/cockpit/default/#/decision-definition/" + tables.get(table).getId();
  }

  /** All its rows, in Markdown. */
  public String of(String table) {
    var id = tables.get(table).getId();
    var model = engine.ask(() -> repository.getDmnModelInstance(id));
    var rows = (DecisionTable) model.getModelElementsByType(DecisionTable.class).iterator().next();
    var head =
        Stream.of(
                rows.getInputs().stream().map(DmnElement::getLabel),
                rows.getOutputs().stream().map(DmnElement::getLabel),
                Stream.of("Reason"))
            .flatMap(labels -> labels)
            .map(catalogue::of)
            .toList();
    return Stream.concat(
            Stream.of(line(head), line(head.stream().map(label -> "---").toList())),
            rows.getRules().stream().map(this::row))
        .collect(joining("\n"));
  }

  private String row(Rule rule) {
    return line(
        Stream.of(
                rule.getInputEntries().stream().map(entry -> condition(content(entry.getText()))),
                rule.getOutputEntries().stream().map(entry -> result(content(entry.getText()))),
                Stream.of(
                    rule.getDescription() == null
                        ? ""
                        : CaseSheet.plain(catalogue.of(rule.getDescription().getTextContent()))))
            .flatMap(cells -> cells)
            .toList());
  }

  private static String content(Text text) {
    return text == null ? "" : text.getTextContent().strip();
  }

  private String condition(String cell) {
    return cell.isEmpty() ? catalogue.of("any") : CaseSheet.plain(wording.condition(cell));
  }

  private String result(String cell) {
    return switch (cell) {
      case "true" -> catalogue.of("yes");
      case "false" -> catalogue.of("no");
      default -> CaseSheet.plain(titles(cell.replace("\"", "")));
    };
  }

  /** Of groups, if it names no more than these. */
  private String titles(String result) {
    var names = result.split("\\s*,\\s*");
    return Stream.of(names).allMatch(Role::isGroup)
        ? Stream.of(names).map(Role::title).map(catalogue::of).collect(joining(", "))
        : catalogue.of(result);
  }

  private static String line(Collection<String> cells) {
    return cells.stream().collect(joining(" | ", "| ", " |"));
  }
}
