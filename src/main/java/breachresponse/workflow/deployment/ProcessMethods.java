package breachresponse.workflow.deployment;

import static java.util.stream.Collectors.joining;

import breachresponse.workflow.forms.ProcessBeans;
import breachresponse.workflow.forms.ProcessSide;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The methods of the process classes, which are all that expressions in diagrams may call. */
@Component
class ProcessMethods {

  private final ProcessBeans beans;

  ProcessMethods(ProcessBeans beans) {
    this.beans = beans;
  }

  boolean isProcessClass(String name) {
    return beans.containsKey(name);
  }

  Optional<Method> of(Expression.Call call) {
    return methods(call.bean())
        .filter(method -> method.getName().equals(call.method()))
        .filter(method -> method.getParameterCount() == call.arguments())
        .findFirst();
  }

  <A extends Annotation> Optional<A> marked(Expression.Call call, Class<A> mark) {
    return of(call).map(method -> method.getAnnotation(mark));
  }

  /** The variables that say after a release of its own that a text may go out. */
  Stream<String> releaseVariables() {
    return beans
        .names()
        .flatMap(this::methods)
        .flatMap(method -> Stream.ofNullable(method.getAnnotation(Releases.class)))
        .map(Releases::value);
  }

  /** Those that take as many arguments, for people to choose from. */
  String like(Expression.Call call) {
    return methods(call.bean())
        .filter(method -> method.getParameterCount() == call.arguments())
        .map(Method::getName)
        .distinct()
        .sorted()
        .collect(joining(", "));
  }

  private Stream<Method> methods(String bean) {
    return beans.type(bean).stream()
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getDeclaringClass() != Object.class)
        .filter(method -> isOfADiagram(method.getName()));
  }

  /** The software asks the others, and no diagram. */
  private static boolean isOfADiagram(String name) {
    return Arrays.stream(ProcessSide.class.getMethods())
        .map(Method::getName)
        .noneMatch(name::equals);
  }
}
