package breachresponse.workflow;

import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The mail addresses of our own people, by the groups that they are in. */
@Component
class Members {

  private final IdentityService identities;

  Members(IdentityService identities) {
    this.identities = identities;
  }

  Stream<String> addresses(Collection<String> groups) {
    return groups.stream()
        .distinct()
        .flatMap(
            group -> identities.createUserQuery().memberOfGroup(group).unlimitedList().stream())
        .map(User::getEmail)
        .filter(address -> address != null && !address.isBlank())
        .distinct();
  }
}
