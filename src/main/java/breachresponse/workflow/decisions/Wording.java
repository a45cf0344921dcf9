package breachresponse.workflow.decisions;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What the legal tables write in codes and FEEL, as people read it: terms by their labels. */
@Component
class Wording {

  private static final Pattern TERM_OR_NAME = Pattern.compile("\"([^\"]*)\"|[A-Za-z]\\w*");

  private static final Map<String, String> NAMES =
      Map.of(
          "establishedHere", "an establishment here",
          "mainHere", "the main establishment here",
          "people", "people here",
          "totalPeople", "people in all",
          "personalData", "personal data",
          "unreadable", "data unreadable",
          "risk", "risk to people",
          "null", "unknown");

  private static final Map<Pattern, String> OPERATORS = operators();

  private final Vocabulary vocabulary;

  Wording(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  String value(Object value) {
    if (value instanceof Boolean truth) {
      return truth ? "yes" : "no";
    }
    if (value instanceof Collection<?> all) {
      return all.isEmpty() ? "none" : all.stream().map(this::term).sorted().collect(joining(", "));
    }
    return value == null ? "unknown" : term(value);
  }

  /** The cell of a condition. */
  String condition(String cell) {
    var text = cell.strip();
    for (var operator : OPERATORS.entrySet()) {
      text = operator.getKey().matcher(text).replaceAll(operator.getValue());
    }
    // last, since labels have brackets and commas of their own
    return TERM_OR_NAME.matcher(text).replaceAll(this::termOrName);
  }

  private String termOrName(MatchResult found) {
    var words =
        found.group(1) == null
            ? NAMES.getOrDefault(found.group(), found.group())
            : term(found.group(1));
    return words.replace("$", "\\$");
  }

  /** In quotation marks if it has a label; other values, such as a risk, are words already. */
  private String term(Object id) {
    return vocabulary.label(id.toString()).map("“%s”"::formatted).orElseGet(id::toString);
  }

  private static Map<Pattern, String> operators() {
    var term = "(\"[^\"]*\")";
    var words = new LinkedHashMap<String, String>();
    words.put("list contains\\(\\w+, " + term + "\\)", "$1");
    words.put("some \\w+ in \\w+ satisfies \\w+ in \\(([^)]*)\\)", "one of $1");
    words.put("\\(one of " + term + "\\)", "$1");
    words.put("not\\(one of ([^)]*)\\)|\\(one of ([^)]*)\\) = false", "none of $1$2");
    words.put("not\\(" + term + ", " + term + "\\)", "neither $1 nor $2");
    words.put("not\\(" + term + "\\)", "not $1");
    words.put("(" + term + "|\\b\\w+) = false", "not $1");
    words.put("\\) = false", ") is not so");
    words.put("(\\w+) in \\(" + term + ", " + term + "\\)", "$1 is $2 or $3");
    words.put("^(null|" + term + "), " + term + "$", "$1 or $3");
    words.put("if (\\w+) then (\\w+) else (\\w+)", "$2 with $1, else $3");
    words.put("\\[(\\d+)\\.\\.(\\d+)]", "$1 to $2");
    words.put(">= ", "at least ");
    words.put("> ", "more than ");
    words.put(" = ", " is ");
    words.put("^true$", "yes");
    words.put("^false$", "no");
    var operators = new LinkedHashMap<Pattern, String>();
    words.forEach((feel, said) -> operators.put(Pattern.compile(feel), said));
    return operators;
  }
}
