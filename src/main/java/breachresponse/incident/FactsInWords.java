package breachresponse.incident;

import static java.util.stream.Collectors.joining;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

  /** As it was written down, with its offset. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm xxx", Locale.ENGLISH);

  private final Vocabulary vocabulary;

  FactsInWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  static String inWords(OffsetDateTime at) {
    return TIME.format(at);
  }

  /** In the order of the forms; what both say alike is none. */
  public List<Change> changes(Facts before, Facts after) {
    var old = known(before);
    var now = known(after);
    return Stream.concat(now.keySet().stream(), old.keySet().stream())
        .distinct()
        .map(fact -> new Change(fact, old.get(fact), now.get(fact)))
        .filter(change -> !Objects.equals(change.before(), change.after()))
        .toList();
  }

  private Map<String, String> known(Facts facts) {
    var known = new LinkedHashMap<String, String>();
    put(known, "Aware since", facts.awareAt());
    for (var milestone : Milestone.values()) {
      put(known, sentence(milestone), facts.clocks().get(milestone));
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
    putHold(known, facts.hold());
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

  private static void putAffected(Map<String, String> known, List<Facts.Affected> affected) {
    for (var some : affected == null ? List.<Facts.Affected>of() : affected) {
      put(
          known,
          "People in " + PlaceCodes.inWords(some.residence()),
          (some.people() == null ? "number unknown" : "%,d".formatted(some.people()))
              + (Boolean.TRUE.equals(some.estimated()) ? ", estimated" : ""));
    }
  }

  private static void putAccount(Map<String, String> known, Facts.Account account) {
    put(known, "Cause", account.cause());
    put(known, "Consequences", account.consequences());
    put(known, "Measures", account.measures());
    put(known, "Reason for the risk", account.riskReason());
    put(known, "Why aware only then", account.awarenessReason());
  }

  private static void putHold(Map<String, String> known, Facts.Hold hold) {
    if (hold != null) {
      put(known, "Hold: legal basis", hold.basis());
      put(known, "Hold: ordered by", hold.orderedBy());
      put(known, "Hold: from", hold.from());
      put(known, "Hold: until", hold.until());
    }
  }

  private static void put(Map<String, String> known, String fact, OffsetDateTime at) {
    put(known, fact, at == null ? null : inWords(at));
  }

  private static void put(Map<String, String> known, String fact, String value) {
    if (value != null && !value.isBlank()) {
      known.put(fact, value);
    }
  }

  private static String sentence(Enum<?> value) {
    var words = words(value);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String words(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String words(Collection<? extends Enum<?>> values) {
    return values == null
        ? null
        : values.stream().map(FactsInWords::words).sorted().collect(joining(", "));
  }

  private static String each(Collection<String> ids, List<Vocabulary.Term> terms) {
    return ids == null
        ? null
        : ids.stream().map(id -> label(id, terms)).sorted().collect(joining("; "));
  }

  private static String label(String id, List<Vocabulary.Term> terms) {
    return terms.stream()
        .filter(term -> term.id().equals(id))
        .map(Vocabulary.Term::label)
        .findFirst()
        .orElse(id);
  }

  private static String places(Collection<String> codes) {
    return new TreeSet<>(codes).stream().map(PlaceCodes::inWords).collect(joining(", "));
  }

  private static String place(String code) {
    return Optional.ofNullable(code).map(PlaceCodes::inWords).orElse(null);
  }

  private static String yes(Boolean value) {
    return value == null ? null : value ? "yes" : "no";
  }
}
