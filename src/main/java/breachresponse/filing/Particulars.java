package breachresponse.filing;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.Facts;
import breachresponse.incident.Facts.Affected;
import breachresponse.incident.Incident;
import breachresponse.incident.Milestone;
import breachresponse.incident.PlaceCodes;
import breachresponse.incident.Vocabulary;
import breachresponse.obligation.Filing;
import breachresponse.obligation.Obligation;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.ShownTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a case knows that a form may ask for, each under the name by which forms call it. Nothing is
 * held back: how much the public is told is no measure for authorities.
 */
record Particulars(
    ResponsePlan plan,
    Vocabulary vocabulary,
    Incident incident,
    Facts facts,
    Obligation obligation,
    List<Filing> filings) {

  /** What gives nothing is not known. */
  private static final Map<String, Function<Particulars, String>> BY_NAME = byName();

  static final Set<String> NAMES = Collections.unmodifiableSet(BY_NAME.keySet());

  Optional<String> get(String name) {
    return Optional.ofNullable(BY_NAME.get(name).apply(this)).filter(value -> !value.isBlank());
  }

  private static Map<String, Function<Particulars, String>> byName() {
    var names = new TreeMap<String, Function<Particulars, String>>();
    names.put("organisation", it -> it.plan.organisation());
    names.put("role", it -> it.organisation(organisation -> word(organisation.role())));
    names.put("establishments", it -> it.organisation(o -> listed(o.establishments())));
    names.put("mainEstablishment", it -> it.organisation(Facts.Organisation::mainEstablishment));
    names.put("sectors", it -> it.organisation(it::sectors));
    names.put("contact", Particulars::contact);
    names.put("sender", it -> it.plan.sender().name() + ", " + it.plan.sender().title());

    names.put("typeOfFiling", Particulars::typeOfFiling);
    names.put("recipient", it -> it.obligation.duty().recipientName());
    names.put("caseNumber", it -> it.incident.caseNumber().value());
    names.put("reference", it -> it.obligation.reference().orElse(null));
    names.put("reasonForDelay", it -> it.obligation.reasonForDelay().orElse(null));

    names.put("title", it -> it.incident.title());
    names.put("description", it -> it.incident.description());
    names.put("breach", it -> listed(it.facts.breach(), Particulars::word));
    names.put("occurredAt", it -> it.at(Milestone.OCCURRENCE));
    names.put("detectedAt", it -> it.at(Milestone.DETECTION));
    names.put("awareAt", it -> it.at(it.facts.awareAt()));
    names.put("awarenessReason", it -> it.facts.account().awarenessReason());
    names.put("containedAt", it -> it.at(Milestone.CONTAINMENT));
    names.put("duration", Particulars::duration);
    names.put("determinedAt", it -> it.at(Milestone.DETERMINATION));
    names.put("classifiedAt", it -> it.at(Milestone.CLASSIFICATION));
    names.put("materialAt", it -> it.at(Milestone.MATERIALITY));
    names.put("paidAt", it -> it.at(Milestone.PAYMENT));
    names.put("toldAt", it -> it.at(Milestone.INDIVIDUALS_NOTIFIED));
    names.put("hold", it -> it.facts.hold() == null ? null : it.facts.hold().basis());

    names.put("people", Particulars::people);
    names.put("peopleHere", Particulars::peopleHere);
    names.put("peopleByPlace", it -> listed(it.facts.affected(), Particulars::place));
    names.put("acrossBorders", Particulars::acrossBorders);
    names.put("dataCategories", it -> listed(it.facts.dataCategories(), it::category));
    names.put("unreadable", Particulars::unreadable);
    names.put("attack", it -> it.circumstance("cyberattack"));
    names.put("ransomware", it -> it.circumstance("ransomware"));
    names.put("thirdParty", it -> it.circumstance("third-party-origin"));

    names.put("cause", it -> it.facts.account().cause());
    names.put("risk", it -> word(it.facts.risk()));
    names.put("riskReason", it -> it.facts.account().riskReason());
    names.put("severity", it -> word(it.facts.consequence()));
    names.put("consequences", it -> it.facts.account().consequences());
    names.put("measures", it -> it.facts.account().measures());
    return names;
  }

  private String organisation(Function<Facts.Organisation, String> what) {
    return facts.organisation() == null ? null : what.apply(facts.organisation());
  }

  private String sectors(Facts.Organisation organisation) {
    var labels = vocabulary.sectors();
    return listed(
        organisation.sectors(),
        id ->
            labels.stream()
                .filter(term -> term.id().equals(id))
                .map(Vocabulary.Term::label)
                .findFirst()
                .orElse(id));
  }

  private String contact() {
    return Stream.of(plan.organisation(), plan.contact().email(), plan.contact().phone())
        .filter(Objects::nonNull)
        .collect(joining(", "));
  }

  private String typeOfFiling() {
    return filings.isEmpty()
        ? word(obligation.duty().step())
        : "follow-up, what was not known or has changed since";
  }

  private String category(String id) {
    return vocabulary.dataCategory(id);
  }

  private String people() {
    return facts.affected() == null ? null : number(facts.affected());
  }

  private String peopleHere() {
    var here = obligation.duty().jurisdiction();
    var some =
        facts.affected() == null
            ? List.<Affected>of()
            : facts.affected().stream()
                .filter(
                    people ->
                        people.residence().equals(here)
                            || PlaceCodes.country(people.residence()).equals(here))
                .toList();
    return some.isEmpty() ? null : number(some);
  }

  /** A sum of which a part is not known is a least one. */
  private static String number(List<Affected> some) {
    var known = some.stream().map(Affected::people).filter(Objects::nonNull).toList();
    if (known.isEmpty()) {
      return some.isEmpty() ? "0" : null;
    }
    var sum = known.stream().mapToLong(people -> people).sum();
    var estimated = some.stream().anyMatch(people -> Boolean.TRUE.equals(people.estimated()));
    return (known.size() < some.size() ? "at least " : "") + sum + (estimated ? ", estimated" : "");
  }

  private static String place(Affected affected) {
    return "%s in %s%s"
        .formatted(
            affected.people() == null ? Dossier.UNKNOWN : affected.people(),
            affected.residence(),
            Boolean.TRUE.equals(affected.estimated()) ? " (estimated)" : "");
  }

  private String acrossBorders() {
    if (facts.affected() == null) {
      return null;
    }
    var countries =
        facts.affected().stream().map(Affected::residence).map(PlaceCodes::country).distinct();
    var sorted = countries.sorted().toList();
    return sorted.size() > 1 ? "yes: " + String.join(", ", sorted) : "no, people in one country";
  }

  private String unreadable() {
    if (!facts.protection().known()) {
      return null;
    }
    return facts.protection().unreadable() ? "yes" : "no";
  }

  /** That a circumstance is not recorded does not rule it out. */
  private String circumstance(String id) {
    return organisation(organisation -> organisation.attributes().contains(id) ? "yes" : null);
  }

  private String duration() {
    var from = facts.clocks().get(Milestone.OCCURRENCE);
    var until = facts.clocks().get(Milestone.CONTAINMENT);
    if (from == null || until == null || until.isBefore(from)) {
      return null;
    }
    var lasted = Duration.between(from, until);
    return "%d days, %d hours, %d minutes"
        .formatted(lasted.toDays(), lasted.toHoursPart(), lasted.toMinutesPart());
  }

  private String at(Milestone milestone) {
    return at(facts.clocks().get(milestone));
  }

  private String at(OffsetDateTime time) {
    return time == null ? null : new ShownTime(obligation.clock().zone()).inFull(time.toInstant());
  }

  private static String word(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String listed(Collection<String> values) {
    return listed(values, Function.identity());
  }

  private static <T> String listed(Collection<T> values, Function<T, String> word) {
    if (values == null) {
      return null;
    }
    return values.isEmpty() ? "none" : values.stream().map(word).sorted().collect(joining(", "));
  }
}
