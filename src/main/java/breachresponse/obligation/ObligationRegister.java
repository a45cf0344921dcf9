package breachresponse.obligation;

import breachresponse.evidence.Timeline;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.Milestone;
import breachresponse.incident.OwnTargets;
import breachresponse.obligation.Obligation.Status;
import breachresponse.obligation.Obligations.Entry;
import breachresponse.plan.ResponsePlan;
import breachresponse.print.ShownTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows whom we must tell of an incident, and by when. */
@Service
@Transactional
public class ObligationRegister {

  /** Who acts, on the timeline, where the law does. */
  public static final String LAW = "legal tables";

  /** One duty as the facts stand, with nothing stored. */
  public record Evaluated(Duty duty, StatutoryClock clock, Finding finding) {}

  /** What a new look at the facts and the law has changed. */
  public record Changes(
      List<Obligation> added, List<Obligation> moved, List<Obligation> noLongerTriggered) {

    public boolean isEmpty() {
      return added.isEmpty() && moved.isEmpty() && noLongerTriggered.isEmpty();
    }
  }

  /** In a case a duty is one only for its jurisdiction: the same row may ask for many filings. */
  private record Key(String duty, String jurisdiction) {

    static Key of(Duty duty) {
      return new Key(duty.id(), duty.jurisdiction());
    }
  }

  private final LegalBaseline baseline;
  private final Obligations obligations;
  private final Filings filings;
  private final Incidents incidents;
  private final Timekeeper timekeeper;
  private final Timeline timeline;
  private final OwnTargets ownTargets;
  private final ResponsePlan plan;

  ObligationRegister(
      LegalBaseline baseline,
      Obligations obligations,
      Filings filings,
      Incidents incidents,
      Timekeeper timekeeper,
      Timeline timeline,
      OwnTargets ownTargets,
      ResponsePlan plan) {
    this.baseline = baseline;
    this.obligations = obligations;
    this.filings = filings;
    this.incidents = incidents;
    this.timekeeper = timekeeper;
    this.timeline = timeline;
    this.ownTargets = ownTargets;
    this.plan = plan;
  }

  /**
   * The duties of all laws that concern these facts, triggered or not, the first due first. Nothing
   * is stored.
   */
  @Transactional(readOnly = true)
  public List<Evaluated> evaluate(Facts facts) {
    return evaluate(facts, Map.of());
  }

  /**
   * The same, as if these filings had been made.
   *
   * @param filed when, by the id of the duty: what is counted from a filing runs from there
   * @throws IllegalArgumentException if the facts concern no such duty
   */
  @Transactional(readOnly = true)
  public List<Evaluated> evaluate(Facts facts, Map<String, OffsetDateTime> filed) {
    var requirements = baseline.requirementsOf(facts);
    var usual = plan.targets().withoutUndueDelay();
    var events = new Events(facts, filings(requirements, filed), new Events.Targets(usual, usual));
    return timekeeper.inForce(requirements, events).stream()
        .map(
            required ->
                new Evaluated(
                    required.duty(), timekeeper.read(required, events), required.finding()))
        .sorted(
            Comparator.comparing(
                (Evaluated evaluated) -> evaluated.clock().actBy().orElse(Instant.MAX)))
        .toList();
  }

