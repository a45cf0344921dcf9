package breachresponse.workflow.decisions;

import static java.util.stream.Collectors.toCollection;

import breachresponse.obligation.Finding;
import breachresponse.obligation.Verdict;
import breachresponse.workflow.decisions.FactsByPlace.Seen;
import breachresponse.workflow.decisions.FactsByPlace.Unknown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;

/**
 * A table of duties, read cell by cell with the engine's FEEL, so that it can say why a row does
 * not apply and which facts it lacks. Its columns up to {@code What the organisation is} say whom a
 * row concerns, those after it when it applies.
 */
class LegalTable {

  private static final String LAST_OF_WHOM = "What the organisation is";
  private static final String CELL = DmnDecisionTableInputImpl.DEFAULT_INPUT_VARIABLE_NAME;
  private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[A-Za-z]\\w*");

  /**
   * A row that concerns the case.
   *
   * @param outputs by name
   * @param conditions as the table has them
   */
  record Row(Map<String, Object> outputs, Finding finding, String conditions) {}

  private enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  private final String name;
  private final DmnDecisionTableImpl table;
  private final FeelEngine feel;
  private final Wording wording;
  private final int whom;
  private final Map<String, Set<String>> words = new ConcurrentHashMap<>();

  /**
   * @param name of the table and its version, as a case keeps it
   * @throws IllegalStateException if the table does not say where its conditions begin
   */
  LegalTable(String name, DmnDecisionTableImpl table, FeelEngine feel, Wording wording) {
    this.name = name;
    this.table = table;
    this.feel = feel;
    this.wording = wording;
    this.whom =
        table.getInputs().stream()
                .map(DmnDecisionTableInputImpl::getName)
                .toList()
                .indexOf(LAST_OF_WHOM)
            + 1;
    if (whom == 0) {
      throw new IllegalStateException(
          "%s: the table has no column '%s', please add it after those that say whom a row concerns"
              .formatted(name, LAST_OF_WHOM));
    }
  }

  String name() {
    return name;
  }

  /** The rows that concern the case as it is seen from one place, in the order of the table. */
  Stream<Row> rows(Seen seen) {
    var reading = new Reading(seen);
    return table.getRules().stream().map(reading::row).flatMap(Optional::stream);
  }

  /** The rows that may concern a case of that place, with all their conditions as reasons. */
  Stream<Row> requirements(Seen seen) {
    var reading = new Reading(seen);
    return table.getRules().stream().map(reading::requirement).flatMap(Optional::stream);
  }

  /** One look at the table from one place. */
  private class Reading {

    private final Seen seen;
    private final VariableContext facts;
    private final Map<Integer, Input> inputs = new HashMap<>();

    Reading(Seen seen) {
      this.seen = seen;
      this.facts = Variables.fromMap(seen.variables()).asVariableContext();
    }

    Optional<Row> requirement(DmnDecisionTableRuleImpl rule) {
      for (var column = 0; column < whom; column++) {
        if (answer(rule, column) == Answer.NO) {
          return Optional.empty();
        }
      }
      var all =
          conditions(
              rule, (input, cell) -> "%s: %s".formatted(input.getName(), wording.condition(cell)));
      return Optional.of(row(rule, new Finding(Verdict.UNDECIDED, all)));
    }

    private Row row(DmnDecisionTableRuleImpl rule, Finding finding) {
      var asTheyAre =
          conditions(
              rule, (input, cell) -> input.getExpression().getExpression() + ": " + cell.strip());
      return new Row(outputs(rule), finding, String.join("; ", asTheyAre));
    }

    private List<String> conditions(
        DmnDecisionTableRuleImpl rule, BiFunction<DmnDecisionTableInputImpl, String, String> said) {
      return IntStream.range(whom, table.getInputs().size())
          .filter(column -> !isEmpty(rule.getConditions().get(column).getExpression()))
          .mapToObj(
              column ->
                  said.apply(
                      table.getInputs().get(column),
                      rule.getConditions().get(column).getExpression()))
          .toList();
    }

    Optional<Row> row(DmnDecisionTableRuleImpl rule) {
      var missing = new LinkedHashSet<String>();
      for (var column = 0; column < whom; column++) {
        switch (answer(rule, column)) {
          case NO -> {
            return Optional.empty();
          }
          case UNKNOWN -> missing.addAll(facts(rule, column));
          case YES -> {}
        }
      }
      var failed = new ArrayList<String>();
      for (var column = whom; column < table.getInputs().size(); column++) {
        switch (answer(rule, column)) {
          case NO -> failed.add(failure(rule, column));
          case UNKNOWN -> missing.addAll(facts(rule, column));
          case YES -> {}
        }
      }
      return Optional.of(row(rule, finding(failed, missing)));
    }

