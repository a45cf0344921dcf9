package breachresponse.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.support.Diagram;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Holds the forms to what Tasklist can show and the server can check. */
class FormsTest {

  private static final Map<String, JsonNode> FORMS = read();

  private static final Set<String> TEXTS = Set.of("textfield", "textarea");
  private static final Set<String> SIGNED = Set.of("text", "signedText");
  private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
  private static final Set<String> INPUTS =
      Set.of(
          "textfield",
          "textarea",
          "number",
          "datetime",
          "checkbox",
          "radio",
          "select",
          "checklist",
          "taglist");

  /**
   * What form-js 1.8.7, the one in Tasklist 7.24, shows well. Others either stop the whole form
   * (filepicker, documentPreview) or its button (dynamiclist).
   */
  private static final Set<String> SHOWN =
      Set.of("text", "html", "table", "image", "separator", "spacer", "group", "expression");

  /** What each form asks in words of its own. */
  private static final Set<String> ASKED_ANEW =
      Set.of(
          "awareAt",
          "comment",
          "decision",
          "how",
          "incomplete",
          "link",
          "measures",
          "outcome",
          "reason",
          "role");

  @Test
  void a_form_is_named_like_its_file() {
    assertThat(FORMS)
        .isNotEmpty()
        .allSatisfy((name, form) -> assertThat(form.path("id").asText()).isEqualTo(name));
  }

  @Test
  void a_form_says_for_which_engine_it_was_made() {
    assertThat(FORMS.values())
        .allSatisfy(
            form -> {
              assertThat(form.path("type").asText()).isEqualTo("default");
              assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
              assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
              assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.24.0");
            });
  }

  @Test
  void every_form_is_used_by_a_diagram_or_an_element_template() {
    var diagrams = Diagram.all();
    var templates =
        Diagram.files(".camunda/element-templates", ".json").map(FormsTest::json).toList();
    assertThat(FORMS.keySet())
        .allMatch(
            name ->
                diagrams.stream()
                        .anyMatch(it -> it.source().contains("camunda:formRef=\"" + name + "\""))
                    || templates.stream().anyMatch(it -> it.toString().contains('"' + name + '"')));
  }

  @Test
  void a_form_begins_with_what_is_asked_and_why() {
    assertThat(FORMS)
        .allSatisfy(
            (name, form) -> {
              assertThat(form.at("/components/0/type").asText()).isEqualTo("text");
              assertThat(form.at("/components/0/text").asText()).hasSizeGreaterThan(40);
            });
  }

  /**
   * Tasklist has the name of a task as its heading, but that of a process only in a dialog's title.
   */
  @Test
  void a_form_that_starts_a_process_has_a_heading_and_that_of_a_task_has_none() {
    assertThat(FORMS)
        .allSatisfy(
            (name, form) ->
                assertThat(form.at("/components/0/text").asText().startsWith("## "))
                    .isEqualTo(last(form).startsWith("When you start this")));
  }

  @Test
  void the_case_stands_right_below_what_is_asked() {
    assertThat(FORMS)
        .allSatisfy(
            (name, form) ->
                assertThat(children(form, "components").map(it -> it.path("text").asText()).skip(2))
                    .doesNotContain("{{caseSheet}}"));
  }

  /** A heading begins a part of the form, with what one must know for its own questions first. */
  @Test
  void what_one_must_know_stands_above_the_answer() {
    var late = new TreeMap<String, List<String>>();
    FORMS.forEach((name, form) -> late.put(name, toldTooLate(form)));
    assertThat(late).allSatisfy((name, told) -> assertThat(told).isEmpty());
  }

  @Test
  void a_form_ends_with_what_follows_from_it() {
    assertThat(FORMS)
        .allSatisfy(
            (name, form) -> assertThat(last(form)).matches("When you (complete|start) this.+"));
  }

