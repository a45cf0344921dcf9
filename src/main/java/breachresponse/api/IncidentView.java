package breachresponse.api;

import breachresponse.api.IncidentJson.Criticality;
import breachresponse.api.IncidentJson.Delivery;
import breachresponse.api.IncidentJson.GovernedBy;
import breachresponse.api.IncidentJson.NoticeJson;
import breachresponse.api.IncidentJson.PlanJson;
import breachresponse.api.IncidentJson.RuleJson;
import breachresponse.delivery.Dispatches;
import breachresponse.evidence.GoverningRules;
import breachresponse.evidence.GoverningTables;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.obligation.ObligationRegister;
import breachresponse.plan.Plans;
import breachresponse.signoff.SignOffs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers a case for the API. */
@Component
class IncidentView {

  private final Incidents incidents;
  private final ObligationRegister register;
  private final Notices notices;
  private final SignOffs signOffs;
  private final Dispatches dispatches;
  private final Plans plans;
  private final GoverningRules rules;
  private final GoverningTables tables;

  IncidentView(
      Incidents incidents,
      ObligationRegister register,
      Notices notices,
      SignOffs signOffs,
      Dispatches dispatches,
      Plans plans,
      GoverningRules rules,
      GoverningTables tables) {
    this.incidents = incidents;
    this.register = register;
    this.notices = notices;
    this.signOffs = signOffs;
    this.dispatches = dispatches;
    this.plans = plans;
    this.rules = rules;
    this.tables = tables;
  }

  /**
   * @throws NoSuchCase if there is none of that number
   */
  @Transactional(readOnly = true)
  IncidentJson of(CaseNumber caseNumber) {
    var incident = incidents.find(caseNumber).orElseThrow(() -> new NoSuchCase(caseNumber));
    var facts = incidents.facts(caseNumber);
    return new IncidentJson(
        caseNumber.value(),
        incident.title(),
        incident.description(),
        incident.exercise(),
        Words.of(incident.status()),
        incident.reportedBy(),
        incident.reportedAt(),
        incident.closedAt().orElse(null),
        incident
            .criticality()
            .map(level -> new Criticality(level, incident.criticalityReason().orElse(null)))
            .orElse(null),
        facts.map(FactsVersion::facts).orElse(null),
        facts.map(FactsVersion::version).orElse(null),
        register.of(caseNumber).stream().map(ObligationJson::of).toList(),
        register.notTriggered(caseNumber).stream().map(ObligationJson::of).toList(),
        notices.of(caseNumber).stream().map(this::notice).toList(),
        governedBy(caseNumber));
  }

  private GovernedBy governedBy(CaseNumber caseNumber) {
    return new GovernedBy(
        plans.governing(caseNumber).stream()
            .map(plan -> new PlanJson(plan.version(), plan.sha256(), plan.from()))
            .toList(),
        rules.diagrams(caseNumber).stream().map(RuleJson::of).toList(),
        tables.of(caseNumber).stream().map(RuleJson::of).toList());
  }

  private NoticeJson notice(Notice notice) {
    return new NoticeJson(
        notice.id(),
        signOffs.get(notice.documentId()).sha256(),
        signOffs.isSigned(notice.documentId()),
        notice.postedAt().orElse(null),
        dispatches.progress(notice.id()).map(Delivery::of).orElse(null));
  }
}
