package breachresponse.workflow.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import breachresponse.incident.Vocabulary;
import breachresponse.incident.Vocabulary.Term;
import breachresponse.language.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a law does not apply is read by people: in the words of the forms, and not in FEEL. */
class WordingTest {

  private static final Pattern LABEL = Pattern.compile("“[^”]*”");

  private final Vocabulary vocabulary = new Vocabulary();
  private final Wording wording = new Wording(vocabulary);

  /** Their parts, and not all that they may be put together to. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >= 1                                         | al menos 1
          [1..500)                                     | de 1 a menos de 500
          "risk", "high"                               | riesgo o alto
          ? = ["confidentiality"]                      | solo confidencialidad
          not("none","unlikely")                       | ni ninguno ni improbable
          risk = "high"                                | el riesgo para las personas es alto
          not(list contains(data, "passport"))         | no “Pasaporte”
          false                                        | no
          """)
  void a_condition_is_said_in_spanish(String cell, String words) {
    assertThat(new Wording(vocabulary, new Catalogue("es")::of).condition(cell)).isEqualTo(words);
  }

  @ParameterizedTest
  @MethodSource
  void a_condition_is_said_in_words(String cell, String words) {
    assertThat(wording.condition(cell)).isEqualTo(words);
  }

  static Stream<Arguments> a_condition_is_said_in_words() {
    return Stream.of(
        arguments("> 500", "more than 500"),
        arguments(">= 1", "at least 1"),
        arguments("[1..499]", "1 to 499"),
        arguments("[1..500)", "1 to less than 500"),
        arguments("false", "no"),
        arguments("\"risk\", \"high\"", "risk or high"),
        arguments("\"national-security\"", "national security"),
        arguments("\"health\", \"private-life\"", "health or private life"),
        arguments("? = [\"confidentiality\"]", "confidentiality alone"),
        arguments(
            "list contains(?, \"availability\") or list contains(?, \"integrity\")",
            "availability or integrity"),
        arguments("null, \"risk\"", "unknown or risk"),
        arguments("not(\"none\",\"unlikely\")", "neither none nor unlikely"),
        arguments("risk in (\"risk\", \"high\")", "the risk to people is risk or high"),
        arguments("risk = \"high\"", "the risk to people is high"),
        arguments("list contains(data,\"passport\")", "“Passport”"),
        arguments("not(list contains(data, \"passport\"))", "not “Passport”"),
        arguments("list contains(data, \"passport\") = false", "not “Passport”"),
        arguments(
            "some d in data satisfies d in (\"passport\", \"health\")",
            "at least one of “Passport”, “Health or medical data”"),
        arguments(
            "(some d in data satisfies d in (\"passport\", \"health\")) = false",
            "none of “Passport”, “Health or medical data”"),
        arguments("(some d in data satisfies d in (\"passport\")) = false", "not “Passport”"),
        arguments(
            "list contains(sectors, \"education\") or list contains(data, \"education\")",
            "“Education and research” or “Education data”"),
        arguments("list contains(recorded, \"payment\")", "payment recorded"),
        arguments(
            "establishedHere or people >= 250",
            "an establishment here or at least 250 people here"),
        arguments(
            "(if mainHere then totalPeople else people) > 1000000",
            "more than 1000000 (people in all with the main establishment here, else people here)"),
        arguments(
            "some d in data, a in attributes satisfies a in (\"x\", \"y\")",
            "some d in data, a in attributes satisfies a in (\"x\", \"y\")"),
        arguments("list contains(data)", "list contains(data)"),
        arguments(
            "risk = \"high\" or not(list contains(data, \"passport\"))",
            "the risk to people is high or (not “Passport”)"),
        arguments("> 5, [1..2]", "more than 5 or 1 to 2"),
        arguments(
            "every d in data satisfies d = \"name\"", "every d in data satisfies d = \"name\""));
  }

  /** Who reads it wrong decides wrong. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A = false or B                     | (not A) or B
          A and B = false                    | A and (not B)
          A and (one of) or B                | (A and (one of)) or B
          A and (B or C)                     | A and (B or C)
          (A and B) = false                  | not at once A and B
          (A and (one of)) = false           | not at once A and (one of)
          (A or B) = false                   | not (A or B)
          (one of) = false and (A and B) = false | (none) and (not at once A and B)
          not(A or B = false)                | not (A or (not B))
          """)
  void what_is_not_and_what_goes_together_cannot_be_mistaken(String cell, String words) {
    assertThat(wording.condition(inFeel(cell)).replaceAll("[“”]", "")).isEqualTo(inWords(words));
  }

  private static String inFeel(String outline) {
    return outline
        .replaceAll("\\b([ABC])\\b", "list contains(attributes, \"$1\")")
        .replace("(one of)", "(some d in data satisfies d in (\"X\", \"Y\"))");
  }

  private static String inWords(String outline) {
    return outline.replace("one of", "at least one of X, Y").replace("none", "none of X, Y");
  }

  @Test
  void no_condition_that_people_read_shows_a_code() throws IOException {
    var codes =
        Stream.of(vocabulary.dataCategories(), vocabulary.attributes(), vocabulary.sectors())
            .flatMap(List::stream)
            .map(Term::id)
            .map(Pattern::quote)
            .toList();
    var unsaid =
        Pattern.compile(
            "[\"=<>]|\\w[A-Z]|\\b(some|satisfies|contains|if|null|%s)\\b"
                .formatted(String.join("|", codes)));
    assertThat(conditions())
        .hasSizeGreaterThan(100)
        .allSatisfy(
            cell ->
                assertThat(LABEL.matcher(wording.condition(cell)).replaceAll(""))
                    .doesNotContainPattern(unsaid));
  }

  private static List<String> conditions() throws IOException {
    try (var tables =
        Files.newDirectoryStream(Path.of("processes"), "{criticality,obligations-*}.dmn")) {
      return StreamSupport.stream(tables.spliterator(), false)
          .map(file -> Dmn.readModelFromFile(file.toFile()))
          .flatMap(model -> model.getModelElementsByType(DecisionTable.class).stream())
          .flatMap(WordingTest::conditions)
          .filter(cell -> !cell.isBlank() && !cell.equals("-"))
          .distinct()
          .toList();
    }
  }

  private static Stream<String> conditions(DecisionTable table) {
    var whom =
        table.getInputs().stream().map(Input::getLabel).toList().indexOf("What the organisation is")
            + 1;
    return table.getRules().stream()
        .map(Rule::getInputEntries)
        .flatMap(cells -> cells.stream().skip(whom))
        .map(cell -> cell.getText().getTextContent().strip());
  }
}
