package breachresponse.obligation;

import breachresponse.incident.CaseNumber;
import breachresponse.incident.Facts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows whom we must tell of an incident, and by when. */
@Service
@Transactional
public class ObligationRegister {

  /** One duty as the facts stand, with nothing stored. */
  public record Evaluated(Duty duty, StatutoryClock clock) {}

  /** What a new look at the facts and the law has changed. */
  public record Changes(
      List<Obligation> added, List<Obligation> moved, List<Obligation> noLongerTriggered) {

    public boolean isEmpty() {
      return added.isEmpty() && moved.isEmpty() && noLongerTriggered.isEmpty();
    }
  }

  /** All duties that these facts trigger, the first due first. Nothing is stored. */
  public List<Evaluated> evaluate(Facts facts) {
    throw new UnsupportedOperationException();
  }

  /**
   * Holds the case's latest facts against the latest legal tables: new duties are added, clocks
   * recomputed, and what the facts no longer trigger is marked, to be released by legal alone.
   * Asked again with the same facts it changes nothing.
   */
  public Changes determine(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }

  /** All obligations of the case, the first due first. */
  public List<Obligation> of(CaseNumber caseNumber) {
    throw new UnsupportedOperationException();
  }

  public Obligation get(UUID id) {
    throw new UnsupportedOperationException();
  }

  /**
   * Records that the recipient was told.
   *
   * @throws IllegalArgumentException if it was late and no reason for the delay is given or
   *     recorded
   */
  public void fulfil(UUID id, Instant at, String reference, String reasonForDelay, String by) {
    throw new UnsupportedOperationException();
  }

  /** Records why it is late, before or after it is fulfilled. */
  public void explainDelay(UUID id, String reason, String by) {
    throw new UnsupportedOperationException();
  }

  /** Ends the obligation without telling anyone, for a reason that legal answers for. */
  public void release(UUID id, String reason, String by) {
    throw new UnsupportedOperationException();
  }

  /** Marks the obligation as triggered after all: legal did not accept that it has gone. */
  public void keep(UUID id, String reason, String by) {
    throw new UnsupportedOperationException();
  }

  /**
   * Records that the people affected were told: fulfils the open obligations towards them, and
   * starts the clocks that run from that notice.
   *
   * @return the obligations that it fulfilled
   */
  public List<Obligation> peopleTold(CaseNumber caseNumber, Instant at, String by) {
    throw new UnsupportedOperationException();
  }
}