    private static Finding finding(List<String> failed, Collection<String> missing) {
      if (!failed.isEmpty()) {
        return new Finding(Verdict.NOT_TRIGGERED, failed);
      }
      return missing.isEmpty()
          ? new Finding(Verdict.TRIGGERED, List.of())
          : new Finding(Verdict.UNDECIDED, List.copyOf(missing));
    }

    /** A fact that is not known may have any of its values: unknown is what they differ in. */
    private Answer answer(DmnDecisionTableRuleImpl rule, int column) {
      var cell = rule.getConditions().get(column).getExpression();
      if (isEmpty(cell)) {
        return Answer.YES;
      }
      var unknown = unknown(rule, column);
      if (unknown.isEmpty()) {
        return input(column).meets(cell) ? Answer.YES : Answer.NO;
      }
      var answers =
          possible(unknown).map(facts -> new Input(column, facts).meets(cell)).distinct().toList();
      if (answers.size() > 1) {
        return Answer.UNKNOWN;
      }
      return answers.get(0) ? Answer.YES : Answer.NO;
    }

    /** A cell that says {@code null} has its own answer for what is not known. */
    private Map<String, Unknown> unknown(DmnDecisionTableRuleImpl rule, int column) {
      if (seen.unknown().isEmpty()) {
        return Map.of();
      }
      var cell = words(rule.getConditions().get(column).getExpression());
      if (cell.contains("null")) {
        return Map.of();
      }
      var input = words(table.getInputs().get(column).getExpression().getExpression());
      var unknown = new LinkedHashMap<String, Unknown>();
      Stream.concat(cell.stream(), input.stream())
          .filter(seen.unknown()::containsKey)
          .forEach(variable -> unknown.put(variable, seen.unknown().get(variable)));
      return unknown;
    }

    private Collection<String> facts(DmnDecisionTableRuleImpl rule, int column) {
      return unknown(rule, column).values().stream().map(Unknown::fact).toList();
    }

    private Stream<Map<String, Object>> possible(Map<String, Unknown> unknown) {
      var worlds = Stream.of(seen.variables());
      for (var variable : unknown.entrySet()) {
        worlds =
            worlds.flatMap(
                world ->
                    variable.getValue().possible().stream()
                        .map(value -> with(world, variable.getKey(), value)));
      }
      return worlds;
    }

    private Input input(int column) {
      return inputs.computeIfAbsent(column, c -> new Input(c, seen.variables()));
    }

    private String failure(DmnDecisionTableRuleImpl rule, int column) {
      return "%s: %s, where the law asks for %s"
          .formatted(
              table.getInputs().get(column).getName(),
              wording.value(
                  table.getInputs().get(column).getExpression().getExpression(),
                  input(column).value),
              wording.condition(rule.getConditions().get(column).getExpression()));
    }

    private Map<String, Object> outputs(DmnDecisionTableRuleImpl rule) {
      var outputs = new LinkedHashMap<String, Object>();
      for (var n = 0; n < table.getOutputs().size(); n++) {
        var text = rule.getConclusions().get(n).getExpression();
        outputs.put(
            table.getOutputs().get(n).getOutputName(), isEmpty(text) ? null : value(text, facts));
      }
      return outputs;
    }
  }

  /** What the cells of a column are held against. */
  private class Input {

    private final Object value;
    private final VariableContext context;

    Input(int column, Map<String, Object> facts) {
      var variables = Variables.fromMap(facts);
      this.value =
          value(
              table.getInputs().get(column).getExpression().getExpression(),
              variables.asVariableContext());
      this.context = variables.putValue(CELL, value).asVariableContext();
    }

    boolean meets(String cell) {
      return feel.evaluateSimpleUnaryTests(cell, CELL, context);
    }
  }

  private Object value(String expression, VariableContext facts) {
    return feel.evaluateSimpleExpression(expression, facts);
  }

  private static boolean isEmpty(String cell) {
    return cell == null || cell.isBlank() || cell.strip().equals("-");
  }

  private static Map<String, Object> with(
      Map<String, Object> facts, String variable, Object value) {
    var changed = new HashMap<>(facts);
    changed.put(variable, value);
    return changed;
  }

  /** The names in an expression; what stands in quotes is none. */
  private Set<String> words(String expression) {
    return words.computeIfAbsent(
        expression,
        text ->
            WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.startsWith("\""))
                .collect(toCollection(LinkedHashSet::new)));
  }
}