  private static List<Events.Filed> filings(
      List<Requirement> requirements, Map<String, OffsetDateTime> filed) {
    var duties = requirements.stream().map(Requirement::duty).toList();
    filed.keySet().stream()
        .filter(id -> duties.stream().noneMatch(duty -> duty.id().equals(id)))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException(
                  "filed: '%s' is no duty that the facts concern, use an id of the answer"
                      .formatted(id));
            });
    return duties.stream()
        .filter(duty -> filed.containsKey(duty.id()))
        .map(duty -> new Events.Filed(duty, filed.get(duty.id()).toInstant()))
        .toList();
  }

  /**
   * Holds the case's latest facts against the latest legal tables: new duties are added, clocks
   * recomputed, and what the facts no longer trigger is marked, to be released by legal alone.
   * Asked again with the same facts it changes nothing.
   */
  public Changes determine(CaseNumber caseNumber) {
    var facts = incidents.facts(caseNumber).map(FactsVersion::facts);
    return facts
        .map(known -> determine(caseNumber, known))
        .orElse(new Changes(List.of(), List.of(), List.of()));
  }

  private Changes determine(CaseNumber caseNumber, Facts facts) {
    var changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var known = new HashMap<Key, Entry>();
    obligations
        .of(caseNumber)
        .forEach(entry -> known.put(Key.of(entry.obligation().duty()), entry));
    var events = events(caseNumber, facts);
    for (var required : timekeeper.inForce(baseline.requirementsOf(facts), events)) {
      var entry = known.remove(Key.of(required.duty()));
      if (entry == null) {
        arise(caseNumber, required, events, changes);
      } else if (required.finding().isOwed()) {
        holdAgainst(required, entry, events, changes);
      } else {
        lapse(entry, required.finding(), events, changes);
      }
    }
    var noRow = new Finding(Verdict.NOT_TRIGGERED, List.of("no law in the tables concerns it now"));
    known.values().forEach(entry -> lapse(entry, noRow, events, changes));
    return changes;
  }

  private Events events(CaseNumber caseNumber, Facts facts) {
    return Events.of(
        facts, of(caseNumber), targets(caseNumber), incidents.get(caseNumber).timeScale());
  }

  private Events.Targets targets(CaseNumber caseNumber) {
    var usual = plan.targets().withoutUndueDelay();
    return new Events.Targets(ownTargets.customersToldWithin(caseNumber).orElse(usual), usual);
  }

  private void arise(CaseNumber caseNumber, Requirement required, Events events, Changes changes) {
    var clock = timekeeper.read(required, events);
    var obligation = Obligation.arising(caseNumber, required.duty(), clock, required.finding());
    obligations.add(new Entry(obligation, required.term()));
    if (required.finding().isOwed()) {
      changes.added().add(obligation);
      record(obligation, LAW, "obligation determined", reason(required.finding(), clock));
    }
  }

  /**
   * What was filed stays as it was; what legal released comes back only if it had lapsed before.
   */
  private void holdAgainst(Requirement required, Entry entry, Events events, Changes changes) {
    var before = entry.obligation();
    if (before.status() == Status.FULFILLED
        || before.status() == Status.RELEASED && before.finding().isOwed()) {
      return;
    }
    var clock = timekeeper.read(required, events);
    var after = before.asOf(required.duty(), clock, required.finding()).with(Status.OPEN);
    obligations.change(new Entry(after, required.term()));
    if (before.status().isOver()) {
      obligations.arises(entry);
      changes.added().add(after);
      record(after, LAW, "obligation determined", reason(required.finding(), clock));
    } else if (before.status() == Status.NO_LONGER_TRIGGERED || before.clock().differsFrom(clock)) {
      changes.moved().add(after);
      record(after, LAW, "deadline recomputed", clock.explanation());
    } else if (!before.finding().equals(after.finding())) {
      record(after, LAW, "obligation looked at again", reason(required.finding(), clock));
    }
  }

  private static String reason(Finding finding, StatutoryClock clock) {
    return finding.verdict() == Verdict.UNDECIDED
        ? "undecided while nobody knows %s. %s".formatted(finding.inWords(), clock.explanation())
        : clock.explanation();
  }

  /**
   * Marks once what the facts no longer trigger: if legal keeps it, it is not marked again. What
   * was undecided is decided by the facts, and needs nobody's consent.
   */
  private void lapse(Entry entry, Finding finding, Events events, Changes changes) {
    var before = entry.obligation();
    if (!before.finding().isOwed() && !before.status().isOver()) {
      recompute(entry, events).ifPresent(changes.moved()::add);
      return;
    }
    var after = before.asOf(before.duty(), before.clock(), finding).with(lapsed(before));
    if (!after.equals(before)) {
      obligations.change(new Entry(after, entry.term()));
    }
    if (after.status() == Status.NO_LONGER_TRIGGERED) {
      changes.noLongerTriggered().add(after);
      record(after, LAW, "obligation no longer triggered", finding.inWords());
    } else if (after.status() != before.status()) {
      changes.moved().add(after);
      record(after, LAW, "obligation does not arise", finding.inWords());
    }
  }

  private static Status lapsed(Obligation before) {
    if (before.status().isOver()) {
      return before.status();
    }
    return before.finding().verdict() == Verdict.UNDECIDED
        ? Status.NOT_TRIGGERED
        : Status.NO_LONGER_TRIGGERED;
  }

  /** All obligations of the case, the first due first. */
  @Transactional(readOnly = true)
  public List<Obligation> of(CaseNumber caseNumber) {
    return all(caseNumber, obligation -> obligation.status() != Status.NOT_TRIGGERED);
  }

  /** What is owed by a deadline of a law in all cases that are not over, the first due first. */
  @Transactional(readOnly = true)
  public List<Obligation> withDeadline() {
    return obligations.withDeadline().stream().map(Entry::obligation).toList();
  }

  /** What laws that concern the case do not ask for, each with the reason. */
  @Transactional(readOnly = true)
  public List<Obligation> notTriggered(CaseNumber caseNumber) {
    return all(caseNumber, obligation -> obligation.status() == Status.NOT_TRIGGERED);
  }

  /**
   * All obligations of all cases that are open, the first due first.
   *
   * @param closedToo whether those of closed cases as well
   */
  @Transactional(readOnly = true)
  public List<Obligation> ofAllCases(boolean closedToo) {
    return obligations.ofAllCases(closedToo);
  }

  /** All that was ever found of any case, what the law does not ask for last. */
  @Transactional(readOnly = true)
  public List<Obligation> all() {
    return obligations.all().stream()
        .map(Entry::obligation)
        .sorted(Comparator.comparing(obligation -> obligation.status() == Status.NOT_TRIGGERED))
        .toList();
  }

  private List<Obligation> all(CaseNumber caseNumber, Predicate<Obligation> wanted) {
    return obligations.of(caseNumber).stream().map(Entry::obligation).filter(wanted).toList();
  }

  /**
   * @throws NoSuchElementException if there is no such obligation
   */
  @Transactional(readOnly = true)
  public Obligation get(UUID id) {
    return obligations.get(id).obligation();
  }

  /**
   * Records that the recipient was told, once: what is told again changes nothing. Clocks that run
   * from this filing start.
   *
   * @param kind whether some of what the law lists is to follow
   * @param documentId the signed text that was filed; null if there is none
   * @throws IllegalArgumentException if it was late and no reason for the delay is given or
   *     recorded
   */
  public void fulfil(
      UUID id,
      Filing.Kind kind,
      Instant at,
      String reference,
      String reasonForDelay,
      UUID documentId,
      String by) {
    var entry = obligations.get(id);
    var before = entry.obligation();
    if (before.status() == Status.FULFILLED) {
      return;
    }
    var reason = given(reasonForDelay).or(before::reasonForDelay);
    if (before.isLateAt(at) && reason.isEmpty()) {
      throw new IllegalArgumentException(
          "reasonForDelay: it was due %s, please say why it was late (GDPR Art 33(1))"
              .formatted(inWords(before, before.clock().due().orElseThrow())));
    }
    fulfil(entry, at, given(reference), reason, by);
    filings.add(
        new Filing(
            id, kind, at, given(reference), Optional.empty(), Optional.ofNullable(documentId), by));
    restartClocks(before.caseNumber());
  }

  /**
   * Records that the recipient was told more, or that the filing was withdrawn. Whether it was in
   * time stays as the first filing left it.
   *
   * @throws IllegalArgumentException if nothing was filed before
   */
  public void fileAgain(Filing filing) {
    var obligation = obligations.get(filing.obligationId()).obligation();
    if (obligation.status() != Status.FULFILLED) {
      throw new IllegalArgumentException(
          "obligation: nothing was filed yet, please file it by its own task first");
    }
    filings.add(filing);
    record(
        obligation,
        filing.by(),
        filing.kind() == Filing.Kind.WITHDRAWN ? "filing withdrawn" : "filed again",
        "%s at %s%s%s"
            .formatted(
                filing.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                inWords(obligation, filing.at()),
                filing.reference().map(", reference "::concat).orElse(""),
                filing.note().map(": "::concat).orElse("")));
  }

  /** All filings of the case, in the order in which they were recorded. */
  @Transactional(readOnly = true)
  public List<Filing> filings(CaseNumber caseNumber) {
    return filings.of(caseNumber);
  }

  /**
   * @return the time of which the facts are that the recipient was last told; empty if it was told
   *     nothing yet
   */
  @Transactional(readOnly = true)
  public Optional<Instant> lastToldFrom(UUID obligationId) {
    return filings.lastWritten(obligationId);
  }

  private Obligation fulfil(
      Entry entry, Instant at, Optional<String> reference, Optional<String> reason, String by) {
    var after = entry.obligation().filed(at, reference, reason);
    obligations.change(new Entry(after, entry.term()));
    record(
        after,
        by,
        "obligation fulfilled",
        "told %s%s%s"
            .formatted(
                inWords(after, at),
                reference.map(", reference "::concat).orElse(""),
                reason.map("; late: "::concat).orElse("")));
    return after;
  }

  /** Records why it is late, before or after it is fulfilled. */
  public void explainDelay(UUID id, String reason, String by) {
    var entry = obligations.get(id);
    var after = entry.obligation().delayed(needed("reasonForDelay", reason));
    obligations.change(new Entry(after, entry.term()));
    record(after, by, "delay explained", reason);
  }

  /**
   * Ends the obligation without telling anyone, for a reason that legal answers for.
   *
   * @throws IllegalStateException if it was fulfilled already
   */
  public void release(UUID id, String reason, String by) {
    var entry = obligations.get(id);
    if (entry.obligation().status() == Status.FULFILLED) {
      throw new IllegalStateException("obligation: it is fulfilled already, so nothing to release");
    }
    var after = entry.obligation().released(needed("releaseReason", reason));
    obligations.change(new Entry(after, entry.term()));
    record(after, by, "obligation released", reason);
  }

  /** Marks the obligation as triggered after all: legal did not accept that it has gone. */
  public void keep(UUID id, String reason, String by) {
    var entry = obligations.get(id);
    if (entry.obligation().status() != Status.NO_LONGER_TRIGGERED) {
      return;
    }
    var after = entry.obligation().with(Status.OPEN);
    obligations.change(new Entry(after, entry.term()));
    record(after, by, "obligation kept", reason);
  }

  /**
   * Records that the people affected were told: fulfils the open obligations towards them, and
   * starts the clocks that run from that notice. Why any of them was late is to be explained
   * afterwards.
   *
   * @param begunAfter how many acts were on the timeline when the notice began to be sent: what has
   *     come up since stays open, for its people may not have been among the recipients
   * @return the obligations that it fulfilled
   */
  public List<Obligation> peopleTold(CaseNumber caseNumber, int begunAfter, Instant at, String by) {
    recordNotice(caseNumber, at, by);
    var later = obligations.arisenAfter(caseNumber, begunAfter);
    var fulfilled =
        obligations.of(caseNumber).stream()
            .filter(entry -> entry.obligation().tellsPeople())
            .filter(entry -> !later.contains(entry.obligation().id()))
            .filter(entry -> !entry.obligation().status().isOver())
            .map(
                entry ->
                    fulfil(entry, at, Optional.empty(), entry.obligation().reasonForDelay(), by))
            .toList();
    restartClocks(caseNumber);
    return fulfilled;
  }

  /** Whether an open duty to tell people has come up since so many acts were on the timeline. */
  @Transactional(readOnly = true)
  public boolean isAnybodyToTellSince(CaseNumber caseNumber, int acts) {
    var later = obligations.arisenAfter(caseNumber, acts);
    return of(caseNumber).stream()
        .filter(obligation -> later.contains(obligation.id()))
        .anyMatch(o -> o.tellsPeople() && o.status() == Status.OPEN);
  }

  private void recordNotice(CaseNumber caseNumber, Instant at, String by) {
    incidents
        .facts(caseNumber)
        .map(FactsVersion::facts)
        .filter(facts -> !facts.clocks().containsKey(Milestone.INDIVIDUALS_NOTIFIED))
        .map(
            facts ->
                facts.and(
                    Milestone.INDIVIDUALS_NOTIFIED, at.atZone(plan.zone()).toOffsetDateTime()))
        .ifPresent(facts -> incidents.record(caseNumber, facts, by));
  }

  /** Reads the clocks anew after a filing, under the terms by which the duties arose. */
  private void restartClocks(CaseNumber caseNumber) {
    incidents
        .facts(caseNumber)
        .map(version -> events(caseNumber, version.facts()))
        .ifPresent(events -> obligations.of(caseNumber).forEach(entry -> recompute(entry, events)));
  }

  private Optional<Obligation> recompute(Entry entry, Events events) {
    var before = entry.obligation();
    var clock = timekeeper.read(before.duty(), entry.term(), events);
    if (before.status().isOver() || !before.clock().differsFrom(clock)) {
      return Optional.empty();
    }
    var after = before.asOf(before.duty(), clock, before.finding());
    obligations.change(new Entry(after, entry.term()));
    record(after, LAW, "deadline recomputed", clock.explanation());
    return Optional.of(after);
  }

  private void record(Obligation obligation, String by, String act, String detail) {
    var duty = obligation.duty();
    timeline.record(
        obligation.caseNumber(),
        by,
        act,
        "%s, %s: %s".formatted(duty.jurisdiction(), duty.recipientName(), detail),
        null);
  }

  private static String inWords(Obligation obligation, Instant at) {
    return new ShownTime(obligation.clock().zone()).inFull(at);
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(words -> !words.isBlank());
  }

  private static String needed(String field, String text) {
    return given(text)
        .orElseThrow(
            () -> new IllegalArgumentException(field + ": please say why, it is still empty"));
  }
}
