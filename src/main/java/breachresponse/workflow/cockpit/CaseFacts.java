package breachresponse.workflow.cockpit;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsInWords;
import breachresponse.incident.FactsInWords.Change;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.plan.ResponsePlan;
import breachresponse.workflow.desk.Words;
import breachresponse.workflow.staff.People;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that was ever known of a case, version by version. */
@Component
class CaseFacts {

  /**
   * @param changes against the version before; of the first one, all that it says
   */
  public record Version(int number, String recordedBy, String recordedAt, List<Change> changes) {}

  private final Incidents incidents;
  private final FactsInWords facts;
  private final People people;
  private final ResponsePlan plan;
  private final Words words;

  CaseFacts(
      Incidents incidents, FactsInWords facts, People people, ResponsePlan plan, Words words) {
    this.incidents = incidents;
    this.facts = facts;
    this.people = people;
    this.plan = plan;
    this.words = words;
  }

  /** The last first. */
  @Transactional(readOnly = true)
  public List<Version> of(CaseNumber caseNumber) {
    var versions = new ArrayList<Version>();
    var before = Facts.UNKNOWN;
    for (var version : incidents.versions(caseNumber)) {
      versions.add(0, version(version, facts.changes(before, version.facts(), plan.zone())));
      before = version.facts();
    }
    return versions;
  }

  private Version version(FactsVersion version, List<Change> changes) {
    return new Version(
        version.version(),
        people.name(version.recordedBy()),
        words.at(version.recordedAt(), plan.zone()),
        changes);
  }
}
