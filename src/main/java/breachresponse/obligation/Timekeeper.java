package breachresponse.obligation;

import breachresponse.clock.CountingRule;
import breachresponse.clock.Deadline;
import breachresponse.clock.WorkingDays;
import breachresponse.print.ShownTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the clock of a duty from what has happened, and says why in words. */
@Component
class Timekeeper {

  private final Clock clock;

  Timekeeper(Clock clock) {
    this.clock = clock;
  }

  /**
   * The law of the day on which the clock starts: while it waits, of the day of awareness.
   *
   * @return each duty once for its jurisdiction; not triggered where its law is not in force
   */
  List<Requirement> inForce(List<Requirement> requirements, Events events) {
    var governing = new LinkedHashMap<List<String>, Requirement>();
    for (var required : requirements) {
      var key = List.of(required.duty().id(), required.duty().jurisdiction());
      var day = governingDay(required.term(), events);
      if (required.term().inForce().on(day)) {
        governing.put(key, required);
      } else if (required.finding().isOwed()) {
        governing.putIfAbsent(
            key,
            required.not(
                "the law is in force%s, and %s governs"
                    .formatted(required.term().inForce().inWords(), day)));
      }
    }
    return List.copyOf(governing.values());
  }

  private LocalDate governingDay(Term term, Events events) {
    return start(term, events)
        .map(Start::at)
        .or(() -> events.at("awareness", term).map(at -> at.atZoneSameInstant(term.zone())))
        .orElseGet(() -> events.scale().caseTime(clock.instant()).atZone(term.zone()))
        .toLocalDate();
  }

  /**
   * What has started a clock, and under which name the tables know it.
   *
   * @param at in the zone of the authority
   * @param day where it happened, if that is in the same country
   */
  private record Start(String name, ZonedDateTime at, LocalDate day) {}

  StatutoryClock read(Requirement requirement, Events events) {
    return read(requirement.duty(), requirement.term(), events);
  }

  StatutoryClock read(Duty duty, Term term, Events events) {
    return readInCaseTime(duty, term, events).onTheWall(events.scale());
  }

  private StatutoryClock readInCaseTime(Duty duty, Term term, Events events) {
    var start = start(term, events);
    if (start.isEmpty()) {
      return waiting(term, events);
    }
    return term.period().isPresent()
        ? running(term, start.get(), events)
        : ownTarget(duty, term, start.get(), events.targets().of(duty));
  }

  private StatutoryClock running(Term term, Start start, Events events) {
    var deadline = deadline(term, start);
    var cap = cap(term, events).filter(limit -> !start.at().isAfter(limit.due()));
    var due = cap.map(Deadline::due).filter(limit -> limit.isBefore(deadline.due()));
    var latest = cap.map(Deadline::latest).filter(limit -> limit.isBefore(deadline.latest()));
    return clock(
        term,
        start,
        due.or(() -> Optional.of(deadline.due())),
        latest.or(() -> Optional.of(deadline.latest())),
        Optional.empty(),
        "running",
        "Starts with %s: %s. Period: %s. Counting: %s. Due: %s (%s)."
            .formatted(
                startInWords(term, start),
                shown(start.at()),
                term.periodInWords(),
                due.isEmpty()
                    ? deadline.counting()
                    : "%s. Limited to %s".formatted(deadline.counting(), capInWords(term)),
                dueInWords(due.orElse(deadline.due()), latest.orElse(deadline.latest())),
                term.zone()));
  }

  private StatutoryClock ownTarget(Duty duty, Term term, Start start, Duration target) {
    var until = start.at().plus(target);
    return clock(
        term,
        start,
        Optional.empty(),
        Optional.empty(),
        Optional.of(until),
        "target-only",
        "Starts with %s: %s. The law has no number: \"%s\". Our own target, which is not law: %d hours, until %s (%s)."
            .formatted(
                startInWords(term, start),
                shown(start.at()),
                duty.wording(),
                target.toHours(),
                shown(until),
                term.zone()));
  }

