package breachresponse.workflow.decisions;

import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Affected;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The facts of a case as they look from one place: what the legal tables compare. People whose
 * number is not known yet count as one.
 */
class FactsByPlace {

  private final Facts facts;
  private final Facts.Organisation organisation;
  private final Places places;
  private final ObjectMapper json;

  FactsByPlace(Facts facts, Places places, ObjectMapper json) {
    this.facts = facts;
    this.organisation =
        Optional.ofNullable(facts.organisation())
            .orElse(new Facts.Organisation(null, null, null, null, null));
    this.places = places;
    this.json = json;
  }

  /** Every place whose law may reach the case: of people, of the organisation, and around them. */
  Set<String> places(Stream<String> reachedByQualities) {
    var all = new LinkedHashSet<String>();
    Stream.of(establishments().stream(), affected().map(Affected::residence), reachedByQualities)
        .flatMap(codes -> codes)
        .flatMap(code -> places.around(code).stream())
        .forEach(all::add);
    return all;
  }

  Set<String> qualities() {
    return organisation.attributes();
  }

  /** The variables of the legal tables. */
  Map<String, Object> at(String place) {
    var around = places.around(place);
    var area = around.get(around.size() - 1);
    var seen = new HashMap<String, Object>();
    seen.put("place", place);
    seen.put("partOf", places.partOf(place).orElse(""));
    seen.put(
        "people",
        affected().filter(a -> within(a.residence(), place)).mapToLong(FactsByPlace::count).sum());
    seen.put("totalPeople", affected().mapToLong(FactsByPlace::count).sum());
    seen.put("establishedHere", establishments().stream().anyMatch(in(place)));
    seen.put("mainHere", main().filter(in(place)).isPresent());
    seen.put("mainInArea", main().filter(in(area)).isPresent());
    seen.put(
        "establishmentsInArea",
        establishments().stream().filter(in(area)).map(Places::country).distinct().count());
    seen.put("role", Optional.ofNullable(term(organisation.role())).orElse("controller"));
    seen.put("sectors", List.copyOf(organisation.sectors()));
    seen.put("attributes", List.copyOf(organisation.attributes()));
    seen.put(
        "data", facts.dataCategories() == null ? List.of() : List.copyOf(facts.dataCategories()));
    seen.put("personalData", concernsPeople());
    seen.put("unreadable", facts.protection().unreadable());
    seen.put("risk", term(facts.risk()));
    seen.put("aspects", terms(facts.breach()));
    seen.put("recorded", terms(facts.clocks().keySet()));
    return seen;
  }

  /** The most telling code of the organisation or of its people within the place, for its name. */
  String mostPrecise(String place) {
    return main()
        .filter(in(place))
        .or(() -> establishments().stream().filter(in(place)).findFirst())
        .orElse(place);
  }

  /** Not known yet counts as yes; only what is known to be none is none. */
  private boolean concernsPeople() {
    var noData = facts.dataCategories() != null && facts.dataCategories().isEmpty();
    var nobody = facts.affected() != null && affected().findAny().isEmpty();
    return !noData && !nobody;
  }

  private Stream<Affected> affected() {
    return facts.affected() == null
        ? Stream.empty()
        : facts.affected().stream().filter(a -> a.people() == null || a.people() > 0);
  }

  private static long count(Affected affected) {
    return affected.people() == null ? 1 : affected.people();
  }

  private Set<String> establishments() {
    var all = new LinkedHashSet<String>(organisation.establishments());
    Optional.ofNullable(organisation.mainEstablishment()).ifPresent(all::add);
    return all;
  }

  private Optional<String> main() {
    return Optional.ofNullable(organisation.mainEstablishment());
  }

  private Predicate<String> in(String place) {
    return code -> within(code, place);
  }

  private boolean within(String code, String place) {
    return places.around(code).contains(place);
  }

  private String term(Enum<?> value) {
    return json.convertValue(value, String.class);
  }

  private List<String> terms(Set<? extends Enum<?>> values) {
    return values == null ? List.of() : values.stream().map(this::term).toList();
  }
}
