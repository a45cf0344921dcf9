package breachresponse.workflow.engine;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Tells the engine, with everybody who signs in, which restricted cases are theirs: it takes each
 * for a tenant. Whichever door they come through and whatever a session remembers, it is asked anew
 * with each request, so that who is put out sees nothing from then on.
 */
class CasesOfPeople extends IdentityServiceImpl {

  private final CaseAccess access;

  CasesOfPeople(CaseAccess access) {
    this.access = access;
  }

  /** All other ways of signing in lead here. */
  @Override
  public void setAuthentication(Authentication who) {
    super.setAuthentication(
        who == null || who.getUserId() == null
            ? who
            : new Authentication(
                who.getUserId(),
                who.getGroupIds(),
                access.restrictedCasesOf(who.getUserId()).stream()
                    .map(CaseNumber::value)
                    .toList()));
  }
}
