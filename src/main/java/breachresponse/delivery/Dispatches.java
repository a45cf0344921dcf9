package breachresponse.delivery;

import breachresponse.incident.CaseNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sending of notices to everybody, as the process sees it: start, progress, end. */
@Service
@Transactional
public class Dispatches {

  /** How far a dispatch has come; {@code undeliverable} are those that mail can't reach. */
  public record Progress(int total, int sent, int undeliverable, boolean paused) {

    public int queued() {
      return total - sent - undeliverable;
    }

    public boolean isFinished() {
      return queued() == 0;
    }
  }

  /** Somebody whom the mail did not reach. */
  public record Undeliverable(String recipientId, String email, String reason) {}

  /** Published in the transaction that marks the last recipient. */
  public record Finished(UUID noticeId, CaseNumber caseNumber) {}

  /**
   * Queues the notice for every recipient of the case, who may be none. Asked again it queues
   * nothing twice.
   *
   * @throws IllegalStateException if the case is an exercise, or the notice is not signed
   */
  public void start(CaseNumber caseNumber, UUID noticeId, String by) {
    throw new UnsupportedOperationException();
  }

  public void pause(UUID noticeId, String reason, String by) {
    throw new UnsupportedOperationException();
  }

  public void resume(UUID noticeId, String by) {
    throw new UnsupportedOperationException();
  }

  /**
   * @return nothing if it has not been started
   */
  public Optional<Progress> progress(UUID noticeId) {
    throw new UnsupportedOperationException();
  }

  public List<Undeliverable> undeliverable(UUID noticeId) {
    throw new UnsupportedOperationException();
  }
}
