package breachresponse.workflow.decisions;

import static camundajar.impl.scala.jdk.javaapi.CollectionConverters.asJava;
import static java.util.stream.Collectors.joining;

import breachresponse.incident.Vocabulary;
import breachresponse.incident.Vocabulary.Term;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
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
import org.springframework.beans.factory.annotation.Autowired;
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
  private final UnaryOperator<String> language;

  /** Cells come from deployed tables only, so the memory is bounded by them. */
  private final Map<String, String> conditions = new ConcurrentHashMap<>();

  private final FeelEngine feel =
      new FeelEngine(
          FeelEngine.defaultFunctionProvider(),
          FeelEngine.defaultValueMapper(),
          FeelEngine.defaultConfiguration(),
          FeelEngine.defaultClock());

  /** In English. */
  @Autowired
  Wording(Vocabulary vocabulary) {
    this(vocabulary, UnaryOperator.identity());
  }

  /**
   * @param language has the texts of another language, also those with gaps
   */
  Wording(Vocabulary vocabulary, UnaryOperator<String> language) {
    this.vocabulary = vocabulary;
    this.language = language;
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
          ? language.apply("none")
          : all.stream().map(one -> term(input, one.toString())).sorted().collect(joining(", "));
    }
    return value == null ? language.apply("unknown") : term(input, value.toString());
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
          filled("%s alone", all("%s and %s", asJava(list.items()).stream().map(this::words))));
    }
    if (it instanceof Conjunction || it instanceof Disjunction) {
      return Phrase.group(
          all(
              it instanceof Conjunction ? "%s and %s" : "%s or %s",
              parts(it).map(part -> said(part).among())));
    }
    if (it instanceof AtLeastOne tests) {
      return Phrase.group(all("%s or %s", each("", tests)));
    }
    if (it instanceof FunctionInvocation call
        && call.function().equals("not")
        && call.params() instanceof PositionalFunctionParameters given
        && given.params().size() == 1) {
      return not(given.params().head());
    }
    if (it instanceof SomeItem || it instanceof FunctionInvocation) {
      return listed("at least one of %s", it);
    }
    if (it instanceof In in) {
      return Phrase.group(filled("%s is %s", words(in.x()), all("%s or %s", each("", in.test()))));
    }
    if (it instanceof If either) {
      return Phrase.group(
          filled(
              "%s with %s, else %s",
              words(either.statement()), words(either.condition()), words(either.elseStatement())));
    }
    if (it instanceof Comparison comparison) {
      return compared(comparison);
    }
    return it instanceof InputInRange in
        ? Phrase.single(
            filled(
                "%s to %s",
                bound(in.range().start(), "more than %s"), bound(in.range().end(), "less than %s")))
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
      return language.apply("unknown");
    }
    if (it instanceof Ref) {
      return language.apply(NAMES.getOrDefault(name(it), name(it)));
    }
    if (it instanceof InputGreaterThan test) {
      return filled("more than %s", words(test.x()));
    }
    if (it instanceof InputGreaterOrEqual test) {
      return filled("at least %s", words(test.x()));
    }
    if (it instanceof InputLessThan test) {
      return filled("less than %s", words(test.x()));
    }
    if (it instanceof InputLessOrEqual test) {
      return filled("at most %s", words(test.x()));
    }
    throw new Unknown();
  }

  private Phrase compared(Comparison it) {
    if (it instanceof Equal) {
      return Phrase.single(filled("%s is %s", words(it.x()), words(it.y())));
    }
    var how =
        it instanceof GreaterThan
            ? "more than %s"
            : it instanceof GreaterOrEqual
                ? "at least %s"
                : it instanceof LessThan
                    ? "less than %s"
                    : it instanceof LessOrEqual ? "at most %s" : null;
    if (how == null) {
      throw new Unknown();
    }
    return Phrase.single(filled(how, words(it.y())) + " " + said(it.x()).among());
  }

  private Phrase not(Exp it) {
    if (it instanceof UnaryTestExpression test) {
      return not(test.exp());
    }
    if (it instanceof AtLeastOne tests) {
      return Phrase.group(filled("neither %s", all("%s nor %s", each("", tests))));
    }
    if (it instanceof SomeItem) {
      var all = listed("none of %s", it);
      return all.isSingle() ? Phrase.group(filled("not %s", all.words())) : all;
    }
    if (it instanceof Conjunction) {
      return Phrase.group(
          filled("not at once %s", all("%s and %s", parts(it).map(part -> said(part).among()))));
    }
    return Phrase.group(filled("not %s", said(it).among()));
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
          : Phrase.group(filled(several, String.join(", ", terms)));
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
    return bound instanceof ClosedConstRangeBoundary
        ? words(bound.value())
        : filled(ifOpen, words(bound.value()));
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
        .map(term -> "“%s”".formatted(language.apply(term.label())))
        .findFirst()
        .orElseGet(() -> list.equals("recorded") ? filled("%s recorded", spaced(id)) : spaced(id));
  }

  /** A code that has no label: its words without the hyphens, {@code serious-harm}. */
  private String spaced(String code) {
    return language.apply(code.replace('-', ' '));
  }

  private String filled(String text, String... gaps) {
    return language.apply(text).formatted((Object[]) gaps);
  }

  private String all(String two, Stream<String> words) {
    return words.reduce((all, next) -> filled(two, all, next)).orElse("");
  }

  private List<Term> terms(String list) {
    return switch (list) {
      case "data" -> vocabulary.dataCategories();
      case "attributes" -> vocabulary.attributes();
      case "sectors" -> vocabulary.sectors();
      default -> List.of();
    };
  }

  private String yesOrNo(boolean truth) {
    return language.apply(truth ? "yes" : "no");
  }
}
