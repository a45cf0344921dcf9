package breachresponse.workflow.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server says to what no field of its kind takes, at each field of each form. */
@Tag("doors")
class EveryFieldTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String A_MEGABYTE = "x".repeat(1_000_000);

  private static final List<Object> NO_CHOICES = List.of("no such choice", "${now()}", A_MEGABYTE);

  private static final List<Object> NO_TEXTS = List.of(7, true, List.of("a"), Map.of("a", 1));
  private static final List<Object> INVISIBLE =
      List.of("a\0b", "a\u202eb", "a\u2067b", "a\u200bb", "\ufeffa", "a\ud800b");
  private static final List<Object> SEVERAL_LINES = List.of("a\r\nBcc: eve@example.org", "a\nb");
  private static final List<Object> NO_NUMBERS =
      List.of("7", true, List.of(7), -1, 1e308, Double.POSITIVE_INFINITY, Double.NaN);

  static Stream<Arguments> fields() throws IOException {
    try (var forms = Files.list(Path.of("forms"))) {
      return forms.sorted().toList().stream()
          .filter(file -> file.toString().endsWith(".form"))
          .flatMap(file -> fields(file).map(field -> Arguments.of(file, field)));
    }
  }

  private static Stream<JsonNode> fields(Path form) {
    try {
      return JSON.readTree(form.toFile()).findParents("key").stream()
          .filter(field -> !rubbish(field).isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fields")
  void rubbish_is_refused_by_the_name_of_the_field(Path form, JsonNode field) throws IOException {
    var key = field.get("key").asText();
    FormSchema schema;
    try (var in = Files.newInputStream(form)) {
      schema = FormSchema.read(in);
    }
    for (var thing : rubbish(field)) {
      assertThatIllegalArgumentException()
          .as("%s, given %.40s", key, thing)
          .isThrownBy(
              () -> schema.check(Map.of(key, thing), Map.of(), (condition, values) -> false))
          .satisfies(
              refusal ->
                  assertThat(refusal.getMessage())
                      .containsPattern("\\b%s: (?!please answer)".formatted(key))
                      .hasSizeLessThan(20_000));
    }
  }

  private static List<Object> rubbish(JsonNode field) {
    return switch (field.path("type").asText()) {
      case "textfield" -> all(NO_TEXTS, INVISIBLE, SEVERAL_LINES, List.of(A_MEGABYTE));
      case "textarea" -> all(NO_TEXTS, INVISIBLE, List.of(A_MEGABYTE));
      // what is no time is refused where times are read
      case "datetime" -> all(NO_TEXTS, INVISIBLE);
      case "number" -> NO_NUMBERS;
      case "checkbox" -> List.of("true", 1, List.of(true), A_MEGABYTE);
      case "radio", "select" -> field.has("values") ? NO_CHOICES : List.of();
      case "checklist", "taglist" ->
          field.has("values")
              ? all(NO_CHOICES, List.of(List.of("no such choice"), List.of(7), Map.of("a", 1)))
              : all(NO_CHOICES, List.of(List.of(7), Map.of("a", 1)));
      default -> List.of();
    };
  }

  @SafeVarargs
  private static List<Object> all(List<Object>... parts) {
    return Stream.of(parts).flatMap(List::stream).toList();
  }
}
