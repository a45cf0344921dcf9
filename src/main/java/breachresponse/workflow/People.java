package breachresponse.workflow;

import breachresponse.workflow.engine.Unrestricted;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Who works here: for forms in which people name others, or are named. */
@Component
public class People {

  private final IdentityService identities;
  private final Unrestricted engine;

  People(IdentityService identities, Unrestricted engine) {
    this.identities = identities;
    this.engine = engine;
  }

  /** All of them, as a form offers them. */
  List<Map<String, String>> choices() {
    return engine.ask(() -> identities.createUserQuery().unlimitedList()).stream()
        .sorted(Comparator.comparing(User::getId))
        .map(
            person ->
                Map.of(
                    "value",
                    person.getId(),
                    "label",
                    "%s %s (%s)"
                        .formatted(person.getFirstName(), person.getLastName(), person.getId())))
        .toList();
  }

  /**
   * @return {@code Lena Legal}; the id where there is no such account, or none any more
   */
  public String name(String id) {
    return Optional.ofNullable(
            engine.ask(() -> identities.createUserQuery().userId(id).singleResult()))
        .map(person -> "%s %s".formatted(person.getFirstName(), person.getLastName()))
        .orElse(id);
  }

  /**
   * @throws IllegalArgumentException naming the field and who is not known
   */
  List<User> known(String field, Collection<String> ids) {
    return ids.stream().distinct().map(id -> known(field, id)).toList();
  }

  private User known(String field, String id) {
    var found = engine.ask(() -> identities.createUserQuery().userId(id).singleResult());
    if (found == null) {
      throw new IllegalArgumentException(
          "%s: nobody is called '%s', please choose somebody of the list".formatted(field, id));
    }
    return found;
  }

  List<String> addresses(Collection<User> people) {
    return people.stream()
        .map(User::getEmail)
        .filter(address -> address != null && !address.isBlank())
        .distinct()
        .toList();
  }
}
