package breachresponse.api;

import breachresponse.incident.CaseNumber;

/** A duty was asked for that the case does not owe. */
class NoSuchDuty extends RuntimeException {

  NoSuchDuty(CaseNumber caseNumber) {
    super(
        "dutyId: case %s owes no duty of that name there, its obligations are listed with the case"
            .formatted(caseNumber));
  }
}
