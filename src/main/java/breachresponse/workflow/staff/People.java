package breachresponse.workflow.staff;

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
  public List<Map<String, String>> choices() {
    return engine.ask(() -> identities.createUserQuery().unlimitedList()).stream()
        .sorted(Comparator.comparing(User::getId))
        .map(person -> Map.of("value", person.getId(), "label", calledInFull(person)))
        .toList();
  }

  /**
   * @return {@code Lena Legal}; the id where there is no such account, or none any more
   */
  public String name(String id) {
    return account(id).map(People::called).orElse(id);
  }

  /**
   * The name, and what its person logs in with.
   *
   * @return {@code Lena Legal (lena)}; the id alone where there is no such account
   */
  public String inFull(String id) {
    return account(id).map(People::calledInFull).orElse(id);
  }

  private static String calledInFull(User person) {
    return "%s (%s)".formatted(called(person), person.getId());
  }

  private static String called(User person) {
    return "%s %s".formatted(person.getFirstName(), person.getLastName()).strip();
  }

  private Optional<User> account(String id) {
    return Optional.ofNullable(
        engine.ask(() -> identities.createUserQuery().userId(id).singleResult()));
  }

  /**
   * @throws IllegalArgumentException naming the field and who is not known
   */
  public List<User> known(String field, Collection<String> ids) {
    return ids.stream().distinct().map(id -> known(field, id)).toList();
  }

  private User known(String field, String id) {
    return account(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s: nobody is called '%s', please choose somebody of the list"
                        .formatted(field, id)));
  }

  public List<String> addresses(Collection<User> people) {
    return people.stream()
        .map(User::getEmail)
        .filter(address -> address != null && !address.isBlank())
        .distinct()
        .toList();
  }
}
