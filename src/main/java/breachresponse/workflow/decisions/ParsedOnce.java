package breachresponse.workflow.decisions;

import camundajar.impl.scala.util.Either;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper.CompositeValueMapper;

/**
 * The engine's FEEL, but for this: it parses a text anew at each evaluation, which takes most of
 * the time of a long table. Texts come from deployed tables only, so the memory is bounded by them.
 */
class ParsedOnce extends ScalaFeelEngine {

  ParsedOnce() {
    super(List.of());
  }

  @Override
  protected FeelEngine buildFeelEngine(
      CustomFunctionTransformer functions, CompositeValueMapper values) {
    return new Remembering(super.buildFeelEngine(functions, values));
  }

  private static class Remembering extends FeelEngine {

    private final Map<String, Either<Failure, ParsedExpression>> expressions =
        new ConcurrentHashMap<>();
    private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

    Remembering(FeelEngine engine) {
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
