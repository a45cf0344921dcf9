package breachresponse.incident;

import static java.util.stream.Collectors.joining;

import breachresponse.language.Catalogue;
import breachresponse.print.ShownTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says facts as people read them, and what one version says otherwise than another. */
@Component
public class FactsInWords {

  /**
   * @param before null if it was not known
   * @param after null if it is not known any more
   */
  public record Change(String fact, String before, String after) {}

  private final Vocabulary vocabulary;
  private final Catalogue catalogue;

  FactsInWords(Vocabulary vocabulary, Catalogue catalogue) {
    this.vocabulary = vocabulary;
    this.catalogue = catalogue;
  }

  /**
   * In the order of the forms; what both say alike is none.
   *
   * @param zone in which times are said
   */
  public List<Change> changes(Facts before, Facts after, ZoneId zone) {
    var times = new ShownTime(zone, catalogue.locale());
    var old = known(before, times);
    var now = known(after, times);
    return Stream.concat(now.keySet().stream(), old.keySet().stream())
        .distinct()
        .map(fact -> new Change(fact, old.get(fact), now.get(fact)))
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .toList();
  }

  private Map<String, String> known(Facts facts, ShownTime times) {
    var known = new LinkedHashMap<String, String>();
    put(known, "Aware since", times, facts.awareAt());
    for (var milestone : Milestone.values()) {
      put(known, sentence(milestone), times, facts.clocks().get(milestone));
    }
    putOrganisation(known, facts.organisation());
    put(known, "What happened to the data", words(facts.breach()));
    put(known, "Data", each(facts.dataCategories(), vocabulary.dataCategories()));
    put(known, "Encrypted", yes(facts.protection().encrypted()));
    put(known, "Key compromised", yes(facts.protection().keyCompromised()));
    putAffected(known, facts.affected());
    put(known, "Risk to people", words(facts.risk()));
    put(known, "Worst consequence", words(facts.consequence()));
    putAccount(known, facts.account());
    putHold(known, times, facts.hold());
    return known;
  }

  private void putOrganisation(Map<String, String> known, Facts.Organisation organisation) {
    if (organisation != null) {
      put(known, "Role", words(organisation.role()));
      put(known, "Established in", places(organisation.establishments()));
      put(known, "Main establishment", place(organisation.mainEstablishment()));
      put(known, "Sectors", each(organisation.sectors(), vocabulary.sectors()));
      put(known, "What we are to laws", each(organisation.attributes(), vocabulary.attributes()));
    }
  }

  private void putAffected(Map<String, String> known, List<Facts.Affected> affected) {
    for (var some : affected == null ? List.<Facts.Affected>of() : affected) {
      put(
          known,
          catalogue.of("People in %s").formatted(place(some.residence())),
          number(some.people())
              + (Boolean.TRUE.equals(some.estimated()) ? ", " + catalogue.of("estimated") : ""));
    }
  }

  private void putAccount(Map<String, String> known, Facts.Account account) {
    put(known, "Cause", account.cause());
    put(known, "Consequences", account.consequences());
    put(known, "Measures", account.measures());
    put(known, "Reason for the risk", account.riskReason());
    put(known, "Why aware only then", account.awarenessReason());
  }

  private void putHold(Map<String, String> known, ShownTime times, Facts.Hold hold) {
    if (hold != null) {
      put(known, "Hold: legal basis", hold.basis());
      put(known, "Hold: ordered by", hold.orderedBy());
      put(known, "Hold: from", times, hold.from());
      put(known, "Hold: until", times, hold.until());
    }
  }

  private void put(Map<String, String> known, String fact, ShownTime times, OffsetDateTime at) {
    put(known, fact, at == null ? null : times.inFull(at.toInstant()));
  }

  private void put(Map<String, String> known, String fact, String value) {
    if (value != null && !value.isBlank()) {
      known.put(catalogue.of(fact), value);
    }
  }

  private String number(Long people) {
    return people == null
        ? catalogue.of("number unknown")
        : String.format(catalogue.locale(), "%,d", people);
  }

  private static String sentence(Enum<?> value) {
    var words = inEnglish(value);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private String words(Enum<?> value) {
    return value == null ? null : catalogue.of(inEnglish(value));
  }

  private static String inEnglish(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private String words(Collection<? extends Enum<?>> values) {
    return values == null ? null : values.stream().map(this::words).sorted().collect(joining(", "));
  }

  private String each(Collection<String> ids, List<Vocabulary.Term> terms) {
    return ids == null
        ? null
        : ids.stream().map(id -> label(id, terms)).sorted().collect(joining("; "));
  }

  private String label(String id, List<Vocabulary.Term> terms) {
    return terms.stream()
        .filter(term -> term.id().equals(id))
        .map(Vocabulary.Term::label)
        .map(catalogue::of)
        .findFirst()
        .orElse(id);
  }

  private String places(Collection<String> codes) {
    return new TreeSet<>(codes).stream().map(this::place).collect(joining(", "));
  }

  private String place(String code) {
    return code == null ? null : PlaceCodes.inWords(code, catalogue.locale());
  }

  private String yes(Boolean value) {
    return value == null ? null : catalogue.of(value ? "yes" : "no");
  }
}
