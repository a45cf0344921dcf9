package breachresponse.workflow.staff;

import breachresponse.calendar.Accounts;
import breachresponse.workflow.engine.Unrestricted;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The accounts with which people log in. */
@Component
class EngineAccounts implements Accounts {

  private final IdentityService identities;
  private final Unrestricted engine;

  EngineAccounts(IdentityService identities, Unrestricted engine) {
    this.identities = identities;
    this.engine = engine;
  }

  /** The engine deletes memberships with the account. */
  @Override
  public Set<String> groupsOf(String person) {
    return engine.ask(
        () ->
            identities.createGroupQuery().groupMember(person).unlimitedList().stream()
                .map(Group::getId)
                .collect(Collectors.toSet()));
  }
}
