package breachresponse.workflow;

import static java.util.stream.Collectors.joining;

import breachresponse.delivery.StaffMail;
import breachresponse.evidence.Timeline;
import breachresponse.identity.Names;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.CriticalityScale;
import breachresponse.incident.CriticalityScale.Level;
import breachresponse.incident.Incident;
import breachresponse.incident.OwnTargets;
import breachresponse.language.Catalogue;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.Role;
import breachresponse.workflow.desk.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Wakes those whom the scale names for a level, by mail to each of them. */
@Component
class Alarm {

  private final CriticalityScale scale;
  private final OwnTargets targets;
  private final Members members;
  private final StaffMail mail;
  private final Timeline timeline;
  private final Names names;
  private final ResponsePlan plan;
  private final Words words;
  private final Catalogue catalogue;

  Alarm(
      CriticalityScale scale,
      OwnTargets targets,
      Members members,
      StaffMail mail,
      Timeline timeline,
      Names names,
      ResponsePlan plan,
      Words words,
      Catalogue catalogue) {
    this.scale = scale;
    this.targets = targets;
    this.members = members;
    this.mail = mail;
    this.timeline = timeline;
    this.names = names;
    this.plan = plan;
    this.words = words;
    this.catalogue = catalogue;
  }

  /**
   * Tells of a new level: whom it wakes, and whom the level before had woken.
   *
   * @param before the level that it had
   * @param incident with the level that it has
   */
  void wake(Optional<Integer> before, Incident incident) {
    var level = scale.level(incident.level());
    var groups =
        Stream.concat(
                level.woken().stream(),
                before.stream().flatMap(number -> scale.level(number).woken().stream()))
            .distinct()
            .toList();
    var to = members.mayKnow(incident.caseNumber(), members.addresses(groups).toList());
    mail.post(to, subject(before, incident, level), text(before, incident, level));
    timeline.record(
        incident.caseNumber(),
        "criticality-scale.dmn",
        "staff woken",
        "level %d: %s, %d people by mail%s"
            .formatted(
                level.number(),
                titles(groups),
                to.size(),
                unreached(incident.caseNumber(), groups)),
        null);
  }

  private String subject(Optional<Integer> before, Incident incident, Level level) {
    return catalogue
        .of("%sCase %s: criticality %s, %s")
        .formatted(
            incident.exercise() ? catalogue.of("[EXERCISE]") + " " : "",
            incident.caseNumber(),
            change(before, level.number()),
            catalogue.of(level.name()));
  }

  private String change(Optional<Integer> before, int now) {
    return before
        .map(
            level ->
                (level < now
                        ? catalogue.of("raised from %d to %d")
                        : catalogue.of("lowered from %d to %d"))
                    .formatted(level, now))
        .orElseGet(() -> catalogue.of("%d of %d").formatted(now, CriticalityScale.MOST_SEVERE));
  }

  private String text(Optional<Integer> before, Incident incident, Level level) {
    var caseNumber = incident.caseNumber();
    return catalogue
        .of(
            """
        %sCase %s: %s
        Criticality %s: %s.
        Reason: %s

        Our own targets, which are not law:
        the first holding statement by %s,
        customers told by %s.

        Woken at this level: %s. Your tasks are in your task list.%s
        """)
        .formatted(
            incident.exercise()
                ? catalogue.of("This is an exercise. Tell nobody outside.") + "\n\n"
                : "",
            caseNumber,
            incident.title(),
            change(before, level.number()),
            catalogue.of(level.sense()),
            catalogue.of(incident.criticalityReason().orElse("")),
            words.at(targets.holdingStatement(caseNumber), plan.zone()),
            words.at(targets.customersTold(caseNumber), plan.zone()),
            level.woken().stream().map(Role::title).map(catalogue::of).collect(joining(", ")),
            before.isEmpty()
                ? ""
                : "\n"
                    + catalogue.of(
                        "Who signs, the channels, what is disclosed and the target times follow the level from now on. What is signed stays signed; refuse a text that waits for you if it says more than the level allows."));
  }

  /** Who is to know and has no address must not go unnoticed. */
  private String unreached(CaseNumber caseNumber, List<String> groups) {
    var people = members.unreachable(caseNumber);
    return people.isEmpty()
        ? unreached(groups)
        : "; no mail address of " + people.stream().map(names::inFull).collect(joining(", "));
  }

  private String unreached(List<String> groups) {
    var unreached =
        groups.stream()
            .filter(group -> members.addresses(List.of(group)).findAny().isEmpty())
            .toList();
    return unreached.isEmpty() ? "" : "; nobody with an address in " + titles(unreached);
  }

  private static String titles(List<String> groups) {
    return groups.stream().map(Role::title).collect(joining(", "));
  }
}
