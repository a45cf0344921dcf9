package breachresponse.delivery;

import breachresponse.incident.CaseNumber;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is left of the files that were being added when a node died. */
@Component
class UnfinishedImports {

  private final Recipients recipients;

  UnfinishedImports(Recipients recipients) {
    this.recipients = recipients;
  }

  @EventListener(ApplicationReadyEvent.class)
  void remove() {
    recipients.withUnlisted().forEach(this::remove);
  }

  private void remove(CaseNumber caseNumber) {
    try {
      recipients.lock(caseNumber);
    } catch (IllegalStateException beingAdded) {
      // What is there now is not left: whoever adds has removed that.
    }
  }
}
