package breachresponse.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import breachresponse.incident.Facts;
import breachresponse.incident.Milestone;
import breachresponse.incident.Vocabulary;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Duty;
import breachresponse.obligation.Standing;
import breachresponse.plan.Lapse;
import breachresponse.plan.Role;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffState;
import breachresponse.support.Diagram;
import breachresponse.support.JavaTexts;
import breachresponse.support.Translations;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;
import org.w3c.dom.Node;

class ShownTextsTest {

  private static final String MARK = "§";

  /** Characters of a label, on a screen of 1280 pixels. */
  private static final int FITTING = 45;

  private static final List<Path> RESOURCES =
      Stream.of(
              Diagram.files("processes", ".bpmn"),
              Diagram.files("forms", ".form"),
              Diagram.files("forms", ".html"))
          .flatMap(files -> files)
          .toList();

  @Test
  void those_of_a_diagram_are_its_names_and_documentation_and_no_name_of_a_message() {
    assertThat(texts(Path.of("processes/fulfil-obligation.bpmn")))
        .contains("Fulfil an obligation", "Prepare filing", "Is it owed?", "Yes", "Reminder due")
        .anyMatch(text -> text.startsWith("One duty of one law"))
        .doesNotContain("clockStarted", "deadlineMoved");
  }

  @Test
  void those_of_a_form_are_what_it_says_and_asks_and_offers_and_no_value_or_expression() {
    assertThat(texts(Path.of("forms/assess-exposure.form")))
        .contains(
            "When we became aware (date)",
            "Time (in the zone of your browser)",
            "Reasonably certain that a breach had happened.",
            "For ourselves: we are the controller",
            "### The organisation\n\n{{organisation}}")
        .doesNotContain("controller", "{{caseSheet}}", "awareAt");
    assertThat(texts(Path.of("forms/draft-notice.form"))).doesNotContain("=postBody");
  }

  @Test
  void those_of_a_form_in_html_are_its_sentences_with_their_line_ends_smoothed() {
    assertThat(texts(Path.of("forms/provide-recipients.html")))
        .contains(
            "Upload",
            "Please choose a file first.",
            "When you complete this, the notice goes to these people once it is signed and released.")
        .anyMatch(text -> text.startsWith("UTF-8, with the header <code>id,email"))
        .doesNotContain("{{ problem }}");
  }

  @Test
  void the_catalogue_knows_each_text_that_staff_read() {
    var missing = shown();
    missing.removeAll(Translations.into("es").keySet());
    assertThat(missing).isEmpty();
  }

  @Test
  void the_catalogue_knows_each_refusal() {
    var missing = JavaTexts.refusals();
    missing.removeAll(Translations.into("es").keySet());
    assertThat(missing).isEmpty();
  }

  @Test
  void the_catalogue_has_no_text_that_nobody_writes_any_more() {
    var stale = new TreeSet<>(Translations.into("es").keySet());
    stale.removeAll(shown());
    stale.removeAll(JavaTexts.all());
    stale.removeAll(JavaTexts.refusals());
    assertThat(stale).isEmpty();
  }

  @Test
  void the_label_of_a_date_fits_beside_that_of_its_time() {
    var dates = Pattern.compile("\"dateLabel\":\"([^\"]*)\"");
    var spanish = new Catalogue("es");
    var labels =
        Diagram.files("forms", ".form")
            .map(file -> text(replaced(file, read(file), spanish::of)))
            .flatMap(form -> dates.matcher(form).results())
            .map(label -> label.group(1))
            .toList();
    assertThat(labels).isNotEmpty().allMatch(label -> label.length() <= FITTING);
  }

  @Test
  void a_resource_in_another_language_is_the_same_but_for_its_texts() {
    for (var file : RESOURCES) {
      var same = text(replaced(file, read(file), text -> text));
      var other = text(replaced(file, read(file), text -> MARK + text));
      assertThat(other).as(file.toString()).isNotEqualTo(same);
      assertThat(
              other.replaceAll(
                  "(\\sname=\"|<bpmn:documentation>|"
                      + "\"(?:label|description|text|content|dateLabel|timeLabel)\":\"|"
                      + "<(?:p|h4|label|span|strong|th|button)(?: (?:[^>\"]|\"[^\"]*\")*)?>)"
                      + MARK,
                  "$1"))
          .as(file.toString())
          .isEqualTo(same);
    }
  }

  @Test
  void a_resource_with_the_same_texts_is_the_same() throws Exception {
    var json = new ObjectMapper();
    for (var file : RESOURCES) {
      var same = replaced(file, read(file), text -> text);
      if (file.toString().endsWith(".form")) {
        assertThat(json.readTree(same)).isEqualTo(json.readTree(read(file)));
      } else if (file.toString().endsWith(".bpmn")) {
        assertThat(dom(same).isEqualNode(dom(read(file)))).as(file.toString()).isTrue();
      }
    }
  }

