package breachresponse.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import breachresponse.clock.CountingRule;
import breachresponse.incident.Milestone;
import breachresponse.incident.Vocabulary;
import breachresponse.support.ApplicationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.Yaml;

/** What every row of a legal table must have, whoever wrote it. */
@ApplicationTest
class LegalFilesTest {

  private static final Resource OBLIGATIONS = new ClassPathResource("processes/obligations.dmn");

  private final Map<String, LegalFiles.Row> rows = LegalFiles.rows();
  private final Map<String, String> partOf =
      LegalFiles.rows(OBLIGATIONS, "places")
          .collect(Collectors.toMap(row -> row.condition(0), row -> row.word("partOf")));

  @Test
  void every_row_cites_its_law_and_the_annotation_shows_it() {
    assertThat(rows.values())
        .allSatisfy(
            row -> {
              assertThat(row.word("citation")).isNotBlank().isEqualTo(row.annotation());
              assertThat(row.word("wording")).isNotBlank();
              assertThat(row.word("regime")).isNotBlank();
              assertThat(row.word("recipientName")).isNotBlank();
            });
  }

  @Test
  void what_people_read_of_a_row_cites_laws_and_no_other_row() {
    assertThat(rows.values())
        .allSatisfy(
            row ->
                assertThat(Stream.of("note", "wording", "citation", "recipientName").map(row::word))
                    .allSatisfy(text -> assertThat(rows.keySet()).noneMatch(text::contains)));
  }

  @Test
  void every_row_says_how_sure_it_is_and_when_it_was_checked_if_it_was() {
    assertThat(rows.values())
        .allSatisfy(
            row -> {
              assertThat(row.word("confidence")).isIn("high", "medium", "low");
              if (!row.word("lastChecked").isEmpty()) {
                assertThat(LocalDate.parse(row.word("lastChecked"))).isAfter("2025-01-01");
              }
            });
  }

  @Test
  void every_row_names_a_recipient_and_a_step_that_exist() {
    assertThat(rows.values())
        .allSatisfy(
            row -> {
              assertThat(terms(Duty.Recipient.values())).contains(row.word("recipient"));
              assertThat(terms(Duty.Step.values())).contains(row.word("step"));
            });
  }

  @Test
  void every_counting_rule_exists_and_a_period_has_one() {
    assertThat(rows.values())
        .allSatisfy(
            row -> {
              if (row.word("period").isEmpty()) {
                assertThat(row.word("counting")).isEqualTo("target");
              } else {
                assertThat(
                        words(row.outputs().get("counting"))
                            .filter(
                                word ->
                                    word.contains("days")
                                        || word.contains("hours")
                                        || word.contains("minutes")
                                        || word.contains("months"))
                            .map(CountingRule::named))
                    .isNotEmpty();
              }
            });
  }

  @Test
  void every_clock_starts_with_something_that_is_recorded() {
    var known =
        Stream.concat(
                Stream.of("awareness", "discovery", "notification", "informationAvailable"),
                Arrays.stream(Milestone.values()).map(Milestone::name))
            .map(LegalFilesTest::plain)
            .collect(Collectors.toSet());

    assertThat(rows.values())
        .allSatisfy(
            row ->
                assertThat(row.word("clockStart").split(", "))
                    .allSatisfy(start -> assertThat(known).contains(plain(start))));
  }

  @Test
  void every_duty_whose_contents_are_listed_is_a_row() {
    assertThat(withContents()).isNotEmpty().isSubsetOf(rows.keySet());
  }

  @Test
  void every_duty_has_its_contents_listed_or_a_reason_why_not() {
    var without = withoutContents();

    assertThat(without).doesNotHaveDuplicates().doesNotContainAnyElementsOf(withContents());
    assertThat(Stream.concat(without.stream(), withContents().stream()))
        .containsExactlyInAnyOrderElementsOf(rows.keySet());
  }

  @Test
  void every_thing_to_say_cites_its_law_and_can_be_looked_for() {
    assertThat(contents())
        .allSatisfy(
            row -> {
              assertThat(row.word("item")).isNotBlank();
              assertThat(row.word("citation")).isNotBlank().isEqualTo(row.annotation());
              assertThatNoException().isThrownBy(() -> Pattern.compile(row.word("sign")));
              if (!row.word("lastChecked").isEmpty()) {
                assertThat(LocalDate.parse(row.word("lastChecked"))).isAfter("2025-01-01");
              }
            });
  }

  @Test
  void every_filing_that_a_row_refers_to_is_a_row() {
    assertThat(rows.values())
        .allSatisfy(
            row -> {
              assertThat(
                      Stream.of(row.word("after"), row.word("limits"))
                          .flatMap(ids -> Arrays.stream(ids.split(", ")))
                          .filter(id -> !id.isEmpty()))
                  .allMatch(rows::containsKey);
              assertThat(row.word("clockStart").equals("notification"))
                  .isEqualTo(!row.word("after").isEmpty());
            });
  }

