package breachresponse.workflow.forms;

import breachresponse.incident.Readable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A Camunda Form as the server sees it: which answers it takes, and which rules they must keep. The
 * engine itself enforces none of them.
 */
final class FormSchema {

  /** A form without fields: it takes no answers. */
  static final FormSchema EMPTY = new FormSchema(List.of());

  private static final ObjectMapper JSON = new ObjectMapper();

  /** As much of an answer as a refusal repeats. */
  private static final int REPEATED = 100;

  private static final Pattern HTML_FIELD = Pattern.compile("<[^>]*\\scam-variable-name=[^>]*>");
  private static final Pattern HTML_ATTRIBUTE = Pattern.compile("\\s([\\w-]+)(?:=\"([^\"]*)\")?");

  private final List<Field> fields;

  private FormSchema(List<Field> fields) {
    this.fields = fields;
  }

  static FormSchema read(InputStream form) {
    try {
      var fields = new ArrayList<Field>();
      collect(JSON.readTree(form), "", fields);
      return new FormSchema(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a form in HTML: its fields are the elements with a {@code cam-variable-name}. */
  static FormSchema readHtml(InputStream form) {
    try {
      return new FormSchema(
          HTML_FIELD
              .matcher(new String(form.readAllBytes(), StandardCharsets.UTF_8))
              .results()
              .map(tag -> htmlField(tag.group()))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Field htmlField(String tag) {
    var attributes = new HashMap<String, String>();
    HTML_ATTRIBUTE
        .matcher(tag)
        .results()
        .forEach(found -> attributes.put(found.group(1), found.group(2)));
    var component = JSON.createObjectNode();
    component.put("key", attributes.get("cam-variable-name"));
    component.put(
        "type", "Boolean".equals(attributes.get("cam-variable-type")) ? "checkbox" : "textarea");
    var rules = component.putObject("validate");
    rules.put("required", attributes.containsKey("required"));
    if (attributes.containsKey("maxlength")) {
      rules.put("maxLength", Integer.parseInt(attributes.get("maxlength")));
    }
    return new Field(component, List.of());
  }

  /**
   * Keeps the answers that the form asks for and drops all others.
   *
   * @param shown what the server had put on the form: conditions may read it
   * @param holds answers whether a condition of the form holds for the given values
   * @throws IllegalArgumentException naming each field that breaks a rule of the form
   */
  Map<String, Object> check(
      Map<String, Object> given,
      Map<String, Object> shown,
      BiPredicate<String, Map<String, Object>> holds) {
    var values = new LinkedHashMap<String, Object>(shown);
    fields.forEach(field -> values.put(field.key, present(given.get(field.key)).orElse(null)));
    var answers = new LinkedHashMap<String, Object>();
    var problems = new ArrayList<String>();
    for (var field : fields) {
      if (field.hiddenIf.stream().anyMatch(condition -> holds.test(condition, values))) {
        continue;
      }
      var answer = present(given.get(field.key));
      answer.ifPresent(value -> answers.put(field.key, value));
      field.problem(answer).map(problem -> field.key + ": " + problem).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return answers;
  }

  private static Optional<Object> present(Object value) {
    if (value instanceof String text) {
      return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
    if (value instanceof Collection<?> list) {
      return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }
    return Optional.ofNullable(value);
  }

  private static void collect(JsonNode parent, String outerCondition, List<Field> fields) {
    for (var component : parent.path("components")) {
      var condition = component.at("/conditional/hide").asText("");
      var hiddenIf = Stream.of(outerCondition, condition).filter(c -> !c.isEmpty()).toList();
      if (component.has("key")) {
        fields.add(new Field(component, hiddenIf));
      }
      collect(component, condition, fields);
    }
  }

  private static final class Field {
    private final String key;
    private final String type;
    private final JsonNode rules;
    private final Set<String> choices;
    private final List<String> hiddenIf;
    // Not among the rules: a browser would show the expression itself to whoever breaks it.
    private final String pattern;
    private final String like;

    Field(JsonNode component, List<String> hiddenIf) {
      this.key = component.get("key").asText();
      this.type = component.path("type").asText();
      this.rules = component.path("validate");
      this.choices =
          new HashSet<>(
              StreamSupport.stream(component.path("values").spliterator(), false)
                  .map(choice -> choice.path("value").asText())
                  .toList());
      this.hiddenIf = hiddenIf;
      this.pattern = component.at("/properties/pattern").asText();
      this.like = component.at("/properties/like").asText();
    }

    Optional<String> problem(Optional<Object> answer) {
      if (answer.isEmpty()) {
        return rules.path("required").asBoolean()
            ? Optional.of("please answer, it is still empty")
            : Optional.empty();
      }
      var value = answer.get();
      return switch (type) {
        case "textfield", "textarea", "datetime" -> textProblem(value);
        case "number" -> numberProblem(value);
        case "checkbox" -> value instanceof Boolean ? Optional.empty() : wrong("yes or no", value);
        case "checklist", "taglist" ->
            value instanceof Collection<?> list && list.stream().allMatch(String.class::isInstance)
                ? list.stream().map(this::choiceProblem).flatMap(Optional::stream).findFirst()
                : wrong("a list of choices", value);
        case "radio", "select" -> choiceProblem(value);
        case "expression" -> Optional.empty();
        default -> Optional.of("fields of type %s are not taken".formatted(type));
      };
    }

    private Optional<String> textProblem(Object value) {
      if (!(value instanceof String text)) {
        return wrong("a text", value);
      }
      var unreadable =
          type.equals("textfield") ? Readable.problemOfLine(text) : Readable.problem(text);
      if (unreadable.isPresent()) {
        return unreadable;
      }
      int longest = rules.path("maxLength").asInt(Integer.MAX_VALUE);
      if (text.length() > longest) {
        return Optional.of(
            "%d characters are too many, please shorten it to %d"
                .formatted(text.length(), longest));
      }
      int shortest = rules.path("minLength").asInt(0);
      if (text.length() < shortest) {
        return Optional.of("please write at least %d characters".formatted(shortest));
      }
      return isLike(text)
          ? Optional.empty()
          : Optional.of("please write it like %s, not '%s'".formatted(like, shortened(text)));
    }

    private boolean isLike(String text) {
      return pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find();
    }

    private Optional<String> numberProblem(Object value) {
      if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
        return wrong("a number", value);
      }
      if (rules.has("min") && number.doubleValue() < rules.get("min").asDouble()) {
        return Optional.of("please give at least %s".formatted(rules.get("min").asText()));
      }
      if (rules.has("max") && number.doubleValue() > rules.get("max").asDouble()) {
        return Optional.of("please give at most %s".formatted(rules.get("max").asText()));
      }
      return Optional.empty();
    }

    private Optional<String> choiceProblem(Object value) {
      return choices.isEmpty() || choices.contains(value.toString())
          ? Optional.empty()
          : Optional.of(
              "please give one of %s, not '%s'"
                  .formatted(
                      String.join(", ", choices.stream().sorted().toList()), shortened(value)));
    }

    private static Optional<String> wrong(String expected, Object value) {
      return Optional.of("please give %s, not '%s'".formatted(expected, shortened(value)));
    }

    private static String shortened(Object value) {
      var text = value.toString();
      return text.length() <= REPEATED ? text : text.substring(0, REPEATED) + "…";
    }
  }
}