  @Test
  void what_several_forms_ask_for_has_the_same_label_in_all() {
    var labels = new TreeMap<String, Set<String>>();
    FORMS.values().stream()
        .flatMap(FormsTest::components)
        .filter(FormsTest::isInput)
        .filter(input -> !ASKED_ANEW.contains(input.path("key").asText()))
        .forEach(
            input ->
                labels
                    .computeIfAbsent(input.path("key").asText(), key -> new TreeSet<>())
                    .add(label(input)));
    assertThat(labels).allSatisfy((key, found) -> assertThat(found).hasSize(1));
  }

  @Test
  void why_is_a_question_and_otherwise_a_reason() {
    assertThat(
            failing(
                component -> label(component).startsWith("Why"),
                component -> label(component).matches("Why .+\\?")))
        .isEmpty();
  }

  @Test
  void nobody_has_to_read_an_id() {
    assertThat(
            failing(
                component -> true,
                component -> !component.path("text").asText().matches("(?s).*\\{\\w*Id}.*")))
        .isEmpty();
  }

  @Test
  void tasklist_can_show_every_component() {
    assertThat(
            failing(
                component -> true,
                component -> INPUTS.contains(type(component)) || SHOWN.contains(type(component))))
        .isEmpty();
  }

  @Test
  void every_input_has_a_key_of_its_own_and_a_label() {
    assertThat(
            failing(
                FormsTest::isInput,
                input -> input.path("key").asText().matches("[a-z][a-zA-Z0-9]*")))
        .isEmpty();
    assertThat(failing(FormsTest::isInput, input -> !label(input).isBlank())).isEmpty();
    assertThat(FORMS)
        .allSatisfy(
            (name, form) ->
                assertThat(components(form).filter(c -> c.has("key")).map(c -> c.get("key")))
                    .doesNotHaveDuplicates());
  }

  @Test
  void component_ids_are_there_and_are_unique() {
    assertThat(FORMS)
        .allSatisfy(
            (name, form) ->
                assertThat(components(form).map(component -> component.path("id").asText()))
                    .doesNotContain("")
                    .doesNotHaveDuplicates());
  }

  /** Columns of the engine end there; a text that is signed is a document of ours. */
  @Test
  void a_text_has_a_limit_of_at_most_4000_characters_or_20000_if_it_is_signed() {
    assertThat(
            failing(
                component -> SIGNED.contains(component.path("key").asText()),
                text -> text.at("/validate/maxLength").asInt(0) == 20_000))
        .isEmpty();
    assertThat(
            failing(
                component ->
                    TEXTS.contains(type(component))
                        && !SIGNED.contains(component.path("key").asText()),
                text -> {
                  var limit = text.at("/validate/maxLength").asInt(0);
                  return limit > 0 && limit <= 4000;
                }))
        .isEmpty();
  }

  /** A browser would show the pattern of a rule to whoever breaks it. */
  @Test
  void what_must_be_like_something_says_what_it_must_be_like_in_words() {
    assertThat(failing(component -> true, component -> !component.at("/validate").has("pattern")))
        .isEmpty();
    assertThat(
            failing(
                component -> component.at("/properties").has("pattern"),
                component ->
                    Pattern.compile(component.at("/properties/pattern").asText())
                        .matcher(component.at("/properties/like").asText())
                        .find()))
        .isEmpty();
  }

  @Test
  void a_number_has_a_least_and_a_greatest_value() {
    assertThat(
            failing(
                component -> type(component).equals("number"),
                number -> number.at("/validate").has("min") && number.at("/validate").has("max")))
        .isEmpty();
  }

  @Test
  void a_time_is_given_with_its_zone() {
    assertThat(
            failing(
                component -> type(component).equals("datetime"),
                time ->
                    time.path("subtype").asText().equals("date")
                        || time.path("timeSerializingFormat").asText().equals("utc_offset")
                            && time.path("timeLabel").asText().contains("zone")))
        .isEmpty();
  }

