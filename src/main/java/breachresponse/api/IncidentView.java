package breachresponse.api;

import breachresponse.api.IncidentJson.Criticality;
import breachresponse.api.IncidentJson.Delivery;
import breachresponse.api.IncidentJson.NoticeJson;
import breachresponse.delivery.Dispatches;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incidents;
import breachresponse.notice.Notices;
import breachresponse.notice.Notices.Notice;
import breachresponse.obligation.ObligationRegister;
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

  IncidentView(
      Incidents incidents,
      ObligationRegister register,
      Notices notices,
      SignOffs signOffs,
      Dispatches dispatches) {
    this.incidents = incidents;
    this.register = register;
    this.notices = notices;
    this.signOffs = signOffs;
    this.dispatches = dispatches;
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
        notices.of(caseNumber).stream().map(this::notice).toList());
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
