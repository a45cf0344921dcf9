package breachresponse.workflow.decisions;

import static camundajar.impl.scala.jdk.javaapi.CollectionConverters.asJava;
import static java.util.stream.Collectors.joining;

import breachresponse.incident.Vocabulary;
import breachresponse.incident.Vocabulary.Term;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.AtLeastOne;
import org.camunda.feel.syntaxtree.ClosedConstRangeBoundary;
import org.camunda.feel.syntaxtree.Comparison;
import org.camunda.feel.syntaxtree.Conjunction;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstInputValue$;
import org.camunda.feel.syntaxtree.ConstList;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstRangeBoundary;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Disjunction;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.GreaterOrEqual;
import org.camunda.feel.syntaxtree.GreaterThan;
import org.camunda.feel.syntaxtree.If;
import org.camunda.feel.syntaxtree.In;
import org.camunda.feel.syntaxtree.InputEqualTo;
import org.camunda.feel.syntaxtree.InputGreaterOrEqual;
import org.camunda.feel.syntaxtree.InputGreaterThan;
import org.camunda.feel.syntaxtree.InputInRange;
import org.camunda.feel.syntaxtree.InputLessOrEqual;
import org.camunda.feel.syntaxtree.InputLessThan;
import org.camunda.feel.syntaxtree.LessOrEqual;
import org.camunda.feel.syntaxtree.LessThan;
import org.camunda.feel.syntaxtree.Not;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.UnaryTestExpression;
import org.springframework.stereotype.Component;

/** What tables write in codes and FEEL, as people read it: terms by their labels. */
@Component
class Wording {

  private static final Map<String, String> NAMES =
      Map.of(
          "establishedHere", "an establishment here",
          "mainHere", "the main establishment here",
          "people", "people here",
          "totalPeople", "people in all",
          "personalData", "personal data",
          "unreadable", "data unreadable",
          "risk", "the risk to people");

  private final Vocabulary vocabulary;

  /** Cells come from deployed tables only, so the memory is bounded by them. */
  private final Map<String, String> conditions = new ConcurrentHashMap<>();

  private final FeelEngine feel =
      new FeelEngine(
          FeelEngine.defaultFunctionProvider(),
          FeelEngine.defaultValueMapper(),
          FeelEngine.defaultConfiguration(),
          FeelEngine.defaultClock());

