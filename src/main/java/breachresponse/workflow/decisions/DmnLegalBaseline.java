package breachresponse.workflow.decisions;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import breachresponse.incident.Facts;
import breachresponse.incident.PlaceCodes;
import breachresponse.incident.Vocabulary;
import breachresponse.obligation.Duty;
import breachresponse.obligation.InForce;
import breachresponse.obligation.LegalBaseline;
import breachresponse.obligation.Requirement;
import breachresponse.obligation.Term;
import breachresponse.obligation.Verdict;
import breachresponse.workflow.decisions.FactsByPlace.Seen;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads duties from the latest deployed legal tables: {@code obligations} says which table is asked
 * for which country, and each row that concerns the case in a place is a duty there.
 */
@Component
class DmnLegalBaseline implements LegalBaseline {

  private final LegalTables tables;
  private final Vocabulary vocabulary;
  private final ObjectMapper json;

  DmnLegalBaseline(LegalTables tables, Vocabulary vocabulary, ObjectMapper json) {
    this.tables = tables;
    this.vocabulary = vocabulary;
    this.json = json;
  }

  @Override
  public List<Requirement> requirementsOf(Facts facts) {
    return new Reading(tables.latest(), facts).requirements(LegalTable::rows);
  }

  @Override
  public String edition() {
    return tables.edition();
  }

  @Override
  public List<Requirement> requirementsFor(
      Facts.Organisation organisation, Set<String> residences) {
    return new Reading(tables.latest(), Facts.ofPeopleIn(residences, organisation))
        .requirements(LegalTable::requirements);
  }

  /** One question to one edition of the tables. */
  private class Reading {

    private final LegalTables.Edition edition;
    private final Places places;
    private final FactsByPlace facts;

    Reading(LegalTables.Edition edition, Facts facts) {
      this.edition = edition;
      this.places = new Places(edition);
      this.facts = new FactsByPlace(facts, places, vocabulary, json);
    }

    List<Requirement> requirements(BiFunction<LegalTable, Seen, Stream<LegalTable.Row>> rows) {
      var found = new LinkedHashMap<List<Object>, Requirement>();
      var caps = new LinkedHashMap<List<String>, Term>();
      for (var place : facts.places(reachedByQualities())) {
        var seen = facts.at(place).toList();
        tablesFor(place)
            .forEach(
                table ->
                    seen.stream()
                        .flatMap(from -> rows.apply(table, from))
                        .forEach(row -> read(table, row, found, caps)));
      }
      return found.values().stream().map(duty -> capped(duty, caps)).toList();
    }

    /** What two places find of the same duty is one: the one that makes us act goes before. */
    private void read(
        LegalTable table,
        LegalTable.Row row,
        Map<List<Object>, Requirement> found,
        Map<List<String>, Term> caps) {
      var limits = optional(row.outputs(), "limits");
      if (limits.isEmpty()) {
        var duty = requirement(table, row);
        found.merge(
            List.of(duty.duty().id(), duty.duty().jurisdiction(), duty.term().inForce()),
            duty,
            (one, other) -> verdict(one).compareTo(verdict(other)) <= 0 ? one : other);
      } else if (row.finding().isOwed()) {
        caps.put(List.of(limits.get(), text(row.outputs(), "jurisdiction")), term(row.outputs()));
      }
    }

    private Stream<LegalTable> tablesFor(String place) {
      return edition.rows("obligations", Map.of("country", PlaceCodes.country(place))).stream()
          .map(table -> edition.duties(text(table, "table")));
    }

    private Stream<String> reachedByQualities() {
      return facts.qualities().stream()
          .flatMap(quality -> edition.rows("reach", Map.of("attribute", quality)).stream())
          .map(row -> text(row, "place"));
    }

    private Requirement requirement(LegalTable table, LegalTable.Row row) {
      return new Requirement(
          duty(table, row.outputs()), term(row.outputs()), row.finding(), row.conditions());
    }

    private Verdict verdict(Requirement required) {
      return required.finding().verdict();
    }

    private Requirement capped(Requirement required, Map<List<String>, Term> caps) {
      var cap = caps.get(List.of(required.duty().id(), required.duty().jurisdiction()));
      return cap == null ? required : required.cappedBy(cap);
    }

    private Duty duty(LegalTable table, Map<String, Object> row) {
      var authority = authority(row);
      return new Duty(
          text(row, "id"),
          text(row, "jurisdiction"),
          text(row, "regime"),
          choice(Duty.Recipient.class, row, "recipient"),
          authority.map(named -> text(named, "name")).orElse(text(row, "recipientName")),
          choice(Duty.Step.class, row, "step"),
          text(row, "wording"),
          text(row, "citation"),
          optional(row, "lastChecked").map(LocalDate::parse),
          text(row, "confidence"),
          howToTell(authority, row),
          table.name());
    }

    private Optional<String> howToTell(
        Optional<Map<String, Object>> authority, Map<String, Object> row) {
      var words =
          Stream.of(
                  authority.flatMap(named -> optional(named, "portal")),
                  authority.flatMap(named -> optional(named, "form")),
                  optional(row, "note"))
              .flatMap(Optional::stream)
              .collect(joining("; "));
      return Optional.of(words).filter(not(String::isEmpty));
    }

    /** The authority of the smallest place that has one of its own. */
    private Optional<Map<String, Object>> authority(Map<String, Object> row) {
      return optional(row, "authority").stream()
          .flatMap(
              kind ->
                  places.around(facts.mostPrecise(text(row, "jurisdiction"))).stream()
                      .map(place -> Map.<String, Object>of("authority", kind, "place", place)))
          .flatMap(asked -> edition.rows("authorities", asked).stream())
          .findFirst();
    }

    private Term term(Map<String, Object> row) {
      var jurisdiction = text(row, "jurisdiction");
      return new Term(
          list(text(row, "clockStart")),
          optional(row, "after").map(this::list).orElse(List.of()),
          Optional.ofNullable((Number) row.get("period")).map(Number::intValue),
          text(row, "counting"),
          places.zone(jurisdiction),
          jurisdiction,
          new InForce(day(row, "inForceFrom"), day(row, "inForceUntil")),
          Optional.empty());
    }

    private Optional<LocalDate> day(Map<String, Object> row, String output) {
      return optional(row, output).map(LocalDate::parse);
    }

    private List<String> list(String commaSeparated) {
      return Arrays.asList(commaSeparated.split(", *"));
    }
  }

  private static <E extends Enum<E>> E choice(Class<E> type, Map<String, Object> row, String name) {
    return Enum.valueOf(type, text(row, name).toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static String text(Map<String, Object> row, String output) {
    return optional(row, output)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s: the output is empty in the row %s, please fill it in"
                        .formatted(output, row.get("id"))));
  }

  private static Optional<String> optional(Map<String, Object> row, String output) {
    return Optional.ofNullable((String) row.get(output)).filter(text -> !text.isBlank());
  }
}
