package breachresponse.workflow;

import static java.util.stream.Collectors.toMap;

import breachresponse.incident.CaseAccess;
import breachresponse.incident.CaseNumber;
import breachresponse.plan.ResponsePlan;
import breachresponse.plan.ResponsePlan.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/**
 * The mail addresses of our own people, by the groups that they are in: what the plan has for them,
 * else what their account has.
 */
@Component
public class Members {

  private final IdentityService identities;
  private final ResponsePlan plan;
  private final CaseAccess access;

  Members(IdentityService identities, ResponsePlan plan, CaseAccess access) {
    this.identities = identities;
    this.plan = plan;
    this.access = access;
  }

  Stream<String> addresses(Collection<String> groups) {
    var planned = planned();
    return groups.stream()
        .distinct()
        .flatMap(this::members)
        .map(user -> address(user, planned))
        .filter(address -> address != null && !address.isBlank())
        .distinct();
  }

  /** Who is in the group, by the names with which they log in. */
  Stream<String> people(String group) {
    return members(group).map(User::getId);
  }

  private Stream<User> members(String group) {
    return identities.createUserQuery().memberOfGroup(group).unlimitedList().stream();
  }

  /**
   * Who may see a restricted case and can't be written to about it.
   *
   * @return nobody of a case that all may see
   */
  public List<String> unreachable(CaseNumber caseNumber) {
    return access.people(caseNumber).stream().filter(person -> address(person).isEmpty()).toList();
  }

  /**
   * Who is written to about a case.
   *
   * @param otherwise the addresses for a case that all may see
   * @return of a restricted case the people who may see it, and no mailbox that others read too
   */
  public List<String> mayKnow(CaseNumber caseNumber, Collection<String> otherwise) {
    var people = access.people(caseNumber);
    return people.isEmpty()
        ? List.copyOf(otherwise)
        : people.stream().map(this::address).flatMap(Optional::stream).distinct().toList();
  }

  /**
   * @return nothing if there is no such account any more, or no address of it
   */
  public Optional<String> address(String person) {
    return Optional.ofNullable(identities.createUserQuery().userId(person).singleResult())
        .map(user -> address(user, planned()))
        .filter(address -> !address.isBlank());
  }

  private Map<String, String> planned() {
    return plan.people().stream().collect(toMap(Person::id, Person::email));
  }

  private static String address(User user, Map<String, String> planned) {
    return planned.getOrDefault(user.getId(), user.getEmail());
  }
}
