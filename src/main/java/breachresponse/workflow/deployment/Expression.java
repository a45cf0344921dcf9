package breachresponse.workflow.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression of a diagram, taken apart by the engine's own parser.
 *
 * @param calls of methods of process classes
 * @param strange what it reaches besides, or why it cannot be read
 */
record Expression(String text, List<Call> calls, List<String> strange) {

  /** The only thing that diagrams ask of the engine: the number of the case. */
  private static final String CASE_NUMBER = "execution.processBusinessKey";

  /** One call of a method of a process class. */
  record Call(String bean, String method, int arguments) {
    @Override
    public String toString() {
      return "%s.%s with %d arguments".formatted(bean, method, arguments);
    }
  }

  static boolean isIn(String text) {
    return text.contains("${") || text.contains("#{");
  }

  static Expression read(String text, Predicate<String> isProcessClass) {
    var found = new Expression(text, new ArrayList<>(), new ArrayList<>());
    try {
      found.walk(
          new Builder(Builder.Feature.METHOD_INVOCATIONS).build(text).getRoot(), isProcessClass);
    } catch (TreeBuilderException e) {
      found.strange.add("cannot be read (%s)".formatted(e.getMessage()));
    }
    return found;
  }

  /** Whether it is one call, and nothing around it. */
  boolean isOneCall() {
    return calls.size() == 1 && text.strip().matches("[$#]\\{\\s*\\w+\\.\\w+\\([^()]*\\)\\s*}");
  }

  boolean isVariable(String name) {
    return text.strip().matches("[$#]\\{\\s*" + name + "\\s*}");
  }

  private void walk(Node node, Predicate<String> isProcessClass) {
    if (node instanceof AstMethod call) {
      called(call, isProcessClass);
    } else if (node instanceof AstDot dot) {
      if (!path(dot).equals(CASE_NUMBER)) {
        strange.add("reaches the property %s".formatted(path(dot)));
      }
    } else if (node instanceof AstBracket) {
      strange.add("reaches into something by []");
    } else if (node instanceof AstFunction function) {
      strange.add("calls the function %s".formatted(function.getName()));
    } else if (node instanceof AstIdentifier name && isProcessClass.test(name.getName())) {
      strange.add("reaches %s itself".formatted(name.getName()));
    } else {
      children(node).forEach(child -> walk(child, isProcessClass));
    }
  }

  private void called(AstMethod call, Predicate<String> isProcessClass) {
    var arguments = call.getChild(1);
    if (call.getChild(0) instanceof AstDot dot
        && dot.getChild(0) instanceof AstIdentifier bean
        && isProcessClass.test(bean.getName())) {
      calls.add(new Call(bean.getName(), property(dot), arguments.getCardinality()));
    } else {
      strange.add(
          call.getChild(0) instanceof AstDot dot
              ? "calls the method %s".formatted(path(dot))
              : "calls something by its value");
    }
    children(arguments).forEach(child -> walk(child, isProcessClass));
  }

  private static String path(AstDot dot) {
    var of = dot.getChild(0);
    return (of instanceof AstIdentifier name
            ? name.getName()
            : of instanceof AstDot inner ? path(inner) : "…")
        + "."
        + property(dot);
  }

  private static String property(AstDot dot) {
    return dot.toString().replaceFirst("^\\. ", "");
  }

  private static Stream<Node> children(Node node) {
    return IntStream.range(0, node.getCardinality()).mapToObj(node::getChild);
  }
}
