package breachresponse.workflow;

import breachresponse.incident.CaseNumber;
import breachresponse.obligation.Obligation;
import breachresponse.obligation.ObligationRegister;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** By when the law wants something of a case. */
@Component
class Deadlines {

  private final ObligationRegister obligations;

  Deadlines(ObligationRegister obligations) {
    this.obligations = obligations;
  }

  /**
   * @return the earliest instant by which some law wants people told; nothing where no law that is
   *     still owed has a number
   */
  Optional<Instant> ofPeople(CaseNumber caseNumber) {
    return obligations.of(caseNumber).stream()
        .filter(Obligation::tellsPeople)
        .filter(duty -> !duty.status().isOver())
        .flatMap(duty -> duty.clock().due().stream())
        .min(Comparator.naturalOrder());
  }
}
