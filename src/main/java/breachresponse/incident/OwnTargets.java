package breachresponse.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By when the organisation wants things done at the level that a case has. They are no law. */
@Component
public class OwnTargets {

  private final Incidents incidents;
  private final CriticalityScale scale;

  OwnTargets(Incidents incidents, CriticalityScale scale) {
    this.incidents = incidents;
    this.scale = scale;
  }

  /** Nobody has assessed a report yet: what it says of the facts decides, or else the worst. */
  public Instant triage(CaseNumber caseNumber) {
    var incident = incidents.get(caseNumber);
    var level =
        facts(caseNumber).map(facts -> scale.assess(facts).level()).orElse(incident.level());
    return afterTheReport(incident, scale.level(level).targets().triage());
  }

  public Instant holdingStatement(CaseNumber caseNumber) {
    var incident = incidents.get(caseNumber);
    return afterTheReport(incident, targets(incident).holdingStatement());
  }

  /** From awareness on, like the law's clocks. */
  public Instant customersTold(CaseNumber caseNumber) {
    var incident = incidents.get(caseNumber);
    return facts(caseNumber)
        .map(Facts::awareAt)
        .map(OffsetDateTime::toInstant)
        .orElse(incident.reportedAt())
        .plus(incident.timeScale().onTheWall(targets(incident).customersTold()));
  }

  /**
   * @return within which customers are told, once the case has a level
   */
  public Optional<Duration> customersToldWithin(CaseNumber caseNumber) {
    return incidents
        .get(caseNumber)
        .criticality()
        .map(level -> scale.level(level).targets().customersTold());
  }

  private static Instant afterTheReport(Incident incident, Duration target) {
    return incident.reportedAt().plus(incident.timeScale().onTheWall(target));
  }

  private CriticalityScale.Targets targets(Incident incident) {
    return scale.level(incident.level()).targets();
  }

  private Optional<Facts> facts(CaseNumber caseNumber) {
    return incidents.facts(caseNumber).map(FactsVersion::facts);
  }
}
