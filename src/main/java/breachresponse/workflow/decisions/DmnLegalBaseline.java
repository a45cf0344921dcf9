package breachresponse.workflow.decisions;

import breachresponse.incident.Facts;
import breachresponse.obligation.Duty;
import breachresponse.obligation.LegalBaseline;
import breachresponse.obligation.Requirement;
import breachresponse.obligation.Term;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads duties from the latest deployed legal tables: {@code obligations} says which table is asked
 * for which country, and each row that applies in a place is a duty there.
 */
@Component
class DmnLegalBaseline implements LegalBaseline {

  private final LegalTables tables;
  private final ObjectMapper json;

  DmnLegalBaseline(LegalTables tables, ObjectMapper json) {
    this.tables = tables;
    this.json = json;
  }

  @Override
  public List<Requirement> requirementsOf(Facts facts) {
    return new Reading(tables.latest(), facts).requirements();
  }

  /** One question to one edition of the tables. */
  private class Reading {

    private final LegalTables.Edition edition;
    private final Places places;
    private final FactsByPlace facts;

    Reading(LegalTables.Edition edition, Facts facts) {
      this.edition = edition;
      this.places = new Places(edition);
      this.facts = new FactsByPlace(facts, places, json);
    }

    List<Requirement> requirements() {
      var found = new LinkedHashMap<List<String>, Requirement>();
      var caps = new LinkedHashMap<List<String>, Term>();
      facts.places(reachedByQualities()).stream()
          .flatMap(this::rows)
          .forEach(
              row ->
                  limits(row)
                      .ifPresentOrElse(
                          capped -> caps.put(capped, term(row)),
                          () -> found.putIfAbsent(key(row, "id"), requirement(row))));
      caps.forEach(
          (capped, cap) -> found.computeIfPresent(capped, (key, duty) -> capped(duty, cap)));
      return List.copyOf(found.values());
    }

    private Stream<Map<String, Object>> rows(String place) {
      var seen = facts.at(place);
      return edition.rows("obligations", Map.of("country", Places.country(place))).stream()
          .flatMap(table -> edition.rows(text(table, "table"), seen).stream());
    }

    private Stream<String> reachedByQualities() {
      return facts.qualities().stream()
          .flatMap(quality -> edition.rows("reach", Map.of("attribute", quality)).stream())
          .map(row -> text(row, "place"));
    }

    private Optional<List<String>> limits(Map<String, Object> row) {
      return optional(row, "limits").map(capped -> key(row, "limits"));
    }

    private List<String> key(Map<String, Object> row, String duty) {
      return List.of(text(row, duty), text(row, "jurisdiction"));
    }

    private Requirement requirement(Map<String, Object> row) {
      return new Requirement(duty(row), term(row));
    }

    private Requirement capped(Requirement requirement, Term cap) {
      return new Requirement(requirement.duty(), requirement.term().cappedBy(cap));
    }

    private Duty duty(Map<String, Object> row) {
      return new Duty(
          text(row, "id"),
          text(row, "jurisdiction"),
          text(row, "regime"),
          choice(Duty.Recipient.class, row, "recipient"),
          authority(row).orElse(text(row, "recipientName")),
          choice(Duty.Step.class, row, "step"),
          text(row, "wording"),
          text(row, "citation"),
          optional(row, "lastChecked").map(LocalDate::parse),
          text(row, "confidence"));
    }

    /** The name of the authority in the smallest place that has one of its own. */
    private Optional<String> authority(Map<String, Object> row) {
      return optional(row, "authority").stream()
          .flatMap(
              kind ->
                  places.around(facts.mostPrecise(text(row, "jurisdiction"))).stream()
                      .flatMap(place -> authority(kind, place)))
          .findFirst();
    }

    private Stream<String> authority(String kind, String place) {
      return edition.rows("authorities", Map.of("authority", kind, "place", place)).stream()
          .map(named -> text(named, "name"));
    }

    private Term term(Map<String, Object> row) {
      var jurisdiction = text(row, "jurisdiction");
      return new Term(
          list(text(row, "clockStart")),
          optional(row, "after").map(this::list).orElse(List.of()),
          Optional.ofNullable((Integer) row.get("period")),
          text(row, "counting"),
          places.zone(jurisdiction),
          jurisdiction,
          Optional.empty());
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
