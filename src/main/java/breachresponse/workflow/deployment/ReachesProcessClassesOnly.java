package breachresponse.workflow.deployment;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Each expression calls methods that exist, of process classes, and reaches nothing else. */
@Component
class ReachesProcessClassesOnly implements DiagramRule {

  private final ProcessMethods methods;

  ReachesProcessClassesOnly(ProcessMethods methods) {
    this.methods = methods;
  }

  @Override
  public Stream<Finding> findings(Drawn diagram, Delivery delivery) {
    return diagram
        .expressions()
        .flatMap(
            written ->
                problems(Expression.read(written.text(), methods::isProcessClass))
                    .map(problem -> diagram.finding(written.at(), problem)));
  }

  private Stream<String> problems(Expression expression) {
    var strange =
        expression.strange().stream()
            .map(
                what ->
                    "has the expression %s, which %s; please call a method of a process class, as ${dispatchNotice.isOnHold(caseNumber)} does"
                        .formatted(expression.text(), what));
    var missing =
        expression.calls().stream()
            .filter(call -> methods.of(call).isEmpty())
            .map(
                call ->
                    "has the expression %s, which calls %s, which does not exist; please call one of those that do: %s"
                        .formatted(expression.text(), call, methods.like(call)));
    return Stream.concat(strange, missing);
  }
}
