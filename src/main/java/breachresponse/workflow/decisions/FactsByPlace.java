package breachresponse.workflow.decisions;

import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.PlaceCodes;
import breachresponse.incident.Vocabulary;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The facts of a case as they look from one place: what the legal tables compare. */
class FactsByPlace {

  private static final long VERY_MANY = 1_000_000_000;

  /**
   * What is seen from one place.
   *
   * @param variables of the legal tables; where a fact is not known, one of its possible values
   * @param unknown the variables among them that depend on facts which nobody knows yet
   */
  record Seen(Map<String, Object> variables, Map<String, Unknown> unknown) {}

  /** A fact that nobody knows yet, in words, and values that stand for all that it may have. */
  record Unknown(String fact, List<?> possible) {}

  private final Facts facts;
  private final Facts.Organisation organisation;
  private final Places places;
  private final Vocabulary vocabulary;
  private final ObjectMapper json;

  FactsByPlace(Facts facts, Places places, Vocabulary vocabulary, ObjectMapper json) {
    this.facts = facts;
    this.organisation =
        Optional.ofNullable(facts.organisation())
            .orElse(new Facts.Organisation(null, null, null, null, null));
    this.places = places;
    this.vocabulary = vocabulary;
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

  /** Once for each role: who is both controller and processor owes what each of them owes. */
  Stream<Seen> at(String place) {
    var unknown = unknown(place);
    return roles().map(role -> new Seen(variables(place, role), unknown));
  }

  private Stream<String> roles() {
    return organisation.role() == Facts.Role.BOTH
        ? Stream.of(Facts.Role.CONTROLLER, Facts.Role.PROCESSOR).map(this::term)
        : Stream.of(Optional.ofNullable(term(organisation.role())).orElse("controller"));
  }

  private Map<String, Object> variables(String place, String role) {
    var around = places.around(place);
    var area = around.get(around.size() - 1);
    var seen = new HashMap<String, Object>();
    seen.put("place", place);
    seen.put("partOf", places.partOf(place).orElse(""));
    seen.put("places", concerned().toList());
    seen.put("people", affectedIn(place).mapToLong(FactsByPlace::count).sum());
    seen.put("peopleInArea", affectedIn(area).mapToLong(FactsByPlace::count).sum());
    seen.put("totalPeople", affected().mapToLong(FactsByPlace::count).sum());
    seen.put("mainCountry", main().map(PlaceCodes::country).orElse(""));
    seen.put("establishedHere", establishments().stream().anyMatch(in(place)));
    seen.put("mainHere", main().filter(in(place)).isPresent());
    seen.put("mainInArea", main().filter(in(area)).isPresent());
    seen.put(
        "establishmentsInArea",
        establishments().stream().filter(in(area)).map(PlaceCodes::country).distinct().count());
    seen.put("role", role);
    seen.put("sectors", List.copyOf(organisation.sectors()));
    seen.put("attributes", List.copyOf(organisation.attributes()));
    seen.put(
        "data", facts.dataCategories() == null ? List.of() : List.copyOf(facts.dataCategories()));
    seen.put("personalData", concernsPeople().orElse(true));
    seen.put("unreadable", facts.protection().unreadable());
    seen.put("risk", term(facts.risk()));
    seen.put("aspects", terms(facts.breach()));
    seen.put("recorded", terms(facts.clocks().keySet()));
    return seen;
  }

  private Map<String, Unknown> unknown(String place) {
    var unknown = new HashMap<String, Unknown>();
    var around = places.around(place);
    var area = around.get(around.size() - 1);
    if (facts.affected() == null) {
      var elsewhere = Stream.concat(concerned(), Stream.of("")).toList();
      unknown.put(
          "places",
          new Unknown("where the people affected live", List.of(concerned().toList(), elsewhere)));
    }
    if (facts.affected() == null || affectedIn(place).anyMatch(a -> a.people() == null)) {
      unknown.put("people", number("how many people in %s are affected".formatted(place)));
    }
    if (facts.affected() == null || affectedIn(area).anyMatch(a -> a.people() == null)) {
      unknown.put("peopleInArea", number("how many people in %s are affected".formatted(area)));
    }
    if (facts.affected() == null || affected().anyMatch(a -> a.people() == null)) {
      unknown.put("totalPeople", number("how many people are affected in all"));
    }
    if (facts.dataCategories() == null) {
      var all = vocabulary.dataCategories().stream().map(Vocabulary.Term::id).toList();
      unknown.put("data", new Unknown("which data", List.of(List.of(), all)));
    }
    if (concernsPeople().isEmpty()) {
      unknown.put("personalData", new Unknown("whether people are affected", List.of(true, false)));
    }
    if (!facts.protection().known()) {
      unknown.put(
          "unreadable",
          new Unknown("whether the data were encrypted and the key is safe", List.of(true, false)));
    }
    if (facts.risk() == null) {
      unknown.put("risk", new Unknown("the likely risk to people", terms(Facts.Risk.values())));
    }
    if (facts.breach() == null) {
      var all = terms(Facts.Aspect.values());
      unknown.put(
          "aspects",
          new Unknown(
              "the kind of breach",
              Stream.concat(all.stream().map(List::of), Stream.of(all)).toList()));
    }
    return unknown;
  }

  private Unknown number(String fact) {
    return new Unknown(fact, List.of(facts.affected() == null ? 0L : 1L, VERY_MANY));
  }

  /** The most telling code of the organisation or of its people within the place, for its name. */
  String mostPrecise(String place) {
    return main()
        .filter(in(place))
        .or(() -> establishments().stream().filter(in(place)).findFirst())
        .orElse(place);
  }

  /** Empty where nothing is known of data and people. */
  private Optional<Boolean> concernsPeople() {
    var noData = facts.dataCategories() != null && facts.dataCategories().isEmpty();
    var nobody = facts.affected() != null && affected().findAny().isEmpty();
    return facts.dataCategories() == null && facts.affected() == null
        ? Optional.empty()
        : Optional.of(!noData && !nobody);
  }

  /** Where the organisation is established and where people affected live, as they were given. */
  private Stream<String> concerned() {
    return Stream.concat(establishments().stream(), affected().map(Affected::residence)).distinct();
  }

  private Stream<Affected> affectedIn(String place) {
    return affected().filter(a -> within(a.residence(), place));
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

  /** A sole establishment is the main one. */
  private Optional<String> main() {
    return Optional.ofNullable(organisation.mainEstablishment())
        .or(
            () ->
                establishments().size() == 1
                    ? establishments().stream().findFirst()
                    : Optional.empty());
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

  private List<String> terms(Enum<?>[] values) {
    return Stream.of(values).map(this::term).toList();
  }
}
