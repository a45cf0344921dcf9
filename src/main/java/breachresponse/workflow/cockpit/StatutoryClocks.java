package breachresponse.workflow.cockpit;

import static java.util.stream.Collectors.toMap;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.incident.PlaceCodes;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Duty.Recipient;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.workflow.desk.Words;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All obligations of all cases, as one table. */
@Component
class StatutoryClocks {

  /**
   * An obligation of a case.
   *
   * @param place the jurisdiction by its name and code
   * @param kind who must be told, in words; null if it is people
   * @param state how it stands, in words
   * @param over whether nothing is left to be done, so that no clock runs
   * @param told when the recipient was told, in the law's own zone; null if that was not done
   * @param waitsFor what starts its clock, where that has not happened; else null
   * @param processInstanceId of the response; null where it has ended or may not be read
   */
  public record Row(
      ClockFace clock,
      String place,
      String kind,
      String recipient,
      String citation,
      String regime,
      String state,
      boolean over,
      String told,
      String waitsFor,
      String caseNumber,
      String title,
      boolean exercise,
      String processInstanceId) {}

  private final ObligationRegister register;
  private final Incidents incidents;
  private final CaseAccess access;
  private final Responses responses;
  private final Words words;
  private final Catalogue catalogue;
  private final Clock clock;

  StatutoryClocks(
      ObligationRegister register,
      Incidents incidents,
      CaseAccess access,
      Responses responses,
      Words words,
      Catalogue catalogue,
      Clock clock) {
    this.register = register;
    this.incidents = incidents;
    this.access = access;
    this.responses = responses;
    this.words = words;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * @param person who asks
   * @param closedToo whether those of closed cases as well
   * @return the first due first
   */
  @Transactional(readOnly = true)
  public List<Row> seenBy(String person, boolean closedToo) {
    var hidden = access.hiddenFrom(person);
    var cases = incidents.all().stream().collect(toMap(Incident::caseNumber, Function.identity()));
    var instances = responses.byCase();
    return register.ofAllCases(closedToo).stream()
        .filter(obligation -> !hidden.contains(obligation.caseNumber()))
        .map(
            obligation ->
                row(
                    obligation,
                    cases.get(obligation.caseNumber()),
                    instances.get(obligation.caseNumber().value())))
        .toList();
  }

  Row row(Obligation obligation, Incident incident, String processInstanceId) {
    var duty = obligation.duty();
    var face = obligation.clock();
    return new Row(
        ClockFace.of(obligation, incident.timeScale(), words),
        PlaceCodes.inWords(duty.jurisdiction(), catalogue.locale()),
        duty.recipient() == Recipient.PEOPLE ? null : catalogue.of(duty.recipient().inWords()),
        catalogue.of(duty.recipientName()),
        duty.citation(),
        duty.regime(),
        catalogue.of(obligation.standingAt(clock.instant()).inWords()),
        obligation.status().isOver(),
        obligation.filedAt().map(at -> words.at(at, face.zone())).orElse(null),
        face.actBy().isPresent() ? null : catalogue.of(face.startsWithInWords()),
        incident.caseNumber().value(),
        incident.title(),
        incident.exercise(),
        processInstanceId);
  }
}