  @Test
  void every_authority_has_a_name_and_addresses_that_can_be_opened() {
    assertThat(authorities())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.word("name")).isNotBlank();
              assertThat(row.word("portal").split("; "))
                  .allSatisfy(
                      address -> {
                        assertThat(URI.create(address).getScheme()).isIn("https", "http");
                        assertThat(URI.create(address).getHost()).contains(".");
                      });
              if (!row.word("lastChecked").isEmpty()) {
                assertThat(LocalDate.parse(row.word("lastChecked"))).isAfter("2025-01-01");
              }
            });
  }

  @Test
  void every_authority_of_a_duty_is_found_wherever_the_duty_is_written() {
    var known = authorities().map(row -> row.condition(1) + " in " + row.condition(0)).toList();

    assertThat(rows.values())
        .filteredOn(row -> !row.word("authority").isEmpty())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(placesOf(row))
                    .isNotEmpty()
                    .allSatisfy(
                        place ->
                            assertThat(around(place))
                                .extracting(at -> row.word("authority") + " in " + at)
                                .containsAnyElementsOf(known)));
  }

  @Test
  void every_term_that_a_condition_compares_is_in_the_vocabulary(@Autowired Vocabulary vocabulary) {
    var known =
        new HashSet<>(
            Set.of("none", "unlikely", "risk", "high", "controller", "processor", "availability"));
    known.addAll(
        Set.of("confidentiality", "integrity", "determination", "payment", "classification"));
    Stream.of(vocabulary.sectors(), vocabulary.attributes(), vocabulary.dataCategories())
        .flatMap(List::stream)
        .forEach(term -> known.add(term.id()));

    assertThat(rows.values())
        .allSatisfy(
            row ->
                assertThat(
                        row.conditions().stream()
                            .flatMap(LegalFilesTest::words)
                            .filter(word -> !word.matches("[A-Z]{2,3}(-[A-Z]{2,10})?")))
                    .isSubsetOf(known));
  }

  private static List<LegalFiles.Row> contents() {
    return LegalFiles.rows(new ClassPathResource("processes/contents.dmn")).toList();
  }

  private static Set<String> withContents() {
    return contents().stream()
        .flatMap(row -> words(row.conditions().get(0)))
        .collect(Collectors.toSet());
  }

  private static List<String> withoutContents() {
    try (var file = new ClassPathResource("legal/duties-without-contents.yaml").getInputStream()) {
      Map<String, String> byReason = new Yaml().load(file);
      return byReason.values().stream().flatMap(ids -> Arrays.stream(ids.split("\\s+"))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<LegalFiles.Row> authorities() {
    return LegalFiles.rows(new ClassPathResource("processes/authorities.dmn"));
  }

  /** The places of which the row may be asked, and whose law it then is. */
  private List<String> placesOf(LegalFiles.Row row) {
    var countries = countries(row.table());
    var wholes =
        LegalFiles.text(row.table()).contains("label=\"Part of\"") ? row.conditions().get(1) : "-";
    return partOf.keySet().stream()
        .filter(place -> countries.contains(country(place)))
        .filter(place -> admits(row.conditions().get(0), place))
        .filter(place -> admits(wholes, whole(place)))
        .toList();
  }

  private static List<String> countries(String table) {
    return LegalFiles.rows(OBLIGATIONS, "obligations")
        .filter(asked -> table.equals(asked.word("table") + ".dmn"))
        .flatMap(asked -> words(asked.conditions().get(0)))
        .toList();
  }

  private static boolean admits(String condition, String word) {
    assertThat(condition).matches("-|(not\\()?(\"[^\"]+\"(, )?)+\\)?");
    return condition.equals("-")
        || condition.startsWith("not") != words(condition).anyMatch(word::equals);
  }

  /** The place and all that it is part of, the smallest first. */
  private List<String> around(String place) {
    return Stream.iterate(place, at -> !at.isEmpty(), this::whole).toList();
  }

  /** What the place is part of, or nothing. */
  private String whole(String place) {
    var named = partOf.get(place);
    var country = country(place).equals(place) ? "" : country(place);
    return named.equals("none") ? "" : named.isEmpty() ? country : named;
  }

  private static String country(String place) {
    return place.split("-")[0];
  }

  private static List<String> terms(Enum<?>[] values) {
    return Arrays.stream(values)
        .map(value -> value.name().toLowerCase().replace('_', '-'))
        .toList();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase();
  }

  private static Stream<String> words(String expression) {
    return Pattern.compile("\"([^\"]*)\"")
        .matcher(expression)
        .results()
        .map((MatchResult found) -> found.group(1));
  }
}
