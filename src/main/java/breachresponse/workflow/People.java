package breachresponse.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Who works here: for forms in which people name others. */
@Component
class People {

  private final IdentityService identities;
  private final ProcessEngineConfigurationImpl engine;

  People(ProcessEngine engine) {
    this.identities = engine.getIdentityService();
    this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  /** All of them, as a form offers them. */
  List<Map<String, String>> choices() {
    return trusted(() -> identities.createUserQuery().unlimitedList()).stream()
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
   * @throws IllegalArgumentException naming the field and who is not known
   */
  List<User> known(String field, Collection<String> ids) {
    return ids.stream().distinct().map(id -> known(field, id)).toList();
  }

  private User known(String field, String id) {
    var found = trusted(() -> identities.createUserQuery().userId(id).singleResult());
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

  /** Who fills in a form may choose people whose accounts they may not read. */
  private <T> T trusted(Supplier<T> query) {
    return engine
        .getCommandExecutorTxRequired()
        .execute(commands -> commands.runWithoutAuthorization(query::get));
  }
}