  @Test
  void a_choice_has_options_each_with_a_label_and_a_value_of_its_own() {
    assertThat(failing(component -> CHOICES.contains(type(component)), FormsTest::hasOptions))
        .isEmpty();
  }

  @Test
  void what_a_form_requires_is_said_where_the_server_reads_it() {
    assertThat(failing(component -> true, component -> !component.has("required"))).isEmpty();
    assertThat(failing(component -> !isInput(component), it -> !it.has("validate"))).isEmpty();
  }

  private static List<String> toldTooLate(JsonNode form) {
    var late = new ArrayList<String>();
    var asked = false;
    for (var part : parts(form)) {
      var asks = part.stream().anyMatch(FormsTest::isAnswered);
      var nothingToCome = asked && !asks;
      part.stream()
          .dropWhile(it -> !nothingToCome && !isAnswered(it))
          .filter(it -> tells(it, form))
          .map(it -> it.path("id").asText())
          .forEach(late::add);
      asked |= asks;
    }
    return late;
  }

  private static List<List<JsonNode>> parts(JsonNode form) {
    var parts = new ArrayList<List<JsonNode>>(List.of(new ArrayList<>()));
    components(form)
        .forEach(
            component -> {
              if (component.path("text").asText().startsWith("### ")) {
                parts.add(new ArrayList<>());
              }
              parts.get(parts.size() - 1).add(component);
            });
    return parts;
  }

  private static boolean isAnswered(JsonNode component) {
    return isInput(component) && !component.path("readonly").asBoolean();
  }

  /** Something of the case that is neither what follows nor what has just been typed. */
  private static boolean tells(JsonNode component, JsonNode form) {
    var text = component.path("text").asText() + component.path("content").asText();
    var typed = components(form).anyMatch(it -> text.equals("=" + it.path("key").asText()));
    return component.path("readonly").asBoolean()
        || !typed && text.matches("(?s)=.+|.*\\{\\{(?!consequences}).*");
  }

  private static boolean hasOptions(JsonNode choice) {
    var options = children(choice, "values").toList();
    if (options.isEmpty()) {
      return choice.hasNonNull("valuesKey") || choice.hasNonNull("valuesExpression");
    }
    return Stream.of("label", "value")
        .allMatch(
            part ->
                options.stream().noneMatch(option -> option.path(part).asText().isBlank())
                    && options.stream().map(option -> option.get(part)).distinct().count()
                        == options.size());
  }

  private static String label(JsonNode component) {
    return component.path(type(component).equals("datetime") ? "dateLabel" : "label").asText();
  }

  private static String last(JsonNode form) {
    return components(form).reduce((earlier, later) -> later).orElseThrow().path("text").asText();
  }

  private static String type(JsonNode component) {
    return component.path("type").asText();
  }

  private static boolean isInput(JsonNode component) {
    return INPUTS.contains(type(component));
  }

  /** Those of the components that are not as they should be, as {@code form/component}. */
  private static List<String> failing(Predicate<JsonNode> which, Predicate<JsonNode> rule) {
    var failing = new ArrayList<String>();
    FORMS.forEach(
        (name, form) ->
            components(form)
                .filter(which)
                .filter(rule.negate())
                .map(it -> name + "/" + it.path("key").asText(it.path("id").asText()))
                .forEach(failing::add));
    return failing;
  }

  private static Stream<JsonNode> components(JsonNode parent) {
    return children(parent, "components")
        .flatMap(component -> Stream.concat(Stream.of(component), components(component)));
  }

  private static Stream<JsonNode> children(JsonNode parent, String name) {
    return StreamSupport.stream(parent.path(name).spliterator(), false);
  }

  private static Map<String, JsonNode> read() {
    var forms = new TreeMap<String, JsonNode>();
    Diagram.files("forms", ".form").forEach(file -> forms.put(name(file), json(file)));
    return forms;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".form", "");
  }

  private static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
