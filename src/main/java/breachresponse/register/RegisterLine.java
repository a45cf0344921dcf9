package breachresponse.register;

import static java.util.stream.Collectors.joining;

import breachresponse.evidence.CsvFile;
import breachresponse.incident.Facts;
import breachresponse.incident.Incident;
import breachresponse.incident.Milestone;
import breachresponse.obligation.Duty.Recipient;
import breachresponse.obligation.Obligation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A case in the register of breaches: the facts, the effects, the remedial action (GDPR Art 33(5)),
 * who was told, and where nobody was, why.
 *
 * @param asOf when it was looked at: a duty that is open then and past its deadline is late
 * @param triagedAt when it was found to be a breach
 * @param data which were affected, as people read them; empty while it is not known
 * @param obligations those that the facts trigger first
 * @param decision why customers are not told, as it was signed; empty if it was not decided so
 */
public record RegisterLine(
    Incident incident,
    Instant asOf,
    Optional<Instant> triagedAt,
    Optional<Facts> known,
    Optional<String> data,
    List<Obligation> obligations,
    Optional<String> decision) {

  /** How far the telling has come, of authorities, people and all others. */
  public enum Told {
    /** Somebody was told, or has still to be, after the deadline. */
    LATE,
    /** Somebody was told, and nobody late. */
    IN_TIME,
    /** Nobody yet, and a duty or a decision is open. */
    PENDING,
    /** Nobody was, and nobody has to be. */
    NOBODY
  }

  public static final Object[] HEADER = {
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
    "still_open",
    "told_in_time",
    "triaged_at",
    "authority_told_at",
    "people_told_at"
  };

  /** A cell for each column of {@link #HEADER}. */
  public Object[] cells() {
    return new Object[] {
      incident.caseNumber(),
      incident.title(),
      incident.status(),
      incident.reportedAt(),
      fact(Facts::awareAt),
      milestone(Milestone.OCCURRENCE),
      milestone(Milestone.CONTAINMENT),
      fact(Facts::breach).map(RegisterLine::list),
      data,
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
      whyNotTold(),
      each(Obligation::reasonForDelay),
      each(obligation -> open(obligation).map(o -> o.clock().statusInWords())),
      told(),
      triagedAt,
      authorityToldAt(),
      peopleToldAt()
    };
  }

  public Told told() {
    if (obligations.stream().anyMatch(this::isLate)) {
      return Told.LATE;
    }
    if (isNotified()) {
      return Told.IN_TIME;
    }
    return incident.status().isOver() ? Told.NOBODY : Told.PENDING;
  }

  /** Whether an authority, people or anybody else was told. */
  public boolean isNotified() {
    return peopleToldAt().isPresent() || toldAt(obligation -> true).isPresent();
  }

  /** Whether it was told after its deadline, or is past it and nobody has been told. */
  public boolean isLate(Obligation obligation) {
    return obligation
        .filedAt()
        .or(() -> open(obligation).map(o -> asOf))
        .filter(obligation::isLateAt)
        .isPresent();
  }

  /** When the organisation became aware; as long as nobody has said so, when it was reported. */
  public Instant awareAt() {
    return fact(Facts::awareAt).map(OffsetDateTime::toInstant).orElse(incident.reportedAt());
  }

  /** When the first authority was told. */
  public Optional<Instant> authorityToldAt() {
    return toldAt(obligation -> obligation.duty().recipient() == Recipient.AUTHORITY);
  }

  /** When the people affected were told first, by a duty or without one. */
  public Optional<Instant> peopleToldAt() {
    return milestone(Milestone.INDIVIDUALS_NOTIFIED).or(() -> toldAt(Obligation::tellsPeople));
  }

  /** When that happened, if it is known. */
  public Optional<Instant> milestone(Milestone milestone) {
    return fact(facts -> facts.clocks().get(milestone)).map(OffsetDateTime::toInstant);
  }

  private Optional<Instant> toldAt(Predicate<Obligation> whom) {
    return obligations.stream()
        .filter(whom)
        .flatMap(obligation -> obligation.filedAt().stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * @return a part of the facts, if it is known
   */
  public <T> Optional<T> fact(Function<Facts, T> part) {
    return known.map(part);
  }

  /** What was decided of customers to whom no law has us speak, and what is said of each duty. */
  private String whyNotTold() {
    var duties = each(this::whyNobodyIsTold);
    return freeDecision().map(why -> "Customers: " + why + "\n" + duties).orElse(duties).strip();
  }

  /** Why customers are not told where no duty says it. */
  public Optional<String> freeDecision() {
    return decision
        .filter(why -> peopleToldAt().isEmpty())
        .filter(
            why ->
                obligations.stream()
                    .noneMatch(o -> o.tellsPeople() && o.releaseReason().isPresent()));
  }

  /** Below a threshold or exempt, ruled out, or delayed by law enforcement. */
  public Optional<String> whyNobodyIsTold(Obligation obligation) {
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

  static Optional<Obligation> open(Obligation obligation) {
    return Optional.of(obligation).filter(o -> !o.status().isOver());
  }

  private String each(Function<Obligation, Optional<?>> part) {
    return obligations.stream()
        .flatMap(
            obligation ->
                part.apply(obligation).map(value -> name(obligation) + ": " + value).stream())
        .collect(joining("\n"));
  }

  static String name(Obligation obligation) {
    return obligation.duty().recipientName() + " (" + obligation.duty().citation() + ")";
  }

  static String list(Collection<?> values) {
    return values.stream().map(CsvFile::text).sorted().collect(joining(" "));
  }
}
