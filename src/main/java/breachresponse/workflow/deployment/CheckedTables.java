package breachresponse.workflow.deployment;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.CriticalityScale;
import breachresponse.language.Catalogue;
import breachresponse.signoff.Document;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.feel.FeelEngine;
import org.springframework.stereotype.Component;

/**
 * Refuses a deployment with a decision table whose FEEL cannot be read, which has rows that hold at
 * once where only one may, or which leaves a question open that the software cannot do without.
 *
 * <p>It reasons about literals, without gaps; of a cell with a function or a condition nobody is
 * told that it overlaps, and it answers no question alone.
 */
@Component
public class CheckedTables implements Deployer {

  private static final Pattern LITERAL =
      Pattern.compile("\\s*|-|\"[^\"\\\\]*\"|[\\d.]+|true|false");

  /** Tables that must have an answer whatever they are asked. */
  private static final Set<String> ANSWER_ALWAYS =
      Set.of(
          "criticality",
          "criticalityScale",
          "disclosure",
          "enisaContext",
          "enisaIdentification",
          "enisaSeverity",
          "kindOfData",
          "signatories");

  private static final List<Object> LEVELS =
      IntStream.rangeClosed(0, CriticalityScale.MOST_SEVERE)
          .mapToObj(level -> (Object) BigDecimal.valueOf(level))
          .toList();

  /** What a column of a table can be asked, where that is not just anything. */
  private static final Map<String, List<Object>> VALUES =
      Map.of(
          "criticalityScale.level", LEVELS,
          "disclosure.level", LEVELS,
          "signatories.level", LEVELS,
          "signatories.kind", signedKinds());

  private final FeelEngine feel = new FeelEngine.Builder().build();
  private final Catalogue catalogue;

  CheckedTables(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Nobody signs a holding statement: a second person releases it. */
  private static List<Object> signedKinds() {
    return Arrays.stream(Document.Kind.values())
        .filter(kind -> kind != Document.Kind.HOLDING_STATEMENT)
        .map(kind -> (Object) kind.key())
        .toList();
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    var tables = deployment.getDeployedArtifacts(DecisionDefinitionEntity.class);
    if (deployment.isNew() && tables != null) {
      CheckedDeployments.refuse(tables.stream().flatMap(this::findings).toList(), catalogue);
    }
  }

  private Stream<Finding> findings(DecisionDefinitionEntity definition) {
    if (!(definition.getDecisionLogic() instanceof DmnDecisionTableImpl table)) {
      return Stream.of();
    }
    var unread = unread(table).toList();
    var problems =
        unread.isEmpty()
            ? Stream.concat(
                overlaps(definition.getKey(), table), gap(definition.getKey(), table).stream())
            : unread.stream();
    return problems.map(
        problem ->
            new Finding(
                definition.getResourceName(),
                "\"%s\" (%s)".formatted(definition.getName(), definition.getKey()),
                problem));
  }

  private Stream<String> unread(DmnDecisionTableImpl table) {
    var heads =
        table.getInputs().stream()
            .map(DmnDecisionTableInputImpl::getExpression)
            .filter(head -> isWrong(head, false))
            .map(head -> "the column %s".formatted(head.getExpression()));
    var cells =
        rows(table)
            .flatMap(
                row ->
                    Stream.concat(
                            rule(table, row).getConditions().stream()
                                .filter(cell -> isWrong(cell, true)),
                            rule(table, row).getConclusions().stream()
                                .filter(cell -> isWrong(cell, false)))
                        .map(
                            cell ->
                                "in row %d the cell %s".formatted(row + 1, cell.getExpression())));
    return Stream.concat(heads, cells)
        .map("%s is no FEEL; please correct it, and put words in quotation marks"::formatted);
  }

  private boolean isWrong(DmnExpressionImpl cell, boolean isTest) {
    var text = cell.getExpression();
    if (text == null || LITERAL.matcher(text).matches()) {
      return false;
    }
    return isTest ? feel.parseUnaryTests(text).isLeft() : feel.parseExpression(text).isLeft();
  }

  private static Stream<String> overlaps(String key, DmnDecisionTableImpl table) {
    if (table.getHitPolicyHandler().getHitPolicyEntry().getHitPolicy() != HitPolicy.UNIQUE) {
      return Stream.of();
    }
    var columns = columns(key, table);
    return rows(table)
        .flatMap(
            first ->
                IntStream.range(0, first)
                    .filter(
                        second -> columns.stream().allMatch(column -> column.meet(first, second)))
                    .mapToObj(
                        second ->
                            "rows %d and %d hold at once, and the hit policy is Unique; please make them exclude each other, or choose another hit policy"
                                .formatted(second + 1, first + 1)));
  }

  private static Optional<String> gap(String key, DmnDecisionTableImpl table) {
    return ANSWER_ALWAYS.contains(key)
        ? gap(columns(key, table), rows(table).toList(), new ArrayList<>())
            .map(
                asked ->
                    "has no row for %s, and must always have an answer; please add one"
                        .formatted(inWords(table, asked)))
        : Optional.empty();
  }

  /** Column by column, with the rows that hold so far: the first values that no row is left for. */
  private static Optional<List<Object>> gap(
      List<Cells> columns, List<Integer> left, List<Object> asked) {
    if (left.isEmpty()) {
      return Optional.of(List.copyOf(asked));
    }
    if (asked.size() == columns.size()) {
      return Optional.empty();
    }
    var column = columns.get(asked.size());
    for (var n = 0; n < column.pieces().size(); n++) {
      var piece = n;
      asked.add(column.pieces().get(piece));
      var gap = gap(columns, left.stream().filter(row -> column.holds(row, piece)).toList(), asked);
      if (gap.isPresent()) {
        return gap;
      }
      asked.remove(asked.size() - 1);
    }
    return Optional.empty();
  }

  private static String inWords(DmnDecisionTableImpl table, List<Object> asked) {
    return IntStream.range(0, asked.size())
        .mapToObj(n -> "%s = %s".formatted(head(table, n), asked.get(n)))
        .collect(joining(" and "));
  }

  private static List<Cells> columns(String key, DmnDecisionTableImpl table) {
    return IntStream.range(0, table.getInputs().size())
        .mapToObj(
            column ->
                Cells.of(
                    rows(table)
                        .map(row -> rule(table, row).getConditions().get(column).getExpression())
                        .map(text -> text == null ? "" : text)
                        .toList(),
                    VALUES.getOrDefault(key + "." + head(table, column), List.of())))
        .toList();
  }

  private static String head(DmnDecisionTableImpl table, int column) {
    return table.getInputs().get(column).getExpression().getExpression();
  }

  private static Stream<Integer> rows(DmnDecisionTableImpl table) {
    return IntStream.range(0, table.getRules().size()).boxed();
  }

  private static DmnDecisionTableRuleImpl rule(DmnDecisionTableImpl table, int row) {
    return table.getRules().get(row);
  }
}
