package breachresponse.workflow.cockpit;

import static java.util.stream.Collectors.groupingBy;

import breachresponse.delivery.Dispatches;
import breachresponse.delivery.Dispatches.Progress;
import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.CriticalityScale;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.language.Catalogue;
import breachresponse.notice.Notices;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.obligation.Standing;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.cockpit.OpenTasks.Waiting;
import breachresponse.workflow.desk.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All open cases at a glance, the one with the first deadline first. */
@Component
class OpenBreaches {

  /**
   * One case.
   *
   * @param criticality in words, with its number
   * @param next the first deadline that is still to be kept; null if none runs
   * @param overdue how many duties the law wanted fulfilled by now
   * @param hold of law enforcement, in words; null if there is none
   * @param processInstanceId of the response; null where who asks may not read it
   */
  public record Breach(
      String caseNumber,
      String title,
      boolean exercise,
      String timeScale,
      String criticality,
      String reported,
      Next next,
      int duties,
      int overdue,
      int undecided,
      List<Waiting> waiting,
      List<Dispatch> dispatches,
      String hold,
      String processInstanceId) {}

  /**
   * @param recipient who must be told by then
   */
  public record Next(ClockFace clock, String recipient, String citation) {}

  /** How far a notice has been sent. */
  public record Dispatch(String title, int total, int done, int unreached, boolean paused) {}

  private final Incidents incidents;
  private final CaseAccess access;
  private final CriticalityScale scale;
  private final ObligationRegister register;
  private final Notices notices;
  private final Dispatches dispatches;
  private final OpenTasks tasks;
  private final Responses responses;
  private final ResponsePlan plan;
  private final Words words;
  private final Catalogue catalogue;
  private final Clock clock;

  OpenBreaches(
      Incidents incidents,
      CaseAccess access,
      CriticalityScale scale,
      ObligationRegister register,
      Notices notices,
      Dispatches dispatches,
      OpenTasks tasks,
      Responses responses,
      ResponsePlan plan,
      Words words,
      Catalogue catalogue,
      Clock clock) {
    this.incidents = incidents;
    this.access = access;
    this.scale = scale;
    this.register = register;
    this.notices = notices;
    this.dispatches = dispatches;
    this.tasks = tasks;
    this.responses = responses;
    this.plan = plan;
    this.words = words;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<Breach> seenBy(String person) {
    var hidden = access.hiddenFrom(person);
    var known = new Known();
    return incidents.open().stream()
        .filter(incident -> !hidden.contains(incident.caseNumber()))
        .map(incident -> breach(incident, known))
        .sorted(Comparator.comparing(OpenBreaches::due))
        .toList();
  }

  /** Read once for all cases: one by one, hundreds of them take more than a second. */
  private final class Known {

    final ZoneId zone = plan.zone();
    final Map<String, List<Waiting>> waiting = tasks.byCase();
    final Map<String, String> instances = responses.byCase();
    final Map<CaseNumber, FactsVersion> facts = incidents.factsOfAllCases(false);
    final Set<CaseNumber> dispatched = dispatches.cases();
    final Map<CaseNumber, List<Obligation>> owed =
        register.ofAllCases(false).stream()
            .filter(obligation -> !obligation.status().isOver())
            .collect(groupingBy(Obligation::caseNumber));
    private final Map<Integer, String> levels = new HashMap<>();

    String level(int number) {
      return levels.computeIfAbsent(
          number, level -> level + ", " + catalogue.of(scale.level(level).name()));
    }
  }

  private static Instant due(Breach breach) {
    return Optional.ofNullable(breach.next())
        .map(next -> Instant.parse(next.clock().due()))
        .orElse(Instant.MAX);
  }

  private Breach breach(Incident incident, Known known) {
    var caseNumber = incident.caseNumber();
    var owed = known.owed.getOrDefault(caseNumber, List.of());
    return new Breach(
        caseNumber.value(),
        incident.title(),
        incident.exercise(),
        catalogue.of(incident.timeScale().inWords()),
        incident.criticality().map(known::level).orElseGet(() -> catalogue.of("not assessed yet")),
        words.at(incident.reportedAt(), known.zone),
        next(incident, owed).orElse(null),
        owed.size(),
        count(owed, obligation -> obligation.isLateAt(clock.instant())),
        count(owed, obligation -> standing(obligation) == Standing.UNDECIDED),
        known.waiting.getOrDefault(caseNumber.value(), List.of()),
        known.dispatched.contains(caseNumber) ? dispatches(caseNumber) : List.of(),
        hold(caseNumber, known).orElse(null),
        known.instances.get(caseNumber.value()));
  }

  /** The law's first, and only where it has none our own target. */
  private Optional<Next> next(Incident incident, List<Obligation> owed) {
    return Stream.<Predicate<Obligation>>of(
            obligation -> obligation.clock().due().isPresent(),
            obligation -> obligation.clock().target().isPresent())
        .flatMap(which -> owed.stream().filter(which))
        .findFirst()
        .map(
            first ->
                new Next(
                    ClockFace.of(first, incident.timeScale(), words),
                    catalogue.of(first.duty().recipientName()),
                    first.duty().citation()));
  }

  private Standing standing(Obligation obligation) {
    return obligation.standingAt(clock.instant());
  }

  private static int count(List<Obligation> owed, Predicate<Obligation> which) {
    return (int) owed.stream().filter(which).count();
  }

  private List<Dispatch> dispatches(CaseNumber caseNumber) {
    return notices.of(caseNumber).stream()
        .flatMap(
            notice ->
                dispatches
                    .progress(notice.id())
                    .map(progress -> dispatch(notice.draft().post().subject(), progress))
                    .stream())
        .toList();
  }

  private static Dispatch dispatch(String title, Progress progress) {
    return new Dispatch(
        title, progress.total(), progress.done(), progress.unreached(), progress.paused());
  }

  private Optional<String> hold(CaseNumber caseNumber, Known known) {
    return Optional.ofNullable(known.facts.get(caseNumber))
        .map(FactsVersion::facts)
        .map(Facts::hold)
        .filter(hold -> hold.inForceAt(clock.instant()))
        .map(
            hold ->
                Optional.ofNullable(hold.until())
                    .map(OffsetDateTime::toInstant)
                    .map(until -> catalogue.of("until %s").formatted(words.at(until, known.zone)))
                    .orElseGet(() -> catalogue.of("without an end")));
  }
}