  @Test
  void what_cannot_be_read_is_left_to_the_engine() {
    var broken = "<definitions".getBytes(StandardCharsets.UTF_8);
    assertThat(ShownTexts.replaced("broken.bpmn", broken, text -> "a text")).isEqualTo(broken);
    assertThat(ShownTexts.replaced("broken.form", broken, text -> "a text")).isEqualTo(broken);
  }

  /**
   * Those that tables say to staff, but for what is law: levels, and why they are what they are.
   */
  private static Stream<String> ofTables() {
    var said = Pattern.compile("<outputEntry [^>]*>\\s*<text>\"([^\"]+)\"</text>");
    return Stream.of("criticality-scale", "criticality", "enisa-severity")
        .map(table -> text(read(Path.of("processes", table + ".dmn"))))
        .flatMap(table -> said.matcher(table).results())
        .map(output -> output.group(1))
        .filter(output -> !isGroups(output));
  }

  /** The languages that the form offers for them, by their names. */
  private static Stream<String> ofHoldingStatements() {
    return Stream.of(Locale.ENGLISH, Locale.forLanguageTag("es"))
        .map(language -> language.getDisplayLanguage(Locale.ENGLISH));
  }

  /** What the domain has values for, as pages say them. */
  private static Stream<String> ofStates() {
    return Stream.of(
            Stream.of(Standing.values()).map(Standing::inWords),
            Stream.of(SignOffState.values()).map(SignOffState::inWords),
            Stream.of(Document.Kind.values()).map(Document.Kind::inWords),
            Stream.of(Duty.Recipient.values()).map(Duty.Recipient::inWords),
            Stream.of(Lapse.Kind.values()).map(Lapse.Kind::title),
            Stream.of(Milestone.values())
                .map(milestone -> StringUtils.capitalize(words(milestone))),
            Stream.of(
                    Facts.Aspect.values(),
                    Facts.Role.values(),
                    Facts.Consequence.values(),
                    Facts.Risk.values())
                .flatMap(Stream::of)
                .map(ShownTextsTest::words))
        .flatMap(words -> words);
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What the booklet of a plan says itself, and what it shows of tables beside their outputs. */
  private static Stream<String> ofTheBooklet() {
    var labels = Pattern.compile("<(?:in|out)put [^>]*label=\"([^\"]+)\"");
    var reasons = Pattern.compile("<rule [^>]*>\\s*<description>([^<]+)<");
    var codes = Pattern.compile("(?<=<text>|, |\\[)\"([a-z-]+)\"");
    var tables =
        Stream.of("criticality-scale", "criticality", "disclosure")
            .map(table -> text(read(Path.of("processes", table + ".dmn"))))
            .toList();
    return Stream.of(
            text(read(Path.of("src/main/resources/plan/booklet.md")))
                .lines()
                .filter(
                    line ->
                        line.replaceAll("\\{\\{.*?}}", "").chars().anyMatch(Character::isLetter)),
            found(labels, tables),
            found(reasons, tables),
            found(codes, tables)
                .filter(code -> !Role.isGroup(code))
                .map(code -> code.replace('-', ' ')))
        .flatMap(texts -> texts);
  }

  private static Stream<String> found(Pattern part, List<String> tables) {
    return tables.stream().flatMap(table -> part.matcher(table).results()).map(it -> it.group(1));
  }

  private static boolean isGroups(String text) {
    return Stream.of(text.split(", ")).allMatch(Role::isGroup);
  }

  private static Set<String> shown() {
    var shown = new TreeSet<>(JavaTexts.translated());
    ofTables().forEach(shown::add);
    RESOURCES.forEach(file -> shown.addAll(texts(file)));
    Stream.of(Role.values()).map(Role::title).forEach(shown::add);
    ofHoldingStatements().forEach(shown::add);
    ofStates().forEach(shown::add);
    ofTheBooklet().forEach(shown::add);
    var vocabulary = new Vocabulary();
    Stream.of(vocabulary.sectors(), vocabulary.attributes(), vocabulary.dataCategories())
        .flatMap(List::stream)
        .map(Vocabulary.Term::label)
        .forEach(shown::add);
    return shown;
  }

  private static Node dom(byte[] content) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new ByteArrayInputStream(content));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static Set<String> texts(Path file) {
    var found = new TreeSet<String>();
    replaced(
        file,
        read(file),
        text -> {
          found.add(text);
          return text;
        });
    return found;
  }

  private static byte[] replaced(Path file, byte[] content, UnaryOperator<String> other) {
    return ShownTexts.replaced(file.toString(), content, other);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
