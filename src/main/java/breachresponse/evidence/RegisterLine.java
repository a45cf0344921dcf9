package breachresponse.evidence;

import static java.util.stream.Collectors.joining;

import breachresponse.incident.Facts;
import breachresponse.incident.Incident;
import breachresponse.incident.Milestone;
import breachresponse.obligation.Obligation;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A case in the register of breaches: the facts, the effects, the remedial action (GDPR Art 33(5)),
 * who was told, and where nobody was, why.
 */
record RegisterLine(Incident incident, Optional<Facts> known, List<Obligation> obligations) {

  static final Object[] HEADER = {
    "case",
    "title",
    "status",
    "reported_at",
    "aware_at",
    "occurred_at",
    "contained_at",
    "kind_of_breach",
    "data_categories",
    "people",
    "residences",
    "cause",
    "effects",
    "remedial_action",
    "risk",
    "risk_reason",
    "criticality",
    "criticality_reason",
    "told",
    "not_told_and_why",
    "delays_and_why",
    "still_open"
  };

  Object[] cells() {
    return new Object[] {
      incident.caseNumber(),
      incident.title(),
      incident.status(),
      incident.reportedAt(),
      fact(Facts::awareAt),
      fact(facts -> facts.clocks().get(Milestone.OCCURRENCE)),
      fact(facts -> facts.clocks().get(Milestone.CONTAINMENT)),
      fact(Facts::breach).map(RegisterLine::list),
      fact(Facts::dataCategories).map(RegisterLine::list),
      fact(Facts::affected).flatMap(affected -> fact(Facts::people)),
      fact(Facts::affected)
          .map(places -> list(places.stream().map(Facts.Affected::residence).toList())),
      fact(facts -> facts.account().cause()),
      fact(facts -> facts.account().consequences()),
      fact(facts -> facts.account().measures()),
      fact(Facts::risk),
      fact(facts -> facts.account().riskReason()),
      incident.criticality(),
      incident.criticalityReason(),
      each(Obligation::filedAt),
      each(this::whyNobodyIsTold),
      each(Obligation::reasonForDelay),
      each(obligation -> open(obligation).map(o -> o.clock().status()))
    };
  }

  private <T> Optional<T> fact(Function<Facts, T> part) {
    return known.map(part);
  }

  /** Below a threshold or exempt, ruled out, or delayed by law enforcement. */
  private Optional<String> whyNobodyIsTold(Obligation obligation) {
    if (obligation.status() == Obligation.Status.NOT_TRIGGERED) {
      return Optional.of(obligation.finding().inWords());
    }
    return obligation.releaseReason().or(() -> open(obligation).flatMap(this::delay));
  }

  private Optional<String> delay(Obligation obligation) {
    return fact(Facts::hold)
        .filter(hold -> obligation.tellsPeople())
        .map(hold -> "not yet, law enforcement asked to wait: " + hold.basis());
  }

  private static Optional<Obligation> open(Obligation obligation) {
    return Optional.of(obligation).filter(o -> !o.status().isOver());
  }

  private String each(Function<Obligation, Optional<?>> part) {
    return obligations.stream()
        .flatMap(
            obligation ->
                part.apply(obligation).map(value -> name(obligation) + ": " + value).stream())
        .collect(joining("\n"));
  }

  private static String name(Obligation obligation) {
    return obligation.duty().recipientName() + " (" + obligation.duty().citation() + ")";
  }

  private static String list(Collection<?> values) {
    return values.stream().map(CsvFile::text).sorted().collect(joining(" "));
  }
}