  Wording(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Some words; several that stand among others need brackets. */
  private record Phrase(String words, boolean isSingle) {

    static Phrase single(String words) {
      return new Phrase(words, true);
    }

    static Phrase group(String words) {
      return new Phrase(words, false);
    }

    String among() {
      return isSingle ? words : "(" + words + ")";
    }
  }

  /** It is FEEL that no table has had yet. */
  private static class Unknown extends RuntimeException {}

  /**
   * @param input that the column compares
   */
  String value(String input, Object value) {
    if (value instanceof Boolean truth) {
      return yesOrNo(truth);
    }
    if (value instanceof Collection<?> all) {
      return all.isEmpty()
          ? "none"
          : all.stream().map(one -> term(input, one.toString())).sorted().collect(joining(", "));
    }
    return value == null ? "unknown" : term(input, value.toString());
  }

  /** The cell of a condition; as it is where it holds FEEL that is not known here. */
  String condition(String cell) {
    return conditions.computeIfAbsent(cell, this::read);
  }

  private String read(String cell) {
    var parsed = feel.parseUnaryTests(cell.strip());
    try {
      return parsed.isRight() ? said(parsed.toOption().get().expression()).words() : cell;
    } catch (Unknown e) {
      return cell;
    }
  }

  private Phrase said(Exp it) {
    if (it instanceof UnaryTestExpression test) {
      return said(test.exp());
    }
    if (it instanceof InputEqualTo test) {
      return said(test.x());
    }
    if (it instanceof Not not) {
      return not(not.x());
    }
    if (it instanceof Equal equal && equal.y() instanceof ConstBool truth) {
      return truth.value() ? said(equal.x()) : not(equal.x());
    }
    if (it instanceof Equal equal && equal.y() instanceof ConstList list && isInput(equal.x())) {
      return Phrase.single(
          asJava(list.items()).stream().map(this::words).collect(joining(" and ")) + " alone");
    }
    if (it instanceof Conjunction || it instanceof Disjunction) {
      return Phrase.group(
          parts(it)
              .map(part -> said(part).among())
              .collect(joining(it instanceof Conjunction ? " and " : " or ")));
    }
    if (it instanceof AtLeastOne tests) {
      return Phrase.group(each("", tests).collect(joining(" or ")));
    }
    if (it instanceof FunctionInvocation call
        && call.function().equals("not")
        && call.params() instanceof PositionalFunctionParameters given
        && given.params().size() == 1) {
      return not(given.params().head());
    }
    if (it instanceof SomeItem || it instanceof FunctionInvocation) {
      return listed("at least one of ", it);
    }
    if (it instanceof In in) {
      return Phrase.group(words(in.x()) + " is " + each("", in.test()).collect(joining(" or ")));
    }
    if (it instanceof If either) {
      return Phrase.group(
          "%s with %s, else %s"
              .formatted(
                  words(either.statement()),
                  words(either.condition()),
                  words(either.elseStatement())));
    }
    if (it instanceof Comparison comparison) {
      return compared(comparison);
    }
    return it instanceof InputInRange in
        ? Phrase.single(
            "%s to %s"
                .formatted(
                    bound(in.range().start(), "more than "), bound(in.range().end(), "less than ")))
        : Phrase.single(simply(it));
  }

  private String words(Exp it) {
    return said(it).words();
  }

  private String simply(Exp it) {
    if (it instanceof ConstBool truth) {
      return yesOrNo(truth.value());
    }
    if (it instanceof ConstString text) {
      return spaced(text.value());
    }
    if (it instanceof ConstNumber number) {
      return number.value().toString();
    }
    if (it instanceof ConstNull$) {
      return "unknown";
    }
    if (it instanceof Ref) {
      return NAMES.getOrDefault(name(it), name(it));
    }
    if (it instanceof InputGreaterThan test) {
      return "more than " + words(test.x());
    }
    if (it instanceof InputGreaterOrEqual test) {
      return "at least " + words(test.x());
    }
    if (it instanceof InputLessThan test) {
      return "less than " + words(test.x());
    }
    if (it instanceof InputLessOrEqual test) {
      return "at most " + words(test.x());
    }
    throw new Unknown();
  }

  private Phrase compared(Comparison it) {
    if (it instanceof Equal) {
      return Phrase.single(words(it.x()) + " is " + words(it.y()));
    }
    var how =
        it instanceof GreaterThan
            ? "more than"
            : it instanceof GreaterOrEqual
                ? "at least"
                : it instanceof LessThan
                    ? "less than"
                    : it instanceof LessOrEqual ? "at most" : null;
    if (how == null) {
      throw new Unknown();
    }
    return Phrase.single("%s %s %s".formatted(how, words(it.y()), said(it.x()).among()));
  }

  private Phrase not(Exp it) {
    if (it instanceof UnaryTestExpression test) {
      return not(test.exp());
    }
    if (it instanceof AtLeastOne tests) {
      return Phrase.group("neither " + each("", tests).collect(joining(" nor ")));
    }
    if (it instanceof SomeItem) {
      var all = listed("none of ", it);
      return all.isSingle() ? Phrase.group("not " + all.words()) : all;
    }
    if (it instanceof Conjunction) {
      return Phrase.group(
          "not at once " + parts(it).map(part -> said(part).among()).collect(joining(" and ")));
    }
    return Phrase.group("not " + said(it).among());
  }

  /**
   * {@code list contains(data, "name")}, {@code some d in data satisfies d in ("name", "email")}
   */
  private Phrase listed(String several, Exp it) {
    if (it instanceof FunctionInvocation call
        && call.function().equals("list contains")
        && call.params() instanceof PositionalFunctionParameters given
        && given.params().size() == 2
        && given.params().apply(1) instanceof ConstString term) {
      return Phrase.single(term(name(given.params().head()), term.value()));
    }
    if (it instanceof SomeItem some
        && some.iterators().size() == 1
        && some.condition() instanceof In in
        && name(in.x()).equals(some.iterators().head()._1())) {
      var terms = each(name(some.iterators().head()._2()), in.test()).toList();
      return terms.size() == 1
          ? Phrase.single(terms.get(0))
          : Phrase.group(several + String.join(", ", terms));
    }
    throw new Unknown();
  }

  private Stream<String> each(String list, Exp tests) {
    if (tests instanceof AtLeastOne all) {
      return asJava(all.xs()).stream().flatMap(test -> each(list, test));
    }
    return tests instanceof UnaryTestExpression test && test.exp() instanceof ConstString term
        ? Stream.of(term(list, term.value()))
        : Stream.of(said(tests).among());
  }

  /** Of a chain of the same word. */
  private static Stream<Exp> parts(Exp it) {
    if (it instanceof Conjunction both) {
      return Stream.of(both.x(), both.y())
          .flatMap(part -> part instanceof Conjunction ? parts(part) : Stream.of(part));
    }
    var either = (Disjunction) it;
    return Stream.of(either.x(), either.y())
        .flatMap(part -> part instanceof Disjunction ? parts(part) : Stream.of(part));
  }

  private String bound(ConstRangeBoundary bound, String ifOpen) {
    return (bound instanceof ClosedConstRangeBoundary ? "" : ifOpen) + words(bound.value());
  }

  private static boolean isInput(Exp it) {
    return it instanceof ConstInputValue$;
  }

  /** Of the list; that which a column compares goes by none. */
  private static String name(Exp reference) {
    if (isInput(reference)) {
      return "";
    }
    if (reference instanceof Ref named) {
      return named.names().mkString(".");
    }
    throw new Unknown();
  }

  /** In quotation marks if it has a label; other values, such as a risk, are words already. */
  private String term(String list, String id) {
    return terms(list).stream()
        .filter(term -> term.id().equals(id))
        .map(term -> "“%s”".formatted(term.label()))
        .findFirst()
        .orElse(spaced(id) + (list.equals("recorded") ? " recorded" : ""));
  }

  /** A code that has no label: its words without the hyphens, {@code serious-harm}. */
  private static String spaced(String code) {
    return code.replace('-', ' ');
  }

  private List<Term> terms(String list) {
    return switch (list) {
      case "data" -> vocabulary.dataCategories();
      case "attributes" -> vocabulary.attributes();
      case "sectors" -> vocabulary.sectors();
      default -> List.of();
    };
  }

  private static String yesOrNo(boolean truth) {
    return truth ? "yes" : "no";
  }
}
