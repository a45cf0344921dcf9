package breachresponse.workflow.decisions;

import static java.util.stream.Collectors.joining;

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

/** A decision table as people read it, in its latest deployed version. */
@Component
public class TableText {

  private final TablesInForce tables;
  private final RepositoryService repository;
  private final Unrestricted engine;

  TableText(TablesInForce tables, RepositoryService repository, Unrestricted engine) {
    this.tables = tables;
    this.repository = repository;
    this.engine = engine;
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
            .toList();
    return Stream.concat(
            Stream.of(line(head), line(head.stream().map(label -> "---").toList())),
            rows.getRules().stream().map(TableText::row))
        .collect(joining("\n"));
  }

  private static String row(Rule rule) {
    return line(
        Stream.of(
                rule.getInputEntries().stream().map(entry -> shown(entry.getText(), "any")),
                rule.getOutputEntries().stream().map(entry -> shown(entry.getText(), "")),
                Stream.of(
                    rule.getDescription() == null
                        ? ""
                        : CaseSheet.plain(rule.getDescription().getTextContent())))
            .flatMap(cells -> cells)
            .toList());
  }

  private static String shown(Text text, String ifBlank) {
    var content = text == null ? "" : text.getTextContent().strip();
    return switch (content) {
      case "" -> ifBlank;
      case "true" -> "yes";
      case "false" -> "no";
      default -> CaseSheet.plain(content.replace("\"", ""));
    };
  }

  private static String line(Collection<String> cells) {
    return cells.stream().collect(joining(" | ", "| ", " |"));
  }
}
