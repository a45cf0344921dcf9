package breachresponse.workflow.cockpit;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Incidents;
import breachresponse.language.Catalogue;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import breachresponse.workflow.cockpit.StatutoryClocks.Row;
import breachresponse.workflow.desk.Words;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The obligations of a case, each with how its deadline was reckoned. */
@Component
class CaseClocks {

  /**
   * @param notOwed what laws that concern the case do not ask for
   */
  public record Clocks(List<Reckoned> owed, List<Reckoned> notOwed) {

    static final Clocks NONE = new Clocks(List.of(), List.of());
  }

  /**
   * @param reckoning start and why, period, counting rule, zone, result: in words
   * @param wording the law's own words on the term
   * @param latest the latest that the law can be read to mean, where that is later; else null
   * @param why it is undecided or not owed; empty where it is owed
   * @param reference under which the recipient keeps the filing, or null
   * @param reason for the delay, or for ruling it out; null if nobody gave one
   */
  public record Reckoned(
      Row row,
      String reckoning,
      String wording,
      String latest,
      String why,
      String reference,
      String reason) {}

  private final ObligationRegister register;
  private final Incidents incidents;
  private final StatutoryClocks rows;
  private final Words words;
  private final Catalogue catalogue;

  CaseClocks(
      ObligationRegister register,
      Incidents incidents,
      StatutoryClocks rows,
      Words words,
      Catalogue catalogue) {
    this.register = register;
    this.incidents = incidents;
    this.rows = rows;
    this.words = words;
    this.catalogue = catalogue;
  }

  @Transactional(readOnly = true)
  public Clocks of(CaseNumber caseNumber) {
    return new Clocks(
        reckoned(caseNumber, register.of(caseNumber)),
        reckoned(caseNumber, register.notTriggered(caseNumber)));
  }

  private List<Reckoned> reckoned(CaseNumber caseNumber, List<Obligation> obligations) {
    var incident = incidents.get(caseNumber);
    return obligations.stream()
        .map(
            obligation ->
                new Reckoned(
                    rows.row(obligation, incident, null),
                    catalogue.of(obligation.clock().explanation()),
                    obligation.duty().wording(),
                    latest(obligation),
                    obligation.finding().inWords(),
                    obligation.reference().orElse(null),
                    obligation.releaseReason().or(obligation::reasonForDelay).orElse(null)))
        .toList();
  }

  private String latest(Obligation obligation) {
    var clock = obligation.clock();
    return clock
        .legalLatest()
        .filter(latest -> !clock.due().equals(clock.legalLatest()))
        .map(latest -> words.at(latest, clock.zone()))
        .orElse(null);
  }
}
