package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.incident.OwnTargets;
import breachresponse.notice.Segment;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Knows which laws want people told in a case. */
@Component
class DutiesToPeople {

  private final ObligationRegister obligations;
  private final Incidents incidents;
  private final OwnTargets targets;

  DutiesToPeople(ObligationRegister obligations, Incidents incidents, OwnTargets targets) {
    this.obligations = obligations;
    this.incidents = incidents;
    this.targets = targets;
  }

  List<Obligation> of(CaseNumber caseNumber) {
    return obligations.of(caseNumber).stream()
        .filter(Obligation::tellsPeople)
        .filter(duty -> !duty.status().isOver())
        .toList();
  }

  /** By when to tell people: the earliest of what laws ask and of our own target. */
  Instant actBy(CaseNumber caseNumber) {
    return Stream.concat(
            of(caseNumber).stream().flatMap(duty -> duty.clock().actBy().stream()),
            Stream.of(targets.customersTold(caseNumber)))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /**
   * @return the earliest instant by which some law wants people told; nothing where none that is
   *     still owed has a number
   */
  Optional<Instant> legalDeadline(CaseNumber caseNumber) {
    return of(caseNumber).stream()
        .flatMap(duty -> duty.clock().due().stream())
        .min(Comparator.naturalOrder());
  }

  /**
   * Those that there would be if nobody but people of the segment were affected; all where nobody
   * has recorded that people live there.
   */
  List<Obligation> of(CaseNumber caseNumber, Segment segment) {
    var all = of(caseNumber);
    var facts = incidents.facts(caseNumber).map(FactsVersion::facts).orElse(Facts.UNKNOWN);
    var theirs = facts.ofPeopleIn(segment.who()::isFrom);
    if (theirs.affected() == null
        || theirs.affected().isEmpty()
        || theirs.affected().equals(facts.affected())) {
      return all;
    }
    var owed =
        obligations.evaluate(theirs).stream()
            .filter(evaluated -> evaluated.finding().isOwed())
            .map(evaluated -> evaluated.duty().id())
            .collect(Collectors.toSet());
    return all.stream().filter(duty -> owed.contains(duty.duty().id())).toList();
  }
}
