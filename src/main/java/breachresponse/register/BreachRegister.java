package breachresponse.register;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of breaches that supervisory authorities may ask for (GDPR Art 33(5)): all of them,
 * whoever was told, with the reasons. Exercises are never in it, and false alarms only where they
 * are asked for.
 */
@Service
@Transactional(readOnly = true)
public class BreachRegister {

  /**
   * What the register says.
   *
   * @param lines the first reported first
   * @param years of the same breaches in numbers, the latest first
   */
  public record Answer(List<RegisterLine> lines, List<RegisterYear> years) {}

  private final Incidents incidents;
  private final ObligationRegister obligations;
  private final SignOffs signOffs;
  private final Clock clock;

  BreachRegister(
      Incidents incidents, ObligationRegister obligations, SignOffs signOffs, Clock clock) {
    this.incidents = incidents;
    this.obligations = obligations;
    this.signOffs = signOffs;
    this.clock = clock;
  }

  public Answer ask(RegisterFilter filter) {
    var lines = lines(filter);
    var falseAlarms = lines(filter.ofFalseAlarms());
    return new Answer(
        lines,
        RegisterYear.of(
            RegisterFilter.FALSE_ALARM.equals(filter.state()) ? List.of() : lines, falseAlarms));
  }

  private List<RegisterLine> lines(RegisterFilter filter) {
    return incidents.real().stream()
        .filter(filter::concerns)
        .map(this::line)
        .filter(filter::concerns)
        .toList();
  }

  /** The line of one case, whatever it is. */
  public RegisterLine line(Incident incident) {
    var caseNumber = incident.caseNumber();
    return new RegisterLine(
        incident,
        clock.instant(),
        incidents.confirmedAt(caseNumber),
        incidents.facts(caseNumber).map(FactsVersion::facts),
        Stream.of(obligations.of(caseNumber), obligations.notTriggered(caseNumber))
            .flatMap(List::stream)
            .toList(),
        decisionNotToTell(caseNumber));
  }

  private Optional<String> decisionNotToTell(CaseNumber caseNumber) {
    return signOffs.of(caseNumber).stream()
        .filter(document -> document.kind() == Document.Kind.NO_NOTICE)
        .filter(document -> signOffs.isSigned(document.id()))
        .reduce((earlier, later) -> later)
        .flatMap(Document::reason);
  }
}