  private StatutoryClock waiting(Term term, Events events) {
    var name = term.starts().get(0);
    return new StatutoryClock(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        term.zone(),
        "waiting-for-" + name,
        "Waits for %s, which is not recorded yet. Period: %s. (%s)"
            .formatted(Term.inWords(name), periodInWords(term, events), term.zone()));
  }

  private static Optional<Start> start(Term term, Events events) {
    return term.starts().stream()
        .flatMap(name -> startAt(name, term, events).stream())
        .findFirst()
        // a target is no law: where its start is not recorded it runs from awareness, to be early
        .or(() -> earlyTarget(term, events));
  }

  private static Optional<Start> earlyTarget(Term term, Events events) {
    return term.period().isPresent() || term.starts().contains("notification")
        ? Optional.empty()
        : startAt("awareness", term, events);
  }

  private static Optional<Start> startAt(String name, Term term, Events events) {
    return events
        .at(name, term)
        .map(
            written -> {
              // databases keep microseconds: read back, it must be the same start
              var at = written.truncatedTo(ChronoUnit.MICROS).atZoneSameInstant(term.zone());
              // UTC says nothing of where it happened
              var local = events.isAtHome(term) && !written.getOffset().equals(ZoneOffset.UTC);
              var day = local ? written.toLocalDate() : at.toLocalDate();
              return new Start(name, at, day);
            });
  }

  /** Midnight may have passed at the authority when it had not where it happened. */
  private static Deadline deadline(Term term, Start start) {
    var rule = CountingRule.named(term.counting());
    var there = count(rule, term, start.at());
    if (!rule.countsDays() || !start.day().isBefore(start.at().toLocalDate())) {
      return there;
    }
    var here = count(rule, term, start.at().with(start.day()));
    return new Deadline(
        here.due(),
        there.latest(),
        "%s; the day is that where it happened, at the latest reading the next"
            .formatted(here.counting()));
  }

  private static Deadline count(CountingRule rule, Term term, ZonedDateTime start) {
    return rule.count(start, term.period().orElseThrow(), WorkingDays.of(term.place()));
  }

  private static Optional<Deadline> cap(Term term, Events events) {
    return term.cap().flatMap(cap -> start(cap, events).map(start -> deadline(cap, start)));
  }

  private static StatutoryClock clock(
      Term term,
      Start start,
      Optional<ZonedDateTime> due,
      Optional<ZonedDateTime> latest,
      Optional<ZonedDateTime> target,
      String status,
      String explanation) {
    return new StatutoryClock(
        term.starts().get(0),
        Optional.of(start.at().toInstant()),
        due.map(ZonedDateTime::toInstant),
        latest.map(ZonedDateTime::toInstant),
        target.map(ZonedDateTime::toInstant),
        term.zone(),
        status,
        explanation);
  }

  private static String startInWords(Term term, Start start) {
    var first = term.starts().get(0);
    return start.name().equals(first)
        ? Term.inWords(first)
        : "%s, since %s is not recorded".formatted(Term.inWords(start.name()), Term.inWords(first));
  }

  private static String capInWords(Term term) {
    return term.cap().map(Term::inWords).orElse("");
  }

  private static String periodInWords(Term term, Events events) {
    return cap(term, events)
        .map(
            cap ->
                "%s. Limited to %s, that is %s, unless it starts only after that"
                    .formatted(term.periodInWords(), capInWords(term), shown(cap.due())))
        .orElseGet(term::periodInWords);
  }

  private static String dueInWords(ZonedDateTime due, ZonedDateTime latest) {
    return latest.isAfter(due)
        ? "%s, at the latest reading %s".formatted(shown(due), shown(latest))
        : shown(due);
  }

  private static String shown(ZonedDateTime time) {
    return new ShownTime(time.getZone()).inFull(time.toInstant());
  }
}
