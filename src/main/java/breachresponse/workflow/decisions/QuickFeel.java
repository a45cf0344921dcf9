package breachresponse.workflow.decisions;

import static java.util.stream.Collectors.toSet;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * The engine's FEEL, but for two things that take most of the time of a long table: it parses a
 * text anew at each evaluation, and takes as long for a cell that lists words or says true as for
 * any other. Texts come from deployed tables only, so the memory is bounded by them.
 */
class QuickFeel extends ScalaFeelEngine {

  private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final Pattern TEXTS = Pattern.compile("%s(\\s*,\\s*%<s)*".formatted(TEXT));

  private final Map<String, Set<String>> texts = new ConcurrentHashMap<>();

  QuickFeel() {
    super(List.of());
  }

  @Override
  @SuppressWarnings("unchecked")
  public <T> T evaluateSimpleExpression(String expression, VariableContext facts) {
    var text = TEXT.matcher(expression);
    if (text.matches()) {
      return (T) text.group(1);
    }
    return facts.containsVariable(expression)
        ? (T) valueOf(facts.resolve(expression))
        : super.evaluateSimpleExpression(expression, facts);
  }

  @Override
  public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext facts) {
    var value = valueOf(facts.resolve(input));
    var texts = this.texts.computeIfAbsent(cell, QuickFeel::texts);
    if (value instanceof String && !texts.isEmpty()) {
      return texts.contains(value);
    }
    return value instanceof Boolean && (cell.equals("true") || cell.equals("false"))
        ? cell.equals(value.toString())
        : super.evaluateSimpleUnaryTests(cell, input, facts);
  }

  private static Object valueOf(TypedValue variable) {
    return variable == null ? null : variable.getValue();
  }

  /** The words in a cell that has nothing else; empty for others. */
  private static Set<String> texts(String cell) {
    return TEXTS.matcher(cell).matches()
        ? TEXT.matcher(cell).results().map(found -> found.group(1)).collect(toSet())
        : Set.of();
  }

  @Override
  protected FeelEngine buildFeelEngine(
      CustomFunctionTransformer functions, CompositeValueMapper values) {
    return new ParsedOnce(super.buildFeelEngine(functions, values));
  }

  private static class ParsedOnce extends FeelEngine {

    private final Map<String, Either<Failure, ParsedExpression>> expressions =
        new ConcurrentHashMap<>();
    private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

    ParsedOnce(FeelEngine engine) {
      super(
          engine.functionProvider(), engine.valueMapper(), engine.configuration(), engine.clock());
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String text) {
      return expressions.computeIfAbsent(text, super::parseExpression);
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
      return tests.computeIfAbsent(text, super::parseUnaryTests);
    }
  }
}
