package breachresponse.workflow;

import static java.util.stream.Collectors.toMap;

import breachresponse.plan.ResponsePlan;
import breachresponse.plan.ResponsePlan.Person;
import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * The mail addresses of our own people, by the groups that they are in: what the plan has for them,
 * else what their account has.
 */
@Component
class Members {

  private final IdentityService identities;
  private final ResponsePlan plan;

  Members(IdentityService identities, ResponsePlan plan) {
    this.identities = identities;
    this.plan = plan;
  }

  Stream<String> addresses(Collection<String> groups) {
    var planned = plan.people().stream().collect(toMap(Person::id, Person::email));
    return groups.stream()
        .distinct()
        .flatMap(
            group -> identities.createUserQuery().memberOfGroup(group).unlimitedList().stream())
        .map(user -> planned.getOrDefault(user.getId(), user.getEmail()))
        .filter(address -> address != null && !address.isBlank())
        .distinct();
  }
}
