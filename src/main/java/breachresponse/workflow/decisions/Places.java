package breachresponse.workflow.decisions;

import breachresponse.incident.PlaceCodes;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which place is part of which, and what time its authorities keep, as {@code places} says. */
class Places {

  /** What a place is part of that has a law of its own instead of its country's. */
  private static final String NOTHING = "none";

  private record Place(Optional<String> partOf, Optional<ZoneId> zone) {}

  private final LegalTables.Edition tables;
  private final Map<String, Place> known = new HashMap<>();
  private final Map<String, List<String>> around = new HashMap<>();

  Places(LegalTables.Edition tables) {
    this.tables = tables;
  }

  /** The place and all that it is part of, the smallest first: DE-HE, DE, EU, EEA. */
  List<String> around(String code) {
    var places = around.get(code);
    if (places == null) {
      places =
          Stream.iterate(Optional.of(code), Optional::isPresent, at -> at.flatMap(this::partOf))
              .flatMap(Optional::stream)
              .toList();
      around.put(code, places);
    }
    return places;
  }

  /** A part of a country that the table does not know is part of that country (ISO 3166-2). */
  Optional<String> partOf(String code) {
    return place(code)
        .partOf()
        .or(
            () ->
                PlaceCodes.country(code).equals(code)
                    ? Optional.empty()
                    : Optional.of(PlaceCodes.country(code)))
        .filter(whole -> !whole.equals(NOTHING));
  }

  /** The zone of the place, or else of what it is part of, or else UTC. */
  ZoneId zone(String code) {
    return around(code).stream()
        .flatMap(at -> place(at).zone().stream())
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }

  private Place place(String code) {
    return known.computeIfAbsent(
        code,
        asked ->
            tables.rows("places", Map.of("place", asked)).stream()
                .findFirst()
                .map(row -> new Place(text(row, "partOf"), text(row, "zone").map(ZoneId::of)))
                .orElse(new Place(Optional.empty(), Optional.empty())));
  }

  private static Optional<String> text(Map<String, Object> row, String output) {
    return Optional.ofNullable((String) row.get(output));
  }
}
