package breachresponse.register;

import static java.util.stream.Collectors.groupingBy;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import breachresponse.incident.FactsVersion;
import breachresponse.incident.Incident;
import breachresponse.incident.Incidents;
import breachresponse.incident.Vocabulary;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.signoff.Document;
import breachresponse.signoff.SignOffs;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final CaseAccess access;
  private final Vocabulary vocabulary;
  private final Clock clock;

  BreachRegister(
      Incidents incidents,
      ObligationRegister obligations,
      SignOffs signOffs,
      CaseAccess access,
      Vocabulary vocabulary,
      Clock clock) {
    this.incidents = incidents;
    this.obligations = obligations;
    this.signOffs = signOffs;
    this.access = access;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /**
   * @param reader who asks: of restricted cases the register has those alone that they may see
   */
  public Answer ask(RegisterFilter filter, String reader) {
    var hidden = access.hiddenFrom(reader);
    var known = new Known();
    var lines = lines(filter, hidden, known);
    var falseAlarms = lines(filter.ofFalseAlarms(), hidden, known);
    return new Answer(
        lines,
        RegisterYear.of(
            RegisterFilter.FALSE_ALARM.equals(filter.state()) ? List.of() : lines, falseAlarms));
  }

  private List<RegisterLine> lines(RegisterFilter filter, Set<CaseNumber> hidden, Known known) {
    return incidents.real().stream()
        .filter(incident -> !hidden.contains(incident.caseNumber()))
        .filter(filter::concerns)
        .map(known::line)
        .filter(filter::concerns)
        .toList();
  }

  /** Read once for all cases: one by one, thousands of them take many seconds. */
  private final class Known {

    private final Map<CaseNumber, Instant> confirmed = incidents.confirmedAt();
    private final Map<CaseNumber, FactsVersion> facts = incidents.factsOfAllCases(true);
    private final Map<CaseNumber, List<Obligation>> duties =
        obligations.all().stream().collect(groupingBy(Obligation::caseNumber));
    private final Map<CaseNumber, List<Document>> decisions =
        signOffs.of(Document.Kind.NO_NOTICE).stream().collect(groupingBy(Document::caseNumber));

    RegisterLine line(Incident incident) {
      var caseNumber = incident.caseNumber();
      return BreachRegister.this.line(
          incident,
          Optional.ofNullable(confirmed.get(caseNumber)),
          Optional.ofNullable(facts.get(caseNumber)),
          duties.getOrDefault(caseNumber, List.of()),
          decisions.getOrDefault(caseNumber, List.of()));
    }
  }

  /** The line of one case, whatever it is. */
  public RegisterLine line(Incident incident) {
    var caseNumber = incident.caseNumber();
    return line(
        incident,
        incidents.confirmedAt(caseNumber),
        incidents.facts(caseNumber),
        Stream.of(obligations.of(caseNumber), obligations.notTriggered(caseNumber))
            .flatMap(List::stream)
            .toList(),
        signOffs.of(caseNumber));
  }

  private RegisterLine line(
      Incident incident,
      Optional<Instant> confirmedAt,
      Optional<FactsVersion> facts,
      List<Obligation> duties,
      List<Document> documents) {
    return new RegisterLine(
        incident,
        clock.instant(),
        confirmedAt,
        facts.map(FactsVersion::facts),
        facts.map(FactsVersion::facts).map(Facts::dataCategories).map(vocabulary::inWords),
        duties,
        decisionNotToTell(documents));
  }

  private Optional<String> decisionNotToTell(List<Document> documents) {
    return documents.stream()
        .filter(document -> document.kind() == Document.Kind.NO_NOTICE)
        .filter(document -> signOffs.isSigned(document.id()))
        .reduce((earlier, later) -> later)
        .flatMap(Document::reason);
  }
}
