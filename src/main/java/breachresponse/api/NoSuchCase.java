package breachresponse.api;

import breachresponse.incident.CaseNumber;

/** A case was asked for that is not there. */
class NoSuchCase extends RuntimeException {

  NoSuchCase(CaseNumber caseNumber) {
    super("caseNumber: there is no case %s".formatted(caseNumber));
  }
}
